import { addDays, formatDay, type Day } from '../../day.ts'
import { courseOf, type Course, type Usual } from '../../scenario/course.ts'

const USUAL: Usual = [
  ['register', 0],
  ['accept', 2],
  ['verify', 3],
  ['decide', 2],
  ['serve', 0],
  ['stop', 0],
  ['mark', 1],
  ['archive', 1],
]
const BY: Readonly<Record<string, readonly string[]>> = { accept: ['zhou'], verify: ['zhang'], decide: ['zhao'] }

/** Two hundred days are more than the shortest time of every usual row. */
const PUBLIC_DAYS = 200

function typical(kind: string, on: Day): Readonly<Record<string, unknown>> {
  const today = formatDay(on)
  const before = formatDay(addDays(on, -PUBLIC_DAYS))
  const forms: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
    register: {
      related: '2021-00001', way: 'window', receivedOn: today, decidedOn: before, publishedOn: before, weight: 'usual', commitment: 'signed', reason: '罚款已经缴清，占道物品已经清除。',
      party: { kind: 'organisation', name: '示例餐饮有限公司', representative: '王平', capacity: 'full', address: '示例街 1 号' },
    },
    askSupplement: { missing: '信用承诺书。', told: today },
    supplement: { commitment: 'signed', content: '信用承诺书一份。' },
    accept: { outcome: 'accept', remedyTold: false, reason: '材料齐全，公示已满最短期限。' },
    withdraw: { withdrawnOn: today },
    verify: { performed: 'full', harm: 'removed', again: 'no', listed: 'no', record: '核对缴款记录，到现场查看。' },
    decide: { outcome: 'grant', remedyTold: false, reason: '处罚决定已经全部履行，符合修复条件。' },
    serve: { way: 'direct', receiver: '王平', confirmed: false, unreachable: false },
    stop: { reason: '当事人已经履行处罚决定并完成信用修复。' },
    mark: { platform: '信用中国（示例市）', receipt: 'XF0001', markedOn: today },
    archive: { archiveNumber: '修 0001' },
  }
  return forms[kind] ?? {}
}

/** The course of a repair that is granted (信用修复典型过程). */
export const REPAIR_COURSE: Course = courseOf({ usual: USUAL, by: (kind) => BY[kind] ?? ['sun'], typical })
