import type { Deadline, Fact } from './case-file.ts'

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
