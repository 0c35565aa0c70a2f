import { sql, type RawBuilder } from 'kysely'
import type { Migration } from 'kysely/migration'
import { CLERK, type Queries } from '../../platform/database.ts'
import { containing } from '../../platform/like.ts'
import type { NewTipoff, Reporter, TipoffAnswer, TipoffQuery, TipoffRow, TipoffState } from './wire.ts'

const TABLES = ['tipoffs_reports', 'tipoffs_reporters', 'tipoffs_answers', 'tipoffs_looks']
export const tipoffMigrations: Readonly<Record<string, Migration>> = {
  '2021-56-tipoffs': {
    async up(db) {
      await sql`create table tipoffs_reports (
        id text primary key, receipt text not null unique, idempotency_key text not null unique, plate text not null, colour text not null, seen text[] not null, seen_at timestamptz not null, place text not null,
        latitude float8, longitude float8, accuracy float8, content text not null, photos jsonb not null, received_on date not null, at timestamptz not null
      )`.execute(db)
      await sql`create index tipoffs_reports_at on tipoffs_reports (at desc)`.execute(db)
      // Apart, so that whoever reads a report does not read who made it.
      await sql`create table tipoffs_reporters (report text primary key references tipoffs_reports, name text, phone text)`.execute(db)
      await sql`create table tipoffs_answers (
        report text primary key references tipoffs_reports, kind text not null, lead text, lead_number text, joined_of text, joined_id text, joined_title text, reason text, who text not null, at timestamptz not null, idempotency_key text not null unique
      )`.execute(db)
      await sql`create table tipoffs_looks (id text primary key, report text not null references tipoffs_reports, who_id text not null, who text not null, reason text not null, at timestamptz not null)`.execute(db)
      await sql`create index tipoffs_looks_who on tipoffs_looks (who_id, at)`.execute(db)
      for (const table of TABLES) {
        await sql`create trigger append_only before update or delete or truncate on ${sql.table(table)} for each statement execute function refuse_change()`.execute(db)
        await sql`grant select, insert on ${sql.table(table)} to ${sql.ref(CLERK)}`.execute(db)
      }
    },
  },
  '2021-76-tipoffs-again': {
    async up(db) {
      // An answer can be taken back, and another given.
      await sql`alter table tipoffs_answers drop constraint tipoffs_answers_pkey, add column seq integer not null default 1, add primary key (report, seq)`.execute(db)
    },
  },
}

/** A photograph by its digests: as it came, and the copy without what the telephone wrote into it. */
export interface Photo {
  readonly original: string
  readonly copy: string
}
export interface ReportRow {
  readonly id: string
  readonly receipt: string
  readonly plate: string
  readonly colour: TipoffRow['plateColour']
  readonly seen: readonly TipoffRow['seen'][number][]
  readonly seen_at: string
  readonly place: string
  readonly latitude: number | null
  readonly longitude: number | null
  readonly accuracy: number | null
  readonly content: string
  readonly photos: readonly Photo[]
  readonly received_on: string
  readonly has_reporter: boolean
  readonly state: TipoffState
  /** How often it was answered, or an answer taken back. */
  readonly answers: number
  readonly lead: string | null
  readonly reason: string | null
  readonly who: string | null
  /** Nothing where the answer was taken back. */
  readonly answered_at: string | null
}
const ROWS = sql`select r.id, r.receipt, r.plate, r.colour, r.seen, r.seen_at, r.place, r.latitude, r.longitude, r.accuracy, r.content, r.photos, r.received_on, p.report is not null as has_reporter, r.at as arrived,
    case a.kind when 'accept' then 'accepted' when 'join' then 'joined' when 'reject' then 'rejected' else 'received' end as state,
    coalesce(a.seq, 0) as answers, a.lead, a.joined_id, a.reason, a.who, case when a.kind <> 'reopen' then a.at end as answered_at
  from tipoffs_reports r left join tipoffs_reporters p on p.report = r.id left join lateral (select * from tipoffs_answers where report = r.id order by seq desc limit 1) a on true`

export interface NewReport extends NewTipoff {
  readonly id: string
  readonly receipt: string
  readonly key: string
  readonly photos: readonly Photo[]
  readonly receivedOn: string
  readonly now: string
}
export async function addReport(tx: Queries, { id, receipt, key, plate, plateColour, seen, at, place, position, text, name, phone, photos, receivedOn, now }: NewReport): Promise<void> {
  await sql`insert into tipoffs_reports (id, receipt, idempotency_key, plate, colour, seen, seen_at, place, latitude, longitude, accuracy, content, photos, received_on, at)
    values (${id}, ${receipt}, ${key}, ${plate}, ${plateColour}, ${[...seen]}::text[], ${new Date(at).toISOString()}, ${place}, ${position?.latitude ?? null}, ${position?.longitude ?? null}, ${position?.accuracy ?? null}, ${text}, ${JSON.stringify(photos)}::jsonb, ${receivedOn}::date, ${now})`.execute(tx)
  if (hasWord(name) || hasWord(phone)) await sql`insert into tipoffs_reporters (report, name, phone) values (${id}, ${name ?? null}, ${phone ?? null})`.execute(tx)
}
const hasWord = (word: string | undefined): boolean => word !== undefined && word !== ''

