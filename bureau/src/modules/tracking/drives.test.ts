import { describe, expect, test } from 'vitest'
import { hintsOf } from './cards.ts'
import { drivesOf } from './drives.ts'
import type { CardRow } from './store-cards.ts'

const at = (hour: number) => `2021-08-10T${String(hour).padStart(2, '0')}:00:00.000Z`
const row = (hour: number, kind: CardRow['kind'], name: string | null = null): CardRow => ({ truck: 'truck', plate: '渝A20000', terminal: '1', at: at(hour), received: at(hour), kind, name, licence: name === null ? null : `5000-${name}`, is_known: name !== '王五', hints: [] })
const said = (rows: readonly CardRow[]) => drivesOf(rows, at(20)).map(({ from, until, name, isKnown }) => [from.slice(11, 13), until?.slice(11, 13), name, isKnown])

describe('who drove from when to when (驾驶人时段)', () => {
  test.each([
    ['a card put in and taken out', [row(8, 'in', '张三'), row(12, 'out')], [['08', '12', '张三', true]]],
    ['another card put in: the first driver ended', [row(8, 'in', '张三'), row(12, 'in', '李四')], [['08', '12', '张三', true], ['12', undefined, '李四', true]]],
    ['the same card reported again', [row(8, 'in', '张三'), row(9, 'in', '张三'), row(12, 'out')], [['08', '12', '张三', true]]],
    ['a card that could not be read: somebody drove', [row(8, 'unread'), row(9, 'out')], [['08', '09', undefined, true]]],
    ['a driver whom the register does not know', [row(8, 'in', '王五')], [['08', undefined, '王五', false]]],
    ['taken out before anything was put in', [row(8, 'out')], []],
    ['after the span', [row(8, 'in', '张三'), row(21, 'out')], [['08', undefined, '张三', true]]],
  ])('%s', (_, rows, drives) => expect(said(rows)).toEqual(drives))
})

describe('a card raises a hint (驾驶员卡提示)', () => {
  const received = { kind: 'in', receivedMs: Date.parse('2021-08-10T10:00:00+08:00') } as const
  const driver = { name: '张三', enterprise: 'ours', isEnded: false }
  test.each([
    ['of a driver of this enterprise: none', received, driver, []],
    ['of a driver whose registration ended', received, { ...driver, isEnded: true }, ['ended']],
    ['of another enterprise’s driver', received, { ...driver, enterprise: 'another' }, ['other-enterprise']],
    ['on its last day: none', { ...received, validUntil: '2021-08-10' }, driver, []],
    ['a day after it', { ...received, validUntil: '2021-08-09' }, driver, ['expired']],
    ['of nobody whom the register knows: none, he is shown as unknown', received, undefined, []],
    ['taken out: none', { ...received, kind: 'out' as const }, { ...driver, isEnded: true }, []],
  ])('%s', (_, report, whose, hints) => expect(hintsOf(report, whose, 'ours')).toEqual(hints))
})
