import { languageOf } from '../../language.ts'
import { RECONSIDERATION_ACTS } from './acts.ts'

/** The words of the procedure language, typed by the acts of a reconsideration. */
export const { last, done, fact, dayOf, deadline, requires, checks, owes, never } = languageOf(RECONSIDERATION_ACTS)
