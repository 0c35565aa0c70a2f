import type { Slip } from '@zhunsheng/bureau/modules/payments/wire.ts'
import { PrinterOutlined } from '@ant-design/icons'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Button, Drawer, Flex, Form, Input } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { Said } from '../act/said.tsx'
import { post } from '../api.ts'
import { useMe } from '../app/me.ts'
import { usePhone } from '../app/phone.ts'
import { minuteOf } from '../piece/moment.ts'
import { causeOf, PayBy, SlipState } from './slip-words.tsx'
import { inFours } from './written.ts'

const VOIDING: readonly string[] = ['windowClerk', 'teamLeader']
const printOf = ({ id }: Slip): string => `/api/payments/slips/${id}/print.pdf`

/** One slip with everything that was written on it; nothing on it is ever changed, it can only be voided (缴款通知). */
export function SlipDrawer({ slip, close }: { readonly slip: Slip | undefined; readonly close: () => void }) {
  const isPhone = usePhone()
  return (
    <Drawer open={slip !== undefined} onClose={close} title="缴款通知" size={isPhone ? '100%' : 560} destroyOnHidden extra={slip !== undefined && <Button icon={<PrinterOutlined aria-hidden />} href={printOf(slip)} target="_blank">打印</Button>}>
      {slip !== undefined && <Opened key={slip.id} slip={slip} />}
    </Drawer>
  )
}

function Opened({ slip }: { readonly slip: Slip }) {
  const { today, person } = useMe()
  const { code, payer, caseId, caseNumber, decisionNumber, fine, confiscated, surcharge, total, paid, issuedOn, issuedBy, itemCode, state, entries } = slip
  const parts = [['罚款', fine], ['没收', confiscated], ['加处罚款', surcharge]].filter(([, amount]) => amount !== '0.00')
  const mayVoid = state !== 'voided' && paid === '0.00' && person.posts.some((one) => VOIDING.includes(one))
  return (
    <>
      <Flex gap={8} align="center" wrap style={{ marginBottom: 12 }}><b className="number" style={{ fontSize: 18 }}>{inFours(code)}</b><SlipState state={state} /></Flex>
      <dl className="facts">
        <dt>缴款人</dt><dd>{payer}</dd>
        <dt>案件</dt><dd><Link to={`/cases/${caseId}?tab=money`} className="number">{caseNumber}</Link></dd>
        <dt>决定书</dt><dd>{decisionNumber === '' ? '没有文号' : decisionNumber}</dd>
        <dt>事由</dt><dd>{causeOf(slip)}</dd>
        <dt>应缴</dt><dd className="number">{total} 元{parts.length > 1 && `（${parts.map(([name, amount]) => `${name ?? ''} ${amount ?? ''}`).join('，')}）`}</dd>
        <dt>已缴</dt><dd className="number">{paid} 元</dd>
        <dt>期限</dt><dd><PayBy slip={slip} today={today} /></dd>
        <dt>执收项目</dt><dd className="number">{itemCode}</dd>
        <dt>开具</dt><dd><span className="number">{issuedOn}</span>　{issuedBy}</dd>
      </dl>
      <h3 style={{ fontSize: 15, margin: '16px 0 4px' }}>缴款与作废</h3>
      {entries.length === 0 ? <p className="quiet" style={{ margin: 0 }}>还没有缴款</p> : (
        <ul className="plain-list">
          {entries.map(({ kind, on, who, at, amount, serial, reason }) => (
            <li key={`${kind} ${at} ${serial ?? ''}`} style={{ padding: '6px 0', borderBottom: '1px solid #edf0f4' }}>
              {kind === 'paid' ? <><b className="number">{on}　{amount} 元</b><div className="quiet number break">银行流水号 {serial}</div></> : <><b>作废：{reason}</b><div className="quiet">{who}　<span className="number">{minuteOf(at)}</span></div></>}
            </li>
          ))}
        </ul>
      )}
      {mayVoid && <Voiding slip={slip} />}
    </>
  )
}

function Voiding({ slip }: { readonly slip: Slip }) {
  const client = useQueryClient()
  const { message } = App.useApp()
  const [isAsking, ask] = useState(false)
  const send = useMutation({
    mutationFn: (filled: { readonly reason: string }) => post<Slip>(`/api/payments/slips/${slip.id}/voiding`, filled),
    onSuccess: () => {
      void message.success('已作废；可以在案件「账目」中重新开具')
      void client.invalidateQueries({ queryKey: ['payments'] })
    },
  })
  if (!isAsking) return <Button danger style={{ marginTop: 16 }} onClick={() => ask(true)}>作废这份通知</Button>
  return (
    <Form layout="vertical" style={{ marginTop: 16 }} onFinish={(filled: { readonly reason: string }) => send.mutate(filled)}>
      <Form.Item name="reason" label="作废理由" extra={<span className="note">作废后缴款码不能再用，记录保留；已经有缴款的不能作废，在对账中办理退付或者改记</span>} rules={[{ required: true, whitespace: true, message: '请填写作废理由' }]}><Input.TextArea rows={2} maxLength={500} autoFocus /></Form.Item>
      <Said error={send.error} />
      <Flex justify="end" gap={8}><Button onClick={() => ask(false)}>取消</Button><Button danger type="primary" htmlType="submit" loading={send.isPending}>作废</Button></Flex>
    </Form>
  )
}
