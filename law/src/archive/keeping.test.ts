import { describe, expect, test } from 'vitest'
import { citeShort } from '../article.ts'
import { day, formatDay } from '../day.ts'
import { keepingOf, USUAL_KEEPING, type KeptRecord, type Use } from './keeping.ts'

const archived = (keeping: string, on = '2021-06-30', more: Partial<Use> = {}): Use => ({ number: '2021-00001', ended: true, archivedOn: day(on), keeping, inRemedy: false, ...more })
const kept = (uses: readonly Use[], today: string, more: Partial<KeptRecord> = {}) => {
  const { until, obstacles } = keepingOf({ receivedOn: day('2021-03-01'), uses, holds: [], ...more }, day(today), USUAL_KEEPING)
  return { until: until === undefined ? undefined : formatDay(until), why: obstacles.map(({ because }) => because) }
}

describe('档案法第二十一条 · how long a record is kept', () => {
  test.each([
    ['ten years: the last day', [archived('ten')], '2031-12-31', '2031-12-31', ['保管期限至 2031-12-31，尚未届满']],
    ['ten years: the day after', [archived('ten')], '2032-01-01', '2031-12-31', []],
    ['archived on new year’s day: the period begins with the next year', [archived('ten', '2021-01-01')], '2032-01-01', '2031-12-31', []],
    ['thirty years', [archived('thirty')], '2052-01-01', '2051-12-31', []],
    ['two cases use it: the longer period counts', [archived('ten'), archived('thirty')], '2032-01-01', '2051-12-31', ['保管期限至 2051-12-31，尚未届满']],
    ['permanent: never', [archived('permanent')], '2199-01-01', undefined, ['2021-00001 永久保管']],
    ['no case: six months, the last day', [], '2021-09-01', '2021-09-01', ['保管期限至 2021-09-01，尚未届满']],
    ['no case: the day after six months', [], '2021-09-02', '2021-09-01', []],
  ])('%s', (_, uses, today, until, why) => expect(kept(uses, today)).toEqual({ until, why }))
})

describe('档案法第二十一条第二款 · never while somebody needs it', () => {
  const OVER = '2060-01-01'
  test('a case that is still open', () => {
    expect(kept([{ number: '2021-00001', ended: false, inRemedy: false }], OVER).why).toEqual(['2021-00001 尚未办结归档'])
  })
  test('what is no case says itself what it waits for', () => {
    const awaits = { because: '监控事件 JK1 还没有审核', basis: [], instead: '审核之后再行鉴定' }
    expect(kept([{ number: '监控事件 JK1', ended: false, inRemedy: false, awaits }], OVER).why).toEqual(['监控事件 JK1 还没有审核'])
    expect(kept([{ number: '监控事件 JK1', ended: false, inRemedy: false, awaits }, archived('ten')], OVER).why).toEqual(['监控事件 JK1 还没有审核'])
  })
  test('an archived case whose reconsideration or suit is not over', () => {
    expect(kept([archived('ten', '2021-06-30', { inRemedy: true })], OVER).why).toEqual(['2021-00001 正在复议或者诉讼'])
  })
  test('somebody asked to keep it', () => {
    expect(kept([archived('ten')], OVER, { holds: ['信访复查'] }).why).toEqual(['已要求暂缓销毁：信访复查'])
  })
  test('every reason is told, not the first', () => {
    expect(kept([archived('ten', '2021-06-30', { inRemedy: true })], '2022-01-01', { holds: ['审计'] }).why).toHaveLength(3)
  })
  test('archived without a period: the period is set first; then that day counts', () => {
    expect(kept([archived('')], OVER).why).toEqual(['2021-00001 归档时没有划定保管期限'])
    expect(kept([archived('')], OVER, { prolongedTo: day('2061-01-01') }).why).toEqual(['保管期限至 2061-01-01，尚未届满'])
    expect(kept([archived('')], '2061-01-02', { prolongedTo: day('2061-01-01') }).why).toEqual([])
  })
  test('every reason names its article', () => {
    const { obstacles } = keepingOf({ receivedOn: day('2021-03-01'), uses: [archived('permanent')], holds: ['审计'] }, day(OVER), USUAL_KEEPING)
    expect(obstacles.map(({ basis }) => basis.map(citeShort).join())).toEqual(['《档案法》第二十一条第二款', '《档案法》第二十一条第二款'])
  })
  test('what was not read in a text is not called verified', () => expect(USUAL_KEEPING.verified).toBe(false))
})
