import { calendarOf } from './calendar.ts'
import type { Setting } from './dossier.ts'
import { judgeOf, type Judge } from './judge.ts'
import { CHONGQING } from './jurisdictions/chongqing.ts'
import { PROCEDURES } from './procedures.ts'

/** The calendar and the local numbers that this deployment judges by. */
export const SETTING: Setting = { calendar: calendarOf(), local: CHONGQING }

const JUDGES: ReadonlyMap<string, Judge> = new Map(PROCEDURES.map(({ procedure }) => [procedure.code, judgeOf(procedure)]))

/** The judge of a procedure, by its code. */
export const findJudge = (procedure: string): Judge | undefined => JUDGES.get(procedure)

/** The judge of a procedure that the database names: not to have it is a fault of ours. */
export function judgeFor(procedure: string): Judge {
  const judge = findJudge(procedure)
  if (judge === undefined) throw new Error(`no procedure ${procedure} in this version`)
  return judge
}
