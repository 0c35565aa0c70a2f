import type { Citation } from '../article.ts'
import type { Fen } from '../money.ts'
import type { Matter, Subject } from './matter.ts'

/** What a matter's clause allows for a kind of party (罚款幅度). Both ends are included. */
export type FineRange =
  | { readonly kind: 'range'; readonly min?: Fen; readonly max?: Fen; readonly basis: readonly Citation[] }
  /** The amount hangs on something that must be measured or appraised first. */
  | { readonly kind: 'open'; readonly basis: readonly Citation[] }
  | { readonly kind: 'none'; readonly because: string; readonly basis: readonly Citation[] }

/**
 * The range of a matter for a kind of party. Where the clause has several bands, it is the outer range of all of them:
 * which band fits is a question of the benchmark.
 */
export function fineRange(matter: Matter, subject: Subject): FineRange {
  const basis = [matter.basis]
  if (matter.fines.length === 0) return { kind: 'none', because: `「${matter.name}」的依据没有规定罚款`, basis }
  const own = matter.fines.filter(({ subjects }) => subjects.some((one) => isMeant(one, subject)))
  if (own.length === 0) return { kind: 'none', because: `「${matter.name}」的罚款不适用于这类对象`, basis }
  if (own.every(({ unit }) => unit === 'unspecified')) return { kind: 'none', because: `「${matter.name}」的条文没有规定罚款数额`, basis }
  const yuan = own.flatMap((fine) => (fine.unit === 'yuan' ? [fine] : []))
  if (yuan.length !== own.length) return { kind: 'open', basis }
  const mins = yuan.map(({ min }) => min)
  const min = mins.reduce((least, one) => (one === undefined || least === undefined ? undefined : one < least ? one : least))
  const max = yuan.map((fine) => fine.max).reduce((most, one) => (one > most ? one : most))
  return { kind: 'range', max, basis, ...(min === undefined ? {} : { min }) }
}

/** Contractors, developers and carriers are organisations; `any` means everybody. */
function isMeant(clause: Subject, subject: Subject): boolean {
  if (clause === 'any' || clause === subject) return true
  return clause === 'organisation' && (subject === 'contractor' || subject === 'developer' || subject === 'carrier')
}
