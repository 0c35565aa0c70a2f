import { formatDay, type Day } from '../../day.ts'
import { courseOf, type Course, type Usual } from '../../scenario/course.ts'

const USUAL: Usual = [
  ['suspect', 0],
  ['report', 1],
  ['approve', 0],
  ['transfer', 0],
  ['acknowledge', 0],
  ['answer', 2],
  ['handOver', 1],
  ['judged', 40],
  ['archive', 2],
]
const BY: Readonly<Record<string, readonly string[]>> = { suspect: ['zhao'], approve: ['zhao'], askReview: ['zhao'], askSupervision: ['zhao'] }
const BUNDLE = [
  { kind: 'letter', title: '涉嫌犯罪案件移送书', pages: 2 },
  { kind: 'report', title: '案件情况的调查报告', pages: 6 },
  { kind: 'evidence', title: '现场笔录、照片', pages: 24 },
]

function typical(kind: string, on: Day): Readonly<Record<string, unknown>> {
  const today = formatDay(on)
  const forms: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
    suspect: {
      matter: 'muck.dump.old', place: '示例区林场边', crime: '非法占用农用地罪', discoveredOn: today, facts: '倾倒建筑垃圾，占用并毁坏林地。', team: [{ who: 'zhang' }, { who: 'li' }],
      party: { kind: 'organisation', name: '示例土石方工程有限公司', representative: '何平', capacity: 'full', address: '示例路 8 号' },
    },
    report: { facts: '现场测量、询问核实，占用林地十二亩。', measure: '占用并毁坏林地超过十亩，达到追诉标准。', opinion: 'transfer', reason: '涉嫌构成犯罪，依法应当移送。' },
    approve: { outcome: 'approve', at: '10:00', opinion: '同意移送。' },
    transfer: { receiver: '示例区公安分局', at: '15:30', papers: BUNDLE, hasItems: false, tested: false },
    acknowledge: { receivedOn: today, who: '示例区公安分局法制大队', number: '示例公回〔2021〕1号' },
    reroute: { to: '示例市森林公安局', noticeOn: today },
    answer: { outcome: 'filed', receivedOn: today, number: '示例公立〔2021〕1号', returned: false },
    handOver: { pages: 30, receiver: '示例区公安分局，陈警官', signed: true },
    askReview: { reason: '占用面积经测绘确认，已达到追诉标准。' },
    reviewed: { outcome: 'upheld', receivedOn: today, number: '示例公复〔2021〕1号', objects: false },
    askSupervision: { procuratorate: '示例区人民检察院', reason: '应当立案而没有立案。' },
    supervised: { outcome: 'filed', receivedOn: today, number: '示例检监〔2021〕1号' },
    judged: { outcome: 'convicted', body: '示例区人民法院', number: '（2021）示例刑初1号', receivedOn: today, courtFine: '20000' },
    takeBack: { receivedOn: today, papers: [{ kind: 'evidence', title: '退回的案卷材料', pages: 32 }], opinion: '犯罪事实显著轻微，不需要追究刑事责任，应当给予行政处罚。' },
    archive: { archiveNumber: '移 0001' },
  }
  return forms[kind] ?? {}
}

/** The course of a transfer to the police (移送典型过程). */
export const CRIME_COURSE: Course = courseOf({ usual: USUAL, by: (kind) => BY[kind] ?? ['zhang', 'li'], typical })
