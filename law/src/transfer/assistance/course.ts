import { formatDay, type Day } from '../../day.ts'
import { courseOf, type Course, type Usual } from '../../scenario/course.ts'

const USUAL: Usual = [
  ['ask', 0],
  ['reply', 3],
  ['archive', 1],
]

function typical(kind: string, on: Day): Readonly<Record<string, unknown>> {
  const today = formatDay(on)
  const forms: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
    ask: { place: '示例路 20 号', body: '示例区规划和自然资源局', kind: 'inquiry', request: '请查询该地块的规划许可情况。', wantedBy: today },
    asked: { place: '示例路 20 号', body: '示例区公安分局', receivedOn: today, kind: 'scene', request: '请派员清理占道物品。', wantedBy: today, withinPower: true },
    reply: { outcome: 'helped', receivedOn: today, content: '该地块没有规划许可。' },
    assist: { outcome: 'helped', content: '派员到场协助。' },
    archive: { archiveNumber: '协 0001' },
  }
  return forms[kind] ?? {}
}

/** The course of a request for assistance (协助典型过程). */
export const ASSISTANCE_COURSE: Course = courseOf({ usual: USUAL, by: () => ['zhang', 'li'], typical })
