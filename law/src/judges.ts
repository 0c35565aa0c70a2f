import { calendarOf } from './calendar.ts'
import type { Setting } from './dossier.ts'
import { judgeOf, type Judge } from './judge.ts'
import { CHONGQING } from './jurisdictions/chongqing.ts'
import type { LocalRules } from './jurisdiction.ts'
import { PROCEDURES } from './procedures.ts'

const CALENDAR = calendarOf()
/** The calendar and the local numbers of this place, with what a bureau handed in in their stead (本机关目录、清单和下放决定). */
export const settingWith = (own: Partial<LocalRules>): Setting => ({ calendar: CALENDAR, local: { ...CHONGQING, ...own } })
/** The calendar and the local numbers of this place. */
export const SETTING: Setting = settingWith({})

const JUDGES: ReadonlyMap<string, Judge> = new Map(PROCEDURES.map(({ procedure }) => [procedure.code, judgeOf(procedure)]))

/** The judge of a procedure, by its code. */
export const findJudge = (procedure: string): Judge | undefined => JUDGES.get(procedure)

/** The judge of a procedure that the database names: not to have it is a fault of ours. */
export function judgeFor(procedure: string): Judge {
  const judge = findJudge(procedure)
  if (judge === undefined) throw new Error(`no procedure ${procedure} in this version`)
  return judge
}
