import { investigated, pastActs } from './past-acts.ts'
import type { TourCase } from './tour-case.ts'

const ORDINARY = 'penalty.ordinary'
const RECONSIDERATION = 'remedy.reconsideration'
const FACTS = '当事人超出门窗摆放货架经营。'
const PLACE = '谢家湾街道示例路 31 号门前'
const PARTY = { kind: 'citizen', name: '曾佳', birthday: '1988-04-09', capacity: 'full', address: '谢家湾街道示例路 31 号' }

const SECOND_TIME = { discretion: { answers: { 一年内同类违法的次序: 2 } } }

/** A decision that will not stand: from the lead to the money, before anybody contests it. */
export const contestedCase = (): TourCase => ({
  procedure: ORDINARY,
  steps: pastActs(ORDINARY, [
    ...investigated({ matter: '出店经营', subject: 'citizen', party: PARTY, place: PLACE, facts: FACTS }, ['2021-08-30', '2021-08-31', '2021-09-01', '2021-09-03'], [['2021-08-30', 'orderCorrection']]),
    ['2021-09-06', 'notify', { facts: FACTS, ...SECOND_TIME }],
    ['2021-09-06', 'serveNotice', { receiver: '曾佳' }],
    ['2021-09-07', 'waiveStatement'],
    ['2021-09-16', 'decide', { facts: FACTS, ...SECOND_TIME }],
    ['2021-09-17', 'serveDecision', { receiver: '曾佳' }],
    ['2021-09-18', 'publish'],
    ['2021-09-22', 'pay', { amount: '300', receipt: '示例票据 31' }, { who: 'sun', with: [], refused: [{ act: 'pay', who: 'sun', article: '第六十七条第三款', change: { amount: '300.01' } }] }],
  ]),
})

/** Its reconsideration (行政复议): answered in ten days with the evidence, revoked. */
export const reconsideration = (number: string): TourCase => ({
  procedure: RECONSIDERATION,
  steps: pastActs(RECONSIDERATION, [
    ['2021-10-11', 'register', { related: number, party: PARTY, appliedOn: '2021-10-08', receivedOn: '2021-10-11' }],
    ['2021-10-18', 'reply', { submittedOn: '2021-10-18' }, { refused: [{ act: 'reply', who: 'zhou', article: '第二十八条', change: { pages: 0 } }, { act: 'carryOut', who: 'zhao', article: '第三十二条', change: { withdrawn: 'withdrawn', done: '已退还。' } }] }],
    ['2021-11-29', 'decided', { outcome: 'revoke', receivedOn: '2021-11-29', reason: '主要事实不清。' }],
  ]),
})

/** What follows: the decision falls, its publication is withdrawn within three working days with the reason (行政处罚法第四十八条第二款). */
export const revoked = (): TourCase => ({
  procedure: ORDINARY,
  steps: pastActs(ORDINARY, [
    ['2021-11-30', 'changeDecision', { outcome: 'revoked', by: 'reconsideration', knownOn: '2021-11-29', reason: '依照复议决定。' }, { refused: [{ act: 'close', who: 'zhao', article: '第四十七条', change: { result: 'performed', summary: '罚款已经缴清。' } }] }],
    ['2021-12-01', 'withdrawPublication', { reason: '处罚决定已经复议撤销。' }, { refused: [{ act: 'close', who: 'zhao', article: '第四十七条', change: { result: 'revoked', summary: '撤销。' } }] }],
    ['2021-12-06', 'close', { result: 'revoked', summary: '处罚决定被撤销，已退还罚款。' }],
  ]),
})

/** The money goes back, and the file of the reconsideration is put away. */
export const carriedOut = (): TourCase => ({
  procedure: RECONSIDERATION,
  steps: pastActs(RECONSIDERATION, [
    ['2021-12-03', 'carryOut', { refund: '300', done: '罚款三百元已退还，公示已撤回。' }, { refused: [{ act: 'archive', who: 'zhou', article: '第三十二条' }] }],
    ['2021-12-07', 'archive', { archiveNumber: '复 0001' }],
  ]),
})
