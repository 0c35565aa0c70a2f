import { formatDay, type Day } from '../../day.ts'
import { courseOf, type Course, type Usual } from '../../scenario/course.ts'

const USUAL: Usual = [
  ['register', 0],
  ['reply', 5],
  ['appear', 10],
  ['decided', 20],
  ['archive', 2],
]
const BY: Readonly<Record<string, readonly string[]>> = { changeOwn: ['zhao'], carryOut: ['zhao'], appear: ['zhao'] }

function typical(kind: string, on: Day): Readonly<Record<string, unknown>> {
  const today = formatDay(on)
  const forms: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
    register: {
      body: '示例区人民政府', number: '示例府复〔2021〕1号', disputed: 'ordinary', appliedOn: today, receivedOn: today, simple: false, viaBureau: false,
      party: { kind: 'citizen', name: '刘海', birthday: '1985-06-01', capacity: 'full', address: '杨家坪正街 1 号' },
    },
    forward: { sentOn: today, opinion: '应当维持。' },
    reply: { submittedOn: today, pages: 40, norms: '《重庆市市容环境卫生管理条例》', answer: '事实清楚，程序合法。' },
    appear: { who: 'head', name: '赵立，局长' },
    settle: { agreement: '申请人主动改正，双方和解。', made: 'agreed' },
    changeOwn: { what: '撤销原决定。' },
    withdraw: { withdrawnOn: today },
    decided: { outcome: 'uphold', receivedOn: today, number: '示例府复决〔2021〕1号', reason: '认定事实清楚。' },
    opinion: { receivedOn: today, content: '改进送达工作。' },
    reportOpinion: { done: '已组织培训。' },
    carryOut: { withdrawn: 'withdrawn', refund: '300', done: '已退款。' },
    archive: { archiveNumber: '复 0001' },
  }
  return forms[kind] ?? {}
}

/** The course of a reconsideration (复议典型过程). */
export const RECONSIDERATION_COURSE: Course = courseOf({ usual: USUAL, by: (kind) => BY[kind] ?? ['zhou'], typical })
