import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'
import { CLERK, type Queries, type Statement } from '../../platform/database.ts'
import type { Made } from './wire.ts'

/** An act as stored (程序行为). Never updated, never deleted: the database refuses it. */
export interface ActRow {
  readonly case_id: string
  readonly seq: number
  readonly kind: string
  readonly on_day: string
  readonly minute: number | null
  /** Snapshots of the persons who acted. */
  readonly actors: unknown
  readonly data: Readonly<Record<string, unknown>>
  readonly recorded_at: string
  readonly recorded_on: string
  readonly request_hash: string
  /** Where it was made without a connection: by which device, when by its clock, and how far that was ahead. */
  readonly made: Made | null
}

export const enforcementMigrations: Readonly<Record<string, Migration>> = {
  '2021-03-enforcement': {
    async up(db) {
      await sql`create table enforcement_acts (
        case_id text not null,
        seq integer not null check (seq > 0),
        kind text not null,
        on_day date not null,
        minute integer,
        actors jsonb not null,
        data jsonb not null,
        recorded_at timestamptz not null,
        recorded_on date not null,
        idempotency_key text not null unique,
        request_hash text not null,
        primary key (case_id, seq)
      )`.execute(db)
      await sql`create trigger append_only before update or delete or truncate on enforcement_acts for each statement execute function refuse_change()`.execute(db)
      await sql`create table enforcement_numbers (series text not null, year integer not null, last integer not null, primary key (series, year))`.execute(db)
      await sql`create table enforcement_papers (
        series text not null, year integer not null, serial integer not null,
        number text not null unique, case_id text not null, seq integer not null, form text not null,
        primary key (series, year, serial), unique (case_id, seq, form)
      )`.execute(db)
      await sql`create trigger append_only before update or delete or truncate on enforcement_papers for each statement execute function refuse_change()`.execute(db)
      await sql`create table enforcement_cases (
        id text primary key,
        number text not null unique,
        version integer not null,
        procedure text not null,
        lead_id text,
        title text not null, party text not null, party_kind text not null, credit_code text, matter text not null, matter_name text not null,
        stage text not null, status text not null, officers text[] not null, officer_names text[] not null,
        opened_on date not null, filed_on date, concluded_on date, decided_on date, decide_due date, outcome text, kinds text[] not null default '{}',
        fine_fen bigint not null default 0, confiscated_fen bigint not null default 0, paid_fen bigint not null default 0,
        served_on date, published_on date, publish_due date, withdrawn_on date, reviewed boolean not null default false, review_due boolean not null default false,
        closed_on date, close_result text, archived_on date, ended boolean not null default false,
        next_due date, search text not null
      )`.execute(db)
      await sql`create index enforcement_cases_decided on enforcement_cases (decided_on)`.execute(db)
      await sql`create index enforcement_cases_opened on enforcement_cases (opened_on)`.execute(db)
      await sql`create table enforcement_obligations (
        case_id text not null, code text not null, says text not null, duty text[] not null, basis text[] not null,
        since date not null, due date, provisional boolean not null, met_on date, paused boolean not null,
        primary key (case_id, code)
      )`.execute(db)
      await sql`create index enforcement_obligations_due on enforcement_obligations (due) where met_on is null`.execute(db)
      await sql`create table enforcement_outbox (id bigint generated always as identity primary key, topic text not null, case_id text not null, seq integer not null, at timestamptz not null, done_at timestamptz)`.execute(db)
      await sql`create table enforcement_leads (
        id text primary key, number text not null unique, source text not null, received_on date not null, place text not null, content text not null,
        informant text, matter text, state text not null, case_id text, dismissed_reason text, registered_by text not null
      )`.execute(db)
      await sql`grant select, insert on enforcement_acts, enforcement_papers to ${sql.ref(CLERK)}`.execute(db)
      await sql`grant select, insert, update on enforcement_numbers, enforcement_cases, enforcement_outbox, enforcement_leads to ${sql.ref(CLERK)}`.execute(db)
      await sql`grant select, insert, update, delete on enforcement_obligations to ${sql.ref(CLERK)}`.execute(db)
    },
  },
  '2021-04-enforcement-procedures': {
    async up(db) {
      await sql`alter table enforcement_cases add column party_key text not null default '', add column related text, add column solved text`.execute(db)
      await sql`create index enforcement_cases_party on enforcement_cases (party_key, matter)`.execute(db)
      await sql`create index enforcement_cases_related on enforcement_cases (related) where related is not null`.execute(db)
      await sql`alter table enforcement_cases add column remedy text, add column remedy_on date, add column head_appeared boolean, add column court text, add column court_on date`.execute(db)
    },
  },
  '2021-08-enforcement-street': {
    async up(db) {
      await sql`alter table enforcement_acts add column made jsonb`.execute(db)
      await sql`alter table enforcement_leads add column idempotency_key text unique, add column photos text[] not null default '{}', add column position jsonb`.execute(db)
    },
  },
  '2021-17-enforcement-recordings': {
    async up(db) {
      await sql`alter table enforcement_cases add column recordings_due integer not null default 0, add column recordings_made integer not null default 0`.execute(db)
    },
  },
  '2021-31-enforcement-neighbours': {
    async up(db) {
      await sql`alter table enforcement_cases add column flow text, add column flow_on date, add column consulted_on date`.execute(db)
      await sql`create index enforcement_cases_flow on enforcement_cases (flow_on) where flow_on is not null`.execute(db)
    },
  },
  '2021-41-enforcement-public': {
    async up(db) {
      await sql`alter table enforcement_cases add column public_as text, add column public_decided_on date, add column public_until date, add column public_ended_on date`.execute(db)
      // What was published before is a penalty of its decision's day; its term is computed with its next act.
      await sql`update enforcement_cases set public_as = 'penalty', public_decided_on = decided_on where published_on is not null`.execute(db)
      await sql`create index enforcement_cases_public on enforcement_cases (published_on) where published_on is not null`.execute(db)
    },
  },
  '2021-54-enforcement-town': {
    async up(db) {
      await sql`alter table enforcement_cases add column acting_town text`.execute(db)
    },
  },
  '2021-79-enforcement-give-numbers': {
    async up(db) {
      // In their order one by one, so that two that need the same rows wait for each other and never both.
      await sql`create function enforcement_give_numbers(steps jsonb) returns void language plpgsql as $$
        declare step record;
        begin
          for step in select * from jsonb_to_recordset(steps) as given (series text, year integer, was integer, last integer) order by series, year loop
            update enforcement_numbers set last = step.last where series = step.series and year = step.year and last = step.was;
            perform insist(found);
          end loop;
        end $$`.execute(db)
      await sql`grant execute on function enforcement_give_numbers(jsonb) to ${sql.ref(CLERK)}`.execute(db)
    },
  },
  '2021-80-enforcement-money': {
    async up(db) {
      await sql`create index enforcement_acts_banked on enforcement_acts (on_day) where kind = 'bankIn'`.execute(db)
      await sql`create index enforcement_acts_paid_otherwise on enforcement_acts ((data->'answers'->>'paidOn')) where kind = 'correct'`.execute(db)
    },
  },
}

