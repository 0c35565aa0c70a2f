import { courseOf, type Course, type Usual } from '../../scenario/course.ts'
import { typicalAnswers, usuallyBy } from './typical-answers.ts'

const USUAL: Usual = [
  ['propose', 0],
  ['approve', 0],
  ['carryOut', 0],
  ['handOver', 0],
  ['settle', 5],
  ['release', 0],
  ['archive', 1],
]

/** The course of a seizure that ends with the return of the things (扣押典型过程). */
export const MEASURE_COURSE: Course = courseOf({ usual: USUAL, by: usuallyBy, typical: typicalAnswers })
