import { sql, type RawBuilder } from 'kysely'
import type { Migration } from 'kysely/migration'
import { CLERK, type Queries } from '../../platform/database.ts'
import { containing } from '../../platform/like.ts'
import type { Message, MessageKind, MessageQuery, MessageState } from './wire.ts'

const RECORDS = ['messages_planned', 'messages_entries']

export const messageMigrations: Readonly<Record<string, Migration>> = {
  '2021-55-messages': {
    async up(db) {
      await sql`create table messages_planned (
        id text primary key, case_id text not null, case_number text not null, kind text not null, seq integer not null, day date, phone text not null, text text not null,
        not_before date not null, planned_at timestamptz not null, corrects text unique references messages_planned (id), reason text, who text, idempotency_key text unique
      )`.execute(db)
      // The same act is reminded of once for each day that it names; another day, or another number, is another reminder.
      await sql`create unique index messages_planned_once on messages_planned (case_id, kind, seq, coalesce(day, 'epoch'::date), phone) where corrects is null`.execute(db)
      await sql`create index messages_planned_case on messages_planned (case_id)`.execute(db)
      await sql`create table messages_entries (
        id bigint generated always as identity primary key, message_id text not null references messages_planned (id), kind text not null check (kind in ('retry', 'sent', 'failed', 'refused', 'cancelled')), at timestamptz not null, says text not null
      )`.execute(db)
      await sql`create index messages_entries_message on messages_entries (message_id)`.execute(db)
      // A message ends once.
      await sql`create unique index messages_entries_end on messages_entries (message_id) where kind <> 'retry'`.execute(db)
      await sql`create table messages_queue (message_id text primary key, attempts integer not null default 0, next_at timestamptz not null)`.execute(db)
      await sql`create index messages_queue_next on messages_queue (next_at)`.execute(db)
      for (const table of RECORDS) {
        await sql`create trigger append_only before update or delete or truncate on ${sql.table(table)} for each statement execute function refuse_change()`.execute(db)
        await sql`grant select, insert on ${sql.table(table)} to ${sql.ref(CLERK)}`.execute(db)
      }
      // What is still to be sent is no record: it empties as it is worked off.
      await sql`grant select, insert, update, delete on messages_queue to ${sql.ref(CLERK)}`.execute(db)
    },
  },
}

/** A message as it was planned. */
export interface PlannedRow {
  readonly id: string
  readonly case_id: string
  readonly case_number: string
  readonly kind: MessageKind
  readonly seq: number
  readonly day: string | null
  readonly phone: string
  readonly text: string
  readonly not_before: string
  readonly planned_at: string
  readonly corrects: string | null
  readonly reason: string | null
  readonly who: string | null
}
type EntryKind = Message['entries'][number]['kind']
export interface MessageRow extends PlannedRow {
  readonly state: Exclude<MessageState, 'held'>
  readonly entries: Message['entries']
  readonly corrected_by: string | null
}

/** Plans messages, each with its place in the queue; what was planned before is left as it is. */
export async function addPlanned(tx: Queries, rows: readonly (PlannedRow & { readonly next_at: string; readonly idempotency_key: string | null })[]): Promise<void> {
  for (const { next_at, ...row } of rows)
    await sql`with made as (
        insert into messages_planned (id, case_id, case_number, kind, seq, day, phone, text, not_before, planned_at, corrects, reason, who, idempotency_key)
        select id, case_id, case_number, kind, seq, day, phone, text, not_before, planned_at, corrects, reason, who, idempotency_key from jsonb_populate_record(null::messages_planned, ${JSON.stringify(row)}::jsonb)
        on conflict (case_id, kind, seq, coalesce(day, 'epoch'::date), phone) where corrects is null do nothing returning id)
      insert into messages_queue (message_id, next_at) select id, ${next_at} from made`.execute(tx)
}

/** Every message with its state, computed from its entries. */
const MESSAGES = sql`(select p.*, e.entries, coalesce(e.ending, 'queued') as state, c.id as corrected_by
  from messages_planned p left join messages_planned c on c.corrects = p.id cross join lateral (
    select coalesce(jsonb_agg(jsonb_build_object('kind', kind, 'at', at, 'says', says) order by id), '[]') as entries, max(kind) filter (where kind <> 'retry') as ending from messages_entries where message_id = p.id) e) m`

