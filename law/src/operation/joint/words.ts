import { languageOf } from '../../language.ts'
import { JOINT_ACTS } from './acts.ts'

/** The words of the procedure language, typed by the acts of a joint operation. */
export const { last, every, done, fact, requires, checks, staffed, never } = languageOf(JOINT_ACTS)
