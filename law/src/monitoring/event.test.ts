import { describe, expect, test } from 'vitest'
import { citeAll } from '../article.ts'
import { day, formatDay } from '../day.ts'
import { SETTING } from '../judges.ts'
import { CAST } from '../scenario/cast.ts'
import { flagsOf, correctedMs, type Arrival, type EventFlag } from './arrival.ts'
import type { Entry } from './device.ts'
import { dutiesOf, renewalOf } from './duties.ts'
import { evidenceGrounds, openAnswers, ruleEvent, standingOf, type MonitoredEvent } from './event.ts'
import { afternoonOf, deviceStory, entriesOf, type EntryIdea } from './register-story.ts'

const ON = '2021-08-20'
const NOW = '2021-08-24'
const now = { today: day(NOW), nowMs: afternoonOf(day(NOW)), setting: SETTING }
const event = (more: Partial<MonitoredEvent> = {}): MonitoredEvent => ({ number: 'JK1', on: day(ON), atMs: afternoonOf(day(ON)), measured: false, flags: [], entries: [], device: deviceStory('2021-08-02'), ...more })
const YES = { genuine: true, clear: true, complete: true, accurate: true, outcome: 'admitted' }
const review = (data: Readonly<Record<string, unknown>> = {}, on = NOW): EntryIdea => ({ kind: 'review', on, data: { ...YES, ...data } })
const rule = (kind: string, data: Readonly<Record<string, unknown>>, one: MonitoredEvent, by = [CAST['zhang']].flatMap((found) => found ?? []), on = NOW) => {
  const ruling = ruleEvent({ kind, on: day(on), by, data }, one, now)
  return ruling.granted ? [] : ruling.refusals.map(({ code }) => code)
}

describe('行政处罚法第四十一条第二款 · a record is reviewed before it is evidence', () => {
  test('all four are answered yes', () => expect(rule('review', YES, event())).toEqual([]))
  test.each(['genuine', 'clear', 'complete', 'accurate'])('one of them is no: %s', (quality) => expect(rule('review', { ...YES, [quality]: false }, event())).toEqual([`event.not-${quality}`]))
  test.each([
    ['without a reason', { outcome: 'rejected' }, ['event.reason']],
    ['for a reason that the answers contradict', { outcome: 'rejected', reason: 'clear' }, ['event.reason-contradicted']],
    ['for a reason that they bear out', { outcome: 'rejected', clear: false, reason: 'clear' }, []],
    ['for no offence', { outcome: 'rejected', reason: 'noOffence' }, []],
    ['as a mere lead', { outcome: 'leadOnly', complete: false }, []],
  ])('not admitted %s', (_, data, expected) => expect(rule('review', { ...YES, ...data }, event())).toEqual(expected))
  const flagged: readonly (readonly [EventFlag, readonly string[]])[] = [['no-record', ['event.no-record']], ['in-future', ['event.in-future']], ['clock-wrong', ['event.clock']], ['near-duplicate', []]]
  test.each(flagged)('flagged %s', (flag, expected) => expect(rule('review', YES, event({ flags: [flag] }))).toEqual(expected))
  test('a wrong clock is explained', () => expect(rule('review', { ...YES, note: '快 5 分钟，已校正。' }, event({ flags: ['clock-wrong'] }))).toEqual([]))
  test('a reviewer whose certificate has run out', () => {
    const zhang = CAST['zhang']
    const expired = zhang === undefined ? [] : [{ ...zhang, certificate: { number: '1', from: day('2015-01-01'), until: day('2021-08-01') } }]
    expect(rule('review', YES, event(), expired)).toEqual(['event.reviewer'])
  })
  test('a device that was not registered, or lacked something, can be a lead and never evidence', () => {
    expect(rule('review', YES, event({ device: [] }))).toEqual(['device.unregistered'])
    expect(rule('review', YES, event({ device: deviceStory('2021-08-02', { without: ['publish', 'sign'] }) }))).toEqual(['device.sign', 'device.published'])
    expect(rule('review', { ...YES, outcome: 'leadOnly' }, event({ device: [] }))).toEqual([])
  })
  test('reviewed twice; after the review was withdrawn', () => {
    expect(rule('review', YES, event({ entries: entriesOf([review()]) }))).toEqual(['event.reviewed'])
    expect(rule('review', YES, event({ entries: entriesOf([review(), { kind: 'withdraw', on: NOW, data: { reason: '看错' } }]) }))).toEqual([])
    expect(rule('withdraw', { reason: 'x' }, event())).toEqual(['event.not-reviewed'])
  })
  test('a day to come', () => expect(rule('review', YES, event(), undefined, '2021-08-25')).toEqual(['event.future']))
})

describe('行政处罚法第四十一条第二款 · unreviewed, or not passed, it is no evidence', () => {
  const grounds = (one: MonitoredEvent, on = NOW) => evidenceGrounds(one, day(on), now).map(({ code }) => code)
  test.each([
    ['waiting', [], ['collect.event-unreviewed']],
    ['rejected', [review({ outcome: 'rejected', reason: 'noOffence' })], ['collect.event-rejected']],
    ['a mere lead', [review({ outcome: 'leadOnly' })], ['collect.event-lead']],
    ['admitted', [review()], []],
    ['withdrawn again', [review(), { kind: 'withdraw', on: NOW, data: { reason: 'x' } }], ['collect.event-unreviewed']],
  ] satisfies readonly (readonly [string, readonly EntryIdea[], readonly string[]])[])('%s', (_, entries, expected) => expect(grounds(event({ entries: entriesOf(entries) }))).toEqual(expected))
  test('held', () => expect(grounds(event({ device: [] }))).toEqual(['collect.event-held']))
  test('admitted, and the register was put right since: it falls with the device', () => {
    const device = deviceStory('2021-08-02', { more: [{ kind: 'annul', on: NOW, data: { target: 4, reason: '没有审核过' } }] })
    const [ground] = evidenceGrounds(event({ entries: entriesOf([review()]), device }), day(NOW), { ...now, nowMs: now.nowMs + 1000 })
    expect(ground).toMatchObject({ code: 'collect.device.technical-review', field: 'event' })
    expect(citeAll(ground?.basis ?? [])).toContain('第四十一条')
    expect(ground?.instead).toContain('线索')
  })
  test('the statute of 2017 asked none of this', () => expect(grounds(event(), '2021-07-14')).toEqual([]))
})

