import { describe, expect, test } from 'vitest'
import { citeAll } from '../article.ts'
import { day } from '../day.ts'
import { SETTING } from '../judges.ts'
import { CAST } from '../scenario/cast.ts'
import { deviceOn, lacksAt, lacksOf, type Entry } from './device.ts'
import { ruleRegister } from './register-rules.ts'
import { afternoonOf, deviceStory, entriesOf, USUAL_DEVICE, type EntryIdea } from './register-story.ts'

const SET_UP = '2021-08-02'
const EVENT = '2021-08-20'
const NOW = '2021-09-10'
const made = (on = EVENT, measured = false) => ({ on: day(on), measured, atMs: afternoonOf(day(on)) })
const codes = (entries: readonly Entry[], on = EVENT, measured = false) => lacksAt(entries, made(on, measured), afternoonOf(day(NOW)) + 1000, SETTING).map(({ code }) => code)
const certificate = (on: string, until: string, recorded = on): EntryIdea => ({ kind: 'certify', on, recorded, data: { what: 'verification', number: '示例证 1', issuer: '示例计量院', until: day(until) } })

describe('行政处罚法第四十一条第一款 · what a device must have before its record is worth anything', () => {
  test('a device that has everything lacks nothing', () => expect(codes(deviceStory(SET_UP))).toEqual([]))
  test.each([
    ['permit', 'device.basis'],
    ['legalReview', 'device.legal-review'],
    ['technicalReview', 'device.technical-review'],
    ['conform', 'device.standard'],
    ['sign', 'device.sign'],
    ['publish', 'device.published'],
    ['start', 'device.service'],
  ])('without %s', (kind, code) => expect(codes(deviceStory(SET_UP, { without: [kind] }))).toEqual([code]))
  test('without a place and its reason', () => expect(codes(deviceStory(SET_UP, { without: ['place'] }))).toEqual(['device.place']))
  test('nobody registered it: that alone is said', () => expect(codes([])).toEqual(['device.unregistered']))
  test('a review that it failed is none', () =>
    expect(codes(deviceStory(SET_UP, { more: [{ kind: 'legalReview', on: '2021-08-03', data: { result: 'failed', opinion: '设置不合理。' } }] }))).toEqual(['device.legal-review']))
  test.each([
    ['a local regulation by its own name', '重庆市市容环境卫生管理条例', 'regulation'],
    ['a law declared as a regulation', '行政处罚法', 'regulation'],
    ['a local regulation that says so', '某市条例', 'lower'],
  ])('%s permits nothing', (_, instrument, level) => {
    const entries = deviceStory(SET_UP, { without: ['permit'], more: [{ kind: 'permit', on: SET_UP, data: { instrument, level, article: '第一条' } }] })
    expect(codes(entries)).toEqual(['device.basis'])
  })
  test('moved since: sign and publication are asked anew', () =>
    expect(codes(deviceStory(SET_UP, { more: [{ kind: 'place', on: '2021-08-10', data: { place: '另一路口', reason: '调整。' } }] }))).toEqual(['device.sign', 'device.published']))
  test('taken out of service; put back later', () => {
    const stopped = { kind: 'stop', on: '2021-08-10', data: { reason: '检修' } }
    expect(codes(deviceStory(SET_UP, { more: [stopped] }))).toEqual(['device.service'])
    expect(codes(deviceStory(SET_UP, { more: [stopped, { kind: 'start', on: '2021-08-12', data: {} }] }))).toEqual([])
    expect(codes(deviceStory(SET_UP, { more: [{ ...stopped, on: EVENT }] }))).toEqual(['device.service'])
  })
  test('every ground has its article and a cure', () => {
    for (const one of lacksOf(deviceOn(deviceStory(SET_UP, { without: ['permit', 'sign'] }), { on: day(EVENT), knownMs: Infinity }, SETTING), { on: day(EVENT), measured: true })) {
      expect(citeAll(one.basis)).toContain('第四十一条第一款')
      expect(one.instead).not.toBe('')
    }
  })
})

describe('certificates (检定、校准): valid on both named days', () => {
  test.each([
    ['the day before it begins', '2021-08-04', ['device.certificate']],
    ['its first day', '2021-08-05', []],
    ['its last day', '2021-08-25', []],
    ['the day after', '2021-08-26', ['device.certificate']],
  ])('%s', (_, on, expected) => expect(codes(deviceStory(SET_UP, { more: [certificate('2021-08-05', '2021-08-25')] }), on, true)).toEqual(expected))
  test('a measured value needs one, a picture does not', () => {
    expect(codes(deviceStory(SET_UP), EVENT, true)).toEqual(['device.certificate'])
    expect(codes(deviceStory(SET_UP), EVENT, false)).toEqual([])
  })
  test('one entered late speaks for its own days: its issuer can be asked', () => expect(codes(deviceStory(SET_UP, { more: [certificate('2021-08-01', '2022-07-31', '2021-09-01')] }), EVENT, true)).toEqual([]))
})

