import { languageOf } from '../../language.ts'
import { EXECUTION_ACTS } from './acts.ts'

/** The words of the procedure language, typed by the acts that every execution has. */
export const { last, done, dayOf, deadline, requires, checks, never } = languageOf(EXECUTION_ACTS)
