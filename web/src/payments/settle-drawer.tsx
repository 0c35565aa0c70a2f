import type { Item, NewItemEntry, SettledItem } from '@zhunsheng/bureau/modules/payments/wire.ts'
import { CURES, ITEM_KINDS, SETTLEMENTS } from '@zhunsheng/bureau/modules/payments/wire.ts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Button, Drawer, Flex, Form, Input, Radio } from 'antd'
import { Said } from '../act/said.tsx'
import { post } from '../api.ts'
import { usePhone } from '../app/phone.ts'
import { settlementsFor } from './settlements.ts'

type Filled = Omit<NewItemEntry, 'key'>

/** What became of a difference: a reason while it goes on, or how it was settled, once (差异的处理). */
export function SettleDrawer({ item, close }: { readonly item: Item | undefined; readonly close: () => void }) {
  const isPhone = usePhone()
  return (
    <Drawer open={item !== undefined} onClose={close} title="说明、处理差异" size={isPhone ? '100%' : 520} destroyOnHidden>
      {item !== undefined && <SettleForm key={item.key} item={item} close={close} />}
    </Drawer>
  )
}

function SettleForm({ item, close }: { readonly item: Item; readonly close: () => void }) {
  const [form] = Form.useForm<Filled>()
  const client = useQueryClient()
  const { message } = App.useApp()
  const kind = Form.useWatch('kind', form)
  const send = useMutation({
    mutationFn: ({ code, ...filled }: Filled) => post<SettledItem>('/api/payments/items', { key: item.key, ...filled, ...(filled.kind === 'reattributed' && code !== undefined ? { code: code.replace(/\s/g, '') } : {}) }),
    onSuccess: ({ item: after }) => {
      void message.success(after === undefined ? '双方已经相符' : after.state === 'settled' ? '已了结' : '已写明，继续跟踪')
      void client.invalidateQueries({ queryKey: ['payments'] })
      void client.invalidateQueries({ queryKey: ['case'] })
      close()
    },
  })
  return (
    <Form form={form} layout="vertical" initialValues={{ kind: 'pending' }} onFinish={(filled) => send.mutate(filled)}>
      <p style={{ marginTop: 0 }}><b>{ITEM_KINDS[item.kind]}</b>　{item.says}<br /><span className="number">我方 {item.ours} 元，银行 {item.theirs} 元</span></p>
      <p className="day-cure">{CURES[item.kind]}</p>
      <Form.Item name="kind" label="处理"><Radio.Group vertical options={settlementsFor(item.kind).map((value) => ({ value, label: SETTLEMENTS[value] }))} /></Form.Item>
      {kind === 'reattributed' && <Form.Item name="code" label="正确的缴款码" extra={<span className="note">缴款记入这份通知的案件，与银行直接收到一样依法审核</span>} rules={[{ required: true, whitespace: true, message: '请填写缴款码' }]}><Input maxLength={40} inputMode="numeric" autoComplete="off" className="number" /></Form.Item>}
      <Form.Item name="reason" label="理由、凭据" extra={<span className="note">如：与谁核对、退付通知书文号、银行更正单号。记入后不能修改</span>} rules={[{ required: true, whitespace: true, message: '请写明理由' }]}><Input.TextArea rows={4} maxLength={1000} /></Form.Item>
      <Said error={send.error} />
      <Flex justify="end" gap={8} style={{ marginTop: 12 }}><Button onClick={close}>取消</Button><Button type="primary" htmlType="submit" loading={send.isPending}>{kind === 'pending' ? '记入' : '了结'}</Button></Flex>
    </Form>
  )
}
