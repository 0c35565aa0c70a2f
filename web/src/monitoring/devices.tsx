import type { DeviceRow, DeviceView } from '@zhunsheng/bureau/modules/monitoring/wire.ts'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Card, Drawer, Empty, Flex, Form, Input, Segmented, Skeleton, Tag } from 'antd'
import { useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { Fields } from '../act/fields.tsx'
import { answersOf, isAnswers } from '../act/form.ts'
import { Said } from '../act/said.tsx'
import { post } from '../api.ts'
import { Failure } from '../app/failure.tsx'
import { useMe } from '../app/me.ts'
import { PageHead } from '../app/page.tsx'
import { usePhone } from '../app/phone.ts'
import { useAsked } from '../piece/asked.ts'
import { Due } from '../piece/due.tsx'
import { devicesQuery, formsQuery } from './watch-queries.ts'
import { WatchTabs } from './watch-tabs.tsx'

const STATES = [{ value: '', label: '全部' }, { value: 'lacking', label: '缺少条件' }, { value: 'renewal', label: '证书将到期' }, { value: 'service', label: '在用' }]
const SHOWS: Readonly<Record<string, (row: DeviceRow) => boolean>> = { lacking: ({ lacks }) => lacks.length > 0, renewal: ({ renewal }) => renewal !== undefined, service: ({ inService }) => inService }
const REGISTERING: readonly string[] = ['teamLeader', 'bureauLeader']

/** The register of devices (监控设备): what each one lacks now, and under which article. */
export function Component() {
  const { person, today } = useMe()
  const { asked, ask } = useAsked()
  const devices = useQuery(devicesQuery)
  const [isAdding, add] = useState(false)
  const search = asked['search'] ?? ''
  const shown = (devices.data ?? []).filter((row) => [row.identifier, row.name, row.place ?? '', row.plate ?? '', row.kind].join(' ').includes(search)).filter(SHOWS[asked['state'] ?? ''] ?? (() => true))
  const lacking = devices.data?.filter(({ lacks }) => lacks.length > 0).length ?? 0
  return (
    <>
      <PageHead title="非现场执法" note={devices.data === undefined ? undefined : `登记设备 ${devices.data.length} 台，其中 ${lacking} 台缺少法定条件`}>
        <Link to="/public/monitoring"><Button>公布的设置地点</Button></Link>
        {person.posts.some((one) => REGISTERING.includes(one)) && <Button type="primary" onClick={() => add(true)}>登记设备</Button>}
      </PageHead>
      <WatchTabs />
      <Card size="small" style={{ marginBottom: 12 }}>
        <Flex gap={12} wrap>
          <Segmented aria-label="状态" value={asked['state'] ?? ''} onChange={(state) => ask({ state })} options={STATES} />
          <Input.Search key={search} defaultValue={search} allowClear enterButton="查询" placeholder="编号、名称、地点或者号牌" maxLength={100} onSearch={(word) => ask({ search: word.trim() })} style={{ maxWidth: 320 }} />
        </Flex>
      </Card>
      {devices.isError && <Failure error={devices.error} retry={() => void devices.refetch()} />}
      {devices.isPending && <Skeleton active paragraph={{ rows: 6 }} />}
      {devices.data !== undefined && shown.length === 0 && <Card><Empty description={devices.data.length === 0 ? '还没有登记过设备' : '没有符合条件的设备'} /></Card>}
      <ul className="plain-list" style={{ display: 'grid', gap: 10 }}>{shown.map((row) => <li key={row.id}><DeviceCard row={row} today={today} /></li>)}</ul>
      <NewDevice isOpen={isAdding} close={() => add(false)} />
    </>
  )
}

function DeviceCard({ row: { id, identifier, name, kind, place, plate, inService, lacks, renewal, certificateUntil }, today }: { readonly row: DeviceRow; readonly today: string }) {
  return (
    <Card size="small">
      <Flex gap={8} wrap align="center">
        <Tag style={{ margin: 0 }}>{kind}</Tag>
        <Link to={`/monitoring/devices/${id}`}><b>{name}</b></Link>
        <span className="quiet number">{identifier}</span>
        <Tag color={inService ? 'success' : 'default'} style={{ margin: 0 }}>{inService ? '在用' : '未启用'}</Tag>
        {renewal !== undefined && <span>证书 <Due due={renewal.due} today={today} /></span>}
      </Flex>
      <div className="break">{[place, plate].filter((one) => one !== undefined).join(' · ') || '没有登记设置地点'}{certificateUntil !== undefined && <span className="quiet number">　证书至 {certificateUntil}</span>}</div>
      {lacks.length === 0 ? <div className="quiet">符合第四十一条第一款的各项条件</div> : <div style={{ color: '#8f1d17' }}>{lacks.map(({ because }) => because).join('；')}（{lacks[0]?.basis.join('、')}）</div>}
    </Card>
  )
}

function NewDevice({ isOpen, close }: { readonly isOpen: boolean; readonly close: () => void }) {
  const isPhone = usePhone()
  const client = useQueryClient()
  const navigate = useNavigate()
  const forms = useQuery(formsQuery('device'))
  const spec = forms.data?.find(({ kind }) => kind === 'register')
  const [form] = Form.useForm<{ readonly identifier: string; readonly data?: unknown }>()
  const send = useMutation({
    mutationFn: ({ identifier, data }: { readonly identifier: string; readonly data?: unknown }) => post<DeviceView>('/api/monitoring/devices', { identifier, data: answersOf(spec?.form ?? {}, isAnswers(data) ? data : {}) }),
    onSuccess: ({ row }) => {
      void client.invalidateQueries({ queryKey: ['monitoring'] })
      void navigate(`/monitoring/devices/${row.id}`)
    },
  })
  return (
    <Drawer open={isOpen} onClose={close} title="登记设备" size={isPhone ? '100%' : 560} destroyOnHidden>
      {spec !== undefined && (
        <Form form={form} layout="vertical" onFinish={(filled) => send.mutate(filled)}>
          <p className="quiet" style={{ marginTop: 0 }}>{spec.help}（{spec.basis.join('、')}）</p>
          <Form.Item name="identifier" label="设备编号" required extra={<span className="note">报送来源用来称呼这台设备的编号，登记后不能改变</span>} rules={[{ required: true, message: '请填写设备编号' }]}><Input maxLength={64} /></Form.Item>
          <Fields form={spec.form} at={['data']} under={['data']} />
          <Said error={send.error} />
          <Flex justify="end" gap={8} style={{ marginTop: 12 }}><Button onClick={close}>取消</Button><Button type="primary" htmlType="submit" loading={send.isPending}>登记</Button></Flex>
        </Form>
      )}
    </Drawer>
  )
}
