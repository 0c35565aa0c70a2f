import { formatDay } from '@zhunsheng/law/day.ts'
import type { Setting } from '@zhunsheng/law/dossier.ts'
import { dutiesOf } from '@zhunsheng/law/monitoring/duties.ts'
import { eventFile, standingOf } from '@zhunsheng/law/monitoring/event.ts'
import { eventWords } from '@zhunsheng/law/monitoring/event-acts.ts'
import type { Queries } from '../../platform/database.ts'
import { judged, storedDay } from './dossiers.ts'
import { putStanding, type ListedEvent } from './store-events.ts'

/** Computes where an event stands and what is owed, and puts it into the list (办理状态). */
export async function restate(tx: Queries, row: Pick<ListedEvent, 'id' | 'received_on'> & ListedEvent, setting: Setting, lead?: { readonly id: string; readonly number: string }): Promise<void> {
  const event = await judged(tx, row)
  const review = eventWords.last(eventFile(event.entries, setting), 'review')
  const duties = dutiesOf(event, storedDay(row.received_on), setting)
  const due = duties.reduce<number | undefined>((first, one) => (first === undefined || one.due < first ? one.due : first), undefined)
  const nearest = duties.find((one) => one.due === due)
  await putStanding(tx, row.id, {
    standing: standingOf(event, setting),
    outcome: review?.data.outcome ?? null,
    reason: review?.data.reason ?? null,
    reviewed_on: review === undefined ? null : formatDay(review.on),
    duties: [...new Set(duties.map(({ code }) => code))],
    due: nearest === undefined ? null : formatDay(nearest.due),
    lead: lead?.id ?? null,
    lead_number: lead?.number ?? null,
  })
}
