import { addDays, formatDay, type Day } from '../../day.ts'
import { courseOf, type Course, type Usual } from '../../scenario/course.ts'

const USUAL: Usual = [
  ['begin', 0],
  ['demand', 0],
  ['serveDemand', 0],
  ['decide', 6],
  ['serveDecision', 0],
  ['remind', 0],
  ['complied', 1],
  ['archive', 1],
]
const BY: Readonly<Record<string, readonly string[]>> = { decide: ['zhao'], suspend: ['zhao'], resume: ['zhao'], bill: ['zhao'], end: ['zhao'], reverse: ['zhao'] }
const SERVED = { way: 'direct', receiver: '刘海', confirmed: false, unreachable: false }

function typical(kind: string, on: Day): Readonly<Record<string, unknown>> {
  const forms: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
    begin: { place: '杨家坪正街 1 号', duty: '清除堆放在人行道上的建筑垃圾。', harm: 'traffic', immediate: false, party: { kind: 'citizen', name: '刘海', birthday: '1985-06-01', capacity: 'full', address: '杨家坪正街 1 号' } },
    demand: { until: formatDay(addDays(on, 5)), manner: '自行清除', tellsDefence: true },
    serveDemand: SERVED,
    hear: { statement: '请求宽限。', review: '没有正当理由。', adopted: false },
    complied: { checked: '已自行清除。' },
    decide: { reason: '逾期不清除，危害交通安全。', manner: '机械清运', on: formatDay(addDays(on, 7)), object: '建筑垃圾两车', estimate: '2000', performer: '示例清运公司', uninterested: true },
    serveDecision: SERVED,
    remind: { note: '当面催告。' },
    suspend: { reason: '第三人主张权利。' },
    resume: { reason: '第三人撤回主张。' },
    perform: { present: true, signed: true, peaceful: true, noCutting: true, urgent: false, record: '清运两车。' },
    clear: { presence: 'notified', record: '清除路面遗撒。', performer: '示例清运公司' },
    bill: { amount: '1800', items: '人工、车辆。' },
    pay: { amount: '1800', receipt: 'D001' },
    end: { ground: 'objectLost', reason: '已被他人清除。' },
    reverse: { reason: '决定被撤销。', done: '退还费用。' },
    archive: { archiveNumber: '代 0001' },
  }
  return forms[kind] ?? {}
}

/** The course of substitute performance (代履行典型过程). */
export const PERFORMANCE_COURSE: Course = courseOf({ usual: USUAL, by: (kind) => BY[kind] ?? ['zhang', 'li'], typical })