export async function reportUnder(queries: Queries, key: string): Promise<Pick<ReportRow, 'receipt' | 'plate' | 'place' | 'content'> | undefined> {
  const { rows } = await sql<Pick<ReportRow, 'receipt' | 'plate' | 'place' | 'content'>>`select receipt, plate, place, content from tipoffs_reports where idempotency_key = ${key}`.execute(queries)
  return rows[0]
}
export async function findReport(queries: Queries, id: string): Promise<ReportRow | undefined> {
  const { rows } = await sql<ReportRow>`${ROWS} where r.id = ${id}`.execute(queries)
  return rows[0]
}
export async function reportOf(queries: Queries, receipt: string): Promise<ReportRow | undefined> {
  const { rows } = await sql<ReportRow>`${ROWS} where r.receipt = ${receipt}`.execute(queries)
  return rows[0]
}
export async function listReports(queries: Queries, { search, state, joined, page, size }: TipoffQuery): Promise<{ readonly total: number; readonly rows: readonly ReportRow[]; readonly states: readonly { readonly state: TipoffState; readonly count: number }[] }> {
  const words = search === undefined || search === '' ? sql`true` : sql`(q.plate || ' ' || q.place || ' ' || q.content) like ${containing(search)}`
  const found = joined === undefined ? words : sql`${words} and q.joined_id = ${joined}`
  const wanted: RawBuilder<unknown> = state === undefined ? found : sql`${found} and q.state = ${state}`
  const { rows: states } = await sql<{ state: TipoffState; count: number }>`select q.state, count(*) as count from (${ROWS}) q where ${found} group by q.state`.execute(queries)
  const { rows: counted } = await sql<{ total: number }>`select count(*) as total from (${ROWS}) q where ${wanted}`.execute(queries)
  // What waits stands first, the oldest of it on top: it has a term.
  const { rows } = await sql<ReportRow>`select * from (${ROWS}) q where ${wanted} order by (q.state = 'received') desc, case when q.state = 'received' then q.arrived end, q.arrived desc, q.id limit ${size} offset ${(page - 1) * size}`.execute(queries)
  return { total: Number(counted[0]?.total ?? 0), rows, states: states.map((one) => ({ ...one, count: Number(one.count) })) }
}
/** Every report with photographs, or those to which one of these files belongs. */
export async function reportsWithPhotos(queries: Queries, digests?: readonly string[]): Promise<readonly ReportRow[]> {
  const wanted = digests === undefined ? sql`r.photos <> '[]'::jsonb` : sql`exists (select 1 from jsonb_to_recordset(r.photos) as f(original text, copy text) where f.original = any(${[...digests]}::text[]) or f.copy = any(${[...digests]}::text[]))`
  const { rows } = await sql<ReportRow>`${ROWS} where ${wanted}`.execute(queries)
  return rows
}

export interface AnswerRow {
  readonly report: string
  readonly seq: number
  readonly kind: TipoffAnswer['kind']
  readonly lead: string | null
  readonly lead_number: string | null
  readonly joined_of: 'alarm' | 'trip' | null
  readonly joined_id: string | null
  readonly joined_title: string | null
  readonly reason: string | null
  readonly who: string
  readonly at: string
}
export async function addAnswer(tx: Queries, { report, seq, kind, lead, lead_number, joined_of, joined_id, joined_title, reason, who, at }: AnswerRow, key: string): Promise<void> {
  await sql`insert into tipoffs_answers (report, seq, kind, lead, lead_number, joined_of, joined_id, joined_title, reason, who, at, idempotency_key) values (${report}, ${seq}, ${kind}, ${lead}, ${lead_number}, ${joined_of}, ${joined_id}, ${joined_title}, ${reason}, ${who}, ${at}, ${key})`.execute(tx)
}
/** What was done with a report, in order (办理经过). */
export async function answersTo(queries: Queries, report: string): Promise<readonly AnswerRow[]> {
  const { rows } = await sql<AnswerRow>`select * from tipoffs_answers where report = ${report} order by seq`.execute(queries)
  return rows
}
export async function answerUnder(queries: Queries, key: string): Promise<string | undefined> {
  const { rows } = await sql<{ report: string }>`select report from tipoffs_answers where idempotency_key = ${key}`.execute(queries)
  return rows[0]?.report
}

export async function reporterOf(queries: Queries, report: string): Promise<Reporter> {
  const { rows } = await sql<{ name: string | null; phone: string | null }>`select name, phone from tipoffs_reporters where report = ${report}`.execute(queries)
  const [row] = rows
  return { ...(row === undefined || row.name === null ? {} : { name: row.name }), ...(row === undefined || row.phone === null ? {} : { phone: row.phone }) }
}
/** Writes down that somebody looks; looks of one person wait for each other, so that they can be counted. */
export async function addLook(tx: Queries, { id, report, whoId, who, reason, at }: { readonly id: string; readonly report: string; readonly whoId: string; readonly who: string; readonly reason: string; readonly at: string }): Promise<void> {
  await sql`insert into tipoffs_looks (id, report, who_id, who, reason, at) values (${id}, ${report}, ${whoId}, ${who}, ${reason}, ${at})`.execute(tx)
}
export async function looksBy(tx: Queries, whoId: string, since: string): Promise<number> {
  await sql`select pg_advisory_xact_lock(8056, hashtext(${whoId}))`.execute(tx)
  const { rows } = await sql<{ n: number }>`select count(*) as n from tipoffs_looks where who_id = ${whoId} and at >= ${since}`.execute(tx)
  return Number(rows[0]?.n ?? 0)
}
export async function looksAt(queries: Queries, report: string): Promise<readonly { readonly who: string; readonly at: string; readonly reason: string }[]> {
  const { rows } = await sql<{ who: string; at: string; reason: string }>`select who, at, reason from tipoffs_looks where report = ${report} order by at, id`.execute(queries)
  return rows
}
