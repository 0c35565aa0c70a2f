import { sql, type RawBuilder } from 'kysely'
import type { Queries } from '../../platform/database.ts'
import { containing } from '../../platform/like.ts'
import type { CaseQuery, Lead, NewLead } from './wire.ts'

/** A row of the case list as stored. */
export interface ListedCase {
  readonly id: string
  readonly procedure: string
  readonly related: string | null
  readonly number: string
  readonly version: number
  readonly title: string
  readonly party: string
  readonly party_kind: string
  readonly acting_town: string | null
  readonly matter: string
  readonly matter_name: string
  readonly stage: string
  readonly status: string
  readonly opened_on: string
  readonly filed_on: string | null
  readonly decided_on: string | null
  readonly outcome: string | null
  readonly fine_fen: number
  readonly officers: readonly string[]
  readonly officer_names: readonly string[]
  readonly next_due: string | null
  readonly ended: boolean
}

const SORTS = { number: 'number', openedOn: 'opened_on', decidedOn: 'decided_on', nextDue: 'next_due', fine: 'fine_fen' } as const

function where(query: Partial<CaseQuery>, today: string, among?: RawBuilder<unknown>): RawBuilder<unknown> {
  const conditions: RawBuilder<unknown>[] = [sql`true`]
  for (const word of (query.search ?? '').split(/\s+/).filter((one) => one !== '')) conditions.push(sql`search like ${containing(word)}`)
  if (query.stage !== undefined) conditions.push(sql`stage = ${query.stage}`)
  if (query.matter !== undefined) conditions.push(sql`matter = ${query.matter}`)
  if (query.officer !== undefined) conditions.push(sql`${query.officer} = any(officers)`)
  if (query.outcome !== undefined) conditions.push(sql`outcome = ${query.outcome}`)
  if (query.procedure !== undefined) conditions.push(sql`procedure = ${query.procedure}`)
  if (query.openedFrom !== undefined) conditions.push(sql`opened_on >= ${query.openedFrom}::date`)
  if (query.openedTo !== undefined) conditions.push(sql`opened_on <= ${query.openedTo}::date`)
  if (query.overdue === 'true') conditions.push(sql`next_due < ${today}::date`)
  if (query.overdue === 'false') conditions.push(sql`(next_due is null or next_due >= ${today}::date)`)
  if (query.open !== undefined) conditions.push(sql`ended = ${query.open === 'false'}`)
  if (among !== undefined) conditions.push(sql`id in (${among})`)
  return sql.join(conditions, sql` and `)
}

/** A page of cases, and how many there are in all. */
export async function listCases(queries: Queries, query: CaseQuery, today: string, ids?: readonly string[]): Promise<{ readonly total: number; readonly rows: readonly ListedCase[] }> {
  const condition = where(query, today, ids === undefined ? undefined : sql`select unnest(${[...ids]}::text[])`)
  const order = sql`${sql.ref(SORTS[query.sort])} ${query.order === 'asc' ? sql`asc` : sql`desc`} nulls last, number desc`
  const { rows } = await sql<ListedCase>`select * from enforcement_cases where ${condition} order by ${order} limit ${query.size} offset ${(query.page - 1) * query.size}`.execute(queries)
  const { rows: counted } = await sql<{ total: number }>`select count(*) as total from enforcement_cases where ${condition}`.execute(queries)
  return { total: Number(counted[0]?.total ?? 0), rows }
}

export async function listedCase(queries: Queries, id: string): Promise<ListedCase | undefined> {
  const { rows } = await sql<ListedCase>`select * from enforcement_cases where id = ${id}`.execute(queries)
  return rows[0]
}

/** The cases that grew out of this one, and the one out of which it grew. */
export async function relatedCases(queries: Queries, row: Pick<ListedCase, 'number' | 'related'>): Promise<readonly Pick<ListedCase, 'id' | 'number' | 'title'>[]> {
  const { rows } = await sql<Pick<ListedCase, 'id' | 'number' | 'title'>>`select id, number, title from enforcement_cases where related = ${row.number} or number = ${row.related ?? ''} order by number`.execute(queries)
  return rows
}

/** In whose own name the case with this number is handled: null where it is the bureau's, nothing where there is no such case. */
export async function actingTownOf(queries: Queries, number: string): Promise<string | null | undefined> {
  const { rows } = await sql<Pick<ListedCase, 'acting_town'>>`select acting_town from enforcement_cases where number = ${number}`.execute(queries)
  return rows[0]?.acting_town
}

/** Cases that are still open, oldest due first. */
export async function openCases(queries: Queries, most: number): Promise<readonly ListedCase[]> {
  const { rows } = await sql<ListedCase>`select * from enforcement_cases where not ended order by next_due nulls last, opened_on limit ${most}`.execute(queries)
  return rows
}

export interface DueRow {
  readonly case_id: string
  readonly number: string
  readonly title: string
  readonly officers: readonly string[]
  readonly code: string
  readonly says: string
  readonly duty: readonly string[]
  readonly basis: readonly string[]
  readonly since: string
  readonly due: string | null
  readonly provisional: boolean
  readonly paused: boolean
}

/** Everything that is owed and not yet done, nearest first. */
export async function openDues(queries: Queries, most: number): Promise<readonly DueRow[]> {
  const { rows } = await sql<DueRow>`
    select o.*, c.number, c.title, c.officers from enforcement_obligations o join enforcement_cases c on c.id = o.case_id
    where o.met_on is null order by o.due nulls last, c.number limit ${most}`.execute(queries)
  return rows
}

