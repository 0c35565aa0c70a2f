import { PUBLICATION_ANSWERS, PUBLICATION_BY } from '../publication/rules.ts'
import { addDays, formatDay, type Day } from '../../day.ts'
import { NO_PROBLEMS } from '../../legal-review.ts'
import { TYPICAL_RECORDINGS } from '../../recording.ts'
import { EXECUTION_BY, executionAnswers, SERVED } from '../execution/typical-answers.ts'

type Plain = Readonly<Record<string, unknown>>

const PARTY: Plain = { kind: 'citizen', name: '刘海', birthday: '1985-06-01', capacity: 'full', address: '杨家坪正街 1 号' }
const BY: Readonly<Record<string, readonly string[]>> = { ...EXECUTION_BY, ...PUBLICATION_BY, review: ['zhou'], decide: ['zhao'], orderClear: ['zhao'], bill: ['zhao'] }
/** Who usually takes an act: two officers, unless the act is the head's. */
export const usuallyBy = (kind: string): readonly string[] => BY[kind] ?? ['zhang', 'li']

/** Dull, lawful answers for every act of substitute performance (典型填写). */
export function typicalAnswers(kind: string, on: Day): Plain {
  const forms: Readonly<Record<string, Plain>> = {
    begin: {
      place: '杨家坪正街 1 号', duty: '清除堆放在人行道上的建筑垃圾。', kind: 'obstacle', order: '示例责改〔2021〕1号', dueOn: formatDay(addDays(on, -1)), harm: 'traffic',
      immediate: false, unable: false, party: PARTY,
    },
    review: { conclusion: 'agree', ...NO_PROBLEMS },
    answerReview: { points: [{ point: 'evidence', how: 'corrected', what: '已补充。' }] },
    attachRecording: { of: 1, recordings: TYPICAL_RECORDINGS },
    complied: { checked: '已自行清除。' },
    decide: {
      reason: '逾期不清除，危害交通安全。', basis: '《行政强制法》第五十条', manner: '机械清运', on: formatDay(addDays(on, 7)), object: '建筑垃圾两车', estimate: '2000', by: 'third', performer: '示例清运公司',
      uninterested: true, reconsiderTo: '示例区人民政府', court: '九龙坡区人民法院', sealed: true,
    },
    serveDecision: SERVED,
    remind: { ...SERVED, content: '代履行之前仍可自行清除。' },
    perform: { performer: '示例清运公司', present: true, signed: true, partySigned: true, peaceful: true, noCutting: true, urgent: false, record: '清运两车。', recordings: TYPICAL_RECORDINGS },
    orderClear: { manner: 'oral', performer: '示例清运公司', reason: '渣土遗撒，影响通行。' },
    clear: { from: '02:10', to: '03:00', presence: 'absent', witness: '社区干部李某', performer: '示例清运公司', record: '清除路面遗撒。' },
    identify: { party: PARTY, how: '调取路口监控查明。' },
    notify: { manner: '电话', receiver: '刘海', handling: '另案调查遗撒行为。' },
    bill: { amount: '1800', items: [{ what: '人工', amount: '800' }, { what: '车辆', amount: '1000' }] },
    serveBill: SERVED,
    pay: { amount: '1800', receipt: 'D001' },
    ...PUBLICATION_ANSWERS,
    archive: { archiveNumber: '代 0001' },
    ...executionAnswers(on, 5),
  }
  return forms[kind] ?? {}
}
