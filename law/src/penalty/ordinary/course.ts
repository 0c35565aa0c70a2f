import { addDays, formatDay, parseDay, type Day } from '../../day.ts'
import type { Setting } from '../../dossier.ts'
import type { Course, Step } from '../../scenario/course.ts'
import { LAW_OF_2021 } from './deadlines.ts'
import { typicalAnswers, usuallyBy } from './typical-answers.ts'

/** How a case usually goes (典型过程): the act, and how many working days after the one before it. */
const USUAL: readonly (readonly [act: string, workdaysAfter: number])[] = [
  ['apply', 0],
  ['inspect', 0],
  ['orderCorrection', 0],
  ['file', 1],
  ['interview', 1],
  ['collect', 0],
  ['verifyEvidence', 2],
  ['conclude', 1],
  ['notify', 1],
  ['serveNotice', 0],
  ['waiveStatement', 1],
  ['review', 1],
  ['decide', 5],
  ['serveDecision', 1],
  ['publish', 1],
  ['pay', 3],
  ['close', 2],
  ['archive', 1],
]

/** The course of an ordinary case: `given: { upTo: serveNotice, from: 2021-08-02 }` gives every usual act up to that one. */
export const ORDINARY_COURSE: Course = {
  by: usuallyBy,
  typical: typicalAnswers,
  steps: (given, setting, faults) => {
    const { upTo, from, without } = given
    if (upTo === undefined) return []
    const start = typeof from === 'string' ? parseDay(from) : undefined
    const last = USUAL.findIndex(([act]) => act === upTo)
    if (start === undefined) faults.push({ path: 'given.from', because: '应为日期，写作 2021-03-01' })
    if (last < 0) faults.push({ path: 'given.upTo', because: `应为典型过程中的行为：${USUAL.map(([act]) => act).join('、')}` })
    if (start === undefined || last < 0) return []
    const left = Array.isArray(without) ? without : []
    const before = new Set(USUAL.slice(0, last + 1).map(([act]) => act))
    return usualSteps(start, setting).filter(({ act }) => before.has(act) && !left.includes(act))
  },
}

/** The usual steps with their days, from a first day on. Until 2021-07-14 every decision was reviewed (行政处罚法 2017 第三十八条第三款). */
export function usualSteps(start: Day, { calendar }: Setting): readonly Step[] {
  let on = calendar.isWorkday(start) ? start : calendar.addWorkdays(addDays(start, -1), 1)
  return USUAL.flatMap(([act, after]) => {
    on = after === 0 ? on : calendar.addWorkdays(on, after)
    return act === 'review' && on >= LAW_OF_2021 ? [] : [{ act, on: formatDay(on) }]
  })
}
