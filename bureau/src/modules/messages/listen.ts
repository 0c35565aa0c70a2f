import { formatDay, parseDay, type Day } from '@zhunsheng/law/day.ts'
import { civilDay, momentOf, type Clock } from '../../platform/clock.ts'
import type { AgencyOf, CaseListener, ReadCase } from '../enforcement/contract.ts'
import type { MessageSettings } from './contract.ts'
import { reachedAt, remindersFor, type Reminder } from './reminders.ts'
import { addPlanned, type PlannedRow } from './store.ts'
import { textOf } from './text.ts'

export interface PlanParts {
  readonly clock: Clock
  readonly newId: () => string
  readonly agencyOf: AgencyOf
  readonly settings: MessageSettings
}
/** After these acts a file may have something new to remind of, or another number. */
const BEARS_ON = ['confirmAddress', 'noticeHearing', 'decide', 'serveDecision', 'changeDecision', 'approveDeferral', 'approveInstalments', 'pay', 'correct', 'annul']
/** Nobody's telephone rings at night: the office is open by then. */
const MORNING = '09:00'

/** Listens to the acts of cases (案件动态): what becomes worth a reminder is planned in the same unit of work. */
export const messageListener = (parts: PlanParts): CaseListener => async (tx, { kind, read }) => {
  if (!BEARS_ON.includes(kind)) return
  const found = await read()
  if (found?.isPenalty !== true) return
  const reached = reachedAt(found.file)
  if (!('phone' in reached)) return
  await addPlanned(tx, remindersFor(found.file, todayOf(parts.clock)).map((reminder) => ({ ...planned(parts, found, reminder, reached.phone), next_at: momentOf(formatDay(reminder.notBefore), MORNING).toISOString(), idempotency_key: null })))
}

/** A reminder as a message to a number. */
export const planned = ({ clock, newId, agencyOf, settings: { sign, where } }: PlanParts, { id, number, actingTown }: ReadCase, { kind, seq, day, notBefore }: Reminder, phone: string): PlannedRow => ({
  id: newId(),
  case_id: id,
  case_number: number,
  kind,
  seq,
  day: day === undefined ? null : formatDay(day),
  phone,
  text: textOf({ kind, agency: agencyOf(actingTown).name, caseNumber: number, sign, where, ...(day === undefined ? {} : { day }) }),
  not_before: formatDay(notBefore),
  planned_at: clock.now().toISOString(),
  corrects: null,
  reason: null,
  who: null,
})

export function todayOf(clock: Clock): Day {
  const day = parseDay(civilDay(clock.now()))
  if (day === undefined) throw new Error('the clock shows no day')
  return day
}
