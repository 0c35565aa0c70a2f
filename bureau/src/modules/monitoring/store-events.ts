import type { EventFlag } from '@zhunsheng/law/monitoring/arrival.ts'
import type { Outcome, Reason } from '@zhunsheng/law/monitoring/event-acts.ts'
import type { Standing } from '@zhunsheng/law/monitoring/event.ts'
import { sql, type RawBuilder } from 'kysely'
import type { Queries } from '../../platform/database.ts'
import { containing } from '../../platform/like.ts'
import type { EventCounts, EventQuery } from './wire.ts'

/** A record of a device as stored (监控事件). */
export interface EventRow extends Record<'id' | 'number' | 'code' | 'source' | 'external' | 'device' | 'at' | 'received_at' | 'made_at' | 'made_on' | 'received_on' | 'content' | 'taken_by', string>, Record<'sent_at' | 'matter' | 'plate' | 'plate_colour' | 'party' | 'value' | 'unit' | 'place', string | null> {
  readonly ahead: number | null
  readonly position: { readonly latitude: number; readonly longitude: number } | null
  readonly records: readonly string[]
  readonly flags: readonly EventFlag[]
}
/** Where it stands, as computed after its last entry. */
export interface StandingRow {
  readonly standing: Standing
  readonly outcome: Outcome | null
  readonly reason: Reason | null
  readonly reviewed_on: string | null
  readonly duties: readonly string[]
  readonly due: string | null
  readonly lead: string | null
  readonly lead_number: string | null
}
export type ListedEvent = EventRow & StandingRow

export async function addEvent(tx: Queries, one: EventRow & { readonly saidHash: string }): Promise<void> {
  await sql`insert into monitoring_events (id, number, code, source, external, said_hash, device, at, sent_at, received_at, made_at, made_on, received_on, ahead, content, matter, plate, plate_colour, party, value, unit, place, position, records, flags, taken_by)
    values (${one.id}, ${one.number}, ${one.code}, ${one.source}, ${one.external}, ${one.saidHash}, ${one.device}, ${one.at}, ${one.sent_at}, ${one.received_at}, ${one.made_at}, ${one.made_on}, ${one.received_on}, ${one.ahead},
      ${one.content}, ${one.matter}, ${one.plate}, ${one.plate_colour}, ${one.party}, ${one.value}, ${one.unit}, ${one.place}, ${one.position === null ? null : JSON.stringify(one.position)}::jsonb, ${[...one.records]}::text[], ${[...one.flags]}::text[], ${one.taken_by})`.execute(tx)
}
export async function putStanding(tx: Queries, event: string, one: StandingRow): Promise<void> {
  await sql`insert into monitoring_standings (event, standing, outcome, reason, reviewed_on, duties, due, lead, lead_number)
    values (${event}, ${one.standing}, ${one.outcome}, ${one.reason}, ${one.reviewed_on}, ${[...one.duties]}::text[], ${one.due}, ${one.lead}, ${one.lead_number})
    on conflict (event) do update set standing = excluded.standing, outcome = excluded.outcome, reason = excluded.reason, reviewed_on = excluded.reviewed_on, duties = excluded.duties, due = excluded.due,
      lead = coalesce(excluded.lead, monitoring_standings.lead), lead_number = coalesce(excluded.lead_number, monitoring_standings.lead_number)`.execute(tx)
}

const LISTED = sql`select e.*, s.standing, s.outcome, s.reason, s.reviewed_on, s.duties, s.due, s.lead, s.lead_number from monitoring_events e join monitoring_standings s on s.event = e.id`
const one = async (queries: Queries, condition: RawBuilder<unknown>): Promise<ListedEvent | undefined> => (await sql<ListedEvent>`${LISTED} where ${condition}`.execute(queries)).rows[0]
const several = async (queries: Queries, condition: RawBuilder<unknown>): Promise<readonly ListedEvent[]> => (await sql<ListedEvent>`${LISTED} where ${condition} order by e.number`.execute(queries)).rows

export const findEvent = (queries: Queries, id: string) => one(queries, sql`e.id = ${id}`)
export const eventNumbered = (queries: Queries, number: string) => one(queries, sql`e.number = ${number}`)
/** The events whose files are among these. */
export const eventsWith = (queries: Queries, digests: readonly string[]) => several(queries, sql`e.records && ${[...digests]}::text[]`)
/** The events that have any file. */
export const eventsWithFiles = (queries: Queries) => several(queries, sql`cardinality(e.records) > 0`)
/** The events that became these leads. */
export const eventsOfLead = (queries: Queries, lead: string) => several(queries, sql`s.lead = ${lead}`)
/** The events that wait for this device to be registered. */
export const heldFor = (queries: Queries, device: string) => several(queries, sql`e.device = ${device} and s.standing = 'held'`)

