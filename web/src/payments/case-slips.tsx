import type { CaseSlips as Read, Offer, Slip } from '@zhunsheng/bureau/modules/payments/wire.ts'
import { PrinterOutlined } from '@ant-design/icons'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, Card, Flex, Skeleton } from 'antd'
import { useState } from 'react'
import { Said } from '../act/said.tsx'
import { post, Problem } from '../api.ts'
import { Failure } from '../app/failure.tsx'
import { useMe } from '../app/me.ts'
import { caseSlipsQuery } from './payment-queries.ts'
import { SlipDrawer } from './slip-drawer.tsx'
import { causeOf, PayBy, SlipState } from './slip-words.tsx'
import { inFours } from './written.ts'

const ISSUING: readonly string[] = ['windowClerk', 'officer', 'teamLeader']

/** The payment slips of a case, and what may be issued now; nothing for a post that may not read them (本案的缴款通知). */
export function CaseSlips({ caseId }: { readonly caseId: string }) {
  const read = useQuery(caseSlipsQuery(caseId))
  if (read.error instanceof Problem && read.error.isOf('not-allowed')) return null
  return (
    <Card size="small" title="缴款通知">
      {read.isPending && <Skeleton active />}
      {read.isError && <Failure error={read.error} retry={() => void read.refetch()} />}
      {read.data !== undefined && <Opened caseId={caseId} read={read.data} />}
    </Card>
  )
}

function Opened({ caseId, read: { slips, offers, because } }: { readonly caseId: string; readonly read: Read }) {
  const { person } = useMe()
  const [opened, open] = useState<string>()
  return (
    <>
      <ul className="plain-list">{slips.map((slip) => <li key={slip.id} className="row-line"><SlipLine slip={slip} open={() => open(slip.id)} /></li>)}</ul>
      {because !== undefined && <p className="quiet" style={{ margin: '8px 0 0' }}>{slips.length === 0 ? '还没有缴款通知：' : ''}{because}</p>}
      {person.posts.some((one) => ISSUING.includes(one)) && offers.map((offer) => <OfferLine key={`${offer.kind} ${offer.instalment ?? ''}`} caseId={caseId} offer={offer} />)}
      <SlipDrawer slip={slips.find(({ id }) => id === opened)} close={() => open(undefined)} />
    </>
  )
}

function SlipLine({ slip, open }: { readonly slip: Slip; readonly open: () => void }) {
  const { today } = useMe()
  return (
    <>
      <Flex gap={8} wrap align="center" justify="space-between"><b className="number">{inFours(slip.code)}</b><SlipState state={slip.state} /></Flex>
      <div className="number">{causeOf(slip)} · 应缴 {slip.total} 元，已缴 {slip.paid} 元</div>
      <Flex gap={8} wrap align="center" justify="space-between" style={{ marginTop: 4 }}>
        <PayBy slip={slip} today={today} />
        <Flex gap={4}><Button size="small" onClick={open}>查看</Button><Button size="small" icon={<PrinterOutlined aria-hidden />} href={`/api/payments/slips/${slip.id}/print.pdf`} target="_blank">打印</Button></Flex>
      </Flex>
    </>
  )
}

function OfferLine({ caseId, offer }: { readonly caseId: string; readonly offer: Offer }) {
  const client = useQueryClient()
  const { message } = App.useApp()
  const issue = useMutation({
    mutationFn: () => post<Slip>('/api/payments/slips', { caseId, kind: offer.kind, ...(offer.instalment === undefined ? {} : { instalment: offer.instalment }) }),
    onSuccess: ({ code }) => {
      void message.success(`已开具，缴款码 ${inFours(code)}`)
      void client.invalidateQueries({ queryKey: ['payments'] })
    },
  })
  return (
    <div className="passage-box" style={{ marginTop: 8 }}>
      <Flex gap={8} wrap align="center" justify="space-between">
        <span className="number">可以开具：{causeOf(offer)} {offer.total} 元{offer.payBy !== undefined && `，${offer.payBy} 以前缴纳`}</span>
        <Button size="small" type="primary" loading={issue.isPending} onClick={() => issue.mutate()}>开具</Button>
      </Flex>
      <Said error={issue.error} />
    </div>
  )
}
