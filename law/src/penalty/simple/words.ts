import { languageOf } from '../../language.ts'
import { SIMPLE_ACTS } from './acts.ts'

/** The words of the procedure language, typed by the acts of the simple procedure. */
export const { last, done, dayOf, deadline, requires, checks, staffed, owes, never } = languageOf(SIMPLE_ACTS)
