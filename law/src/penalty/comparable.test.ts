import { describe, expect, test } from 'vitest'
import { day } from '../day.ts'
import { judgeFor, SETTING } from '../judges.ts'
import { yuan } from '../money.ts'
import { findProcedure } from '../procedures.ts'
import { play } from '../scenario/scenario.ts'
import { comparableIn, type Comparable } from './comparable.ts'

/** What is compared of a usual case up to an act, with what the scenario changes. */
function compared(procedure: string, upTo: string, more: Readonly<Record<string, unknown>> = {}): Comparable | undefined {
  const [judge, known] = [judgeFor(procedure), findProcedure(procedure)]
  if (known === undefined) throw new Error(procedure)
  const outcome = play({ given: { upTo, from: '2021-08-02' }, ...more }, { judge, course: known.course, setting: SETTING })
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.faults))
  expect(outcome.answer.surprises).toEqual([])
  return comparableIn(judge.read({ procedure, acts: outcome.answer.file }, SETTING))
}
const ORDINARY = 'penalty.ordinary'

describe('what of a case is held against others (同案同罚，行政处罚法第五条第二款)', () => {
  test('nothing before it is decided', () => {
    expect(compared(ORDINARY, 'conclude')).toBeUndefined()
  })
  test('an ordinary case: its fine, and who concluded the investigation', () => {
    expect(compared(ORDINARY, 'decide')).toMatchObject({ matter: 'street.front', officer: 'zhang', exempt: false, lighter: false, fine: expect.any(BigInt), beforehand: { corrected: expect.any(Boolean) } })
  })
  test('a case on the spot: who decided it', () => {
    expect(compared('penalty.simple', 'decide')).toEqual({ matter: 'clean.litter', officer: 'zhang', decidedOn: day('2021-08-02'), exempt: false, fine: yuan(50), lighter: false, beforehand: { subject: 'citizen', harm: 'slight', corrected: true } })
  })
  test('第三十三条: an offence that was spared', () => {
    expect(compared('penalty.soft', 'exempt')).toEqual({ matter: 'street.front', officer: 'zhang', decidedOn: day('2021-08-04'), exempt: true, lighter: false, beforehand: { subject: 'citizen', harm: 'slight', corrected: true } })
  })
  test('第三十条: of a party of sixteen the law itself makes it lighter', () => {
    const party = { kind: 'citizen', name: '刘海', birthday: '2005-06-01', capacity: 'full', address: '杨家坪正街 1 号' }
    expect(compared('penalty.simple', 'decide', { with: { discover: { party } } })).toMatchObject({ lighter: true })
  })
  test('第三十二条: who put it right of his own is fined lighter by law', () => {
    expect(compared('penalty.simple', 'decide', { with: { decide: { lenient: ['remedied'] } } })).toMatchObject({ lighter: true })
  })
  test('a decision that is revoked is compared no more, and one that is changed with what it says now', () => {
    const changed = (data: Readonly<Record<string, unknown>>) => ({ acts: [{ act: 'changeDecision', on: '2021-08-23', expect: 'granted', data: { by: 'self', reason: '复查认为偏重。', knownOn: '2021-08-23', ...data } }] })
    expect(compared('penalty.simple', 'report', changed({ outcome: 'revoked' }))).toBeUndefined()
    expect(compared('penalty.simple', 'report', changed({ outcome: 'changed', fine: '30' }))).toMatchObject({ fine: yuan(30) })
  })
})