describe('行政处罚法第四十一条第三款 · the party is told, may look it up, and is heard', () => {
  const answered = entriesOf([review(), { kind: 'answer', on: NOW, data: { name: '甲', statement: '不是我的车' } }])
  test('told only of what was admitted', () => {
    expect(rule('tell', {}, event())).toEqual(['event.tell-unreviewed'])
    expect(rule('tell', {}, event({ entries: entriesOf([review()]) }))).toEqual([])
  })
  test('an answer is open until it is considered', () => {
    expect(openAnswers(answered, SETTING)).toEqual([2])
    expect(rule('consider', { answer: 1 }, event({ entries: answered }))).toEqual(['event.answer-unknown'])
    expect(rule('consider', { answer: 2 }, event({ entries: answered }))).toEqual([])
    expect(openAnswers([...answered, ...entriesOf([{ kind: 'consider', on: NOW, data: { answer: 2, result: 'adopted', reason: 'x' } }]).map((one) => ({ ...one, seq: 3 }))], SETTING)).toEqual([])
  })
  test('what the party said cannot be struck out, a mistaken telling can', () => {
    expect(rule('annul', { target: 2 }, event({ entries: answered }))).toEqual(['event.undo'])
    expect(rule('correct', { target: 2 }, event({ entries: answered }))).toEqual(['event.undo'])
    expect(rule('annul', { target: 2 }, event({ entries: entriesOf([review(), { kind: 'tell', on: NOW, data: {} }]) }))).toEqual([])
  })
})

describe('what is owed (及时), in working days of the bureau’s own', () => {
  const duties = (entries: readonly Entry[], device = deviceStory('2021-08-02')) => dutiesOf({ entries, device }, day(ON), SETTING).map(({ code, due }) => [code, formatDay(due)])
  test('a Friday’s record is reviewed by the Friday after; a held one owes nothing', () => {
    expect(duties([])).toEqual([['review', '2021-08-27']])
    expect(duties([], [])).toEqual([])
  })
  test('admitted: the party is told; answered: it is considered', () => {
    expect(duties(entriesOf([review()]))).toEqual([['tell', '2021-08-31']])
    expect(duties(entriesOf([review(), { kind: 'tell', on: NOW, data: {} }, { kind: 'answer', on: NOW, data: {} }]))).toEqual([['consider', '2021-08-27']])
    expect(duties(entriesOf([review({ outcome: 'rejected', reason: 'device' })]))).toEqual([])
  })
  test.each([
    ['thirty days before the end: not yet', '2021-09-23', undefined],
    ['twenty-nine: owed', '2021-09-22', '2021-09-22'],
    ['run out', '2021-08-23', '2021-08-23'],
  ])('a certificate, %s', (_, until, due) => {
    const entries = deviceStory('2021-08-02', { more: [{ kind: 'certify', on: '2021-08-02', data: { until: day(until) } }] })
    const found = renewalOf(entries, day(NOW), now.nowMs, SETTING)
    expect(found === undefined ? undefined : formatDay(found.due)).toBe(due)
  })
  test('a device out of use owes no renewal', () => expect(renewalOf(deviceStory('2021-08-02', { without: ['start'], more: [{ kind: 'certify', on: '2021-08-02', data: { until: day('2021-08-03') } }] }), day(NOW), now.nowMs, SETTING)).toBeUndefined())
  test('where it stands', () => expect([standingOf(event(), SETTING), standingOf(event({ device: [] }), SETTING)]).toEqual(['waiting', 'held']))
})

describe('what a source says is checked, not believed', () => {
  const at = afternoonOf(day(ON))
  const arrival = (more: Partial<Arrival> = {}): Arrival => ({ atMs: at, receivedMs: at + 5000, isRegistered: true, records: 1, isRecordKnown: false, hasNeighbour: false, isPlateOdd: false, ...more })
  test.each([
    ['all well', {}, []],
    ['a device that nobody knows', { isRegistered: false }, ['unknown-device']],
    ['sixty seconds ahead: still within', { receivedMs: at - 60_000 }, []],
    ['sixty-one', { receivedMs: at - 61_000 }, ['in-future']],
    ['a clock ten minutes ahead has not seen the future', { receivedMs: at - 600_000, sentMs: at }, ['clock-wrong']],
    ['no record', { records: 0 }, ['no-record']],
    ['a file that came before', { isRecordKnown: true }, ['record-again']],
    ['another within minutes', { hasNeighbour: true }, ['near-duplicate']],
    ['a plate misread', { isPlateOdd: true }, ['plate-odd']],
    ['four days later', { receivedMs: at + 4 * 86_400_000 }, ['late']],
  ] satisfies readonly (readonly [string, Partial<Arrival>, readonly EventFlag[]])[])('%s', (_, more, flags) => expect(flagsOf(arrival(more))).toEqual(flags))
  test('the device’s own error is taken out of its time', () => expect(correctedMs({ atMs: at, sentMs: at + 600_000, receivedMs: at })).toBe(at - 600_000))
})
