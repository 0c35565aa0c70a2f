import { languageOf } from '../../language.ts'
import { DEMOLITION_ACTS } from './acts.ts'

/** The words of the procedure language, typed by the acts of forced removal. */
export const { last, done, deadline, requires, checks, staffed, owes, never } = languageOf(DEMOLITION_ACTS)
