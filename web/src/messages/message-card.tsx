import type { Message, MessageState } from '@zhunsheng/bureau/modules/messages/wire.ts'
import { MESSAGE_KINDS, MESSAGE_STATES } from '@zhunsheng/bureau/modules/messages/wire.ts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Button, Flex, Form, Input, Tag } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { newKey } from '../act/draft.ts'
import { Said } from '../act/said.tsx'
import { post } from '../api.ts'
import { useMe } from '../app/me.ts'
import { minuteOf } from '../piece/moment.ts'
import './messages.css'

const COLOURS: Readonly<Record<MessageState, string>> = { queued: 'processing', held: 'warning', sent: 'success', failed: 'error', refused: 'error', cancelled: 'default' }
const ENTRIES = { retry: '没有成功，稍后再试', sent: '已发送', failed: '不再尝试', refused: '网关拒绝', cancelled: '不再需要' } as const
const RESENDING: readonly string[] = ['officer', 'teamLeader', 'windowClerk']
const mayBeResent = ({ state, correctedBy }: Message): boolean => correctedBy === undefined && state !== 'queued' && state !== 'held'

/** A reminder: to which number, of what, in which words, and what became of it (短信提醒). */
export function MessageCard({ message, isInCase = false }: { readonly message: Message; readonly isInCase?: boolean }) {
  const { person } = useMe()
  const [isResending, resend] = useState(false)
  const { caseId, caseNumber, kind, seq, phone, text, plannedAt, notBefore, state, entries, corrects, correctedBy } = message
  return (
    <>
      <Flex gap={8} wrap align="center" justify="space-between">
        <Flex gap={8} wrap align="center"><b>{MESSAGE_KINDS[kind]}</b><span className="number">{phone}</span>{!isInCase && <Link to={`/cases/${caseId}?tab=messages`} className="number">{caseNumber}</Link>}</Flex>
        <Tag color={COLOURS[state]} style={{ margin: 0 }}>{MESSAGE_STATES[state]}</Tag>
      </Flex>
      <div className="break" style={{ marginBlock: 4 }}>{text}</div>
      <div className="quiet">由案卷第 <span className="number">{seq}</span> 项产生　<span className="number">{minuteOf(plannedAt)}</span> 登记{(state === 'queued' || state === 'held') && <>　<span className="number">{notBefore}</span> 起发送</>}</div>
      {corrects !== undefined && <div className="break">重发：{corrects.reason} <span className="quiet">{corrects.who}</span></div>}
      {entries.map(({ kind: what, at, says }) => <div key={`${what} ${at}`} className="break"><span className="quiet number">{minuteOf(at)}</span>　{ENTRIES[what]}：{says}</div>)}
      {correctedBy !== undefined && <div className="quiet">已由另一条短信重发</div>}
      {mayBeResent(message) && !isResending && person.posts.some((one) => RESENDING.includes(one)) && <Button size="small" style={{ marginTop: 6 }} onClick={() => resend(true)}>重发…</Button>}
      {isResending && <ResendForm id={message.id} close={() => resend(false)} />}
    </>
  )
}

function ResendForm({ id, close }: { readonly id: string; readonly close: () => void }) {
  const client = useQueryClient()
  const { message } = App.useApp()
  const [key] = useState(newKey)
  const send = useMutation({
    mutationFn: (filled: { readonly reason: string }) => post<Message>(`/api/messages/${id}/resending`, filled, key),
    onSuccess: () => {
      void message.success('已登记重发，原记录保留')
      void client.invalidateQueries({ queryKey: ['messages'] })
      close()
    },
  })
  return (
    <Form layout="vertical" style={{ marginTop: 8 }} onFinish={(filled: { readonly reason: string }) => send.mutate(filled)}>
      <Form.Item name="reason" label="重发的理由" extra={<span className="note">发往当事人最后一次确认的号码；号码有误的，先请当事人重新填写送达地址确认书</span>} rules={[{ required: true, whitespace: true, message: '请写明重发的理由' }]}><Input.TextArea rows={2} maxLength={500} autoFocus /></Form.Item>
      <Said error={send.error} />
      <Flex justify="end" gap={8} style={{ marginTop: 8 }}><Button onClick={close}>取消</Button><Button type="primary" htmlType="submit" loading={send.isPending}>重发</Button></Flex>
    </Form>
  )
}
