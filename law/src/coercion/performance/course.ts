import { courseOf, type Course, type Usual } from '../../scenario/course.ts'
import { typicalAnswers, usuallyBy } from './typical-answers.ts'

const USUAL: Usual = [
  ['begin', 0],
  ['demand', 0],
  ['serveDemand', 0],
  ['review', 6],
  ['decide', 0],
  ['serveDecision', 0],
  ['remind', 0],
  ['complied', 1],
  ['archive', 1],
]

/** The course of a substitute performance that the second demand makes needless (代履行典型过程). */
export const PERFORMANCE_COURSE: Course = courseOf({ usual: USUAL, by: usuallyBy, typical: typicalAnswers })
