import { languageOf } from '../../language.ts'
import { AGENCY_ACTS } from './acts.ts'

/** The words of the procedure language, typed by the acts of a transfer between agencies. */
export const { last, done, requires, checks, never } = languageOf(AGENCY_ACTS)
