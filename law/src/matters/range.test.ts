import { describe, expect, test } from 'vitest'
import { formatYuan, parseYuan, yuan, type Fen } from '../money.ts'
import type { Matter, Subject } from './matter.ts'
import { findMatter, MATTERS } from './matters.ts'
import { fineRange, type Measured } from './range.ts'

const matter = (id: string): Matter => findMatter(id) ?? expect.unreachable(id)
const ofYuan = (written: string): Fen => parseYuan(written) ?? expect.unreachable(written)
/** A range in words: 50.00–500.00, what is missing, or why there is no fine. */
function said(id: string, subject: Subject, measured: Measured = {}): string {
  const range = fineRange(matter(id), subject, measured)
  if (range.kind === 'none') return range.because
  if (range.kind === 'open') return `needs ${range.needs.join(', ')}`
  return `${range.min === undefined ? '' : formatYuan(range.min)}–${range.max === undefined ? '' : formatYuan(range.max)}`
}

describe('罚款幅度 · by kind of party', () => {
  test.each([
    ['重庆市市容环境卫生管理条例第十八条: a citizen', 'street.front', 'citizen', '50.00–500.00'],
    ['重庆市市容环境卫生管理条例第十八条: an organisation', 'street.front', 'organisation', '500.00–2000.00'],
    ['a contractor is an organisation', 'street.front', 'contractor', '500.00–2000.00'],
    ['重庆市市容环境卫生管理条例第五十五条: a fixed amount', 'vehicle.dirty', 'citizen', '50.00–50.00'],
    ['重庆市市容环境卫生管理条例第六十六条: the contractor is fined', 'muck.unpermitted', 'contractor', '5000.00–30000.00'],
    ['… and not the carrier', 'muck.unpermitted', 'carrier', '「无证运输建筑垃圾」的罚款不适用于这类对象'],
    ['固体废物污染环境防治法第一百一十一条: a citizen', 'waste.dump.old', 'citizen', '100.00–500.00'],
    ['… an organisation', 'waste.dump.old', 'organisation', '50000.00–500000.00'],
    ['生态环境法典第一千一百六十九条: a carrier too', 'muck.dump.new', 'carrier', '100000.00–1000000.00'],
    ['重庆市市容环境卫生管理条例第二十三条: no fine at all', 'street.permit.transfer', 'citizen', '「转让临时占道许可」的依据没有规定罚款'],
    ['城市市容和环境卫生管理条例第三十四条: no amount in the text, none invented', 'csr.light', 'citizen', '「市容条例第三十四条」的条文没有规定罚款数额'],
    ['城市绿化条例第二十六条: no amount in the text', 'cgr.damage', 'organisation', '「损坏树木花草设施」的条文没有规定罚款数额'],
  ] as const)('%s', (_, id, subject, range) => {
    expect(said(id, subject)).toBe(range)
  })
})

describe('罚款幅度 · by circumstance', () => {
  test.each([
    ['重庆市市容环境卫生管理条例第三十九条: not said: the outer range', 'posting', {}, '50.00–5000.00'],
    ['… grave', 'posting', { band: 'grave' }, '500.00–5000.00'],
    ['生态环境法典第一千一百三十二条: refuses', 'bbq.new', { band: 'refuses' }, '5000.00–20000.00'],
    ['重庆市城市园林绿化条例第五十六条: minor', 'green.harm', { band: 'minor' }, '0.00–500.00'],
    ['… grave', 'green.harm', { band: 'grave' }, '5000.00–20000.00'],
    ['a band that the clause does not know changes nothing', 'vehicle.wash', { band: 'grave' }, '50.00–50.00'],
  ] as const)('%s', (_, id, measured, range) => {
    expect(said(id, 'citizen', measured)).toBe(range)
  })
})

describe('罚款幅度 · by what was measured or appraised', () => {
  test.each([
    ['重庆市市容环境卫生管理条例第十六条: fifty yuan a day, for ten days', 'street.furniture', { days: 10 }, '500.00–500.00'],
    ['… the days are not known', 'street.furniture', {}, 'needs days'],
    ['重庆市市容环境卫生管理条例第七十二条: two to three times the appraised value', 'facility.demolish', { value: yuan(8000) }, '16000.00–24000.00'],
    ['… not appraised', 'facility.demolish', {}, 'needs value'],
    ['重庆市城市园林绿化条例第五十条: ten to fifty yuan a square metre', 'green.idle', { squareMetres: 120.5 }, '1205.00–6025.00'],
    ['重庆市城市园林绿化条例第五十一条: three to ten times the compensation', 'tree.fell', { compensation: ofYuan('1234.56') }, '3703.68–12345.60'],
    ['… not corrected, public green', 'green.occupy', { band: 'publicGreen', compensation: yuan(1000) }, '5000.00–10000.00'],
    ['… not corrected, other green', 'green.occupy', { band: 'otherGreen', landPrice: yuan(1000) }, '3000.00–5000.00'],
    ['… neither found nor measured', 'green.occupy', {}, 'needs compensation, landPrice'],
    ['… corrected in time: needs no land price', 'green.ratio', { band: 'corrected' }, '0.00–50000.00'],
    ['城乡规划法第六十四条: five to ten percent of the cost', 'build.fixable', { cost: ofYuan('123456.78') }, '6172.84–12345.68'],
    ['城乡规划法第六十六条: up to the cost', 'build.temp', { cost: yuan(20_000) }, '0.00–20000.00'],
    ['城市道路管理条例第四十条: up to two percent of the cost', 'road.open', { cost: yuan(1_000_000) }, '0.00–20000.00'],
  ] as const)('%s', (_, id, measured, range) => {
    expect(said(id, 'organisation', measured)).toBe(range)
  })
  test('with everything measured, nothing stays open', () => {
    const all: Measured = { days: 3, squareMetres: 10, compensation: yuan(100), landPrice: yuan(100), value: yuan(100), cost: yuan(100) }
    const subjects: readonly Subject[] = ['citizen', 'organisation', 'contractor', 'developer', 'carrier', 'vehicle']
    expect(MATTERS.filter((one) => subjects.some((subject) => fineRange(one, subject, all).kind === 'open')).map(({ id }) => id)).toEqual([])
  })
})
