import type { Near, TipoffAnswer, TipoffView } from '@zhunsheng/bureau/modules/tipoffs/wire.ts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Button, Card, Empty, Flex, Input, Modal, Tag } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { newKey } from '../act/draft.ts'
import { post } from '../api.ts'
import { Failure } from '../app/failure.tsx'
import { momentOf } from '../piece/moment.ts'

const SAID = { accept: '已转为线索', join: '已并入', reject: '已不予受理，举报人凭编号可以看到理由', reopen: '已撤回，重新待办理' } as const
const ARE = { alarm: '预警', trip: '趟次' } as const

/** What was known of that truck then stands beside the choice (办理): a lead, joined, or rejected with a reason. */
export function Answering({ report }: { readonly report: TipoffView }) {
  const client = useQueryClient()
  const { message } = App.useApp()
  // Each answer is a request of its own: after one was taken back another may follow.
  const [key, renew] = useState(newKey)
  const [asked, ask] = useState<Asked | undefined>()
  const send = useMutation({
    mutationFn: (answer: TipoffAnswer) => post<TipoffView>(`/api/tipoffs/${report.id}/answer`, answer, key),
    onSuccess: async (_, { kind }) => {
      renew(newKey)
      await client.invalidateQueries({ queryKey: ['tipoffs'] })
      void message.success(SAID[kind])
      ask(undefined)
    },
  })
  const isOpen = report.state === 'received' && report.mayHandle
  return (
    <>
      <Card size="small" title="同车当时的预警和趟次" style={{ marginBottom: 12 }} extra={<span className="quiet">前后两小时</span>}>
        {report.near.length === 0 && <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={report.vehicle === undefined ? '这个号牌没有登记，没有可以对照的记录' : '那个时间前后没有预警和趟次'} />}
        <ul className="plain-list" style={{ display: 'grid', gap: 8 }}>{report.near.map((one) => <NearRow key={one.id} near={one} join={isOpen ? () => send.mutate({ kind: 'join', of: one.of, id: one.id }) : undefined} />)}</ul>
      </Card>
      {send.error !== null && asked === undefined && <Failure error={send.error} />}
      {report.history.length > 0 && <History steps={report.history} />}
      {report.mayHandle && (report.state === 'joined' || report.state === 'rejected') && <Button onClick={() => ask('reopen')}>撤回办理</Button>}
      {isOpen && (
        <Flex gap={8} wrap>
          <Button type="primary" loading={send.isPending && asked === undefined} onClick={() => send.mutate({ kind: 'accept' })}>转为线索</Button>
          <Button onClick={() => ask('reject')}>不予受理</Button>
        </Flex>
      )}
      {asked !== undefined && <WithReason asked={asked} send={(reason) => send.mutate({ kind: asked, reason })} error={send.error} isSending={send.isPending} close={() => ask(undefined)} />}
    </>
  )
}

function NearRow({ near: { of, id, title, from, until, state }, join }: { readonly near: Near; readonly join: (() => void) | undefined }) {
  return (
    <li>
      <Flex gap={8} wrap align="center" justify="space-between">
        <span>
          <Tag>{ARE[of]}</Tag>{' '}
          {of === 'alarm' ? <Link to={`/trucks/alarms/${encodeURIComponent(id)}`}>{title}</Link> : title}　<span className="quiet">{state}</span>
          <div className="quiet number">{momentOf(from)} {until === undefined ? '起，仍在持续' : `至 ${momentOf(until)}`}</div>
        </span>
        {join !== undefined && <Button size="small" onClick={join}>并入这{of === 'alarm' ? '条预警' : '个趟次'}</Button>}
      </Flex>
    </li>
  )
}

type StepOf = TipoffView['history'][number]
function History({ steps }: { readonly steps: TipoffView['history'] }) {
  return (
    <Card size="small" title={steps.length === 1 ? '办理结果' : '办理经过'} style={{ marginBottom: 12 }}>
      <ol className="plain-list" style={{ display: 'grid', gap: 8 }}>{steps.map((step) => <li key={step.at}><Said step={step} /></li>)}</ol>
    </Card>
  )
}
function Said({ step: { kind, by, at, leadNumber, joined, reason } }: { readonly step: StepOf }) {
  return (
    <>
      {kind === 'accept' && <>转为线索 <Link to="/leads" className="number">{leadNumber}</Link>，照片（不带位置信息的副本）随线索保存</>}
      {kind === 'join' && joined !== undefined && <>并入{ARE[joined.of]}：{joined.of === 'alarm' ? <Link to={`/trucks/alarms/${encodeURIComponent(joined.id)}`}>{joined.title}</Link> : joined.title}</>}
      {kind === 'reject' && <>不予受理：{reason}</>}
      {kind === 'reopen' && <>撤回办理：{reason}</>}
      <div className="quiet number">{by}　{momentOf(at)}</div>
    </>
  )
}

/** What is done with a reason (需要写明理由的办理). */
type Asked = 'reject' | 'reopen'
const ASKS = {
  reject: { title: '不予受理', hint: '举报人凭编号可以看到理由；电话号码、姓名不要写进去。' },
  reopen: { title: '撤回办理', hint: '撤回之后重新待办理，答复期限不变；原来的办理和撤回的理由都留在经过中。' },
} as const
function WithReason({ asked, send, error, isSending, close }: { readonly asked: Asked; readonly send: (reason: string) => void; readonly error: Error | null; readonly isSending: boolean; readonly close: () => void }) {
  const [reason, setReason] = useState('')
  const { title, hint } = ASKS[asked]
  return (
    <Modal open title={title} okText={title} okButtonProps={{ disabled: reason.trim().length < 2, loading: isSending }} onOk={() => send(reason)} onCancel={close}>
      {error !== null && <Failure error={error} />}
      <p>{hint}</p>
      <Input.TextArea rows={3} maxLength={500} showCount aria-label={`${title}的理由`} value={reason} onChange={({ target }) => setReason(target.value)} />
    </Modal>
  )
}