export type NewActRow = ActRow & { readonly idempotency_key: string }

/** Writes acts, and the rows by which other parts of the house learn of them (发件箱). */
export const addActs = (rows: readonly NewActRow[]): Statement =>
  sql`with given as (select * from jsonb_populate_recordset(null::enforcement_acts, ${JSON.stringify(rows)}::jsonb) order by case_id, seq),
      announced as (insert into enforcement_outbox (topic, case_id, seq, at) select 'act.' || kind, case_id, seq, recorded_at from given)
    insert into enforcement_acts select * from given`

/** The acts of a case, or those after the first so many. */
export async function actsOf(queries: Queries, caseId: string, after = 0): Promise<readonly ActRow[]> {
  const { rows } = await sql<ActRow>`select * from enforcement_acts where case_id = ${caseId} and seq > ${after} order by seq`.execute(queries)
  return rows
}

/** The acts of several cases, of each those after the first so many. The offset keeps it one look into the index for each, however small the table was when this was planned. */
export async function actsAfter(queries: Queries, cases: readonly { readonly id: string; readonly after: number }[]): Promise<readonly ActRow[]> {
  if (cases.length === 0) return []
  const { rows } = await sql<ActRow>`select a.* from unnest(${cases.map(({ id }) => id)}::text[], ${cases.map(({ after }) => after)}::integer[]) as asked (id, after)
    cross join lateral (select * from enforcement_acts where case_id = asked.id and seq > asked.after order by seq offset 0) a`.execute(queries)
  return rows
}

