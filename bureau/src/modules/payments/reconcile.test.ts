import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { reconcile, type Ours, type Theirs } from './reconcile.ts'

const our = (receipt: string, amount: bigint, more: Partial<Ours> = {}): Ours => ({ caseId: 'c1', caseNumber: '2021-00001', receipt, amount, spot: false, ...more })
const their = (serial: string, amount: bigint, more: Partial<Theirs> = {}): Theirs => ({ serial, code: 'C', voucher: '', payer: '某某', amount, inFile: true, ...more })
const held = (cause: NonNullable<NonNullable<Theirs['outcome']>['cause']>): Pick<Theirs, 'outcome'> => ({ outcome: { kind: 'held', cause, grounds: '', excess: 0n } })
const kinds = (ours: readonly Ours[], theirs: readonly Theirs[]) => reconcile(ours, theirs).differences.map(({ kind }) => kind)

describe('罚款决定与罚款收缴分离实施办法第十二条 · the day is compared', () => {
  test('what agrees is matched, fine and additional fine of one payment together', () => {
    const { matched, differences } = reconcile([our('S1', 1000n), our('S1', 90n)], [their('S1', 1090n)])
    expect(matched.map(({ amount }) => amount)).toEqual([1090n])
    expect(differences).toEqual([])
  })
  test('money collected on the spot is found again by the voucher under which it was banked', () => {
    expect(reconcile([our('B001', 50n, { spot: true })], [their('S9', 50n, { code: '', voucher: 'B001', ...held('unknown') })]).matched).toHaveLength(1)
  })
  test.each<readonly [string, readonly Ours[], readonly Theirs[], string]>([
    ['ours only', [our('S1', 1n)], [], 'oursOnly'],
    ['theirs only', [], [their('S1', 1n)], 'theirsOnly'],
    ['refused by the law', [], [their('S1', 1n, held('theirsOnly'))], 'theirsOnly'],
    ['the amount differs', [our('S1', 2n)], [their('S1', 1n)], 'amount'],
    ['more than was owed', [our('S1', 2n)], [their('S1', 3n, { outcome: { kind: 'booked', grounds: '', excess: 1n } })], 'excess'],
    ['twice paid', [], [their('S1', 1n, held('twice'))], 'twice'],
    ['paid after voiding', [], [their('S1', 1n, held('afterVoiding'))], 'afterVoiding'],
    ['an unknown code', [], [their('S1', 1n, held('unknown'))], 'unknown'],
    ['told by the platform, not by the bank', [our('S1', 1n)], [their('S1', 1n, { inFile: false })], 'noticeOnly'],
  ])('%s', (_, ours, theirs, kind) => {
    expect(kinds(ours, theirs)).toEqual([kind])
  })
  test('one voucher is not matched twice', () => {
    expect(reconcile([our('B1', 5n, { spot: true })], [their('S1', 5n, { voucher: 'B1' }), their('S2', 5n, { voucher: 'B1' })])).toMatchObject({ matched: [{ serial: 'S1' }], differences: [{ key: 'r:S2' }] })
  })
})

describe('nothing is lost between the two sides', () => {
  const number = fc.constantFrom('', 'S1', 'S2', 'S3', 'B1', 'B2')
  const amount = fc.bigInt({ min: 1n, max: 10n ** 15n })
  const ours = fc.array(fc.record({ caseId: fc.constantFrom('c1', 'c2'), caseNumber: fc.constant('n'), receipt: number, amount, spot: fc.boolean() }), { maxLength: 8 })
  const outcome = fc.record({ kind: fc.constantFrom('booked' as const, 'held' as const), cause: fc.constantFrom('unknown' as const, 'twice' as const, 'afterVoiding' as const), grounds: fc.constant(''), excess: fc.bigInt({ min: 0n, max: 5n }) })
  const theirs = fc.uniqueArray(fc.record({ serial: fc.constantFrom('S1', 'S2', 'S3', 'S4'), code: fc.constantFrom('', 'C'), voucher: number, payer: fc.constant(''), amount, inFile: fc.boolean(), outcome }), { selector: ({ serial }) => serial })
  const sum = (amounts: readonly bigint[]) => amounts.reduce((total, one) => total + one, 0n)

  test('bank = matched + apart, books = matched + apart, whatever the two say', () => {
    fc.assert(fc.property(ours, theirs, (left, right) => {
      const { matched, differences, books, bank } = reconcile(left, right)
      const agreed = sum(matched.map((one) => one.amount))
      expect(agreed + sum(differences.map((one) => one.theirs))).toBe(bank)
      expect(agreed + sum(differences.map((one) => one.ours))).toBe(books)
    }))
  })
  test('the order in which anything came changes nothing', () => {
    fc.assert(fc.property(ours, theirs, (left, right) => {
      const told = (one: ReturnType<typeof reconcile>) => ({ ...one, matched: one.matched.map(({ serial, amount: agreed }) => [serial, agreed]) })
      expect(told(reconcile([...left].reverse(), [...right].reverse()))).toEqual(told(reconcile(left, right)))
    }))
  })
  test('no difference is named twice', () => {
    fc.assert(fc.property(ours, theirs, (left, right) => {
      const keys = reconcile(left, right).differences.map(({ key }) => key)
      expect(new Set(keys).size).toBe(keys.length)
    }))
  })
})
