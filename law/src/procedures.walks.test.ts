import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { calendarOf } from './calendar.ts'
import type { CaseFile } from './case-file.ts'
import type { Condition } from './condition.ts'
import { addDays, day, type Day } from './day.ts'
import type { Act, Data } from './dossier.ts'
import { covers } from './interval.ts'
import { judgeOf } from './judge.ts'
import { CHONGQING } from './jurisdictions/chongqing.ts'
import { parseAnswers } from './parse.ts'
import { PROCEDURES, type KnownProcedure } from './procedures.ts'
import { CAST } from './scenario/cast.ts'

const SETTING = { calendar: calendarOf(), local: CHONGQING }
const STARTS = ['2021-03-01', '2021-07-01', '2021-08-02', '2023-11-20', '2024-02-19'].map((written) => day(written))

/** Reads a condition straight off the file, without what the judge makes of it beforehand. */
function holdsIn(file: CaseFile, condition: Condition, on: Day, data: Data): boolean {
  switch (condition.is) {
    case 'done': {
      const found = file.last(condition.act)
      return found !== undefined && (condition.where === undefined || found.data[condition.where.field] === condition.where.value)
    }
    case 'elapsed': {
      const state = file.deadline(condition.deadline)
      return state.state === 'running' && on > state.due
    }
    case 'fact':
      return condition.fact.test(file)
    case 'proposed':
      return data[condition.field] === condition.value
    case 'all':
      return condition.of.every((part) => holdsIn(file, part, on, data))
    case 'any':
      return condition.of.some((part) => holdsIn(file, part, on, data))
    case 'not':
      return !holdsIn(file, condition.of, on, data)
  }
}

/** Typical answers, with one of the act's outcomes put in. */
function answersOf({ procedure, course }: KnownProcedure, kind: string, on: Day, pick: number): Data | undefined {
  const spec = procedure.acts[kind]
  if (spec === undefined) return undefined
  const shape = spec.outcome === undefined ? undefined : spec.form[spec.outcome]?.shape
  const outcomes = shape?.type === 'choice' ? Object.keys(shape.options) : []
  const outcome = outcomes[pick % Math.max(1, outcomes.length)]
  const written = { ...course.typical(kind, on), ...(outcome === undefined || spec.outcome === undefined ? {} : { [spec.outcome]: outcome }) }
  const parsed = parseAnswers(spec.form, written, () => undefined)
  return parsed.ok ? parsed.value : undefined
}

/** A step of a walk: how many days on, which of the acts, which outcome, and whether to ask the judge for what is open. */
const STEP = fc.record({ wait: fc.oneof(fc.constant(0), fc.nat(4), fc.nat(40), fc.nat(240)), act: fc.nat(999), pick: fc.nat(19), lawful: fc.boolean() })

describe.each(PROCEDURES.map((known) => [known.procedure.name, known] as const))('%s · random courses, lawful and unlawful', (_, known) => {
  const { procedure, course } = known
  const judge = judgeOf(procedure)
  const kinds = Object.keys(procedure.acts)

  test('whatever was granted kept every safeguard; nothing is granted after the end; every refusal names a rule and an article', () => {
    let granted = 0
    let refused = 0
    fc.assert(
      fc.property(fc.constantFrom(...STARTS), fc.array(STEP, { minLength: 20, maxLength: 45 }), (start, steps) => {
        let on = start
        const acts: Act[] = []
        for (const step of steps) {
          on = addDays(on, step.wait)
          const file = judge.read({ procedure: procedure.code, acts }, SETTING)
          const open = step.lawful ? judge.judge(file, on).acts.filter(({ ruling }) => ruling.granted).map(({ kind }) => kind) : kinds
          const kind = acts.length === 0 && step.lawful ? procedure.opens[step.act % procedure.opens.length] : open[step.act % Math.max(1, open.length)]
          const data = kind === undefined ? undefined : answersOf(known, kind, on, step.pick)
          if (kind === undefined || data === undefined) continue
          const by = course.by(kind).flatMap((id) => CAST[id] ?? [])
          const proposal = { kind, on, by, data }
          const ended = file.acts.some((one) => procedure.acts[one.kind]?.ends === true)
          const ruling = judge.rule(file, proposal, on)
          if (!ruling.granted) {
            refused += 1
            for (const { code, basis, because, instead } of ruling.refusals) expect([code, because, instead].every((word) => word !== '') && basis.length > 0).toBe(true)
            continue
          }
          granted += 1
          expect(ended && procedure.acts[kind]?.afterEnd !== true).toBe(false)
          const outcome = procedure.acts[kind]?.outcome
          for (const { name, act, outcome: only, never, inForce } of procedure.safeguards) {
            if (act !== kind || !covers(inForce, on) || (only !== undefined && (outcome === undefined || data[outcome] !== only))) continue
            expect([name, holdsIn(file, never, on, data)]).toEqual([name, false])
          }
          acts.push({ ...proposal, seq: acts.length + 1, recordedOn: on })
        }
      }),
      { numRuns: 150 },
    )
    expect(granted).toBeGreaterThan(60)
    expect(refused).toBeGreaterThan(60)
  })
})
