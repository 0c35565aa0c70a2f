import type { Citation } from './article.ts'

/** One ground on which the law says no (不予准许的理由): its code, its article, why, and what would cure it. */
export interface Refusal {
  readonly code: string
  readonly basis: readonly Citation[]
  readonly because: string
  readonly instead: string
  /** The field of the form that the ground is about, where there is one. */
  readonly field?: string
}

/** The answer for an act: lawful now, or refused with every ground. */
export type Ruling = { readonly granted: true } | { readonly granted: false; readonly refusals: readonly Refusal[] }

const GRANTED: Ruling = { granted: true }

/** Granted when there is no ground against. */
export const grantedUnless = (refusals: readonly Refusal[]): Ruling => (refusals.length === 0 ? GRANTED : { granted: false, refusals })

/** A fault in what was sent (格式错误): which field, why. It is not the law that says no: the request makes no sense. */
export interface Malformed {
  readonly path: string
  readonly because: string
}
