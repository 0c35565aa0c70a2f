import { parseDay, type Day } from '../day.ts'
import type { Devolution } from '../jurisdiction.ts'

/** A decision of devolution or entrustment as plain JSON (下放、委托决定): how everybody reads it, and by which a phone without signal judges. */
export interface WrittenDevolution {
  readonly manner: Devolution['manner']
  readonly title: string
  readonly number: string
  readonly body: string
  readonly publishedOn: string
  readonly publishedIn: string
  readonly towns: readonly string[]
  readonly matters: readonly { readonly id: string }[]
  readonly from: string
  readonly until?: string | undefined
  readonly withdrawnBy?: string | undefined
  readonly evaluations: readonly { readonly on: string; readonly by: string; readonly finding: string }[]
  readonly example: boolean
}

/** The decisions as the judge reads them; a day that is none is a fault of whoever wrote it, and is not guessed. */
export const readDevolutions = (written: readonly WrittenDevolution[]): readonly Devolution[] =>
  written.map(({ manner, title, number, body, publishedOn, publishedIn, towns, matters, from, until, withdrawnBy, evaluations, example }) => ({
    manner, title, number, body, publishedIn, towns,
    matters: matters.map(({ id }) => id),
    publishedOn: dayIn(publishedOn),
    from: dayIn(from),
    evaluations: evaluations.map(({ on, by, finding }) => ({ on: dayIn(on), by, finding })),
    ...(until === undefined ? {} : { until: dayIn(until) }),
    ...(withdrawnBy === undefined ? {} : { withdrawnBy }),
    ...(example ? { example } : {}),
  }))

function dayIn(written: string): Day {
  const day = parseDay(written)
  if (day === undefined) throw new Error(`a decision of devolution names no day: ${written}`)
  return day
}
