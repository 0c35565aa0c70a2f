import { languageOf } from '../../language.ts'
import { SOFT_ACTS } from './acts.ts'

/** The words of the procedure language, typed by the acts of soft enforcement. */
export const { last, done, fact, dayOf, deadline, requires, checks, staffed, owes, never } = languageOf(SOFT_ACTS)
