import { investigated, pastActs } from './past-acts.ts'
import type { TourCase } from './tour-case.ts'

const PROCEDURE = 'penalty.ordinary'
const FACTS = '当事人在公交站牌、电杆上张贴小广告二十余张。'
const PLACE = '石坪桥街道示例路 5 号'
const PARTY = { kind: 'citizen', name: '蔡宇', birthday: '1979-11-20', capacity: 'full', address: PLACE }

const SECOND_TIME = { discretion: { answers: { 条文规定的情形: '一般情形', 一年内同类违法的次序: 2 } } }

/** Nobody pays, nobody sues: demanded, brought to the court, granted (非诉执行, 行政强制法第五十三条至第五十八条). Decided under the law of 2017, when every decision was reviewed. */
export const courtCase = (): TourCase => ({
  procedure: PROCEDURE,
  steps: pastActs(PROCEDURE, [
    ...investigated({ matter: '乱张贴刻画涂写吊挂', subject: 'citizen', party: PARTY, place: PLACE, facts: FACTS }, ['2021-04-01', '2021-04-02', '2021-04-06', '2021-04-08'], [['2021-04-01', 'orderCorrection']]),
    ['2021-04-09', 'notify', { facts: FACTS, ...SECOND_TIME }],
    ['2021-04-09', 'serveNotice', { receiver: '蔡宇' }],
    ['2021-04-12', 'waiveStatement'],
    ['2021-04-13', 'review', {}, { refused: [{ act: 'decide', who: 'zhao', article: '第三十八条第三款' }] }],
    ['2021-04-20', 'decide', { facts: FACTS, ...SECOND_TIME }],
    ['2021-04-21', 'serveDecision', { receiver: '蔡宇' }],
    ['2021-04-23', 'publish', {}, { refused: [{ act: 'demand', who: 'zhang', with: ['li'], article: '《行政强制法》第五十四条' }] }],
    ['2021-10-08', 'demand', { fine: '300', surcharge: '300' }, { refused: [{ act: 'demand', who: 'zhang', with: ['li'], article: '第七十二条第一款', change: { surcharge: '300.01' } }, { act: 'demand', who: 'zhang', with: ['li'], article: '《行政强制法》第三十五条', change: { tellsDefence: false } }] }],
    ['2021-10-08', 'serveDemand', { receiver: '蔡宇' }, { refused: [{ act: 'applyCourt', who: 'zhao', article: '《行政强制法》第五十四条', change: { fine: '300', surcharge: '300' } }] }],
    ['2021-10-27', 'applyCourt', { fine: '300', surcharge: '300' }, { refused: [{ act: 'applyCourt', who: 'zhao', article: '《行政强制法》第五十五条第二款', change: { leaderSigned: false } }, { act: 'courtRules', who: 'zhang', article: '《行政强制法》第五十七条' }] }],
    ['2021-11-05', 'courtRules', { ruledOn: '2021-11-05', number: '（2021）渝0107行审0号' }],
    ['2021-12-02', 'courtEnds', { collected: '600', endedOn: '2021-12-02' }, { refused: [{ act: 'applyCourt', who: 'zhao', article: '《行政强制法》第五十三条' }, { act: 'close', who: 'zhao', article: '第四十七条', change: { result: 'performed' } }] }],
    ['2021-12-06', 'close', { result: 'court', summary: '人民法院强制执行完毕。' }],
    ['2021-12-07', 'archive', { archiveNumber: '示例-非诉-0001' }],
  ]),
})
