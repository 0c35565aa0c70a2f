import { courseOf, type Course, type Usual } from '../../scenario/course.ts'
import { LAW_OF_2021 } from '../since-2021.ts'
import { typicalAnswers, usuallyBy } from './typical-answers.ts'

/** How a case usually goes (典型过程): the act, and how many working days after the one before it. */
const USUAL: Usual = [
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

/** The course of an ordinary case (普通程序). Until 2021-07-14 every decision was reviewed (行政处罚法 2017 第三十八条第三款). */
export const ORDINARY_COURSE: Course = courseOf({ usual: USUAL, by: usuallyBy, typical: typicalAnswers, keeps: (act, on) => act !== 'review' || on < LAW_OF_2021 })
