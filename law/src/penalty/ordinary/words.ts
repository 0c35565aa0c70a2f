import { languageOf } from '../../language.ts'
import { ORDINARY_ACTS } from './acts/acts.ts'

/** The words of the procedure language, typed by the acts of the ordinary procedure. */
export const { last, ever, every, done, fact, dayOf, deadline, requires, checks, staffed, separates, owes, never } = languageOf(ORDINARY_ACTS)
