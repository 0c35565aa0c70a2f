import type { Citation } from './article.ts'
import type { Act, Setting } from './dossier.ts'
import type { Day } from './day.ts'
import { endOf, type Period } from './period.ts'

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

/** Where a deadline stands in a file (期限状态). */
export type DeadlineState =
  | { readonly state: 'not-begun' }
  /** It stands still, so it has no last day for now. */
  | { readonly state: 'suspended'; readonly since: Day }
  | { readonly state: 'running'; readonly since: Day; readonly due: Day; readonly provisional: boolean }

/**
 * A dossier as the judge reads it (案卷视图): the acts that count, in order, and look-ups over them.
 * It never changes; a further act makes a new one.
 */
export class CaseFile {
  /** The acts that count, corrections applied and annulled ones left out. */
  readonly acts: readonly Act[]
  readonly setting: Setting
  readonly #standing = new Map<string, Act>()
  readonly #latest = new Map<string, Act>()
  readonly #deadlines = new Map<Deadline, DeadlineState>()

  constructor(acts: readonly Act[], setting: Setting, resetsOf: (kind: string) => readonly string[]) {
    this.acts = acts
    this.setting = setting
    for (const act of acts) {
      for (const reset of resetsOf(act.kind)) this.#standing.delete(reset)
      this.#standing.set(act.kind, act)
      this.#latest.set(act.kind, act)
    }
  }

  /** The latest act of this kind that still stands, not reset by a later one. */
  last(kind: string): Act | undefined {
    return this.#standing.get(kind)
  }

  /** The latest act of this kind, whether or not a later one has reset it. */
  ever(kind: string): Act | undefined {
    return this.#latest.get(kind)
  }

  /** Every act of these kinds, in order. */
  every(...kinds: readonly string[]): readonly Act[] {
    return this.acts.filter((act) => kinds.includes(act.kind))
  }

  /** Where a deadline stands: its last day, with extensions and suspensions counted. */
  deadline(deadline: Deadline): DeadlineState {
    const known = this.#deadlines.get(deadline)
    if (known !== undefined) return known
    const state = this.#compute(deadline)
    this.#deadlines.set(deadline, state)
    return state
  }

  #compute(deadline: Deadline): DeadlineState {
    const since = deadline.since.day(this)
    if (since === undefined) return { state: 'not-begun' }
    const length = deadline.length(since, this)
    if (length === undefined) return { state: 'not-begun' }
    const stretches = deadline.suspendedBy?.stretches(this) ?? []
    const open = stretches.find((stretch) => stretch.to === undefined)
    if (open !== undefined) return { state: 'suspended', since: open.from }
    const suspended = stretches.flatMap(({ from, to }) => (to === undefined ? [] : [{ from, to }]))
    const extendedBy = deadline.extendedBy?.by(this) ?? []
    const { due, provisional } = endOf(length, since, this.setting.calendar, { suspended, extendedBy })
    return { state: 'running', since, due, provisional }
  }
}
