import { languageOf } from '../../language.ts'
import { REPAIR_ACTS } from './acts.ts'

/** The words of the procedure language, typed by the acts of a repair of credit. */
export const { last, done, dayOf, deadline, requires, checks, owes, never } = languageOf(REPAIR_ACTS)
