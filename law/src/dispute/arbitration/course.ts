import { addDays, formatDay, type Day } from '../../day.ts'
import { courseOf, type Course, type Usual } from '../../scenario/course.ts'

const USUAL: Usual = [
  ['register', 0],
  ['accepted', 5],
  ['answer', 7],
  ['appoint', 0],
  ['choose', 0],
  ['appear', 15],
  ['decided', 20],
  ['perform', 5],
  ['archive', 2],
]
const LEADS = ['appoint', 'preserve', 'settle', 'enforce']

function typical(kind: string, on: Day): Readonly<Record<string, unknown>> {
  const today = formatDay(on)
  const inTen = formatDay(addDays(on, 10))
  const forms: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
    register: { side: 'respondent', contract: '示例路段清扫保洁服务合同', dispute: 'contract', agreement: 'clause', institution: '示例仲裁委员会', claim: '请求支付服务费余款。', amount: '120000', startedOn: today, party: { kind: 'organisation', name: '示例环境服务有限公司', creditCode: '91500107MA5U00001A', representative: '刘海', capacity: 'full', address: '杨家坪正街 1 号' } },
    accepted: { result: 'accepted', receivedOn: today, number: '（示例）仲字第1号', answerDays: 15 },
    object: { to: 'institution', reason: '仲裁条款没有选定仲裁机构。' },
    answer: { submittedOn: today, answer: '服务费已按考核结果结算。' },
    appoint: { staff: 1, lawyers: 1 },
    choose: { tribunal: 'three', arbitrator: '示例仲裁员', interest: true },
    preserve: { what: '对方账户内存款。' },
    appear: { on: today, who: '周法，法制科', record: '双方陈述、质证、辩论。' },
    settle: { way: 'mediation', agreement: '按考核结果支付余款。', effectiveOn: today, pays: 'bureau', performBy: inTen },
    withdraw: { receivedOn: today, number: '（示例）仲字第1号之一' },
    decided: { outcome: 'partly', madeOn: today, receivedOn: today, number: '（示例）仲裁字第1号', pays: 'bureau', performBy: inTen, reason: '考核扣款有合同依据，部分扣款证据不足。' },
    setAside: { by: 'other', filedOn: today, court: '示例中级人民法院', reason: '仲裁庭的组成违反法定程序。' },
    ruled: { result: 'upheld', receivedOn: today, number: '（示例）民特1号' },
    perform: { performedOn: today, amount: '50000', done: '已经支付。' },
    enforce: { filedOn: today, court: '示例中级人民法院' },
    archive: { archiveNumber: '仲 0001' },
  }
  return forms[kind] ?? {}
}

/** The course of an arbitration in which the bureau answers, and pays a part (仲裁典型过程). */
export const ARBITRATION_COURSE: Course = courseOf({ usual: USUAL, by: (kind) => [LEADS.includes(kind) ? 'zhao' : 'zhou'], typical })
