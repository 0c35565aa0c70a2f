import type { Order } from '@zhunsheng/bureau/modules/intake/wire.ts'
import { ANSWERS } from '@zhunsheng/bureau/modules/intake/wire.ts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Alert, Button, DatePicker, Drawer, Flex, Form, Input, Radio } from 'antd'
import type { Dayjs } from 'dayjs'
import { post, Problem } from '../api.ts'
import { usePhone } from '../app/phone.ts'

interface Filled {
  readonly kind: keyof typeof ANSWERS
  readonly text: string
  readonly until?: Dayjs
}

/** The reply to a work order (答复): drafted from what was done; whoever sends it may change the words, not the deeds. */
export function AnswerDrawer({ order, close }: { readonly order: Order | undefined; readonly close: () => void }) {
  const isPhone = usePhone()
  return (
    <Drawer open={order !== undefined} onClose={close} title={`答复 ${order?.external ?? ''}`} size={isPhone ? '100%' : 560} destroyOnHidden>
      {order !== undefined && <AnswerForm key={order.id} order={order} close={close} />}
    </Drawer>
  )
}

function AnswerForm({ order, close }: { readonly order: Order; readonly close: () => void }) {
  const [form] = Form.useForm<Filled>()
  const client = useQueryClient()
  const kind = Form.useWatch('kind', form)
  const send = useMutation({
    mutationFn: ({ until, ...rest }: Filled) => post<Order>(`/api/intake/orders/${order.id}/entries`, { ...rest, ...(until === undefined ? {} : { until: until.format('YYYY-MM-DD') }) }),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: ['intake'] })
      close()
    },
  })
  return (
    <Form form={form} layout="vertical" initialValues={{ kind: order.handled ? 'answered' : 'extended', text: order.handled ? order.draft : '' }} onFinish={(filled) => send.mutate(filled)}>
      <p className="passage">{order.content}</p>
      {!order.handled && <Alert type="info" showIcon style={{ marginBottom: 12 }} title="线索还没有处置，暂不能办结" description={`先在「线索」中处置 ${order.leadNumber}；答复内容会按处置结果草拟。`} />}
      <Form.Item name="kind" label="办理结果"><Radio.Group options={Object.entries(ANSWERS).map(([value, label]) => ({ value, label, disabled: value === 'answered' && !order.handled }))} onChange={({ target }) => form.setFieldValue('text', target.value === 'answered' ? order.draft : '')} /></Form.Item>
      {kind === 'extended' && <Form.Item name="until" label="延期至" rules={[{ required: true, message: '请填写延期日期' }]}><DatePicker style={{ width: '100%' }} /></Form.Item>}
      <Form.Item name="text" label={kind === 'answered' ? '答复内容（已按案卷草拟）' : '理由'} rules={[{ required: true, whitespace: true, message: '请填写内容' }]}><Input.TextArea rows={6} maxLength={2000} showCount /></Form.Item>
      {send.error !== null && <Alert type="error" showIcon style={{ marginBottom: 12 }} title={send.error instanceof Problem ? send.error.detail : '没有提交成功，请重试'} />}
      <Flex justify="end" gap={8}><Button onClick={close}>取消</Button><Button type="primary" htmlType="submit" loading={send.isPending}>提交</Button></Flex>
    </Form>
  )
}
