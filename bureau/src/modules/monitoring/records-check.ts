import { apl, inForceTogether } from '@zhunsheng/law/article.ts'
import type { Setting } from '@zhunsheng/law/dossier.ts'
import { covers } from '@zhunsheng/law/interval.ts'
import { evidenceGrounds, openAnswers } from '@zhunsheng/law/monitoring/event.ts'
import type { Refusal } from '@zhunsheng/law/ruling.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Queries } from '../../platform/database.ts'
import type { RecordsCheck, RecordsQuestion } from '../enforcement/contract.ts'
import { judged } from './dossiers.ts'
import { eventNumbered, eventsOfLead, eventsWith, type ListedEvent } from './store-events.ts'

const DIGEST = /^[0-9a-f]{64}$/
/** Every digest of a file that answers name, however deep. */
function digestsIn(said: unknown): readonly string[] {
  if (typeof said === 'string') return DIGEST.test(said) ? [said] : []
  return typeof said === 'object' && said !== null ? Object.values(said).flatMap(digestsIn) : []
}
const ARTICLE = inForceTogether([apl(41)])

/**
 * What the register of devices holds against an act of a case (监控记录能否作为证据), 行政处罚法第四十一条.
 *
 * Whatever the form says: a file that came with an event, and an event that is named, are looked up; and no penalty is
 * decided while something that the party said on line waits to be considered.
 */
export const checkRecords = (clock: Clock, setting: Setting): RecordsCheck => async (queries, asked) => {
  if (!covers(ARTICLE, asked.on)) return []
  if (asked.kind === 'decide') return beforeDeciding(queries, asked, { nowMs: clock.now().getTime(), setting })
  const named = asked.kind === 'collect' && typeof asked.data['event'] === 'string' ? asked.data['event'] : undefined
  const found = named === undefined ? undefined : await eventNumbered(queries, named)
  const digests = digestsIn(asked.data)
  const brought = digests.length === 0 ? [] : await eventsWith(queries, digests)
  const events = [...(found === undefined ? [] : [found]), ...brought.filter(({ id }) => id !== found?.id)]
  const grounds: Refusal[] = named !== undefined && found === undefined ? [{ code: 'collect.event-unknown', basis: [apl(41, 2)], because: `本机关记录中没有编号为 ${named} 的监控事件`, instead: '核对事件编号', field: 'event' }] : []
  for (const row of events) grounds.push(...evidenceGrounds(await judged(queries, row), asked.on, { nowMs: clock.now().getTime(), setting }))
  return [...grounds, ...(asked.kind === 'collect' ? await untold(queries, asked, events) : [])]
}

/** Evidence that a device made is said to be that, and which record it is where the case began with one. */
async function untold(queries: Queries, { data, lead }: RecordsQuestion, events: readonly ListedEvent[]): Promise<readonly Refusal[]> {
  const [first] = events
  if (first !== undefined && data['fromDevice'] !== true) return [{ code: 'collect.from-device', basis: [apl(41, 2)], because: `本机关记录中，这件证据由电子技术监控设备记录（监控事件 ${first.number}）`, instead: '「由电子技术监控设备记录」选择是', field: 'fromDevice' }]
  if (first !== undefined || data['fromDevice'] !== true || lead === undefined) return []
  const [origin] = await eventsOfLead(queries, lead)
  return origin === undefined ? [] : [{ code: 'collect.event-unnamed', basis: [apl(41, 2)], because: `本案由监控事件 ${origin.number} 而来，没有写明证据是哪一件监控记录`, instead: '填写监控事件编号', field: 'event' }]
}

interface Now {
  readonly nowMs: number
  readonly setting: Setting
}

/** Before the decision: what the party said on line was considered, and no record that has fallen since is still among the evidence. */
async function beforeDeciding(queries: Queries, { acts, lead, on }: RecordsQuestion, now: Now): Promise<readonly Refusal[]> {
  const excluded = new Set(acts.flatMap(({ kind, data }) => (kind === 'exclude' ? [data['evidence']] : [])))
  const evidence = await eventsIn(queries, acts.filter(({ seq }) => !excluded.has(seq)))
  const origin = lead === undefined ? [] : await eventsOfLead(queries, lead)
  const grounds: Refusal[] = []
  for (const row of evidence.values()) grounds.push(...evidenceGrounds(await judged(queries, row), on, now).map(({ code, basis, because }) => ({ code: code.replace(/^collect/, 'decide'), basis, because, instead: '先排除这件证据，再看其余证据是否充分' })))
  for (const row of new Map([...evidence, ...origin.map((one) => [one.id, one] as const)]).values())
    if (openAnswers((await judged(queries, row)).entries, now.setting).length > 0)
      grounds.push({ code: 'decide.online-statement', basis: [apl(41, 3), apl(45, 1)], because: `当事人就监控事件 ${row.number} 在线提交的陈述、申辩还没有复核`, instead: '先在「非现场执法」中复核陈述、申辩' })
  return grounds
}

/** The events that acts name, or whose files they hold. */
async function eventsIn(queries: Queries, acts: RecordsQuestion['acts']): Promise<Map<string, ListedEvent>> {
  const numbers = acts.flatMap(({ kind, data }) => (kind === 'collect' && typeof data['event'] === 'string' ? [data['event']] : []))
  const digests = acts.flatMap(({ data }) => digestsIn(data))
  const named = await Promise.all(numbers.map((number) => eventNumbered(queries, number)))
  const brought = digests.length === 0 ? [] : await eventsWith(queries, digests)
  return new Map([...named.flatMap((row) => row ?? []), ...brought].map((row) => [row.id, row]))
}