export async function countOpen(queries: Queries, officer: string, today: string): Promise<{ readonly open: number; readonly mine: number; readonly overdue: number; readonly week: number }> {
  const { rows } = await sql<{ open: number; mine: number; overdue: number; week: number }>`
    select count(*) filter (where not ended) as open,
      count(*) filter (where not ended and ${officer} = any(officers)) as mine,
      count(*) filter (where not ended and next_due < ${today}::date) as overdue,
      count(*) filter (where not ended and next_due between ${today}::date and ${today}::date + 7) as week
    from enforcement_cases`.execute(queries)
  const found = rows[0]
  return { open: Number(found?.open ?? 0), mine: Number(found?.mine ?? 0), overdue: Number(found?.overdue ?? 0), week: Number(found?.week ?? 0) }
}

interface LeadRow {
  readonly id: string
  readonly number: string
  readonly source: NewLead['source']
  readonly received_on: string
  readonly place: string
  readonly content: string
  readonly informant: string | null
  readonly matter: string | null
  readonly state: Lead['state']
  readonly case_id: string | null
  readonly dismissed_reason: string | null
  readonly registered_by: string
  readonly photos: readonly string[]
  readonly position: NonNullable<NewLead['position']> | null
}

const leadOf = (row: LeadRow): Lead => ({
  id: row.id,
  number: row.number,
  source: row.source,
  receivedOn: row.received_on,
  place: row.place,
  content: row.content,
  state: row.state,
  registeredBy: row.registered_by,
  ...(row.photos.length === 0 ? {} : { photos: [...row.photos] }),
  ...(row.position === null ? {} : { position: row.position }),
  ...(row.informant === null ? {} : { informant: row.informant }),
  ...(row.matter === null ? {} : { matter: row.matter }),
  ...(row.case_id === null ? {} : { caseId: row.case_id }),
  ...(row.dismissed_reason === null ? {} : { dismissedReason: row.dismissed_reason }),
})

export async function addLead(tx: Queries, lead: NewLead & { readonly id: string; readonly number: string; readonly registeredBy: string; readonly key?: string }): Promise<void> {
  await sql`insert into enforcement_leads (id, number, source, received_on, place, content, informant, matter, state, registered_by, idempotency_key, photos, position)
    values (${lead.id}, ${lead.number}, ${lead.source}, ${lead.receivedOn}, ${lead.place}, ${lead.content}, ${lead.informant ?? null}, ${lead.matter ?? null}, 'open', ${lead.registeredBy}, ${lead.key ?? null}, ${[...(lead.photos ?? [])]}::text[], ${lead.position === undefined ? null : JSON.stringify(lead.position)}::jsonb)`.execute(tx)
}
/** The lead that was registered under an idempotency key. */
export async function leadUnder(queries: Queries, key: string): Promise<{ readonly id: string; readonly number: string } | undefined> {
  const { rows } = await sql<{ id: string; number: string }>`select id, number from enforcement_leads where idempotency_key = ${key}`.execute(queries)
  return rows[0]
}
export async function findLead(queries: Queries, id: string): Promise<Lead | undefined> {
  const { rows } = await sql<LeadRow>`select * from enforcement_leads where id = ${id}`.execute(queries)
  return rows[0] === undefined ? undefined : leadOf(rows[0])
}
interface StandingRow {
  readonly lead: string
  readonly state: Lead['state']
  readonly dismissed_reason: string | null
  readonly id: string | null
  readonly number: string | null
  readonly status: string | null
  readonly decided_on: string | null
  readonly outcome: string | null
  readonly solved: string | null
}
/** What became of these leads, with the case that each became. */
export async function leadStandings(queries: Queries, ids: readonly string[]): Promise<readonly StandingRow[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<StandingRow>`select l.id as lead, l.state, l.dismissed_reason, c.id, c.number, c.status, c.decided_on, c.outcome, c.solved
    from enforcement_leads l left join enforcement_cases c on c.id = l.case_id where l.id = any(${[...ids]}::text[])`.execute(queries)
  return rows
}

/** Dismisses an open lead; answers how many were dismissed. */
export async function dismissLead(tx: Queries, id: string, reason: string): Promise<number> {
  const { rows } = await sql<{ id: string }>`update enforcement_leads set state = 'dismissed', dismissed_reason = ${reason} where id = ${id} and state = 'open' returning id`.execute(tx)
  return rows.length
}
export async function listLeads(queries: Queries, query: { readonly search?: string | undefined; readonly state?: string | undefined; readonly page: number; readonly size: number }): Promise<{ readonly total: number; readonly rows: readonly Lead[] }> {
  const condition = sql.join(
    [
      query.state === undefined ? sql`true` : sql`state = ${query.state}`,
      query.search === undefined ? sql`true` : sql`(number || ' ' || place || ' ' || content) like ${containing(query.search)}`,
    ],
    sql` and `,
  )
  const { rows } = await sql<LeadRow>`select * from enforcement_leads where ${condition} order by received_on desc, number desc limit ${query.size} offset ${(query.page - 1) * query.size}`.execute(queries)
  const { rows: counted } = await sql<{ total: number }>`select count(*) as total from enforcement_leads where ${condition}`.execute(queries)
  return { total: Number(counted[0]?.total ?? 0), rows: rows.map(leadOf) }
}
