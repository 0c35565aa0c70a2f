import { addDays, formatDay, parseDay, type Day } from '../day.ts'
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

/** A usual step: the act, and how many working days after the one before it. */
export type Usual = readonly (readonly [act: string, workdaysAfter: number])[]

interface CourseParts extends Pick<Course, 'by' | 'typical'> {
  readonly usual: Usual
  /** Leaves out what the law of the day does not ask for. */
  readonly keeps?: (act: string, on: Day) => boolean
}

/** Makes a course of a table of usual steps: `given: { upTo: serveNotice, from: 2021-08-02 }` gives every usual act up to that one. */
export function courseOf({ usual, by, typical, keeps = () => true }: CourseParts): Course {
  return {
    by,
    typical,
    steps: ({ upTo, from, without }, setting, faults) => {
      if (upTo === undefined) return []
      const start = typeof from === 'string' ? parseDay(from) : undefined
      const last = usual.findIndex(([act]) => act === upTo)
      if (start === undefined) faults.push({ path: 'given.from', because: '应为日期，写作 2021-03-01' })
      if (last < 0) faults.push({ path: 'given.upTo', because: `应为典型过程中的行为：${usual.map(([act]) => act).join('、')}` })
      if (start === undefined || last < 0) return []
      const left = Array.isArray(without) ? without : []
      const before = new Set(usual.slice(0, last + 1).map(([act]) => act))
      return usualSteps(usual, start, setting, keeps).filter(({ act }) => before.has(act) && !left.includes(act))
    },
  }
}

/** The usual steps with their days, from a first day on. */
function usualSteps(usual: Usual, start: Day, { calendar }: Setting, keeps: (act: string, on: Day) => boolean): readonly Step[] {
  let on = calendar.isWorkday(start) ? start : calendar.addWorkdays(addDays(start, -1), 1)
  return usual.flatMap(([act, after]) => {
    on = after === 0 ? on : calendar.addWorkdays(on, after)
    return keeps(act, on) ? [{ act, on: formatDay(on) }] : []
  })
}
