import { describe, expect, test } from 'vitest'
import { day, formatDay, type Day } from './day.ts'
import { epochsOf } from './judge.ts'
import { ORDINARY_PENALTY } from './penalty/ordinary/procedure.ts'
import { PROCEDURES } from './procedures.ts'
import { verify } from './verify.ts'

/** Cases older than this are not entered: the statutes' older versions were not read. */
const FIRST = day('2018-12-05')

describe.each(PROCEDURES.map(({ procedure }) => [procedure.name, procedure] as const))('%s · every state that can be reached, in each set of statutes', (_, procedure) => {
  const epochs = [FIRST, ...epochsOf(procedure).filter((from): from is Day => from > FIRST)]

  test.each(epochs.map((from) => [formatDay(from), from] as const))('from %s: some lawful end is always within reach, every act can happen, no safeguard can be avoided', (__, from) => {
    expect(verify(procedure, from).defects).toEqual([])
  })

  test('each safeguard holds by a rule: without any rule, it can be avoided', () => {
    for (const from of epochs) {
      const { defects } = verify({ ...procedure, rules: procedure.rules.filter(({ rule }) => rule !== 'requires') }, from)
      const found = defects.flatMap((one) => (one.defect === 'avoidable' ? [one.safeguard] : []))
      expect(procedure.safeguards.filter(({ inForce }) => inForce.from <= from && from <= inForce.until).map(({ name }) => name).filter((name) => !found.includes(name))).toEqual([])
    }
  })
})

test('a lost rule is found by the safeguard that stands apart from it', () => {
  const without = { ...ORDINARY_PENALTY, rules: ORDINARY_PENALTY.rules.filter(({ code }) => code !== 'decide.not-heard') }
  expect(verify(without, day('2022-03-01')).defects).toContainEqual(expect.objectContaining({ defect: 'avoidable', safeguard: '陈述申辩的机会未尽不得处罚' }))
})

test('the ordinary procedure is proved over more states than could be walked through', () => {
  expect(verify(ORDINARY_PENALTY, day('2022-03-01')).states).toBeGreaterThan(1_000_000n)
})