export async function messagesOf(queries: Queries, caseId: string): Promise<readonly MessageRow[]> {
  const { rows } = await sql<MessageRow>`select * from ${MESSAGES} where case_id = ${caseId} order by planned_at desc, id desc`.execute(queries)
  return rows
}
export async function findMessage(queries: Queries, id: string): Promise<MessageRow | undefined> {
  const { rows } = await sql<MessageRow>`select * from ${MESSAGES} where id = ${id}`.execute(queries)
  return rows[0]
}
export async function messageUnder(queries: Queries, key: string): Promise<MessageRow | undefined> {
  const { rows } = await sql<MessageRow>`select * from ${MESSAGES} where id = (select id from messages_planned where idempotency_key = ${key})`.execute(queries)
  return rows[0]
}

export type Counts = Readonly<Record<MessageRow['state'], number>>
export async function listMessages(queries: Queries, { search, state, kind, page, size }: MessageQuery): Promise<{ readonly rows: readonly MessageRow[]; readonly counts: Counts }> {
  const conditions: RawBuilder<unknown>[] = [sql`true`]
  if (search !== undefined && search !== '') conditions.push(sql`(case_number || ' ' || right(phone, 4)) like ${containing(search)}`)
  if (kind !== undefined) conditions.push(sql`kind = ${kind}`)
  const others = sql.join(conditions, sql` and `)
  const wanted = state === 'held' ? 'queued' : state
  const { rows } = await sql<MessageRow>`select * from ${MESSAGES} where ${wanted === undefined ? others : sql`${others} and state = ${wanted}`} order by planned_at desc, id desc limit ${size} offset ${(page - 1) * size}`.execute(queries)
  const { rows: counted } = await sql<{ state: MessageRow['state']; count: number }>`select state, count(*) as count from ${MESSAGES} where ${others} group by state`.execute(queries)
  const of = (one: MessageRow['state']) => Number(counted.find((row) => row.state === one)?.count ?? 0)
  return { rows, counts: { queued: of('queued'), sent: of('sent'), failed: of('failed'), refused: of('refused'), cancelled: of('cancelled') } }
}

/** A message that is to be sent now, and how often that was begun, this time included. */
export interface Claimed extends PlannedRow {
  readonly attempts: number
}
/** Claims what is due until a moment: nobody else sends it before that, and if we are killed it is sent again after it. */
export async function claimDue(tx: Queries, { now, until, most }: { readonly now: string; readonly until: string; readonly most: number }): Promise<readonly Claimed[]> {
  const { rows } = await sql<Claimed>`with due as (select message_id from messages_queue where next_at <= ${now}::timestamptz order by next_at limit ${most} for update skip locked),
      claimed as (update messages_queue q set attempts = attempts + 1, next_at = ${until}::timestamptz from due where q.message_id = due.message_id returning q.message_id, q.attempts)
    select p.*, claimed.attempts from messages_planned p join claimed on claimed.message_id = p.id order by p.planned_at, p.id`.execute(tx)
  return rows
}

/** Writes down what became of an attempt. A message that has ended leaves the queue; one that has not is tried again at a moment. */
export async function addEntry(tx: Queries, messageId: string, { kind, at, says, nextAt }: { readonly kind: EntryKind; readonly at: string; readonly says: string; readonly nextAt?: string }): Promise<void> {
  await sql`insert into messages_entries (message_id, kind, at, says) values (${messageId}, ${kind}, ${at}, ${says}) on conflict (message_id) where kind <> 'retry' do nothing`.execute(tx)
  if (nextAt === undefined) await sql`delete from messages_queue where message_id = ${messageId}`.execute(tx)
  else await sql`update messages_queue set next_at = ${nextAt}::timestamptz where message_id = ${messageId}`.execute(tx)
}
/** Puts a message that nobody could send yet back to where it was, as if it had not been tried. */
export async function postpone(tx: Queries, messageId: string, nextAt: string): Promise<void> {
  await sql`update messages_queue set next_at = ${nextAt}::timestamptz, attempts = attempts - 1 where message_id = ${messageId}`.execute(tx)
}
