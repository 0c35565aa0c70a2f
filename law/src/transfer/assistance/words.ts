import { languageOf } from '../../language.ts'
import { ASSISTANCE_ACTS } from './acts.ts'

/** The words of the procedure language, typed by the acts of assistance. */
export const { last, done, dayOf, deadline, requires, checks, owes, never } = languageOf(ASSISTANCE_ACTS)
