import { addDays, formatDay, type Day } from '../../day.ts'
import { courseOf, type Course, type Usual } from '../../scenario/course.ts'

/** Most of the way is waiting: half a year until the order can no longer be contested. */
const USUAL: Usual = [
  ['begin', 0],
  ['instruct', 5],
  ['announce', 1],
  ['demand', 1],
  ['serveDemand', 0],
  ['decide', 130],
  ['serveDecision', 0],
  ['removed', 1],
  ['archive', 1],
]
const SERVED = { way: 'direct', receiver: '刘海', confirmed: false, unreachable: false }
const HASH = 'a'.repeat(64)
const BY: Readonly<Record<string, readonly string[]>> = { decide: ['zhao'], applyCourt: ['zhao'], end: ['zhao'] }

function typical(kind: string, on: Day): Readonly<Record<string, unknown>> {
  const today = formatDay(on)
  const soon = formatDay(addDays(on, 10))
  const forms: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
    begin: { place: '杨家坪正街 1 号楼顶', structure: '楼顶砖混结构一间。', order: '示例规限拆〔2021〕1号', servedOn: formatDay(addDays(on, -20)), dueOn: formatDay(addDays(on, -1)), party: { kind: 'citizen', name: '刘海', birthday: '1985-06-01', capacity: 'full', address: '杨家坪正街 1 号' } },
    instruct: { government: '示例区人民政府', number: '示例府责〔2021〕1号', instructedOn: today },
    announce: { place: '现场和社区公告栏', until: soon },
    registerRemedy: { kind: 'litigation', filedOn: today, body: '九龙坡区人民法院' },
    settleRemedy: { outcome: 'upheld', endedOn: today },
    demand: { until: soon, tellsDefence: true },
    serveDemand: SERVED,
    hear: { statement: '请求宽限。', review: '没有正当理由。' },
    removed: { checked: '已自行拆除。' },
    decide: { reason: '逾期不拆除。', manner: '机械拆除', on: today, remedies: true, sealed: true, plan: '清空人员，财物移交本人。', risk: '低风险。' },
    serveDecision: SERVED,
    demolish: { witness: '社区干部李某', inventory: [{ name: '木桌', quantity: 1, keeper: '刘海' }], video: HASH, noCutting: true, urgent: false, record: '拆除完毕。' },
    applyCourt: { court: '九龙坡区人民法院', reason: '没有政府责成。' },
    end: { ground: 'revoked', reason: '决定被撤销。' },
    archive: { archiveNumber: '拆 0001' },
  }
  return forms[kind] ?? {}
}

/** The course of a forced removal that the threat of it ends (典型过程). */
export const DEMOLITION_COURSE: Course = courseOf({ usual: USUAL, by: (kind) => BY[kind] ?? ['zhang', 'li'], typical })
