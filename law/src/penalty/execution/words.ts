import type { Field } from '../../field.ts'
import type { SERVICE } from '../../forms.ts'
import { languageOf } from '../../language.ts'
import type { ActSpec } from '../../procedure.ts'
import type { EXECUTION_ACTS } from './acts.ts'
import type { DECIDED } from './decided.ts'

/** Every penalty procedure has these beside the acts of execution: a decision, its service, and a way of closing. */
type Executed = typeof EXECUTION_ACTS & {
  readonly decide: ActSpec<typeof DECIDED, 'outcome'>
  readonly serveDecision: ActSpec<typeof SERVICE>
  readonly close: ActSpec<{ readonly result: Field<string> }, 'result'>
}

/** The words of the procedure language, typed by what all penalties have in common. */
export const { last, ever, every, done, fact, dayOf, deadline, requires, checks, staffed, owes, never } = languageOf<Executed>()
