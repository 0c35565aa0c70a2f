import fc from 'fast-check'
import { expect, test } from 'vitest'
import { calendarOf } from '../../calendar.ts'
import { addDays, day, formatDay } from '../../day.ts'
import type { Act } from '../../dossier.ts'
import { judgeOf } from '../../judge.ts'
import { CHONGQING } from '../../jurisdictions/chongqing.ts'
import { parseAnswers } from '../../parse.ts'
import { KEEP_UNTIL, LONGEST, LONGEST_EXTENSION } from './deadlines.ts'
import { COERCIVE_MEASURE } from './procedure.ts'
import { typicalAnswers } from './typical-answers.ts'

const SETTING = { calendar: calendarOf(), local: CHONGQING }
const TAKEN = day('2021-08-02')
const judge = judgeOf(COERCIVE_MEASURE)

type Step = readonly [kind: string, after: number, answers?: Readonly<Record<string, unknown>>]

/** How many days after the taking the things must be decided about, these acts so many days after it. */
function kept(steps: readonly Step[]): number {
  const whole: readonly Step[] = [['propose', 0], ['carryOut', 0], ...steps]
  const acts = whole.map(([kind, after, answers = {}], index): Act => {
    const on = addDays(TAKEN, after)
    const spec = COERCIVE_MEASURE.acts[kind]
    const parsed = spec === undefined ? undefined : parseAnswers(spec.form, { ...typicalAnswers(kind, on), ...answers }, () => undefined)
    if (parsed?.ok !== true) throw new Error(`${kind}: ${JSON.stringify(parsed)}`)
    return { kind, on, by: [], data: parsed.value, seq: index + 1, recordedOn: on }
  })
  const state = judge.read({ procedure: COERCIVE_MEASURE.code, acts }, SETTING).deadline(KEEP_UNTIL)
  if (state.state !== 'running') throw new Error(state.state)
  return state.due - TAKEN
}

test('行政强制法第二十五条第三款 · a test adds the days that the party was told of, and none after the result', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 0, max: 90 }), fc.integer({ min: 0, max: 120 }), (sent, told, result) => {
      const until = formatDay(addDays(TAKEN, sent + told))
      expect(kept([['test', sent, { until }], ['testEnds', sent + result]])).toBe(LONGEST + Math.min(told, result) + 1)
    }),
  )
})

test('行政强制法第二十五条第一款 · prolonged, and never by more than it was prolonged', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: LONGEST_EXTENSION }), (more) => {
      expect(kept([['extend', 10, { days: more }]])).toBe(LONGEST + more)
    }),
  )
})

test('行政强制法第二十五条 · two tests one after the other and an extension add up', () => {
  const first = formatDay(addDays(TAKEN, 9))
  const second = formatDay(addDays(TAKEN, 24))
  expect(kept([['test', 5, { until: first }], ['testEnds', 9], ['test', 20, { until: second }], ['testEnds', 24], ['extend', 25, { days: 30 }]])).toBe(30 + 5 + 5 + 30)
})
