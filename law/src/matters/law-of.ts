import { apl, type Citation } from '../article.ts'
import type { Day } from '../day.ts'
import { covers } from '../interval.ts'
import type { Band, Matter, Precondition, Subject } from './matter.ts'
import { MATTERS } from './matters.ts'
import { finesFor, rangeFound, type FineRange } from './range.ts'

/** The clause by which an act is punished (适用新旧法), and why. */
export type LawOf =
  /** `caution`: the clauses describe the act differently, so a person must first see whether the new one still covers it. */
  | { readonly kind: 'applies'; readonly matter: Matter; readonly because: string; readonly basis: readonly Citation[]; readonly caution?: string }
  /** The clause of the day of the act threatens no fine to this kind of party. */
  | { readonly kind: 'notPunishable'; readonly because: string; readonly basis: readonly Citation[] }
  /** The amounts alone do not tell which is lighter; a lawyer decides. */
  | { readonly kind: 'undecided'; readonly because: string; readonly basis: readonly Citation[] }

/** What the comparison needs to know of a case. A continuing act is an act of its last day. */
export interface Acted {
  readonly actedOn: Day
  readonly decidedOn: Day
  readonly subject: Subject
  readonly band?: Band
}

const stem = (id: string): string => id.replace(/\.(old|new|\d{4})$/, '')

/** All versions of a matter in the order of their days (同一事项的历次规定): `waste.dump` has an old and a new one. */
export function versionsOf(id: string): readonly Matter[] {
  return MATTERS.filter((matter) => stem(matter.id) === stem(id)).sort((a, b) => a.valid.from - b.valid.from)
}

const BASIS = [apl(37)]

/**
 * Which version of a matter applies (从旧兼从轻): that of the day of the act, unless the law of the day of the decision is lighter.
 *
 * 行政处罚法第三十七条. Lighter is read as: the same condition, and a lower highest fine, or the same with a lower lowest one
 * (inferred: the statute does not say how to compare). What that does not settle is not guessed.
 */
export function lawOf(versions: readonly Matter[], { actedOn, decidedOn, subject, band }: Acted): LawOf {
  const then = versions.find(({ valid }) => covers(valid, actedOn))
  const now = versions.find(({ valid }) => covers(valid, decidedOn))
  if (then === undefined) return { kind: 'undecided', because: '事项清单中没有违法行为发生时有效的条款', basis: BASIS }
  const basis = [...BASIS, then.basis]
  if (then.fines.length > 0 && finesFor(then, subject, band).length === 0) {
    return { kind: 'notPunishable', because: `违法行为发生时，「${then.name}」的罚款不适用于这类对象，不得依新规定处罚`, basis }
  }
  if (then === now) return { kind: 'applies', matter: then, because: '行为后规定没有变化', basis }
  if (now === undefined) return { kind: 'undecided', because: '作出决定时该条款已经失效，事项清单中没有接替的条款', basis }
  const found = band === undefined ? {} : { band }
  return compared(then, now, rangeFound(then, subject, found), rangeFound(now, subject, found))
}

function compared(older: Matter, newer: Matter, before: FineRange, since: FineRange): LawOf {
  const basis = [...BASIS, older.basis, newer.basis]
  if (condition(older.precondition) !== condition(newer.precondition)) return { kind: 'undecided', because: '新旧规定的处罚前提不同，不能只比较数额', basis }
  const change = heavier(since, before)
  if (change === undefined) return { kind: 'undecided', because: '新旧规定的罚款数额不能直接比较', basis }
  const differs = older.conduct === newer.conduct ? {} : { caution: '新旧条文对行为的表述不同，须先核对本案行为依新规定是否仍属违法' }
  if (change < 0n) return { kind: 'applies', matter: newer, because: '作出决定时的新规定处罚较轻', basis, ...differs }
  return { kind: 'applies', matter: older, because: `适用违法行为发生时的规定，新规定${change > 0n ? '处罚较重' : '不更轻'}`, basis, ...differs }
}

/** Positive if the first range is heavier, negative if it is lighter. Nothing where one of them cannot be told. */
function heavier(one: FineRange, other: FineRange): bigint | undefined {
  if (one.kind !== 'range' || other.kind !== 'range' || one.max === undefined || other.max === undefined) return undefined
  const highest = one.max - other.max
  return highest === 0n ? (one.min ?? 0n) - (other.min ?? 0n) : highest
}

/** A heavier band for those who refuse is no condition of the first one. */
const condition = (precondition: Precondition): Precondition => (precondition === 'refusesHigher' ? 'none' : precondition)
