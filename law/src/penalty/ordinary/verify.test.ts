import { describe, expect, test } from 'vitest'
import { day, formatDay, type Day } from '../../day.ts'
import { epochsOf } from '../../judge.ts'
import { verify } from '../../verify.ts'
import { ORDINARY_PENALTY } from './procedure.ts'

/** Cases older than this are not entered: the penalty law's older versions were not read. */
const FIRST = day('2018-12-05')
const EPOCHS = epochsOf(ORDINARY_PENALTY).filter((from): from is Day => from >= FIRST)

describe('普通程序 · every state that can be reached, in each set of statutes', () => {
  test.each(EPOCHS.map((from) => [formatDay(from), from] as const))('from %s: some lawful end is always within reach, every act can happen, no safeguard can be avoided', (_, from) => {
    const { defects, states } = verify(ORDINARY_PENALTY, from)
    expect(defects).toEqual([])
    expect(states).toBeGreaterThan(1_000_000n)
  })

  test('a lost rule is found by the safeguard that stands apart from it', () => {
    const without = { ...ORDINARY_PENALTY, rules: ORDINARY_PENALTY.rules.filter(({ code }) => code !== 'decide.not-heard') }
    const { defects } = verify(without, day('2022-03-01'))
    expect(defects).toContainEqual(expect.objectContaining({ defect: 'avoidable', safeguard: '陈述申辩的机会未尽不得处罚' }))
  })
})
