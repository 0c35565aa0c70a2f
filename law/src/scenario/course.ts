import type { Day } from '../day.ts'
import type { Setting } from '../dossier.ts'
import type { Malformed } from '../ruling.ts'

/** A step of a typical case, as a scenario writes one. */
export interface Step {
  readonly act: string
  readonly on: string
  readonly data?: Readonly<Record<string, unknown>>
  readonly [more: string]: unknown
}

/** What is dull in a case of one procedure (典型案例): who usually acts, what is usually answered, how a case usually goes. */
export interface Course {
  /** Who usually takes this act, by the identifiers of the cast. */
  readonly by: (kind: string) => readonly string[]
  /** Usual, lawful answers to the act's form. */
  readonly typical: (kind: string, on: Day) => Readonly<Record<string, unknown>>
  /** The acts before those of the scenario: `given: { upTo: notify, from: 2021-08-02 }`. */
  readonly steps: (given: Readonly<Record<string, unknown>>, setting: Setting, faults: Malformed[]) => readonly Step[]
}
