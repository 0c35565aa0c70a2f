import type { Custody as Held, HandoverView, ThingView } from '@zhunsheng/bureau/modules/evidence/wire.ts'
import { PrinterOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Alert, Button, Card, Flex, Skeleton, Tag, Timeline } from 'antd'
import dayjs from 'dayjs'
import { useState } from 'react'
import { get, Problem } from '../api.ts'
import { Failure } from '../app/failure.tsx'
import { useMe } from '../app/me.ts'
import { HandDrawer } from './hand-drawer.tsx'
import { ReceiptDrawer } from './receipt-drawer.tsx'

const STANDING = { held: { color: 'processing', word: '保管中' }, underWay: { color: 'warning', word: '移交途中' }, ended: { color: 'default', word: '已处理' } } as const
const moment = (iso: string): string => dayjs(iso).format('YYYY-MM-DD HH:mm')

/** The things of a case, each with its way from hand to hand (涉案物品保管). Nothing where the case has none. */
export function Custody({ caseId }: { readonly caseId: string }) {
  const custody = useQuery({ queryKey: ['case', caseId, 'custody'], queryFn: () => get<Held>(`/api/cases/${caseId}/custody`), retry: false })
  const [handed, hand] = useState<ThingView>()
  const [answered, answer] = useState<ThingView>()
  if (custody.isPending) return <Skeleton active />
  if (custody.error instanceof Problem && custody.error.isOf('unreachable')) return <p className="quiet">没有网络：涉案物品的保管情况联网后显示。</p>
  if (custody.isError) return <Failure error={custody.error} retry={() => void custody.refetch()} />
  const { things, mayHand } = custody.data
  if (things.length === 0) return null
  return (
    <section aria-label="涉案物品" style={{ marginTop: 20 }}>
      <Flex align="center" justify="space-between" wrap gap={8} style={{ marginBottom: 8 }}>
        <h2 style={{ fontSize: 16, margin: 0 }}>涉案物品与保管链</h2>
        <Button icon={<PrinterOutlined />} href={`/api/cases/${caseId}/custody.pdf`} target="_blank">打印流转单</Button>
      </Flex>
      <div style={{ display: 'grid', gap: 12, gridTemplateColumns: 'repeat(auto-fill, minmax(min(420px, 100%), 1fr))' }}>
        {things.map((thing) => <ThingCard key={`${thing.seq} ${thing.item}`} thing={thing} mayHand={mayHand} hand={() => hand(thing)} answer={() => answer(thing)} />)}
      </div>
      <HandDrawer caseId={caseId} thing={handed} close={() => hand(undefined)} />
      <ReceiptDrawer caseId={caseId} thing={answered} close={() => answer(undefined)} />
    </section>
  )
}

interface Shown {
  readonly thing: ThingView
  readonly mayHand: boolean
  readonly hand: () => void
  readonly answer: () => void
}
function ThingCard({ thing, mayHand, hand, answer }: Shown) {
  const { person } = useMe()
  const { name, model, quantity, condition, source, basis, seq, standing, ending, holder, spans, gaps, handovers } = thing
  const waiting = standing === 'underWay' ? handovers.at(-1) : undefined
  const mayAnswer = waiting !== undefined && (waiting.toId === undefined ? mayHand : waiting.toId === person.id)
  return (
    <Card size="small" title={<span className="break">{name} <span className="quiet number">× {quantity}</span></span>} extra={<Tag color={STANDING[standing].color} style={{ margin: 0 }}>{ending ?? STANDING[standing].word}</Tag>}>
      <p className="quiet" style={{ margin: '0 0 8px' }}>第 {seq} 项 {source}（{basis}）{model !== '' && ` · ${model}`}{condition !== '' && ` · ${condition}`}</p>
      {gaps.map((gap) => <Alert key={`${gap.from} ${gap.because}`} style={{ marginBottom: 8 }} type="error" showIcon title={gap.because} description={`${moment(gap.from)}${gap.until === undefined ? ' 起至今' : ` 至 ${moment(gap.until)}`}`} />)}
      <Timeline
        style={{ marginTop: 12 }}
        items={spans.map((span, index) => ({
          color: span.until === undefined ? 'blue' : 'gray',
          content: (
            <div>
              <b>{span.holder === '' ? '（没有写明）' : span.holder}</b>{span.place !== '' && <span className="quiet"> · {span.place}</span>}
              <div className="number quiet">{moment(span.from)} — {span.until === undefined ? '现在' : moment(span.until)}</div>
              <Handed handover={handovers.filter(({ answer: said }) => said?.accepted !== false)[index]} />
            </div>
          ),
        }))}
      />
      {handovers.filter(({ answer: said }) => said?.accepted === false).map(({ number, to, answer: said }) => <div key={number} className="quiet">{to}不予接收：{said?.note}</div>)}
      <Flex gap={8} wrap>
        {mayHand && standing === 'held' && <Button size="small" type="primary" ghost onClick={hand}>移交、返还或者处理</Button>}
        {mayAnswer && <Button size="small" type="primary" onClick={answer}>{waiting.toId === undefined ? `登记${waiting.to}的签收` : '确认接收'}</Button>}
        {standing === 'underWay' && !mayAnswer && <span className="quiet">等待{waiting?.to}确认接收</span>}
        {standing === 'held' && !mayHand && <span className="quiet">现由{holder}保管</span>}
      </Flex>
    </Card>
  )
}

/** The hand-over that ended a keeper's time. */
function Handed({ handover }: { readonly handover: HandoverView | undefined }) {
  if (handover === undefined) return null
  const { turn, to, seal, note, photos, answer } = handover
  return (
    <div style={{ marginTop: 4 }}>
      {turn} → {to}{seal !== undefined && ` · 封签 ${seal}`}{note !== undefined && <span className="quiet">（{note}）</span>}
      {photos.length > 0 && <Flex gap={6} wrap style={{ marginTop: 4 }}>{photos.map((sha256) => <a key={sha256} href={`/api/evidence/${sha256}`} target="_blank" rel="noreferrer"><img src={`/api/evidence/${sha256}/thumbnail`} alt="移交照片" height={56} /></a>)}</Flex>}
      <div className="quiet">
        {answer === undefined ? '尚未确认接收' : <>{moment(answer.at)} 接收确认{answer.by !== to && `（${answer.by}登记）`}</>}
        {answer?.receipt !== undefined && <> · <a href={`/api/evidence/${answer.receipt}`} target="_blank" rel="noreferrer">签收凭证</a></>}
      </div>
      {answer?.hand !== undefined && <svg viewBox="0 0 1000 400" role="img" aria-label={`${to}的签名`} style={{ width: 120, border: '1px solid #e3e8ef', borderRadius: 4, marginTop: 4 }}>{answer.hand.map((stroke, index) => <polyline key={index} points={stroke.join(' ')} fill="none" stroke="#000" strokeWidth="9" />)}</svg>}
    </div>
  )
}
