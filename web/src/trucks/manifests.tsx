import { MANIFEST_STATES, type Manifest, type NewManifestEntry } from '@zhunsheng/bureau/modules/trucks/wire.ts'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, Card, Empty, Flex, Form, Input, InputNumber, Modal, Segmented, Skeleton, Tag } from 'antd'
import { useState } from 'react'
import { post } from '../api.ts'
import { Failure } from '../app/failure.tsx'
import { useMe } from '../app/me.ts'
import { PageHead } from '../app/page.tsx'
import { useAsked } from '../piece/asked.ts'
import { bureauNow } from '../offline/device.ts'
import { Pager } from '../piece/pager.tsx'
import { momentOf, TrackTabs } from '../tracking/track-tabs.tsx'
import { NewManifestDialog } from './new-manifest.tsx'
import { manifestsQuery } from './register-queries.ts'

const COLOURS: Readonly<Record<Manifest['state'], string>> = { open: 'processing', closed: 'success', void: 'default' }
const ENTERING: readonly string[] = ['officer', 'teamLeader', 'windowClerk']

/** Manifests (电子联单): one for each load, opened at the gate of the site, closed at the disposal site. */
export function Component() {
  const { person } = useMe()
  const { asked, ask } = useAsked()
  const manifests = useQuery(manifestsQuery(asked))
  const [isOpening, open] = useState(false)
  const [ending, end] = useState<{ readonly manifest: Manifest; readonly kind: NewManifestEntry['kind'] }>()
  const enters = person.posts.some((post) => ENTERING.includes(post))
  const { data } = manifests
  return (
    <>
      <PageHead title="渣土车监管" note={data === undefined ? undefined : `符合条件的联单 ${data.total} 张，装车 ${data.loaded} 立方米，消纳 ${data.tipped} 立方米`}>
        {enters && <Button type="primary" onClick={() => open(true)}>开联单</Button>}
      </PageHead>
      <TrackTabs />
      <Card size="small" style={{ marginBottom: 12 }}>
        <Flex gap={12} wrap align="center">
          <Segmented aria-label="状态" value={asked['state'] ?? ''} onChange={(state) => ask({ state })} options={[{ value: '', label: '全部' }, ...Object.entries(MANIFEST_STATES).map(([value, label]) => ({ value, label }))]} />
          <Input.Search key={asked['search'] ?? ''} defaultValue={asked['search'] ?? ''} allowClear enterButton="查询" placeholder="联单号、号牌、工地或者核准编号" maxLength={100} onSearch={(search) => ask({ search })} style={{ maxWidth: 340 }} />
        </Flex>
      </Card>
      {manifests.isError && <Failure error={manifests.error} retry={() => void manifests.refetch()} />}
      {manifests.isPending && <Skeleton active paragraph={{ rows: 6 }} />}
      {data?.rows.length === 0 && <Card><Empty description="没有符合条件的联单" /></Card>}
      <ul className="plain-list" style={{ display: 'grid', gap: 10 }}>
        {data?.rows.map((manifest) => (
          <li key={manifest.id}>
            <Card size="small">
              <Flex justify="space-between" gap={8} wrap align="start">
                <div style={{ flex: 1, minWidth: 220 }}>
                  <Flex gap={8} wrap align="center"><Tag color={COLOURS[manifest.state]} style={{ margin: 0 }}>{MANIFEST_STATES[manifest.state]}</Tag><b className="number">{manifest.number}</b><b className="number">{manifest.plate}</b></Flex>
                  <div>{manifest.siteName} → {manifest.disposalName}　装车 {manifest.volume} 立方米{manifest.tipped === undefined ? '' : `，消纳 ${manifest.tipped} 立方米`}</div>
                  <div className="quiet number">{momentOf(manifest.openedAt)} {manifest.openedBy}开单{manifest.closedAt === undefined ? '' : `；${momentOf(manifest.closedAt)} ${manifest.closedBy ?? ''}确认`}{manifest.reason === undefined ? '' : `；作废：${manifest.reason}`}</div>
                </div>
                {enters && manifest.state === 'open' && <Flex gap={8} wrap><Button type="primary" onClick={() => end({ manifest, kind: 'confirm' })}>确认消纳</Button><Button danger onClick={() => end({ manifest, kind: 'void' })}>作废</Button></Flex>}
              </Flex>
            </Card>
          </li>
        ))}
      </ul>
      {data !== undefined && <Pager total={data.total} asked={asked} ask={ask} />}
      {isOpening && <NewManifestDialog close={() => open(false)} />}
      {ending !== undefined && <EndDialog {...ending} close={() => end(undefined)} />}
    </>
  )
}

function EndDialog({ manifest, kind, close }: { readonly manifest: Manifest; readonly kind: NewManifestEntry['kind']; readonly close: () => void }) {
  const client = useQueryClient()
  const { message } = App.useApp()
  const [form] = Form.useForm<{ volume?: number; reason?: string }>()
  const [key] = useState(() => crypto.randomUUID())
  const send = useMutation({
    mutationFn: (said: { readonly volume?: number; readonly reason?: string }) => post(`/api/trucks/manifests/${manifest.id}/entries`, kind === 'confirm' ? { kind, at: bureauNow().toISOString(), volume: said.volume } : { kind, reason: said.reason }, key),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['trucks'] })
      void message.success(kind === 'confirm' ? '已确认消纳' : '已作废')
      close()
    },
  })
  return (
    <Modal open title={`${kind === 'confirm' ? '确认消纳' : '作废'} ${manifest.number}`} okText={kind === 'confirm' ? '确认消纳' : '作废'} confirmLoading={send.isPending} onCancel={close} onOk={() => form.submit()}>
      {send.isError && <Failure error={send.error} />}
      <Form form={form} layout="vertical" initialValues={{ volume: manifest.volume }} onFinish={(said) => send.mutate(said)}>
        {kind === 'confirm' ? <Form.Item name="volume" label="消纳量（立方米）" rules={[{ required: true, message: '请填写消纳量' }]}><InputNumber min={0.1} step={0.1} precision={1} autoFocus /></Form.Item> : <Form.Item name="reason" label="作废理由" rules={[{ required: true, message: '请填写作废理由' }]}><Input maxLength={200} autoFocus /></Form.Item>}
      </Form>
    </Modal>
  )
}
