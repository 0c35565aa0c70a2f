import { courseOf, type Course, type Usual } from '../../scenario/course.ts'
import { typicalAnswers, usuallyBy } from './typical-answers.ts'

/** Most of the way is waiting: half a year until the order can no longer be contested. */
const USUAL: Usual = [
  ['begin', 0],
  ['instruct', 5],
  ['announce', 1],
  ['demand', 1],
  ['serveDemand', 0],
  ['review', 130],
  ['decide', 0],
  ['serveDecision', 0],
  ['removed', 1],
  ['archive', 1],
]

/** The course of a forced removal that the decision itself makes needless (典型过程). */
export const DEMOLITION_COURSE: Course = courseOf({ usual: USUAL, by: usuallyBy, typical: typicalAnswers })
