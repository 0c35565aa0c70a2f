import type { Citation } from './article.ts'
import type { CaseFile } from './case-file.ts'
import type { Day } from './day.ts'
import type { Period } from './period.ts'

/**
 * A named day in a file (起算点), such as the day on which a notice was received.
 * `of` names the acts on which it depends, so that the verifier knows when it may change.
 */
export interface Moment {
  readonly name: string
  readonly says: string
  readonly of: readonly string[]
  readonly day: (file: CaseFile) => Day | undefined
}

/** The length of a deadline, by the day on which it begins: the law in force on that day counts. */
export type Length = (since: Day, file: CaseFile) => Period | undefined

/** A named deadline (期限): from when, how long, under which article, and which acts extend or suspend it. */
export interface Deadline {
  readonly name: string
  readonly says: string
  readonly since: Moment
  readonly length: Length
  readonly basis: readonly Citation[]
  /** Acts that prolong it, with the period that each adds. */
  readonly extendedBy?: { readonly acts: readonly string[]; readonly by: (file: CaseFile) => readonly Period[] }
  /** Stretches of days that are not counted; an open end means that it stands still. */
  readonly suspendedBy?: { readonly acts: readonly string[]; readonly stretches: (file: CaseFile) => readonly Stretch[] }
}

/** Days that do not count, both ends included; without `to` the suspension goes on. */
export interface Stretch {
  readonly from: Day
  readonly to?: Day
}

/** A named fact about a file (案件事实), true or false once the acts in `of` are there. */
export interface Fact {
  readonly name: string
  readonly says: string
  readonly of: readonly string[]
  readonly test: (file: CaseFile) => boolean
  readonly basis: readonly Citation[]
}

/** A condition is a value: it can be evaluated, explained, drawn, and abstracted by the verifier. */
export type Condition =
  | { readonly is: 'done'; readonly act: string; readonly where?: { readonly field: string; readonly value: string } }
  | { readonly is: 'elapsed'; readonly deadline: Deadline }
  | { readonly is: 'fact'; readonly fact: Fact }
  | { readonly is: 'proposed'; readonly field: string; readonly value: string }
  | { readonly is: 'all' | 'any'; readonly of: readonly Condition[] }
  | { readonly is: 'not'; readonly of: Condition }

/** All of these hold (且). */
export const all = (...of: readonly Condition[]): Condition => ({ is: 'all', of })
/** At least one of these holds (或). */
export const any = (...of: readonly Condition[]): Condition => ({ is: 'any', of })
/** This does not hold (非). */
export const not = (of: Condition): Condition => ({ is: 'not', of })
/** The deadline has run out before the day that is asked about (期限届满). */
export const elapsed = (deadline: Deadline): Condition => ({ is: 'elapsed', deadline })
/** The deadline has not run out (期限未届满), or has not begun. */
export const within = (deadline: Deadline): Condition => not(elapsed(deadline))
/** The named fact is there. */
export const holds = (fact: Fact): Condition => ({ is: 'fact', fact })
/** If the first holds, then the second must. */
export const implies = (when: Condition, then: Condition): Condition => any(not(when), then)

/** The atoms of a condition, each once for every place where it stands. */
export function* atomsOf(condition: Condition): Generator<Extract<Condition, { is: 'done' | 'elapsed' | 'fact' | 'proposed' }>> {
  switch (condition.is) {
    case 'all':
    case 'any':
      for (const part of condition.of) yield* atomsOf(part)
      return
    case 'not':
      yield* atomsOf(condition.of)
      return
    default:
      yield condition
  }
}

/** The name under which an atom is known to the judge and the verifier. */
export function atomName(atom: Extract<Condition, { is: 'done' | 'elapsed' | 'fact' | 'proposed' }>): string {
  switch (atom.is) {
    case 'done':
      return atom.where === undefined ? `done ${atom.act}` : `done ${atom.act} ${atom.where.field}=${atom.where.value}`
    case 'elapsed':
      return `elapsed ${atom.deadline.name}`
    case 'fact':
      return `fact ${atom.fact.name}`
    case 'proposed':
      return `proposed ${atom.field}=${atom.value}`
  }
}

/** The condition in Chinese, for a lawyer to read. `nameOf` gives an act's name. */
export function describe(condition: Condition, nameOf: (act: string) => string): string {
  switch (condition.is) {
    case 'done':
      return condition.where === undefined ? `已${nameOf(condition.act)}` : `已${nameOf(condition.act)}（${condition.where.field}=${condition.where.value}）`
    case 'elapsed':
      return `${condition.deadline.says}届满`
    case 'fact':
      return condition.fact.says
    case 'proposed':
      return `${condition.field}=${condition.value}`
    case 'all':
      return condition.of.map((part) => describe(part, nameOf)).join('，且')
    case 'any':
      return `（${condition.of.map((part) => describe(part, nameOf)).join('，或')}）`
    case 'not':
      return `非（${describe(condition.of, nameOf)}）`
  }
}
