import { ORDERS, SETTABLE, SHAPES, type NewOrder, type Orders } from '@zhunsheng/bureau/modules/terminals/wire.ts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Alert, App, Checkbox, Form, Input, InputNumber, Modal, Select } from 'antd'
import { post } from '../api.ts'
import { Failure } from '../app/failure.tsx'
import { OneChoice } from '../trucks/record-choice.tsx'

export type OrderKind = NewOrder['kind']
/** What is asked once more before it is done. */
const WARNINGS: Partial<Readonly<Record<OrderKind, string>>> = {
  reset: '终端会重新启动，其间没有定位。',
  factory: '终端会丢失全部设置，包括平台地址：多数终端此后须由厂家上门重新设置才能接入。',
  clear: '终端将删除全部这一类区域，包括其他平台下发的。',
  set: '新的参数立即生效。缩短汇报间隔会增加流量。',
}
const NO_NAMES = {}
const KINDS = { site: '工地', disposal: '消纳场', zone: '禁行区域', route: '路线' } as const

interface Filled {
  readonly text?: string
  readonly every?: number
  readonly seconds?: number
  readonly channel?: number
  readonly parameter?: number
  readonly value?: number
  readonly reason?: string
  readonly of?: keyof typeof KINDS
  readonly record?: string
  readonly gate?: boolean
  readonly shape?: keyof typeof SHAPES
}
/** What is sent of the form; what is missing the server names. */
function bodyOf(kind: OrderKind, said: Filled): Readonly<Record<string, unknown>> {
  switch (kind) {
    case 'text': return { kind, text: said.text }
    case 'track': return { kind, every: said.every, seconds: said.seconds }
    case 'snapshot': return { kind, channel: said.channel }
    case 'set': return { kind, parameters: [{ id: said.parameter, value: said.value }] }
    case 'reset':
    case 'factory': return { kind, reason: said.reason }
    case 'watch':
    case 'unwatch': return { kind, record: said.record, gate: said.gate ?? false }
    case 'clear': return { kind, shape: said.shape }
    case 'locate':
    case 'parameters': return { kind }
  }
}

/** Asks what an order needs, and gives it once it is confirmed (下发确认). */
export function OrderForm({ terminal, plate, kind, close }: { readonly terminal: string; readonly plate: string; readonly kind: OrderKind; readonly close: () => void }) {
  const client = useQueryClient()
  const { message } = App.useApp()
  const [form] = Form.useForm<Filled>()
  const send = useMutation({
    mutationFn: (said: Filled) => post<Orders>(`/api/trucks/terminals/${terminal}/orders`, bodyOf(kind, said)),
    onSuccess: async ({ rows: [latest] }) => {
      await client.invalidateQueries({ queryKey: ['trucks', 'orders', terminal] })
      void (latest?.state === 'confirmed' ? message.success(latest.result) : message.warning(latest?.result ?? '已下发'))
      close()
    },
  })
  const warning = WARNINGS[kind]
  return (
    <Modal open title={`${ORDERS[kind]}：${plate}`} okText="确认下发" okButtonProps={{ danger: kind === 'factory' || kind === 'reset' || kind === 'clear' }} confirmLoading={send.isPending} onCancel={close} onOk={() => form.submit()}>
      {send.isError && <Failure error={send.error} />}
      {warning !== undefined && <Alert type="warning" showIcon style={{ marginBottom: 12 }} title={warning} />}
      <Form form={form} layout="vertical" onFinish={(said) => send.mutate(said)} initialValues={{ every: 5, seconds: 300, channel: 1, of: 'site', gate: false }}>
        <Fields kind={kind} form={form} />
      </Form>
    </Modal>
  )
}

function Fields({ kind, form }: { readonly kind: OrderKind; readonly form: ReturnType<typeof Form.useForm<Filled>>[0] }) {
  switch (kind) {
    case 'text': return <Form.Item name="text" label="显示和播读的文字" rules={[{ required: true, message: '请填写要显示的文字' }]}><Input.TextArea rows={3} maxLength={200} showCount autoFocus /></Form.Item>
    case 'track':
      return (
        <>
          <Form.Item name="every" label="每隔（秒）"><InputNumber min={1} max={300} /></Form.Item>
          <Form.Item name="seconds" label="持续（秒）"><InputNumber min={10} max={3600} /></Form.Item>
        </>
      )
    case 'snapshot': return <Form.Item name="channel" label="摄像头通道"><InputNumber min={1} max={32} /></Form.Item>
    case 'set': return <SetFields form={form} />
    case 'reset':
    case 'factory': return <Form.Item name="reason" label="理由" rules={[{ required: true, min: 2, message: '请填写理由' }]}><Input maxLength={200} autoFocus /></Form.Item>
    case 'watch':
    case 'unwatch': return <DrawnFields form={form} />
    case 'clear': return <Form.Item name="shape" label="区域的种类" rules={[{ required: true, message: '请选择区域的种类' }]}><Select options={Object.entries(SHAPES).map(([value, label]) => ({ value, label }))} /></Form.Item>
    case 'locate': return <p>终端立即报告现在的位置。</p>
    case 'parameters': return <p>终端报告它现在的全部参数。</p>
  }
}

const ROWS = Object.entries(SETTABLE).map(([id, [name, unit, least, most]]) => ({ id: Number(id), name, unit, least, most }))
function SetFields({ form }: { readonly form: ReturnType<typeof Form.useForm<Filled>>[0] }) {
  const chosen = Form.useWatch('parameter', form)
  const row = ROWS.find(({ id }) => id === chosen)
  return (
    <>
      <Form.Item name="parameter" label="参数" rules={[{ required: true, message: '请选择参数' }]}><Select options={ROWS.map(({ id, name }) => ({ value: id, label: name }))} /></Form.Item>
      {row !== undefined && <Form.Item name="value" label={`数值（${row.unit}，${row.least} 至 ${row.most}）`} rules={[{ required: true, message: '请填写数值' }]}><InputNumber min={row.least} max={row.most} precision={0} /></Form.Item>}
    </>
  )
}

function DrawnFields({ form }: { readonly form: ReturnType<typeof Form.useForm<Filled>>[0] }) {
  const of = Form.useWatch('of', form) ?? 'site'
  return (
    <>
      <Form.Item name="of" label="种类"><Select onChange={() => form.resetFields(['record', 'gate'])} options={Object.entries(KINDS).map(([value, label]) => ({ value, label }))} /></Form.Item>
      <Form.Item key={of} name="record" label={`登记的${KINDS[of]}`} rules={[{ required: true, message: '请选择登记的区域或者路线' }]}><OneChoice of={of} names={NO_NAMES} /></Form.Item>
      {of === 'site' && <Form.Item name="gate" valuePropName="checked"><Checkbox>只是出入口（圆形区域）</Checkbox></Form.Item>}
    </>
  )
}
