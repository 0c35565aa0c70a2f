import type { Obstacle } from '@zhunsheng/law/archive/keeping.ts'
import { apl } from '@zhunsheng/law/article.ts'
import type { LeadOffice, LeadStanding } from '../enforcement/contract.ts'
import type { UsesElsewhere } from '../evidence/contract.ts'
import { eventsWith, eventsWithFiles, type ListedEvent } from './store-events.ts'

const REVIEW = apl(41, 2)
const HEAR = apl(41, 3)

/**
 * The files that records of devices still need (监控事件对文件的需要): until the record is reviewed, the party told and his statements
 * considered, and until its lead is disposed of. Those of a lead that became a case are the case's, all of them. A record that was not
 * used, or whose lead was dismissed, needs its files no more.
 */
export const eventUses = (leads: Pick<LeadOffice, 'standing'>): UsesElsewhere => async (queries, digests) => {
  const events = digests === undefined ? await eventsWithFiles(queries) : await eventsWith(queries, digests)
  const standings = await leads.standing(queries, events.flatMap(({ lead }) => lead ?? []))
  const files = events.flatMap((event) => event.records.filter((sha256) => digests?.includes(sha256) ?? true).map((sha256) => ({ event, sha256, lead: standings.get(event.lead ?? '') })))
  return {
    needed: files.flatMap(({ event, sha256, lead }) => {
      const awaits = awaitedBy(event, lead)
      return awaits === undefined ? [] : [{ sha256, number: event.number, ended: false, inRemedy: false, awaits }]
    }),
    ofCases: files.flatMap(({ sha256, lead }) => (lead?.filed === undefined ? [] : [{ sha256, caseId: lead.filed.id }])),
  }
}

/** What an event waits for, so that its files must stay; nothing where its own course is over. */
function awaitedBy({ number, standing, duties }: ListedEvent, lead: LeadStanding | undefined): Obstacle | undefined {
  if (standing === 'held') return { because: `监控事件 ${number} 来自没有登记的设备，尚未处理`, basis: [REVIEW], instead: '登记设备后审核，或者审核为不采用，之后再行鉴定' }
  if (standing === 'waiting') return { because: `监控事件 ${number} 还没有审核`, basis: [REVIEW], instead: '审核之后再行鉴定' }
  if (duties.includes('consider')) return { because: `监控事件 ${number} 的陈述、申辩还没有复核`, basis: [HEAR], instead: '复核之后再行鉴定' }
  if (duties.includes('tell')) return { because: `监控事件 ${number} 还没有告知当事人`, basis: [HEAR], instead: '告知当事人之后再行鉴定' }
  // Its case, where it has one, keeps the files under its own period.
  const isDisposed = standing === 'rejected' || lead?.state === 'dismissed' || lead?.filed !== undefined
  return isDisposed ? undefined : { because: `监控事件 ${number} 转成的线索还没有处理`, basis: [REVIEW], instead: '线索立案或者不予立案之后再行鉴定' }
}
