import type { Day } from '@zhunsheng/law/day.ts'
import { formatDay } from '@zhunsheng/law/day.ts'
import type { Door } from './door.ts'
import type { Step } from './itinerary.ts'

interface Done {
  readonly caseId: string
  readonly step: Step
  /** When the act was recorded: its day, and minutes since midnight. */
  readonly on: Day
  readonly at: number
  readonly key: string
}
/** A name that was drawn with a finger, roughly. */
const HAND = [[180, 120, 320, 100, 250, 300], [420, 110, 420, 320, 520, 300], [600, 200, 820, 190]]
const MINUTES = 3

/** What was preserved goes to the store room, and back to its owner once that was decided (涉案物品流转): both sides confirm each time. */
export async function custodyAfter(door: Door, { caseId, step, on, at, key }: Done): Promise<void> {
  if (step.act !== 'preserve' && step.act !== 'settlePreserved') return
  const { things } = await door.get('zhang', `/api/cases/${caseId}/custody`)
  for (const thing of Array.isArray(things) ? things : []) {
    const { seq, item, handovers, holder }: { readonly seq: number; readonly item: number; readonly handovers: readonly unknown[]; readonly holder: string } = thing
    const isStored = step.act === 'preserve'
    const [who, more] = isStored ? ['chen', { turn: 'handed', toId: 'sun', place: '本局物证室 3 号柜', seal: `封 ${String(seq).padStart(2, '0')}${String(item).padStart(2, '0')}` }] : ['sun', { turn: 'returned', toName: '当事人', place: '本局窗口', note: '核对无误，当面返还。' }]
    if (!isStored && holder !== '孙敏') continue
    await door.post(who, `/api/cases/${caseId}/custody/handovers`, { seq, item, after: handovers.length, givenAt: momentOf(on, at), ...more }, `${key}-give-${seq}-${item}`)
    await door.post('sun', `/api/cases/${caseId}/custody/receipts`, { seq, item, number: handovers.length + 1, accepted: true, receivedAt: momentOf(on, at + MINUTES), ...(isStored ? {} : { hand: HAND }) }, `${key}-take-${seq}-${item}`)
  }
}

const momentOf = (on: Day, minute: number): string => `${formatDay(on)}T${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}:00+08:00`
