import type { CaseFile } from '../../case-file.ts'
import type { Day } from '../../day.ts'
import { fen, formatYuan } from '../../money.ts'
import { accountOn } from './account.ts'
import { outstanding } from './owed.ts'

/** What is owed and paid on a penalty (执行账目); amounts in yuan. */
export interface WrittenAccount {
  readonly fine: string
  readonly confiscated: string
  readonly surcharge: string
  readonly waived: string
  readonly paid: string
  readonly outstanding: string
}

/** The account of a file on a day, where a penalty was decided. */
export function writtenAccount(file: CaseFile, today: Day): WrittenAccount | undefined {
  const account = accountOn(file, today)
  if (account === undefined) return undefined
  const { fine, confiscated, surcharge, waived, paidFine, paidConfiscation, paidSurcharge } = account
  return {
    fine: formatYuan(fine),
    confiscated: formatYuan(confiscated),
    surcharge: formatYuan(surcharge),
    waived: formatYuan(waived),
    paid: formatYuan(fen(paidFine + paidConfiscation + paidSurcharge)),
    outstanding: formatYuan(outstanding(account)),
  }
}
