import { languageOf } from '../../language.ts'
import { PERFORMANCE_ACTS } from './acts/acts.ts'

/** The words of the procedure language, typed by the acts of substitute performance. */
export const { last, ever, every, done, fact, dayOf, deadline, requires, checks, staffed, separates, owes, never } = languageOf(PERFORMANCE_ACTS)
