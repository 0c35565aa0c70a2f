import { describe, expect, test } from 'vitest'
import { columnsOf, type DecidedCase } from './columns.ts'
import { scan, USUAL_OPTIONS, type Scan } from './scan.ts'
import { twoSided, widthFor } from './tail.ts'

/** A small generator of its own, so that a seed gives the same year on every machine (mulberry32). */
function chance(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
const MATTERS = ['出店经营', '乱扔垃圾', '运输洒漏', '擅自占道', '油烟扰民']
const TIERS = [[300, 0.3], [800, 0.15], [2000, 0.02]] as const
const [TOWNS, OFFICERS_EACH] = [8, 3]

/** A district's year: towns with officers of their own, who fine like cases alike but for what the planted ways add. */
function* year(seed: number, count: number, planted: { readonly harsh?: string; readonly strict?: string }): Generator<DecidedCase> {
  const draw = chance(seed)
  for (let n = 0; n < count; n++) {
    const town = Math.floor(draw() * TOWNS)
    const officer = `${town}-${Math.floor(draw() * OFFICERS_EACH)}`
    const matter = MATTERS[Math.floor(draw() * MATTERS.length)] ?? ''
    // Busy towns have graver cases: what explains itself must not count as a deviation.
    const tier = Math.min(2, Math.floor(draw() * 2 + (town / TOWNS) * 1.2))
    const [middle, exempts] = TIERS[tier] ?? TIERS[0]
    const exempt = draw() < exempts && planted.strict !== `镇街${town}`
    const spread = 0.75 + Math.floor(draw() * 11) * 0.05
    const amount = middle * spread * (planted.harsh === officer && matter === '运输洒漏' ? 1.2 : 1)
    yield { id: String(n), matter, stratum: String(tier), exempt, by: { officer, team: `中队${town % 4}`, town: `镇街${town}`, month: `2021-${String(1 + Math.floor(draw() * 12)).padStart(2, '0')}` }, ...(exempt ? {} : { amount: Math.round(amount) * 100 }) }
  }
}
const found = ({ deviations }: Scan) => deviations.map(({ about, dimension, value, matter }) => [about, dimension, value, matter ?? ''].join(' '))
const SEEDS = Array.from({ length: 100 }, (_, seed) => seed + 1)
const CASES = 12_000

describe('同案不同罚 · planted deviations are found, and nothing else, at a confidence of 99.9 %', () => {
  test('an officer who fines one matter 20 % higher, and a town that never exempts: both, and only they, in each of 100 years', () => {
    const others: string[] = []
    for (const seed of SEEDS) {
      const names = found(scan(columnsOf(year(seed, CASES, { harsh: '6-1', strict: '镇街2' }))))
      expect(names, `year ${seed}`).toEqual(expect.arrayContaining(['fine officer 6-1 运输洒漏', 'exemption town 镇街2 ']))
      others.push(...names.filter((name) => name !== 'fine officer 6-1 运输洒漏' && name !== 'exemption town 镇街2 '))
    }
    expect(others).toEqual([])
  }, 60_000)
  test('a year in which nobody deviates gives no alarm, in each of 100', () => {
    expect(SEEDS.flatMap((seed) => found(scan(columnsOf(year(seed + 1000, CASES / 3, {})))))).toEqual([])
  }, 60_000)
  test('the effect and its interval hold what was planted', () => {
    const [deviation] = scan(columnsOf(year(7, CASES, { harsh: '6-1' }))).deviations
    expect(deviation).toMatchObject({ about: 'fine', dimension: 'officer' })
    expect(deviation?.low).toBeLessThan(1.2)
    expect(deviation?.high).toBeGreaterThan(1.2)
    expect(deviation?.low).toBeGreaterThan(1)
  })
  test('the same cases give the same findings, in whatever order they come', () => {
    const cases = [...year(3, 3000, { harsh: '6-1', strict: '镇街2' })]
    expect(found(scan(columnsOf(cases.toReversed())))).toEqual(found(scan(columnsOf(cases))))
  })
})

describe('small numbers say so instead of accusing', () => {
  const alone = (fines: readonly number[], officer: string): readonly DecidedCase[] => fines.map((amount, n) => ({ id: `${officer}${n}`, matter: '出店经营', stratum: 'x', exempt: false, amount, by: { officer } }))
  test('nine cases at ten times the fine are too few, and are named as too few', () => {
    const many = alone(Array.from({ length: 200 }, (_, n) => 1000 + (n % 10)), '多数')
    const { deviations, tooFew } = scan(columnsOf([...many, ...alone(Array.from({ length: 9 }, () => 10_000), '少数')]))
    expect(deviations).toEqual([])
    expect(tooFew).toEqual([{ dimension: 'officer', value: '少数', cases: 9 }])
  })
  test('a difference of less than a tenth is none, however many cases show it', () => {
    const cases = [...alone(Array.from({ length: 2000 }, (_, n) => 1000 + (n % 3)), '甲'), ...alone(Array.from({ length: 2000 }, (_, n) => 1050 + (n % 3)), '乙')]
    expect(scan(columnsOf(cases)).deviations).toEqual([])
    expect(scan(columnsOf(cases), { ...USUAL_OPTIONS, minimumEffect: 0.04 }).deviations).toHaveLength(1)
  })
  test('who has a matter to himself is compared with nobody', () => {
    expect(scan(columnsOf(alone(Array.from({ length: 50 }, () => 9_999), '独'))).compared).toBe(0)
  })
  test('exemptions are compared by what was known beforehand, since an exempt case has no row of its own', () => {
    const cases = Array.from({ length: 400 }, (_, n): DecidedCase => {
      const [strict, exempt] = [n % 2 === 0, n % 2 === 1 && n % 4 === 1]
      return { id: String(n), matter: '出店经营', stratum: exempt ? 'exempt' : 'x', beforehand: 'no harm, put right', exempt, by: { town: strict ? '严街' : '宽街' }, ...(exempt ? {} : { amount: 1000 }) }
    })
    expect(found(scan(columnsOf(cases)))).toEqual(['exemption town 严街 出店经营'])
    expect(found(scan(columnsOf(cases.map((one): DecidedCase => ({ ...one, beforehand: one.stratum })))))).toEqual([])
  })
  test('no cases at all', () => {
    expect(scan(columnsOf([]))).toEqual({ deviations: [], compared: 0, tooFew: [] })
  })
})

describe('the normal tail', () => {
  test.each([[0, 1], [1.959964, 0.05], [3.290527, 0.001], [6, 1.973175e-9]])('%f standard deviations', (z, expected) => {
    expect(twoSided(z) / expected).toBeCloseTo(1, 5)
  })
  test('the width of an interval is its inverse', () => {
    expect(widthFor(0.05)).toBeCloseTo(1.959964, 4)
  })
})
