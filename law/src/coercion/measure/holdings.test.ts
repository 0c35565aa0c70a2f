import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { calendarOf } from '../../calendar.ts'
import { addDays, day } from '../../day.ts'
import type { Act } from '../../dossier.ts'
import { judgeOf } from '../../judge.ts'
import { CHONGQING } from '../../jurisdictions/chongqing.ts'
import { parseAnswers } from '../../parse.ts'
import { CAST } from '../../scenario/cast.ts'
import { heldOf, holdingsOf, proceedsOf } from './holdings.ts'
import { COERCIVE_MEASURE } from './procedure.ts'
import { typicalAnswers, usuallyBy } from './typical-answers.ts'

const SETTING = { calendar: calendarOf(), local: CHONGQING }
const FIRST = day('2021-08-02')
const judge = judgeOf(COERCIVE_MEASURE)
type Step = readonly [kind: string, answers?: Readonly<Record<string, unknown>>]

/** The file after these acts, one a day, each of them lawful. */
function fileAfter(steps: readonly Step[]) {
  const acts: Act[] = []
  for (const [index, [kind, answers = {}]] of steps.entries()) {
    const on = addDays(FIRST, index)
    const spec = COERCIVE_MEASURE.acts[kind]
    const parsed = spec === undefined ? undefined : parseAnswers(spec.form, { ...typicalAnswers(kind, on), ...answers }, () => undefined)
    if (parsed?.ok !== true) throw new Error(`${kind}: ${JSON.stringify(parsed)}`)
    const proposal = { kind, on, by: usuallyBy(kind).flatMap((id) => CAST[id] ?? []), data: parsed.value }
    const ruling = judge.rule(judge.read({ procedure: COERCIVE_MEASURE.code, acts }, SETTING), proposal, on)
    if (!ruling.granted) throw new Error(`${kind}: ${ruling.refusals.map(({ code }) => code).join()}`)
    acts.push({ ...proposal, seq: acts.length + 1, recordedOn: on })
  }
  return judge.read({ procedure: COERCIVE_MEASURE.code, acts }, SETTING)
}
const TAKEN: readonly Step[] = [['propose'], ['approve'], ['carryOut']]
const brief = (steps: readonly Step[]) => holdingsOf(fileAfter(steps)).map(({ name, quantity, keeper, storage }) => `${name} ${quantity} ${keeper} ${storage}`)

describe('行政强制法第二十六条 · who holds what where', () => {
  test('nothing before it was taken', () => {
    expect(brief([['propose'], ['approve']])).toEqual([])
  })
  test('what was taken lies where it was first brought', () => {
    expect(brief(TAKEN)).toEqual(['流动摊车 1 李安 本局物品库', '水果 4 李安 本局物品库'])
  })
  test('a hand-over moves what it names, a part of it too, and says since when', () => {
    const steps: readonly Step[] = [...TAKEN, ['handOver', { items: [{ name: '水果', quantity: 1 }] }]]
    expect(brief(steps)).toEqual(['流动摊车 1 李安 本局物品库', '水果 3 李安 本局物品库', '水果 1 孙敏 本局物品库 2 号位'])
    expect(holdingsOf(fileAfter(steps)).map(({ since }) => since)).toEqual([addDays(FIRST, 2), addDays(FIRST, 2), addDays(FIRST, 3)])
  })
  test('what was sold or returned in part is no longer held, the money is', () => {
    const sold: readonly Step[] = [...TAKEN, ['sell', { items: [{ name: '水果', quantity: 3 }] }]]
    expect(brief(sold)).toEqual(['流动摊车 1 李安 本局物品库', '水果 1 李安 本局物品库'])
    expect(proceedsOf(fileAfter(sold))).toBe(10_000n)
    expect(brief([...TAKEN, ['liftPart'], ['returnPart']])).toEqual(['流动摊车 1 李安 本局物品库', '水果 2 李安 本局物品库'])
  })
  test('nothing after everything was returned, forfeited or handed on', () => {
    expect(brief([...TAKEN, ['settle'], ['release']])).toEqual([])
    expect(brief([...TAKEN, ['settle', { outcome: 'confiscate' }], ['dispose']])).toEqual([])
  })
})

test('行政强制法第二十六条第一款 · hand-overs lose nothing and add nothing, whoever hands what to whom', () => {
  const hands = fc.record({ keeper: fc.constantFrom('李安', '孙敏', '王强'), name: fc.constantFrom('流动摊车', '水果'), count: fc.integer({ min: 1, max: 4 }) })
  fc.assert(
    fc.property(fc.array(hands, { maxLength: 12 }), (moves) => {
      const steps: Step[] = [...TAKEN]
      for (const { keeper, name, count } of moves) {
        const from = holdingsOf(fileAfter(steps)).find((one) => one.name === name)
        if (from !== undefined) steps.push(['handOver', { from: from.keeper, keeper, items: [{ name, quantity: Math.min(count, from.quantity) }] }])
      }
      const held = holdingsOf(fileAfter(steps))
      expect([heldOf(held, '流动摊车'), heldOf(held, '水果')]).toEqual([1, 4])
      expect(held.every(({ quantity }) => quantity > 0)).toBe(true)
    }),
    { numRuns: 40 },
  )
})
