import { describe, expect, test } from 'vitest'
import { citeAll } from '../article.ts'
import { day } from '../day.ts'
import { covers } from '../interval.ts'
import { ORDINARY_PENALTY } from './ordinary/procedure.ts'

const { rules } = ORDINARY_PENALTY
const inForceOn = (written: string) => rules.filter(({ inForce }) => covers(inForce, day(written)))

describe('新旧法衔接 · each step is judged by the law of its own day', () => {
  test('on 2021-07-14 no rule cites the law of 2021, on 2021-07-15 none cites that of 2017', () => {
    const cited = (written: string) => new Set(inForceOn(written).flatMap(({ basis }) => basis.map(({ statute }) => statute)))
    expect(cited('2021-07-14')).not.toContain('apl')
    expect(cited('2021-07-14')).toContain('apl17')
    expect(cited('2021-07-15')).toContain('apl')
    expect(cited('2021-07-15')).not.toContain('apl17')
  })
  test('no two rules of one code are in force on the same day', () => {
    const codes = inForceOn('2021-08-02').map(({ code }) => code)
    expect(new Set(codes).size).toBe(codes.length)
  })
  test('what the law of 2017 did not demand is a short list', () => {
    const older = new Set(inForceOn('2021-03-01').map(({ code }) => code.replace(/\.2017$/, '')))
    const added = inForceOn('2022-03-01').map(({ code }) => code.replace(/\.2017$/, '')).filter((code) => !older.has(code))
    expect(added.sort()).toEqual([
      'apply.devolved',
      'collect.device-reviewed',
      'decide.court-fine',
      'decide.deviation',
      'decide.discretion-dropped',
      'decide.faultless',
      'file.devolved',
      'inspect.rights-told',
      'interview.rights-told',
      'notify.court-fine',
      'notify.deviation',
      'owes.decide',
      'owes.withdraw-publication',
      'waiveHearing.express',
      'waiveStatement.express',
    ])
  })
  test('a clause keeps its paragraph: the finding on which a decision rests was 第三十八条第一款', () => {
    const older = rules.find(({ code }) => code === 'decide.finding.2017')
    expect(citeAll(older?.basis ?? [])).toBe('《行政处罚法（2017年修正）》第三十八条第一款')
  })
})
