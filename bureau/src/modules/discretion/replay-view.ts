import { TIERS, type Benchmark } from '@zhunsheng/discretion/benchmark.ts'
import { replay, type Outcome, type Replayed, type Silence } from '@zhunsheng/discretion/replay/replay.ts'
import { fen, formatYuan } from '@zhunsheng/law/money.ts'
import type { DecidedCase } from '../enforcement/contract.ts'
import { csvOf } from '../../platform/csv.ts'
import { CHANGES, type OutcomeView, type ReplayedView, type ReplayView } from './wire.ts'

/** Why a version gives no outcome, as the screen says it. */
const SILENCES: Readonly<Record<Silence, string>> = {
  needs: '缺少裁量因素，无法判断',
  notThis: '不属于本条规定的违法行为',
  gap: '没有对应的情形',
  conflict: '几种情形同时符合，无法确定',
  malformed: '裁量因素的值不在范围内',
  noAmount: '没有计算罚款所需的数量',
}

/** What comes out otherwise under another version, with the counts of everything that was tried (试算结果). */
export function replayedView(before: Benchmark, after: Benchmark, cases: readonly DecidedCase[]): Pick<ReplayView, 'counts' | 'rows'> {
  const counts = { decided: cases.length, same: 0, heavier: 0, lighter: 0, mixed: 0, unanswered: 0, unstated: 0, outside: 0 }
  const known = new Map(cases.map((one) => [one.id, one]))
  const stated = cases.flatMap(({ id, discretion, fine }) => (discretion === undefined ? [] : [{ id, facts: discretion.answers, ...(fine === undefined ? {} : { fine }) }]))
  counts.unstated = cases.length - stated.length
  const rows: { readonly view: ReplayedView; readonly weight: bigint }[] = []
  for (const replayed of replay(before, after, stated)) {
    counts[replayed.change] += 1
    if (replayed.fineStands === false) counts.outside += 1
    const decided = known.get(replayed.id)
    if (replayed.change !== 'same' && decided !== undefined) rows.push(rowOf(decided, replayed, replayed.change))
  }
  return { counts, rows: rows.sort((a, b) => (a.weight === b.weight ? 0 : a.weight > b.weight ? -1 : 1)).map(({ view }) => view) }
}

function rowOf({ id, number, decidedOn, fine }: DecidedCase, { before, after, fineStands }: Replayed, change: ReplayedView['change']): { readonly view: ReplayedView; readonly weight: bigint } {
  const moved = typeof before === 'string' || typeof after === 'string' ? undefined : { low: endOf(after, 'min') - endOf(before, 'min'), high: endOf(after, 'max') - endOf(before, 'max') }
  const view = {
    id, number, decidedOn, change, before: outcomeView(before), after: outcomeView(after),
    ...(moved === undefined ? {} : { moved: { low: formatYuan(fen(moved.low)), high: formatYuan(fen(moved.high)) } }),
    ...(fine === undefined ? {} : { fine: formatYuan(fen(fine)) }),
    ...(fineStands === undefined ? {} : { fineStands }),
  }
  return { view, weight: moved === undefined ? -1n : size(moved.low) + size(moved.high) }
}

/** Nothing and a warning cost nothing. */
const endOf = ({ amounts }: Outcome, end: 'min' | 'max'): bigint => amounts?.[end] ?? 0n
const size = (amount: bigint): bigint => (amount < 0n ? -amount : amount)

function outcomeView(outcome: Outcome | Silence): OutcomeView {
  if (typeof outcome === 'string') return { says: SILENCES[outcome] }
  const { tier, band, amounts, row } = outcome
  const named = { row: row + 1 }
  if (amounts === undefined || band === 'span') return { ...named, says: band === 'warning' ? `${TIERS[tier]}，警告` : TIERS[tier] }
  const [low, high] = [formatYuan(fen(amounts.min)), formatYuan(fen(amounts.max))]
  return { ...named, says: `${TIERS[tier]}，${low} 元以上 ${high} 元以下`, low, high }
}

const HEAD = ['案号', '决定日期', '变化', '原结果', '原第几行', '新结果', '新第几行', '下限变动（元）', '上限变动（元）', '实际罚款（元）', '实际罚款在新幅度内']

/** The differing cases for a spreadsheet. */
export function replayCsv({ rows }: Pick<ReplayView, 'rows'>): string {
  const lines = rows.map(({ number, decidedOn, change, before, after, moved, fine, fineStands }) => [
    number, decidedOn, CHANGES[change], before.says, String(before.row ?? ''), after.says, String(after.row ?? ''), moved?.low ?? '', moved?.high ?? '', fine ?? '', fineStands === undefined ? '' : fineStands ? '是' : '否',
  ])
  return csvOf([HEAD, ...lines])
}
