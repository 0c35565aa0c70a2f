import type { HandoverView, NewReceipt, ThingView } from '@zhunsheng/bureau/modules/evidence/wire.ts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, DatePicker, Drawer, Flex, Form, Input, Radio } from 'antd'
import dayjs, { type Dayjs } from 'dayjs'
import { useState } from 'react'
import { newKey } from '../act/draft.ts'
import { Said } from '../act/said.tsx'
import { post } from '../api.ts'
import { usePhone } from '../app/phone.ts'
import { bureauNow } from '../offline/device.ts'
import { SignPad, type Strokes } from '../street/sign-pad.tsx'
import { PhotoField } from './photo-field.tsx'

interface Receiving {
  readonly caseId: string
  readonly thing: ThingView | undefined
  readonly close: () => void
}
interface Filled {
  readonly accepted: boolean
  readonly received: Dayjs
  readonly receipt?: readonly string[]
  readonly note?: string
}
const WIDTH = 560

/** The other side of a hand-over (确认接收): received or refused; who has no account here signs by hand or leaves a receipt. */
export function ReceiptDrawer({ caseId, thing, close }: Receiving) {
  const isPhone = usePhone()
  const handover = thing?.handovers.at(-1)
  return (
    <Drawer open={thing !== undefined} onClose={close} title={`接收：${thing?.name ?? ''}`} size={isPhone ? '100%' : WIDTH} destroyOnHidden>
      {thing !== undefined && handover !== undefined && <ReceiptForm caseId={caseId} thing={thing} handover={handover} close={close} />}
    </Drawer>
  )
}

function ReceiptForm({ caseId, thing, handover, close }: Receiving & { readonly thing: ThingView; readonly handover: HandoverView }) {
  const client = useQueryClient()
  const [form] = Form.useForm<Filled>()
  const [key] = useState(newKey)
  const [strokes, draw] = useState<Strokes>([])
  const accepted = Form.useWatch('accepted', form) ?? true
  const isOutside = handover.toId === undefined
  const send = useMutation({
    mutationFn: ({ received, receipt, note, ...rest }: Filled) =>
      post(`/api/cases/${caseId}/custody/receipts`, {
        ...rest, seq: thing.seq, item: thing.item, number: handover.number, receivedAt: received.toISOString(),
        ...(strokes.length === 0 ? {} : { hand: strokes.map((stroke) => [...stroke]) }),
        ...(receipt?.[0] === undefined ? {} : { receipt: receipt[0] }),
        ...(note === undefined || note === '' ? {} : { note }),
      } satisfies NewReceipt, key),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: ['case', caseId] })
      close()
    },
  })
  return (
    <Form form={form} layout="vertical" initialValues={{ accepted: true, received: dayjs(bureauNow()) }} onFinish={(filled) => send.mutate(filled)}>
      <p className="quiet" style={{ marginTop: 0 }}>{handover.from} {dayjs(handover.givenAt).format('YYYY-MM-DD HH:mm')} {handover.turn}，接收人 <b>{handover.to}</b>{handover.seal !== undefined && `，封签 ${handover.seal}`}。请核对名称、数量、成色和封签。</p>
      <Form.Item name="accepted" label="核对结果"><Radio.Group options={[{ value: true, label: '核对无误，接收' }, { value: false, label: '不予接收' }]} /></Form.Item>
      <Form.Item name="received" label={accepted ? '接收时间' : '时间'} rules={[{ required: true, message: '请填写时间' }]}><DatePicker showTime={{ format: 'HH:mm' }} format="YYYY-MM-DD HH:mm" style={{ width: '100%' }} /></Form.Item>
      {isOutside && accepted && (
        <>
          <Form.Item label={`${handover.to}签名`} extra={<span className="note">手写签名，或者拍下签收凭证，二者有一即可</span>}><SignPad strokes={strokes} onDraw={draw} /></Form.Item>
          <Form.Item name="receipt" label="签收凭证照片"><PhotoField most={1} /></Form.Item>
        </>
      )}
      <Form.Item name="note" label={accepted ? '说明' : '不予接收的原因'} {...(accepted ? {} : { rules: [{ required: true, whitespace: true, message: '请写明原因' }] })}><Input.TextArea autoSize={{ minRows: 2 }} maxLength={2000} /></Form.Item>
      <Said error={send.error} onReload={() => void client.invalidateQueries({ queryKey: ['case', caseId] })} />
      <Flex justify="end" gap={8} style={{ marginTop: 8 }}><Button onClick={close}>取消</Button><Button type="primary" htmlType="submit" loading={send.isPending}>{accepted ? '确认接收' : '不予接收'}</Button></Flex>
    </Form>
  )
}
