import { languageOf } from '../../language.ts'
import { LITIGATION_ACTS } from './acts.ts'

/** The words of the procedure language, typed by the acts of a suit. */
export const { last, done, dayOf, deadline, requires, checks, owes, never } = languageOf(LITIGATION_ACTS)
