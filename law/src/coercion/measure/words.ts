import { languageOf } from '../../language.ts'
import { MEASURE_ACTS } from './acts/acts.ts'

/** The words of the procedure language, typed by the acts of sealing and seizing. */
export const { last, ever, every, done, fact, dayOf, deadline, requires, checks, staffed, separates, owes, never } = languageOf(MEASURE_ACTS)
