import type { Manifest, NewManifest } from '@zhunsheng/bureau/modules/trucks/wire.ts'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, Drawer, Flex, Form, Input, InputNumber, Select } from 'antd'
import { useState } from 'react'
import { post, Problem } from '../api.ts'
import { usePhone } from '../app/phone.ts'
import { bureauNow } from '../offline/device.ts'
import { inChina, localOf } from './local-time.ts'
import { OneChoice } from './record-choice.tsx'
import { fieldsOf } from './register-fields.ts'
import { faultsByField, wordsOf } from './show-record.ts'
import { recordQuery } from './truck-queries.ts'
import { TruckSaid } from './truck-said.tsx'

const LABELS = new Map([['permit', '处置核准'], ['vehicle', '车辆'], ['driver', '驾驶员'], ['at', '开单时间'], ['volume', '装车量']])
interface Opened {
  readonly isOpen: boolean
  readonly close: () => void
}

/** Opens a manifest at the gate of a site (开联单). */
export function NewManifestDrawer({ isOpen, close }: Opened) {
  const isPhone = usePhone()
  return <Drawer open={isOpen} onClose={close} title="开联单" size={isPhone ? '100%' : 520} destroyOnHidden mask={{ closable: false }}><Opening close={close} /></Drawer>
}

function Opening({ close }: Pick<Opened, 'close'>) {
  const { message } = App.useApp()
  const client = useQueryClient()
  const [form] = Form.useForm<NewManifest>()
  const [key] = useState(() => crypto.randomUUID())
  const [start] = useState(() => localOf(bureauNow()))
  const [tried, setTried] = useState(0)
  const chosen = Form.useWatch('permit', form)
  const send = useMutation({
    mutationFn: ({ at, driver, ...filled }: NewManifest) => post<Manifest>('/api/trucks/manifests', { ...filled, at: inChina(at), ...(driver === undefined ? {} : { driver }) }, `${key}-${tried}`),
    onSuccess: ({ number }) => {
      void message.success(`联单 ${number} 已经开出`)
      void client.invalidateQueries({ queryKey: ['trucks'] })
      close()
    },
    onError: (error) => {
      if (!(error instanceof Problem) || !error.isOf('malformed')) return
      setTried((times) => times + 1)
      const faults = faultsByField(error.faults)
      form.setFields((['permit', 'vehicle', 'driver', 'at', 'volume'] as const).map((name) => ({ name, errors: [...(faults.get(name) ?? [])] })))
    },
  })
  return (
    <Form form={form} layout="vertical" initialValues={{ at: start }} onValuesChange={(changed) => 'permit' in changed && form.resetFields(['vehicle', 'driver'])} onFinish={(filled) => send.mutate(filled)}>
      <p className="quiet" style={{ marginTop: 0 }}>车辆凭许可证件，按批准的时间、路线和地点运输（《重庆市市容环境卫生管理条例》第六十六条）；核准没有列入的车辆、时段以外和超出核准量的不能开单。</p>
      <Form.Item name="permit" label="处置核准" rules={[{ required: true, message: '请选择处置核准' }]}><OneChoice of="permit" names={{}} /></Form.Item>
      <Permitted id={chosen} />
      <Form.Item name="at" label="开单时间" rules={[{ required: true, message: '请填写开单时间' }]}><Input type="datetime-local" /></Form.Item>
      <Form.Item name="volume" label="装车量" rules={[{ required: true, message: '请填写装车量' }]}><InputNumber min={0.1} precision={1} step={0.5} suffix="立方米" style={{ width: '100%' }} /></Form.Item>
      <TruckSaid error={send.error} labels={LABELS} onReload={() => void client.invalidateQueries({ queryKey: ['trucks'] })} />
      <Flex justify="end" gap={8} style={{ marginTop: 12 }}><Button onClick={close}>取消</Button><Button type="primary" htmlType="submit" loading={send.isPending}>开单</Button></Flex>
    </Form>
  )
}

const TOLD = ['site', 'disposal', 'volume', 'from', 'until', 'hours']
/** What the chosen permit allows: only its vehicles are offered, and drivers of its enterprise. */
function Permitted({ id }: { readonly id: string | undefined }) {
  const permit = useQuery({ ...recordQuery('permit', id ?? ''), enabled: id !== undefined })
  const row = id === undefined ? undefined : permit.data?.row
  const vehicles: readonly unknown[] = Array.isArray(row?.data['vehicles']) ? row.data['vehicles'] : []
  const enterprise = row?.data['enterprise']
  return (
    <>
      {row !== undefined && <dl className="facts">{fieldsOf('permit').filter(({ name }) => TOLD.includes(name)).map((field) => ({ field, words: wordsOf(field, row.data[field.name], row.names) })).filter(({ words }) => words !== '').map(({ field, words }) => <div key={field.name} style={{ display: 'contents' }}><dt>{field.label}</dt><dd className="number">{words}</dd></div>)}</dl>}
      <Form.Item name="vehicle" label="车辆" rules={[{ required: true, message: '请选择车辆' }]}>
        <Select showSearch={{ optionFilterProp: 'label' }} disabled={row === undefined} placeholder={row === undefined ? '先选择处置核准' : '核准列入的车辆'} options={vehicles.map(String).map((one) => ({ value: one, label: row?.names[one] ?? one }))} />
      </Form.Item>
      <Form.Item name="driver" label="驾驶员（选填）"><OneChoice of="driver" names={{}} within={typeof enterprise === 'string' ? enterprise : undefined} /></Form.Item>
    </>
  )
}
