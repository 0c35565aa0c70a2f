import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, day, type Day } from '../day.ts'
import { parseYuan, yuan, type Fen } from '../money.ts'
import { surcharge, type Pause, type Payment } from './surcharge.ts'

function fen(amount: bigint): Fen {
  const read = parseYuan(`${amount / 100n}.${String(amount % 100n).padStart(2, '0')}`)
  if (read === undefined) throw new Error(`${amount} is no amount`)
  return read
}
const DUE = day('2021-09-03')

describe('行政处罚法第七十二条第一款第（一）项 · three percent a day, never more than the fine', () => {
  test.each([
    ['on the last day nothing', 300n, '2021-09-03', 0n],
    ['one day late: three percent', 300n, '2021-09-04', 9n],
    ['ten days late', 300n, '2021-09-13', 90n],
    ['thirty-three days late: 99 percent', 300n, '2021-10-06', 297n],
    ['thirty-four days late: the cap', 300n, '2021-10-07', 300n],
    ['a year late: still the cap', 300n, '2022-09-03', 300n],
  ] as const)('%s', (_, fine, until, owed) => {
    expect(surcharge(fen(fine * 100n), DUE, day(until))).toBe(owed * 100n)
  })
  test('a fraction of a cent is dropped, once and not daily', () => {
    expect(surcharge(fen(1n), DUE, addDays(DUE, 33))).toBe(0n)
    expect(surcharge(fen(10n), DUE, addDays(DUE, 4))).toBe(1n)
  })
  test('what was paid in time bears nothing; what was paid late bore it until paid', () => {
    expect(surcharge(yuan(300), DUE, addDays(DUE, 10), [{ on: DUE, amount: yuan(100) }])).toBe(yuan(60))
    expect(surcharge(yuan(300), DUE, addDays(DUE, 10), [{ on: addDays(DUE, 5), amount: yuan(300) }])).toBe(yuan(45))
  })
})

describe('行政处罚法第七十三条第三款 · the days of a remedy are not counted', () => {
  test('both ends of the remedy included', () => {
    expect(surcharge(yuan(300), DUE, addDays(DUE, 10), [], [{ from: addDays(DUE, 3), to: addDays(DUE, 5) }])).toBe(yuan(63))
  })
  test('an open remedy stops the count', () => {
    expect(surcharge(yuan(300), DUE, addDays(DUE, 100), [], [{ from: addDays(DUE, 1) }])).toBe(0n)
  })
})

describe('for every fine, payment and remedy', () => {
  const amount = fc.bigInt({ min: 1n, max: 5_000_000_00n }).map(fen)
  const on = fc.integer({ min: -20, max: 120 }).map((days) => addDays(DUE, days))
  const payments = fc.array(fc.record({ on, amount }), { maxLength: 4 })
  const pauses = fc.array(fc.tuple(on, fc.integer({ min: 0, max: 40 })).map(([from, days]): Pause => ({ from, to: addDays(from, days) })), { maxLength: 3 })

  test('it is what counting day by day gives', () => {
    fc.assert(fc.property(amount, on, payments, pauses, (fine, until, paid, idle) => {
      expect(surcharge(fine, DUE, until, paid, idle)).toBe(dayByDay(fine, until, paid, idle))
    }))
  })
  test('it never exceeds the fine, never shrinks with time, never grows with a payment', () => {
    fc.assert(fc.property(amount, on, payments, pauses, fc.record({ on, amount }), (fine, until, paid, idle, more) => {
      const owed = surcharge(fine, DUE, until, paid, idle)
      expect(owed).toBeLessThanOrEqual(fine)
      expect(surcharge(fine, DUE, addDays(until, 1), paid, idle)).toBeGreaterThanOrEqual(owed)
      expect(surcharge(fine, DUE, until, [...paid, more], idle)).toBeLessThanOrEqual(owed)
    }))
  })
  test('the order of payments does not matter', () => {
    fc.assert(fc.property(amount, on, payments, (fine, until, paid) => {
      expect(surcharge(fine, DUE, until, [...paid].reverse())).toBe(surcharge(fine, DUE, until, paid))
    }))
  })

  function dayByDay(fine: Fen, until: Day, paid: readonly Payment[], idle: readonly Pause[]): bigint {
    let thousandths = 0n
    for (let today = addDays(DUE, 1); today <= until; today = addDays(today, 1)) {
      if (idle.some(({ from, to }) => from <= today && (to === undefined || today <= to))) continue
      const left = paid.filter((one) => one.on < today).reduce((rest, one) => rest - one.amount, BigInt(fine))
      if (left > 0n) thousandths += left * 3n
    }
    const owed = thousandths / 100n
    return owed > fine ? fine : owed
  }
})

test('a fine of a yuan and a cent, a hundred days late, is capped to the cent', () => {
  const fine = parseYuan('1.01')
  expect(fine === undefined ? undefined : surcharge(fine, DUE, addDays(DUE, 100))).toBe(101n)
})
