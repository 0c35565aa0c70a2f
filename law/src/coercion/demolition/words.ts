import { languageOf } from '../../language.ts'
import { DEMOLITION_ACTS } from './acts/acts.ts'

/** The words of the procedure language, typed by the acts of forced removal. */
export const { last, done, fact, dayOf, deadline, requires, checks, staffed, separates, owes, never } = languageOf(DEMOLITION_ACTS)
