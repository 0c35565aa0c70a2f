import type { Source, SourceKey } from '@zhunsheng/bureau/modules/monitoring/wire.ts'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, App, Button, Card, Empty, Flex, Form, Input, Modal, Skeleton, Tag, Typography } from 'antd'
import { useState } from 'react'
import { Said } from '../act/said.tsx'
import { post } from '../api.ts'
import { Failure } from '../app/failure.tsx'
import { useMe } from '../app/me.ts'
import { PageHead } from '../app/page.tsx'
import { momentOf } from '../piece/moment.ts'
import { sourcesQuery } from './watch-queries.ts'
import { WatchTabs } from './watch-tabs.tsx'

/** Where records come from (报送来源), each machine with a key of its own; the administrator gives and takes them. */
export function Component() {
  const { person } = useMe()
  const sources = useQuery(sourcesQuery)
  const [isAdding, add] = useState(false)
  const [made, show] = useState<SourceKey>()
  const manages = person.posts.includes('administrator')
  return (
    <>
      <PageHead title="非现场执法" note="设备平台以各自的密钥报送；同一事件报送几次只算一次">
        {manages && <Button type="primary" onClick={() => add(true)}>登记来源</Button>}
      </PageHead>
      <WatchTabs />
      {sources.isError && <Failure error={sources.error} retry={() => void sources.refetch()} />}
      {sources.isPending && <Skeleton active />}
      {sources.data?.length === 0 && <Card><Empty description="还没有登记过来源，由系统管理员登记" /></Card>}
      <ul className="plain-list" style={{ display: 'grid', gap: 10 }}>{sources.data?.map((source) => <li key={source.id}><SourceCard source={source} manages={manages} show={show} /></li>)}</ul>
      <NewSource isOpen={isAdding} close={() => add(false)} show={show} />
      <Modal open={made !== undefined} title="密钥只显示这一次" onCancel={() => show(undefined)} footer={<Button type="primary" onClick={() => show(undefined)}>已经保存</Button>}>
        <Alert type="warning" showIcon title="请交给设备平台的维护单位，在请求头中出示：Authorization: Bearer 密钥" style={{ marginBottom: 12 }} />
        <Typography.Text code copyable className="break">{made?.key ?? ''}</Typography.Text>
      </Modal>
    </>
  )
}

function SourceCard({ source: { id, name, open, changedAt, changedBy }, manages, show }: { readonly source: Source; readonly manages: boolean; readonly show: (key: SourceKey) => void }) {
  const client = useQueryClient()
  const { modal } = App.useApp()
  const refresh = () => void client.invalidateQueries({ queryKey: ['monitoring'] })
  const renew = useMutation({ mutationFn: () => post<SourceKey>(`/api/monitoring/sources/${id}/key`, {}), onSuccess: (key) => { refresh(); show(key) } })
  const shut = useMutation({ mutationFn: () => post(`/api/monitoring/sources/${id}/closure`, {}), onSuccess: refresh })
  return (
    <Card size="small">
      <Flex justify="space-between" gap={8} wrap align="center">
        <div>
          <Flex gap={8} align="center" wrap><b>{name}</b><span className="quiet number">{id}</span><Tag color={open ? 'success' : 'default'} style={{ margin: 0 }}>{open ? '接收中' : '已停止'}</Tag></Flex>
          <div className="quiet number">{momentOf(changedAt)} 由{changedBy}变更密钥</div>
        </div>
        {manages && (
          <Flex gap={8} wrap>
            <Button onClick={() => void modal.confirm({ title: `更换「${name}」的密钥？`, content: '旧密钥立即失效，换好以前平台报送不进来。', onOk: () => renew.mutateAsync() })}>更换密钥</Button>
            {open && <Button danger onClick={() => void modal.confirm({ title: `停止接收「${name}」？`, content: '以后可以更换密钥恢复。', onOk: () => shut.mutateAsync() })}>停止接收</Button>}
          </Flex>
        )}
      </Flex>
    </Card>
  )
}

interface Named {
  readonly id: string
  readonly name: string
}
function NewSource({ isOpen, close, show }: { readonly isOpen: boolean; readonly close: () => void; readonly show: (key: SourceKey) => void }) {
  const client = useQueryClient()
  const [form] = Form.useForm<Named>()
  const send = useMutation({
    mutationFn: (named: Named) => post<SourceKey>('/api/monitoring/sources', named),
    onSuccess: (key) => {
      void client.invalidateQueries({ queryKey: ['monitoring'] })
      close()
      show(key)
    },
  })
  return (
    <Modal open={isOpen} title="登记来源" onCancel={close} okText="登记" cancelText="取消" onOk={form.submit} confirmLoading={send.isPending} destroyOnHidden>
      <Form form={form} layout="vertical" onFinish={(named) => send.mutate(named)}>
        <Form.Item name="id" label="代号" extra={<span className="note">小写字母、数字或者 -，如 camera-platform</span>} rules={[{ required: true, message: '请填写代号' }]}><Input maxLength={32} /></Form.Item>
        <Form.Item name="name" label="名称" rules={[{ required: true, message: '请填写名称' }]}><Input maxLength={60} /></Form.Item>
      </Form>
      <Said error={send.error} />
    </Modal>
  )
}
