import { investigated, pastActs } from './past-acts.ts'
import type { TourCase } from './tour-case.ts'

const PROCEDURE = 'penalty.ordinary'
const FACTS = '临街设置封闭式围墙，挤占公共空间。'
/** As the decision finds them, with somebody who appears nowhere else in the file. */
const PROVEN = `${FACTS}邻居王建国证实围墙是当事人所建。`
const FINE = { kinds: ['fine'], fine: '25000', discretion: { answers: { 一年内同类违法的次序: 3 } } }
const PLACE = '杨家坪街道示例路 66 号'
const FIRM = { kind: 'organisation', name: '重庆示例置业有限公司', creditCode: '', representative: '罗敏', capacity: 'full', address: PLACE }

/** A heavy fine on a firm that asks for a hearing (听证案件): told of its right, heard by who did not investigate, reviewed, decided (行政处罚法第六十三条至第六十五条). */
export const hearingCase = (creditCode: string): TourCase => ({
  procedure: PROCEDURE,
  steps: pastActs(PROCEDURE, [
    ...investigated({ matter: '封闭式隔离', subject: 'organisation', party: { ...FIRM, creditCode }, place: PLACE, facts: FACTS }, ['2021-09-01', '2021-09-02', '2021-09-03', '2021-09-14'], [
      ['2021-09-01', 'orderCorrection', { manner: 'byDate', demands: '十日内拆除封闭式围墙。', deadline: '2021-09-11' }],
    ]).flatMap((one) => (one[1] === 'verifyEvidence' ? [['2021-09-13', 'reinspect', { result: 'refused', findings: '期满复查，没有拆除。' }] as const, one] : [one])),
    ['2021-09-15', 'notify', { ...FINE, facts: FACTS, tellsHearing: true }, { refused: [{ act: 'notify', who: 'zhang', with: ['li'], article: '第六十三条', change: { tellsHearing: false } }] }],
    ['2021-09-15', 'serveNotice', { receiver: '罗敏' }],
    ['2021-09-17', 'waiveStatement', {}],
    ['2021-09-17', 'requestHearing', { askedOn: '2021-09-17' }, { refused: [{ act: 'decide', who: 'zhao', article: '第六十四条' }] }],
    ['2021-09-18', 'noticeHearing', { receivedOn: '2021-09-18', holdOn: '2021-10-12' }, { refused: [{ act: 'noticeHearing', who: 'wu', article: '第六十四条', change: { holdOn: '2021-09-23' } }, { act: 'noticeHearing', who: 'wu', article: '第六十四条', change: { chair: 'zhang' } }] }],
    ['2021-10-12', 'holdHearing', {}, { refused: [{ act: 'review', who: 'zhou', article: '第五十八条' }, { act: 'holdHearing', who: 'zhao', article: '第六十四条' }] }],
    ['2021-10-13', 'review', {}, { refused: [{ act: 'decide', who: 'zhao', article: '第五十八条第一款' }] }],
    ['2021-10-14', 'decide', { ...FINE, facts: PROVEN, answer: '听证中当事人没有提出新的证据，意见不予采纳。' }],
    ['2021-10-15', 'serveDecision', { receiver: '罗敏' }],
    ['2021-10-18', 'publish', { shown: `${FACTS}有邻居证言证实。` }, { refused: [{ act: 'publish', who: 'zhang', article: '第五十条', change: { shown: undefined } }, { act: 'publish', who: 'zhang', article: '第五十条', change: { shown: '房东何建贤指认。' } }] }],
    ['2021-10-22', 'pay', { amount: '25000', receipt: '示例票据 21' }, { who: 'sun', with: [] }],
    ['2021-10-25', 'close'],
    ['2021-10-26', 'archive', { archiveNumber: '示例-听-0001' }],
  ]),
})