describe('a late entry heals nothing, an annulled one does not count', () => {
  test('registered today under an earlier date: the record was made before', () => {
    const entries = entriesOf(USUAL_DEVICE.map(({ kind, data, who }) => ({ kind, data, who, on: SET_UP, recorded: '2021-08-30' })))
    expect(codes(entries)).toEqual(['device.unregistered'])
    expect(codes(entries, '2021-08-31')).toEqual([])
  })
  test('one review entered late under an earlier date', () => {
    const late = { kind: 'technicalReview', on: SET_UP, recorded: '2021-08-25', data: { reviewer: '甲', result: 'passed', opinion: '好。' } }
    expect(codes(deviceStory(SET_UP, { without: ['technicalReview'], more: [late] }))).toEqual(['device.technical-review'])
  })
  test('a failed review corrected into a passed one counts from the correction', () => {
    const failed: EntryIdea = { kind: 'technicalReview', on: SET_UP, data: { reviewer: '甲', result: 'failed', opinion: '模糊。' } }
    const corrected: EntryIdea = { kind: 'correct', on: '2021-08-25', data: { target: 9, reason: '误记', answers: { reviewer: '甲', result: 'passed', opinion: '清晰。' } } }
    const entries = deviceStory(SET_UP, { without: ['technicalReview'], more: [failed, corrected] })
    expect(codes(entries)).toEqual(['device.technical-review'])
    expect(codes(entries, '2021-08-26')).toEqual([])
  })
  test('a slip of the pen that is corrected later harms nothing', () => {
    const corrected: EntryIdea = { kind: 'correct', on: '2021-08-25', data: { target: 1, reason: '型号误写', answers: { ...USUAL_DEVICE[0]?.data, model: 'SL-2' } } }
    expect(codes(deviceStory(SET_UP, { more: [corrected] }))).toEqual([])
  })
  test('a review that was struck out never was', () => expect(codes(deviceStory(SET_UP, { more: [{ kind: 'annul', on: NOW, data: { target: 3, reason: '没有审核过' } }] }))).toEqual(['device.legal-review']))
})

describe('entering the register', () => {
  const rule = (kind: string, data: Readonly<Record<string, unknown>>, entries: readonly Entry[], on = NOW, who = 'wang') => {
    const person = CAST[who]
    const ruling = ruleRegister({ kind, on: day(on), by: person === undefined ? [] : [person], data }, { entries, today: day(NOW), nowMs: afternoonOf(day(NOW)), setting: SETTING })
    return ruling.granted ? [] : ruling.refusals.map(({ code }) => code)
  }
  test.each([
    ['a day to come', 'sign', { sign: 'x' }, '2021-09-11', ['register.future']],
    ['the same device twice', 'register', {}, NOW, ['register.twice']],
    ['a certificate that ends before it begins', 'certify', { until: day('2021-09-01') }, NOW, ['register.certificate']],
    ['a local regulation as the basis', 'permit', { instrument: '重庆市市容环境卫生管理条例', level: 'regulation' }, NOW, ['register.basis']],
    ['a position that is none', 'place', { position: '在那边' }, NOW, ['register.position']],
    ['a position', 'place', { position: '29.5, 106.51' }, NOW, []],
    ['a correction of what is not there', 'correct', { target: 99 }, NOW, ['register.target']],
    ['a correction', 'correct', { target: 1 }, NOW, []],
  ])('%s', (_, kind, data, on, expected) => expect(rule(kind, data, deviceStory(SET_UP), on)).toEqual(expected))
  test('a device that lacks something is not put into use, and every lack is named', () =>
    expect(rule('start', {}, deviceStory(SET_UP, { without: ['start', 'sign', 'legalReview'] }))).toEqual(['device.legal-review', 'device.sign']))
  test('legal review without certificate and qualification', () => {
    const person = { id: 'x', name: '某', posts: ['legalReviewer' as const], legalQualification: false, reviewedBefore: false }
    const ruling = ruleRegister({ kind: 'legalReview', on: day(NOW), by: [person], data: { result: 'passed' } }, { entries: deviceStory(SET_UP), today: day(NOW), nowMs: afternoonOf(day(NOW)), setting: SETTING })
    expect(ruling.granted ? [] : ruling.refusals.map(({ code }) => code)).toEqual(['register.legal-reviewer'])
  })
  test('what was annulled is not corrected', () => expect(rule('correct', { target: 3 }, deviceStory(SET_UP, { more: [{ kind: 'annul', on: NOW, data: { target: 3, reason: 'x' } }] }))).toEqual(['register.annulled']))
})
