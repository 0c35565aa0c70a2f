import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fen, yuan } from '../../money.ts'
import type { Account } from './owed.ts'
import { shareOut } from './share-out.ts'

const none = yuan(0)
const ACCOUNT: Account = { fine: yuan(1000), confiscated: yuan(200), surcharge: yuan(90), paidFine: none, paidConfiscation: none, paidSurcharge: none, waived: none }
const shares = (account: Account, paid: number) => {
  const { toward, excess } = shareOut(account, yuan(paid))
  return { ...Object.fromEntries(toward.map(({ toward: name, amount }) => [name, Number(amount / 100n)])), excess: Number(excess / 100n) }
}

describe('行政处罚法第七十二条第一款第（一）项 · what a payment counts toward', () => {
  test.each([
    ['less than the fine: all of it toward the fine', 400, { fine: 400, excess: 0 }],
    ['the fine, and not a cent more', 1000, { fine: 1000, excess: 0 }],
    ['then what was confiscated', 1100, { fine: 1000, confiscation: 100, excess: 0 }],
    ['last the additional fine', 1290, { fine: 1000, confiscation: 200, surcharge: 90, excess: 0 }],
    ['what nobody owed is to be returned', 1300, { fine: 1000, confiscation: 200, surcharge: 90, excess: 10 }],
  ])('%s', (_, paid, expected) => {
    expect(shares(ACCOUNT, paid)).toEqual(expected)
  })
  test('what was waived is not owed; what was paid is not owed twice', () => {
    expect(shares({ ...ACCOUNT, paidFine: yuan(1000), paidConfiscation: yuan(200), waived: yuan(50) }, 100)).toEqual({ surcharge: 40, excess: 60 })
  })
  test('the shares and the excess are what came in, whatever the account', () => {
    const money = fc.bigInt({ min: 0n, max: 10n ** 12n }).map(fen)
    fc.assert(fc.property(fc.record({ fine: money, confiscated: money, surcharge: money, paidFine: money, paidConfiscation: money, paidSurcharge: money, waived: money }), money, (account, amount) => {
      const { toward, excess } = shareOut(account, amount)
      expect(toward.reduce((sum, share) => sum + share.amount, 0n) + excess).toBe(amount)
      expect(toward.every((share) => share.amount > 0n)).toBe(true)
    }))
  })
})
