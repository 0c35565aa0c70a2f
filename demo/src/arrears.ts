import { calendarOf } from '@zhunsheng/law/calendar.ts'
import type { Day } from '@zhunsheng/law/day.ts'
import { formatYuan, yuan } from '@zhunsheng/law/money.ts'
import { surcharge } from '@zhunsheng/law/penalty/surcharge.ts'
import { days, endOf } from '@zhunsheng/law/period.ts'

const CALENDAR = calendarOf()

/** The additional fine for paying that late (加处罚款), in yuan as papers write it; nothing where there is none. */
export function surchargeOwed(fine: number, served: Day, paid: Day): string | undefined {
  const owed = surcharge(yuan(fine), endOf(days(15), served, CALENDAR).due, paid)
  return owed === 0n ? undefined : formatYuan(owed)
}
