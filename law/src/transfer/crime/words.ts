import { languageOf } from '../../language.ts'
import { CRIME_ACTS } from './acts.ts'

/** The words of the procedure language, typed by the acts of a transfer to the police. */
export const { last, done, fact, dayOf, deadline, requires, checks, staffed, owes, never } = languageOf(CRIME_ACTS)
