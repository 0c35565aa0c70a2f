import { MANIFEST_STATES, type Manifest, type NewManifestEntry } from '@zhunsheng/bureau/modules/trucks/wire.ts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Button, Drawer, Flex, Form, Input, InputNumber, Segmented } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { post } from '../api.ts'
import { usePhone } from '../app/phone.ts'
import { bureauNow } from '../offline/device.ts'
import { minuteOf } from '../piece/moment.ts'
import { inChina, localOf } from './local-time.ts'
import { TruckSaid } from './truck-said.tsx'

interface Opened {
  readonly manifest: Manifest | undefined
  readonly may: boolean
  readonly close: () => void
}
const LABELS = new Map([['at', '消纳时间'], ['volume', '消纳量'], ['reason', '作废理由']])

/** One manifest (电子联单): what was loaded and tipped; while it is on its way it can be confirmed or struck out. */
export function ManifestDrawer({ manifest, may, close }: Opened) {
  const isPhone = usePhone()
  return (
    <Drawer open={manifest !== undefined} onClose={close} title={manifest === undefined ? '' : `电子联单 ${manifest.number}`} size={isPhone ? '100%' : 520} destroyOnHidden>
      {manifest !== undefined && <Facts manifest={manifest} />}
      {manifest !== undefined && may && manifest.state === 'open' && <Ending key={manifest.id} manifest={manifest} close={close} />}
    </Drawer>
  )
}

function Facts({ manifest }: { readonly manifest: Manifest }) {
  const { state, plate, vehicle, permit, permitNumber, site, siteName, disposal, disposalName, openedAt, openedBy, volume, closedAt, closedBy, tipped, reason } = manifest
  return (
    <dl className="facts">
      <dt>状态</dt><dd>{MANIFEST_STATES[state]}</dd>
      <dt>车辆</dt><dd className="number"><Link to={`/trucks/register/vehicle/${vehicle}`}>{plate}</Link></dd>
      <dt>处置核准</dt><dd><Link to={`/trucks/register/permit/${permit}`}>{permitNumber}</Link></dd>
      <dt>工地</dt><dd><Link to={`/trucks/register/site/${site}`}>{siteName}</Link></dd>
      <dt>消纳场</dt><dd><Link to={`/trucks/register/disposal/${disposal}`}>{disposalName}</Link></dd>
      <dt>开单</dt><dd className="number">{minuteOf(openedAt)} {openedBy}，装车 {volume} 立方米</dd>
      {state === 'closed' && <><dt>消纳</dt><dd className="number">{closedAt === undefined ? '' : minuteOf(closedAt)} {closedBy}，消纳 {tipped} 立方米{tipped !== undefined && tipped !== volume && <span className="quiet">（比装车{tipped < volume ? '少' : '多'} {Math.abs(Math.round((tipped - volume) * 10) / 10)} 立方米）</span>}</dd></>}
      {state === 'void' && <><dt>作废</dt><dd>{closedBy}：{reason}</dd></>}
    </dl>
  )
}

interface Filled {
  readonly at?: string
  readonly volume?: number
  readonly reason?: string
}
function Ending({ manifest: { id, volume }, close }: { readonly manifest: Manifest; readonly close: () => void }) {
  const { message } = App.useApp()
  const client = useQueryClient()
  const [form] = Form.useForm<Filled>()
  const [kind, choose] = useState<'confirm' | 'void'>('confirm')
  const [key] = useState(() => crypto.randomUUID())
  const [start] = useState(() => localOf(bureauNow()))
  const send = useMutation({
    mutationFn: ({ at = '', volume: tipped = 0, reason = '' }: Filled) => {
      const entry: NewManifestEntry = kind === 'confirm' ? { kind, at: inChina(at), volume: tipped } : { kind, reason }
      return post<Manifest>(`/api/trucks/manifests/${id}/entries`, entry, `${key}-${kind}`)
    },
    onSuccess: ({ number }) => {
      void message.success(kind === 'confirm' ? `联单 ${number} 已经确认消纳` : `联单 ${number} 已经作废`)
      void client.invalidateQueries({ queryKey: ['trucks'] })
      close()
    },
  })
  const reload = () => {
    void client.invalidateQueries({ queryKey: ['trucks'] })
    close()
  }
  return (
    <Form form={form} layout="vertical" initialValues={{ at: start, volume }} onFinish={(filled) => send.mutate(filled)}>
      <Segmented<'confirm' | 'void'> block aria-label="办理" value={kind} onChange={(next) => { choose(next); send.reset() }} options={[{ value: 'confirm', label: '消纳确认' }, { value: 'void', label: '作废' }]} style={{ marginBottom: 12 }} />
      {kind === 'confirm' ? (
        <>
          <Form.Item name="at" label="消纳时间" rules={[{ required: true, message: '请填写消纳时间' }]}><Input type="datetime-local" /></Form.Item>
          <Form.Item name="volume" label="消纳量" extra={<span className="note">按消纳场实际收到的量填写；与装车量不一致的如实填写</span>} rules={[{ required: true, message: '请填写消纳量' }]}><InputNumber min={0.1} precision={1} step={0.5} suffix="立方米" style={{ width: '100%' }} /></Form.Item>
        </>
      ) : (
        <Form.Item name="reason" label="作废理由" extra={<span className="note">作废后不能恢复，装车量不再计入核准量</span>} rules={[{ required: true, whitespace: true, message: '请填写作废理由' }]}><Input.TextArea maxLength={200} showCount autoSize={{ minRows: 2 }} /></Form.Item>
      )}
      <TruckSaid error={send.error} labels={LABELS} onReload={reload} />
      <Flex justify="end" gap={8} style={{ marginTop: 12 }}><Button onClick={close}>关闭</Button><Button type="primary" danger={kind === 'void'} htmlType="submit" loading={send.isPending}>{kind === 'confirm' ? '确认消纳' : '作废联单'}</Button></Flex>
    </Form>
  )
}
