import type { Calendar } from '@zhunsheng/law/calendar.ts'
import { formatDay, type Day } from '@zhunsheng/law/day.ts'
import { drawFrom } from './draw.ts'
import { usualOffence } from './offences.ts'
import { STREETS } from './parties.ts'
import { FIRST, LAST, type PlannedCase } from './year.ts'

/** A lead of the year (线索): one that a case came from, one that was set aside, or one that still waits. */
export interface PlannedLead {
  readonly number: number
  readonly body: { readonly source: string; readonly receivedOn: string; readonly place: string; readonly content: string; readonly informant?: string }
  /** The case that it leads to. */
  readonly leadsTo?: number
  readonly dismissed?: { readonly on: Day; readonly reason: string }
  /** Known once it is registered. */
  id?: string
}

const SEED = 12_345
const DISMISSED = 24
const WAITING = 7
const REASONS = ['到场核查，没有发现投诉所述情况。', '属物业管理事项，已转告所在社区。', '与已登记的线索重复。', '已当场劝导改正，没有立案必要。'] as const

/** Every sixth case began with a complaint; others led nowhere, a few of the last days still wait. */
export function leadsOf(plan: readonly PlannedCase[], calendar: Calendar): readonly PlannedLead[] {
  const draw = drawFrom(SEED)
  const leads: PlannedLead[] = []
  const add = (receivedOn: Day, content: string, more: Pick<PlannedLead, 'leadsTo' | 'dismissed'>) =>
    leads.push({ number: leads.length + 1, body: { source: draw.one(['complaint', 'patrol', 'superior', 'camera']), receivedOn: formatDay(receivedOn), place: `${draw.one(STREETS)}示例路 ${1 + draw.below(180)} 号`, content: `${content}。`, ...(draw.below(2) === 0 ? { informant: '热线来电' } : {}) }, ...more })

  for (const [index, { idea, steps }] of plan.entries()) if (index % 6 === 0 && steps[0] !== undefined) add(steps[0].on, `反映${idea.offence.seen}`, { leadsTo: index })
  for (let count = 0; count < Math.min(DISMISSED, plan.length); count += 1) {
    const received = calendar.addWorkdays(FIRST, 1 + draw.below(235))
    add(received, `反映${usualOffence(draw).seen}`, { dismissed: { on: calendar.addWorkdays(received, 1), reason: draw.one(REASONS) } })
  }
  for (let count = 0; count < WAITING; count += 1) {
    const day = calendar.addWorkdays(FIRST, 240 + draw.below(6))
    add(day > LAST ? LAST : day, `反映${usualOffence(draw).seen}`, {})
  }
  return leads
}
