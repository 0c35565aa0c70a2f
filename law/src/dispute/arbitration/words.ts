import { languageOf } from '../../language.ts'
import { ARBITRATION_ACTS } from './acts.ts'

/** The words of the procedure language, typed by the acts of an arbitration. */
export const { last, done, dayOf, deadline, requires, checks, owes, never } = languageOf(ARBITRATION_ACTS)
