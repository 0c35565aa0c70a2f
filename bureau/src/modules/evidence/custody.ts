import { chainOf, TURNS, type Chain, type Handover, type Turn } from '@zhunsheng/law/custody/chain.ts'
import { SOURCES } from '@zhunsheng/law/custody/things.ts'
import { citeShort } from '@zhunsheng/law/article.ts'
import { formatDay } from '@zhunsheng/law/day.ts'
import { formatClock } from '@zhunsheng/law/parse.ts'
import { momentOf } from '../../platform/clock.ts'
import type { CaseThings } from '../enforcement/contract.ts'
import type { HandoverRow, ReceiptRow } from './store-custody.ts'
import type { HandoverView, ThingView } from './wire.ts'

type CaseThing = CaseThings['things'][number]
interface Moves {
  readonly handovers: readonly HandoverRow[]
  readonly receipts: readonly ReceiptRow[]
}

/** An act that says no hour begins with the day. */
const DAY_BEGINS = '00:00'
const iso = (ms: number): string => new Date(ms).toISOString()
const isTurn = (word: string): word is Turn => Object.hasOwn(TURNS, word)

/** The things of a case with their chains (涉案物品保管情况), and what is wrong with each. */
export const custodyOf = ({ things, ended }: Pick<CaseThings, 'things' | 'ended'>, moves: Moves, now: Date): readonly ThingView[] => things.map((thing) => thingView(thing, moves, ended, now))

function thingView(thing: CaseThing, moves: Moves, ended: boolean, now: Date): ThingView {
  const own = moves.handovers.filter(({ seq, item }) => seq === thing.seq && item === thing.item)
  const answers = new Map(moves.receipts.filter(({ seq, item }) => seq === thing.seq && item === thing.item).map((row) => [row.number, row]))
  const from = momentOf(formatDay(thing.on), thing.at === undefined ? DAY_BEGINS : formatClock(thing.at)).getTime()
  const chain = chainOf({ holder: thing.keeper, place: thing.place, from }, own.map((row) => handoverOf(row, answers.get(row.number))), now.getTime())
  const latest = own.findLast(({ number }) => answers.get(number)?.accepted === true)
  const holderId = latest === undefined ? thing.keeperId : (latest.to_id ?? undefined)
  return {
    seq: thing.seq, item: thing.item, name: thing.name, model: thing.model, quantity: thing.quantity, condition: thing.condition,
    source: SOURCES[thing.source].says,
    basis: citeShort(SOURCES[thing.source].basis),
    standing: chain.standing,
    holder: latest?.to_name ?? thing.keeper,
    ...(holderId === undefined ? {} : { holderId }),
    ...(chain.ending === undefined ? {} : { ending: TURNS[chain.ending] }),
    spans: chain.spans.map(({ until, ...span }) => ({ ...span, from: iso(span.from), ...(until === undefined ? {} : { until: iso(until) }) })),
    gaps: [...chain.gaps.map(({ until, because, from: since }) => ({ from: iso(since), because, ...(until === undefined ? {} : { until: iso(until) }) })), ...overdue(thing, chain, ended, now)],
    handovers: own.map((row) => handoverView(row, answers.get(row.number))),
  }
}

/** What should have left the bureau's hands by now (应当处理而没有处理). */
function overdue({ settled }: CaseThing, { standing }: Chain, ended: boolean, now: Date): ThingView['gaps'] {
  if (standing === 'ended') return []
  if (ended) return [{ from: now.toISOString(), because: '案件已经结案或者归档，物品没有返还、移送、没收或者销毁的凭证' }]
  return settled ? [{ from: now.toISOString(), because: '先行登记保存已经作出处理决定，没有处理凭证' }] : []
}

const handoverOf = (row: HandoverRow, answer: ReceiptRow | undefined): Handover => ({
  number: row.number,
  turn: isTurn(row.turn) ? row.turn : 'handed',
  from: row.from_name,
  to: row.to_name,
  place: row.place,
  given: Date.parse(row.given_at),
  ...(answer === undefined ? {} : { answer: { accepted: answer.accepted, at: Date.parse(answer.received_at) } }),
})

const handoverView = (row: HandoverRow, answer: ReceiptRow | undefined): HandoverView => ({
  number: row.number,
  turn: isTurn(row.turn) ? TURNS[row.turn] : row.turn,
  from: row.from_name,
  to: row.to_name,
  place: row.place,
  photos: [...row.photos],
  givenAt: row.given_at,
  recordedBy: row.recorded_name,
  ...(row.seal === null ? {} : { seal: row.seal }),
  ...(row.note === null ? {} : { note: row.note }),
  ...(row.to_id === null ? {} : { toId: row.to_id }),
  ...(answer === undefined ? {} : { answer: { accepted: answer.accepted, at: answer.received_at, by: answer.recorded_name, ...(answer.hand === null ? {} : { hand: answer.hand }), ...(answer.receipt === null ? {} : { receipt: answer.receipt }), ...(answer.note === null ? {} : { note: answer.note }) } }),
})
