import { describe, expect, test } from 'vitest'
import { chainOf, ON_THE_SPOT_MS, type Handover } from './chain.ts'

const at = (clock: string): number => Date.parse(`2021-08-10T${clock}:00+08:00`)
const FIRST = { holder: '张平', place: '现场', from: at('09:00') }
const to = (number: number, who: string, given: string, received?: string, more: Partial<Handover> = {}): Handover => ({ number, turn: 'handed', from: '张平', to: who, place: '物证室', given: at(given), ...(received === undefined ? {} : { answer: { accepted: true, at: at(received) } }), ...more })
const NOW = at('18:00')

describe('行政处罚法第四十七条 · the way of a thing from hand to hand', () => {
  test('nothing handed over: the officer who took it still has it', () => {
    expect(chainOf(FIRST, [], NOW)).toEqual({ spans: [FIRST], gaps: [], standing: 'held' })
  })
  test('handed over and received on the spot: two keepers, no gap', () => {
    const chain = chainOf(FIRST, [to(1, '孙敏', '10:00', '10:05')], NOW)
    expect(chain).toEqual({ spans: [{ ...FIRST, until: at('10:00') }, { holder: '孙敏', place: '物证室', from: at('10:05') }], gaps: [], standing: 'held' })
  })
  test.each([
    ['received ten minutes later, no gap', '10:10', 0],
    ['received eleven minutes later, a gap', '10:11', 1],
    ['received the same evening, a gap', '17:00', 1],
  ])('%s', (_, received, gaps) => expect(chainOf(FIRST, [to(1, '孙敏', '10:00', received)], NOW).gaps).toHaveLength(gaps))
  test('given and not received: nobody has it, and that is said once the ten minutes are over', () => {
    expect(chainOf(FIRST, [to(1, '孙敏', '10:00')], at('10:00') + ON_THE_SPOT_MS)).toMatchObject({ gaps: [], standing: 'underWay' })
    expect(chainOf(FIRST, [to(1, '孙敏', '10:00')], NOW)).toMatchObject({ gaps: [{ from: at('10:00'), because: '张平已移交，孙敏没有确认接收' }], standing: 'underWay' })
  })
  test('refused: it stays with who offered it, without a gap', () => {
    const refused = to(1, '孙敏', '10:00', undefined, { answer: { accepted: false, at: at('12:00') } })
    expect(chainOf(FIRST, [refused], NOW)).toEqual({ spans: [FIRST], gaps: [], standing: 'held' })
    expect(chainOf(FIRST, [refused, to(2, '孙敏', '13:00', '13:01')], NOW).spans.at(-1)).toMatchObject({ holder: '孙敏' })
  })
  test('given on before it was received: the times contradict each other, and that is said', () => {
    expect(chainOf(FIRST, [to(1, '孙敏', '10:00', '10:05'), to(2, '检测机构', '08:00', '11:00', { from: '孙敏' })], NOW).gaps[0]).toMatchObject({ because: '孙敏的移交时间早于其接收时间' })
  })
  test('given back: the chain has ended, and nobody keeps it any more', () => {
    expect(chainOf(FIRST, [to(1, '王某', '10:00', '10:02', { turn: 'returned' })], NOW)).toMatchObject({ spans: [{ holder: '张平', until: at('10:00') }], standing: 'ended', ending: 'returned' })
  })
  test('a keeper that the act did not name is a gap from the beginning', () => {
    expect(chainOf({ ...FIRST, holder: '' }, [], NOW).gaps).toEqual([{ from: FIRST.from, because: '没有写明由谁保管' }])
  })
})
