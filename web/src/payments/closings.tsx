import type { DayView } from '@zhunsheng/bureau/modules/payments/wire.ts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Alert, App, Button, Card, Form, Input } from 'antd'
import { Said } from '../act/said.tsx'
import { post } from '../api.ts'
import { useMe } from '../app/me.ts'
import { minuteOf } from '../piece/moment.ts'

const CLOSING: readonly string[] = ['windowClerk', 'teamLeader', 'bureauLeader']

/** How often and by whom a day was closed, and the next closing where there is one (结账). */
export function Closings({ view }: { readonly view: DayView }) {
  const { person } = useMe()
  const { closings, state, items } = view
  const unsaid = items.filter((item) => item.state === 'open').length
  const may = person.posts.some((one) => CLOSING.includes(one))
  return (
    <Card size="small" title="结账">
      {closings.map(({ round, who, at, note, totals }) => (
        <div key={round} className="day-item">
          <b>第 {round} 次结账</b>　{who} <span className="number">{minuteOf(at)}</span>
          <div className="number">银行 {totals.bank} 元，我方 {totals.books} 元，相符 {totals.matched} 元（{totals.matchedCount} 笔）</div>
          {note !== '' && <div className="break">{note}</div>}
        </div>
      ))}
      {state === 'waiting' && <p style={{ margin: 0 }}>导入银行当日文件后才能结账；当日没有收款的，导入 0 笔的文件。</p>}
      {state === 'supplementary' && <Alert type="warning" showIcon style={{ marginBlock: 8 }} title="结账以后又有变化，需要补充结账；原来的结账保留不变" />}
      {state === 'closed' && <p className="quiet" style={{ margin: '8px 0 0' }}>已经结账，此后没有新的变化。</p>}
      {(state === 'open' || state === 'supplementary') && unsaid > 0 && <Alert type="info" showIcon title={`还有 ${unsaid} 笔差异没有说明，说明或者了结以后才能结账`} />}
      {(state === 'open' || state === 'supplementary') && unsaid === 0 && (may ? <CloseForm day={view.day} /> : <p className="quiet" style={{ margin: 0 }}>由窗口、队长或者负责人结账。</p>)}
    </Card>
  )
}

function CloseForm({ day }: { readonly day: string }) {
  const client = useQueryClient()
  const { message } = App.useApp()
  const close = useMutation({
    mutationFn: (filled: { readonly note?: string }) => post<DayView>(`/api/payments/days/${day}/closing`, { note: filled.note ?? '' }),
    onSuccess: () => {
      void message.success(`${day} 已结账`)
      void client.invalidateQueries({ queryKey: ['payments'] })
    },
  })
  return (
    <Form layout="vertical" onFinish={(filled: { readonly note?: string }) => close.mutate(filled)}>
      <Form.Item name="note" label="结账说明（选填）"><Input.TextArea rows={2} maxLength={1000} /></Form.Item>
      <Said error={close.error} />
      <Button type="primary" htmlType="submit" block loading={close.isPending}>结账</Button>
      <p className="note" style={{ margin: '6px 0 0' }}>结账后不能撤回或者修改；银行以后补报的，另行补充结账。</p>
    </Form>
  )
}
