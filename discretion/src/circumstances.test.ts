import { describe, expect, test } from 'vitest'
import { settle, type Circumstances } from './circumstances.ts'

const PLAIN: Circumstances = { capacity: 'full', lenient: [], minor: false, first: false, corrected: false, harm: 'present', faultless: false }
const BAND = { is: 'fine', min: 300_000n, max: 700_000n } as const
const SPAN = { min: 100_000n, max: 1_000_000n }
const of = (more: Partial<Circumstances>) => settle(BAND, SPAN, { ...PLAIN, ...more })

describe('行政处罚法第三十条 · age', () => {
  test.each([
    ['thirteen: none', 13, 'mustExempt', 0n],
    ['fourteen: lighter or mitigated', 14, 'fine', 500_000n],
    ['seventeen: lighter or mitigated', 17, 'fine', 500_000n],
    ['eighteen: as it is', 18, 'fine', 700_000n],
  ] as const)('%s', (_, age, outcome, max) => {
    const settled = of({ age })
    expect(settled.outcome).toBe(outcome)
    expect(settled.band.is === 'fine' ? settled.band.max : 0n).toBe(max)
  })
})
describe('行政处罚法第三十一条 · capacity', () => {
  test('none: no penalty; limited: may be lighter, down to the minimum and below, but need not', () => {
    expect(of({ capacity: 'none' }).outcome).toBe('mustExempt')
    expect(of({ capacity: 'limited' })).toMatchObject({ outcome: 'fine', band: { min: 100_000n, max: 700_000n }, mayMitigate: true })
  })
})
describe('行政处罚法第三十二条 · must be lighter or mitigated', () => {
  test('the lower half of the tier, down to the minimum, or below it with reasons', () => {
    expect(of({ lenient: ['主动消除危害后果'] })).toEqual({ outcome: 'fine', band: { is: 'fine', min: 100_000n, max: 500_000n }, mayMitigate: true, reasons: [{ article: '《行政处罚法》第三十二条', says: '主动消除危害后果，应当从轻或者减轻' }] })
  })
})
describe('行政处罚法第三十三条 · exemption', () => {
  test.each([
    ['slight, corrected, harmless: must', { minor: true, corrected: true, harm: 'none' }, 'mustExempt'],
    ['slight and harmless, but not corrected', { minor: true, harm: 'none' }, 'fine'],
    ['first, corrected, slight harm: may', { first: true, corrected: true, harm: 'slight' }, 'mayExempt'],
    ['first and corrected, but with harm', { first: true, corrected: true, harm: 'present' }, 'fine'],
    ['first, but not corrected', { first: true, harm: 'none' }, 'fine'],
    ['without fault: must', { faultless: true }, 'mustExempt'],
  ] as const)('第一款、第二款: %s', (_, more, outcome) => {
    expect(of(more).outcome).toBe(outcome)
  })
  test('every reason is told, not only the first', () => {
    expect(of({ age: 12, faultless: true }).reasons).toHaveLength(2)
  })
})