/** What a source said under a number before, by its digest. */
export async function saidBefore(queries: Queries, source: string, external: string): Promise<{ readonly id: string; readonly number: string; readonly said_hash: string; readonly flags: readonly string[] } | undefined> {
  const { rows } = await sql<{ id: string; number: string; said_hash: string; flags: readonly string[] }>`select id, number, said_hash, flags from monitoring_events where source = ${source} and external = ${external}`.execute(queries)
  return rows[0]
}
/** Which numbers of a source came before. */
export async function knownOf(queries: Queries, source: string, externals: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ external: string }>`select external from monitoring_events where source = ${source} and external = any(${[...externals]}::text[])`.execute(queries)
  return new Set(rows.map(({ external }) => external))
}
/** Whether the same device recorded the same plate (or, without one, anything) within some minutes. */
export async function hasNeighbour(queries: Queries, { device, plate, madeAt, minutes }: { readonly device: string; readonly plate: string | null; readonly madeAt: string; readonly minutes: number }): Promise<boolean> {
  const { rows } = await sql`select 1 from monitoring_events where device = ${device} and plate is not distinct from ${plate} and made_at between ${madeAt}::timestamptz - make_interval(mins => ${minutes}) and ${madeAt}::timestamptz + make_interval(mins => ${minutes}) limit 1`.execute(queries)
  return rows.length > 0
}

const inYear = (column: RawBuilder<unknown>, year: number): RawBuilder<unknown> => sql`${column} between make_date(${year}::integer, 1, 1) and make_date(${year}::integer, 12, 31)`

/** What is asked of the list; a case is asked by the lead out of which it grew. */
export type EventAsked = Omit<EventQuery, 'case'> & { readonly lead?: string }

function where(query: Partial<EventAsked>, today: string): RawBuilder<unknown> {
  const { search, standing, reason, device, duty, receivedIn, reviewedIn, outcome, lead } = query
  const conditions: RawBuilder<unknown>[] = [sql`true`]
  if (search !== undefined && search !== '') conditions.push(sql`(e.number || ' ' || e.external || ' ' || e.device || ' ' || coalesce(e.plate, '') || ' ' || coalesce(e.party, '') || ' ' || e.content || ' ' || coalesce(e.place, '')) like ${containing(search)}`)
  if (standing !== undefined) conditions.push(sql`s.standing = ${standing}`)
  if (reason !== undefined) conditions.push(sql`s.standing = 'rejected' and s.reason = ${reason}`)
  if (lead !== undefined) conditions.push(sql`s.lead = ${lead}`)
  if (outcome !== undefined) conditions.push(sql`s.outcome = ${outcome}`)
  if (device !== undefined) conditions.push(sql`e.device = ${device}`)
  if (duty === 'overdue') conditions.push(sql`s.due < ${today}::date`)
  else if (duty !== undefined) conditions.push(sql`${duty} = any(s.duties)`)
  if (receivedIn !== undefined) conditions.push(inYear(sql`e.received_on`, receivedIn))
  if (reviewedIn !== undefined) conditions.push(inYear(sql`s.reviewed_on`, reviewedIn))
  return sql.join(conditions, sql` and `)
}

export async function listEvents(queries: Queries, query: EventAsked, today: string): Promise<{ readonly total: number; readonly rows: readonly ListedEvent[] }> {
  const condition = where(query, today)
  const { rows } = await sql<ListedEvent>`${LISTED} where ${condition} order by s.due nulls last, e.received_at desc, e.number limit ${query.size} offset ${(query.page - 1) * query.size}`.execute(queries)
  return { total: await countEvents(queries, query, today), rows }
}
export async function countEvents(queries: Queries, query: Partial<EventAsked>, today: string): Promise<number> {
  const { rows } = await sql<{ total: number }>`select count(*) as total from monitoring_events e join monitoring_standings s on s.event = e.id where ${where(query, today)}`.execute(queries)
  return Number(rows[0]?.total ?? 0)
}
export async function countWork(queries: Queries, today: string): Promise<EventCounts> {
  const { rows } = await sql<Record<keyof EventCounts, number>>`select count(*) filter (where standing = 'waiting') as waiting, count(*) filter (where standing = 'held') as held, count(*) filter (where 'tell' = any(duties)) as untold,
    count(*) filter (where 'consider' = any(duties)) as unconsidered, count(*) filter (where due < ${today}::date) as overdue from monitoring_standings`.execute(queries)
  const found = rows[0]
  return { waiting: Number(found?.waiting ?? 0), held: Number(found?.held ?? 0), untold: Number(found?.untold ?? 0), unconsidered: Number(found?.unconsidered ?? 0), overdue: Number(found?.overdue ?? 0) }
}