/** An act as far as a repeated request is answered by it. */
export interface ActUnder {
  readonly case_id: string
  readonly number: string
  readonly seq: number
  readonly request_hash: string
}
/** The acts that were recorded under these idempotency keys, by key. */
export async function actsUnder(queries: Queries, keys: readonly string[]): Promise<ReadonlyMap<string, ActUnder>> {
  if (keys.length === 0) return new Map()
  const { rows } = await sql<ActUnder & { idempotency_key: string }>`select a.*, c.number from unnest(${[...keys]}::text[]) as asked (key)
    cross join lateral (select idempotency_key, case_id, seq, request_hash from enforcement_acts where idempotency_key = asked.key offset 0) a
    join enforcement_cases c on c.id = a.case_id`.execute(queries)
  return new Map(rows.map((row) => [row.idempotency_key, row]))
}

export interface Series {
  readonly series: string
  readonly year: number
}
/** The next number of each of these series, once for each time that it is named. Its row stays locked until the transaction ends, so no number is lost or given twice. */
export async function nextNumbers(tx: Queries, wanted: readonly Series[]): Promise<readonly number[]> {
  if (wanted.length === 0) return []
  const { rows } = await sql<Series & { last: number }>`
    insert into enforcement_numbers as old (series, year, last)
    select series, year, count(*) from jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb) as wanted (series text, year integer) group by series, year order by series, year
    on conflict (series, year) do update set last = old.last + excluded.last returning series, year, last`.execute(tx)
  const left = new Map(rows.map(({ series, year, last }) => [`${series} ${year}`, last]))
  // From the last of each series backwards, so that they are given in the order in which they were asked for.
  return wanted.toReversed().map(({ series, year }) => {
    const name = `${series} ${year}`
    const number = left.get(name)
    if (number === undefined) throw new Error(`series ${name} gave no number`)
    left.set(name, number - 1)
    return number
  }).toReversed()
}

/** Numbers of a series that somebody means to give: from the one after `was` up to `last`. */
export interface Step extends Series {
  readonly was: number
  readonly last: number
}
/** Gives these numbers, or lets the transaction fail where the series have other last numbers by now. Its rows stay locked until it ends. */
export const giveNumbers = (steps: readonly Step[]): Statement => sql`select enforcement_give_numbers(${JSON.stringify(steps)}::jsonb)`

export interface PaperRow {
  readonly number: string
  readonly seq: number
  readonly form: string
}
export type NewPaperRow = PaperRow & { readonly series: string; readonly year: number; readonly serial: number; readonly case_id: string }
export const addPapers = (papers: readonly NewPaperRow[]): Statement => sql`insert into enforcement_papers select * from jsonb_populate_recordset(null::enforcement_papers, ${JSON.stringify(papers)}::jsonb)`
export async function papersOf(queries: Queries, caseId: string): Promise<readonly PaperRow[]> {
  const { rows } = await sql<PaperRow>`select number, seq, form from enforcement_papers where case_id = ${caseId} order by seq`.execute(queries)
  return rows
}
