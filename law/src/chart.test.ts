import { describe, expect, test } from 'vitest'
import { calendarOf } from './calendar.ts'
import { chartOf, type ChartAct } from './chart.ts'
import { day } from './day.ts'
import { CHONGQING } from './jurisdictions/chongqing.ts'
import { ORDINARY_PENALTY } from './penalty/ordinary/procedure.ts'
import { PROCEDURES } from './procedures.ts'
import { RECONSIDERATION } from './remedy/reconsideration/procedure.ts'

const SETTING = { calendar: calendarOf(), local: CHONGQING }
const ON = day('2024-03-01')
const actsOf = (on = ON): readonly ChartAct[] => chartOf(ORDINARY_PENALTY, on, SETTING).stages.flatMap(({ acts }) => acts)
const found = (kind: string, on = ON) => actsOf(on).find((one) => one.kind === kind)

describe('行政处罚法第三十九条 · the procedure is drawn from what the judge rules by', () => {
  test.each(PROCEDURES.map(({ procedure }) => [procedure.name, procedure] as const))('%s: every act once, an opening and a lawful end, somebody for each', (_, procedure) => {
    for (const on of [day('2019-01-02'), day('2021-07-15'), day('2026-09-01')]) {
      const acts = chartOf(procedure, on, SETTING).stages.flatMap((stage) => stage.acts)
      expect(acts.map(({ kind }) => kind).sort()).toEqual(Object.keys(procedure.acts).sort())
      expect(acts.some(({ opens }) => opens) && acts.some(({ ends }) => ends)).toBe(true)
      expect(acts.every(({ by, basis }) => by.length > 0 && basis.length > 0)).toBe(true)
    }
  })
  test('第六十条: ninety days from filing to the decision; there was no such period under the law of 2017', () => {
    expect(found('decide')?.duties).toContainEqual(expect.objectContaining({ within: '九十日' }))
    expect(found('decide', day('2021-03-01'))?.duties.map(({ within }) => within)).not.toContain('九十日')
  })
  test('第六十一条, 国办发〔2018〕118号: seven working days', () => {
    expect(found('publish')?.duties).toContainEqual(expect.objectContaining({ within: '七个工作日' }))
  })
  test('what must come before stands with the act', () => {
    expect(found('serveDecision')?.after).toEqual(['作出决定'])
  })
  test('行政复议法: the answer was owed within ten days, and since 2024 within ten working days', () => {
    const reply = (on: string) => chartOf(RECONSIDERATION, day(on), SETTING).stages.flatMap(({ acts }) => acts).find(({ kind }) => kind === 'reply')?.duties.map(({ within }) => within)
    expect([reply('2023-12-29'), reply('2024-01-02')]).toEqual([['十日'], ['十个工作日']])
  })
})
