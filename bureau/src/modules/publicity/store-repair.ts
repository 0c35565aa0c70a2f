import { sql, type RawBuilder } from 'kysely'
import type { Migration } from 'kysely/migration'
import { CLERK, type Queries } from '../../platform/database.ts'
import type { RepairQuery, RepairRequest } from './wire.ts'

export const repairMigrations: Readonly<Record<string, Migration>> = {
  '2021-41-publicity-repair': {
    async up(db) {
      await sql`create table publicity_repair_requests (
        receipt text primary key, number text not null, name text not null, code text not null, phone text not null, reason text not null, received_on date not null, at timestamptz not null
      )`.execute(db)
      await sql`create table publicity_repair_dismissals (receipt text primary key references publicity_repair_requests, who text not null, reason text not null, at timestamptz not null)`.execute(db)
      for (const table of ['publicity_repair_requests', 'publicity_repair_dismissals']) {
        await sql`create trigger append_only before update or delete or truncate on ${sql.table(table)} for each statement execute function refuse_change()`.execute(db)
        await sql`grant select, insert on ${sql.table(table)} to ${sql.ref(CLERK)}`.execute(db)
      }
      await sql`create index enforcement_acts_receipt on enforcement_acts ((data->>'receipt')) where kind = 'register' and data->>'way' = 'web'`.execute(db)
    },
  },
}

/** The penalty that an application is about, as the file of its case has it. */
export interface AboutRow {
  readonly id: string
  readonly number: string
  readonly decided_on: string
  readonly published_on: string
  readonly party: Readonly<Record<string, unknown>>
  readonly party_kind: string
  readonly kinds: readonly string[]
  readonly fine_fen: number
}
export interface RequestRow extends Omit<RepairRequest, 'commitment'> {
  readonly receipt: string
  readonly received_on: string
  readonly state: 'received' | 'dismissed' | 'handled'
  readonly dismissed_by: string | null
  readonly dismissed_reason: string | null
  readonly case_id: string | null
  readonly case_number: string | null
  readonly case_status: string | null
  /** The latest answer in the case: `accept refuse`, `decide grant`. */
  readonly answer: string | null
  /** Found only where the number of the decision and the code of its party agree. */
  readonly about: AboutRow | null
}

export async function addRequest(tx: Queries, { receipt, number, name, code, phone, reason, receivedOn, at }: Omit<RepairRequest, 'commitment'> & { readonly receipt: string; readonly receivedOn: string; readonly at: string }): Promise<void> {
  await sql`insert into publicity_repair_requests (receipt, number, name, code, phone, reason, received_on, at) values (${receipt}, ${number}, ${name}, ${code}, ${phone}, ${reason}, ${receivedOn}::date, ${at})`.execute(tx)
}
export async function dismissRequest(tx: Queries, { receipt, who, reason, at }: { readonly receipt: string; readonly who: string; readonly reason: string; readonly at: string }): Promise<void> {
  await sql`insert into publicity_repair_dismissals (receipt, who, reason, at) values (${receipt}, ${who}, ${reason}, ${at})`.execute(tx)
}

const WITH = sql`select r.receipt, r.number, r.name, r.code, r.phone, r.reason, r.received_on, d.who as dismissed_by, d.reason as dismissed_reason, h.id as case_id, h.number as case_number, h.status as case_status, h.answer,
    case when h.id is not null then 'handled' when d.receipt is not null then 'dismissed' else 'received' end as state, to_jsonb(b) as about
  from publicity_repair_requests r
  left join publicity_repair_dismissals d on d.receipt = r.receipt
  left join lateral (select c.id, c.number, c.status, (select x.kind || ' ' || (x.data->>'outcome') from enforcement_acts x where x.case_id = c.id and x.kind in ('accept', 'decide') order by x.seq desc limit 1) as answer from enforcement_acts a join enforcement_cases c on c.id = a.case_id where a.kind = 'register' and a.data->>'way' = 'web' and a.data->>'receipt' = r.receipt limit 1) h on true
  left join lateral (select c.id, c.number, c.decided_on, c.published_on, o.data->'party' as party, c.party_kind, c.kinds, c.fine_fen from enforcement_papers p join enforcement_cases c on c.id = p.case_id join enforcement_acts o on o.case_id = c.id and o.seq = 1
    where p.number = r.number and c.published_on is not null and c.outcome = 'penalise' and r.code in (c.credit_code, o.data->'party'->>'idNumber') limit 1) b on true`
const STATES: Readonly<Record<RequestRow['state'], RawBuilder<unknown>>> = { received: sql`h.id is null and d.receipt is null`, dismissed: sql`d.receipt is not null and h.id is null`, handled: sql`h.id is not null` }

export async function requests(queries: Queries, { state, page, size }: RepairQuery): Promise<{ readonly total: number; readonly rows: readonly RequestRow[] }> {
  const condition = state === undefined ? sql`true` : STATES[state]
  const { rows } = await sql<RequestRow>`${WITH} where ${condition} order by r.at desc, r.receipt limit ${size} offset ${(page - 1) * size}`.execute(queries)
  const { rows: counted } = await sql<{ total: number }>`select count(*) as total from (${WITH} where ${condition}) x`.execute(queries)
  return { total: Number(counted[0]?.total ?? 0), rows }
}
export async function findRequest(queries: Queries, receipt: string): Promise<RequestRow | undefined> {
  const { rows } = await sql<RequestRow>`${WITH} where r.receipt = ${receipt}`.execute(queries)
  return rows[0]
}
