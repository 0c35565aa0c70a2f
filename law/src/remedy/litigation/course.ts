import { formatDay, type Day } from '../../day.ts'
import { courseOf, type Course, type Usual } from '../../scenario/course.ts'

const USUAL: Usual = [
  ['register', 0],
  ['answer', 7],
  ['appoint', 0],
  ['appear', 15],
  ['decided', 20],
  ['archive', 15],
]
const BY: Readonly<Record<string, readonly string[]>> = { appoint: ['zhao'], appear: ['zhao'], changeOwn: ['zhao'], carryOut: ['zhao'] }

function typical(kind: string, on: Day): Readonly<Record<string, unknown>> {
  const today = formatDay(on)
  const forms: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
    register: { court: '九龙坡区人民法院', number: '（示例）行初1号', receivedOn: today, after: 'direct', party: { kind: 'citizen', name: '刘海', birthday: '1985-06-01', capacity: 'full', address: '杨家坪正街 1 号' } },
    answer: { submittedOn: today, pages: 60, norms: '《重庆市市容环境卫生管理条例》', answer: '事实清楚，程序合法。' },
    appoint: { staff: 1, lawyers: 1 },
    appear: { who: 'head', name: '赵立，局长', proof: false, spoke: true },
    settle: { agreement: '双方和解。' },
    changeOwn: { what: '撤销原决定。', refund: '300' },
    withdraw: { receivedOn: today, number: '（示例）行初1号之一' },
    decided: { outcome: 'uphold', instance: 'first', receivedOn: today, number: '（示例）行初1号', reason: '认定事实清楚。' },
    appeal: { by: 'party', filedOn: today, ruling: false },
    advice: { receivedOn: today, content: '清理规范性文件。' },
    answerAdvice: { done: '已修改。' },
    carryOut: { withdrawn: 'withdrawn', refund: '300', done: '已退款。' },
    archive: { archiveNumber: '诉 0001' },
  }
  return forms[kind] ?? {}
}

/** The course of a suit that is won in the first instance (诉讼典型过程). */
export const LITIGATION_COURSE: Course = courseOf({ usual: USUAL, by: (kind) => BY[kind] ?? ['zhou'], typical })
