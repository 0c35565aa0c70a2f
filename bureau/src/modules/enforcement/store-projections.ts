import { sql } from 'kysely'
import { citeShort } from '@zhunsheng/law/article.ts'
import { formatDay } from '@zhunsheng/law/day.ts'
import type { Obligation } from '@zhunsheng/law/obligation.ts'
import type { Queries, Statement } from '../../platform/database.ts'
import type { Summary } from './summary.ts'

/** A case as the lists know it. */
export interface CaseHead {
  readonly id: string
  readonly number: string
  readonly version: number
  readonly procedure: string
  readonly lead_id: string | null
}

/** A case as lists and figures read it, as it is stored (案件概要): JSON without the number of acts, the same text where nothing has changed. */
export function writtenSummary(head: CaseHead, summary: Summary): string {
  return JSON.stringify({
    ...head,
    version: undefined,
    ...summary,
    fine_fen: summary.fine_fen.toString(),
    confiscated_fen: summary.confiscated_fen.toString(),
    paid_fen: summary.paid_fen.toString(),
    search: `${head.number} ${summary.party} ${summary.matter_name} ${summary.credit_code ?? ''} ${summary.acting_town ?? ''}`,
  })
}

/** A case whose summary is to be stored; one that is stored as it was before needs no more than the number of its acts. */
interface Summarised {
  readonly head: CaseHead
  readonly summary: string
  readonly isAsBefore: boolean
}

/**
 * Writes what lists and figures read, in the transaction of the acts from which it is computed, each case on top of the act before; where
 * another stands there, the transaction fails.
 */
export function putSummaries(cases: readonly Summarised[]): readonly Statement[] {
  const same = cases.filter(({ isAsBefore }) => isAsBefore)
  const changed = cases.filter(({ isAsBefore }) => !isAsBefore)
  return [...(same.length === 0 ? [] : [stepOn(same)]), ...(changed.length === 0 ? [] : [replaceSummaries(changed)])]
}

function stepOn(cases: readonly Summarised[]): Statement {
  // The limit leaves none out; it lets the planner expect few, so that each is one look into the index, however small the table was when this was planned.
  return sql`with stepped as (update enforcement_cases as old set version = given.version
    from (select * from unnest(${cases.map(({ head }) => head.id)}::text[], ${cases.map(({ head }) => head.version)}::integer[]) as asked (id, version) limit ${cases.length}) as given
    where old.id = given.id and old.version = given.version - 1 returning 1)
    select insist(count(*) = ${cases.length}) from stepped`
}

function replaceSummaries(cases: readonly Summarised[]): Statement {
  const written = cases.map(({ head, summary }) => `{"version":${head.version},${summary.slice(1)}`)
  // One value holds all rows, so that the statement is the same every time and its plan can be kept.
  return sql`with put as (insert into enforcement_cases as old select * from jsonb_populate_recordset(null::enforcement_cases, ${`[${written.join()}]`}::jsonb) as given
      where version = 1 or exists (select from enforcement_cases there where there.id = given.id) order by id
    on conflict (id) do update set ${sql.raw(columnsOf(written[0]).map((name) => `"${name}" = excluded."${name}"`).join(', '))}
    where old.version = excluded.version - 1 returning 1)
    select insist(count(*) = ${cases.length}) from put`
}
const columnsOf = (written = '{}'): readonly string[] => Object.keys(JSON.parse(written))

/** How many like matters of this party were punished or spared since a day (同类违法记录), other than this case. */
export async function priorsOf(queries: Queries, { party, matter, since, except }: { readonly party: string; readonly matter: string; readonly since: string; readonly except: string }): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*) as count from enforcement_cases
    where party_key = ${party} and matter = ${matter} and id <> ${except} and opened_on >= ${since}::date and (outcome = 'penalise' or solved in ('management', 'enforcement'))`.execute(queries)
  return Number(rows[0]?.count ?? 0)
}

/** How far the transfer with that number has come, if it grew out of this case (移送进度). */
export async function transferStateOf(queries: Queries, { transfer, caseId }: { readonly transfer: string; readonly caseId: string }): Promise<string | undefined> {
  const { rows } = await sql<{ flow: string | null }>`select t.flow from enforcement_cases t join enforcement_cases c on t.related = c.number
    where t.procedure = 'transfer.crime' and t.number = ${transfer} and c.id = ${caseId}`.execute(queries)
  return rows[0]?.flow ?? undefined
}

/** The obligations of a case as they are stored (待办义务): JSON, the same text where nothing has changed. */
export function writtenObligations(caseId: string, obligations: readonly Obligation[]): string {
  return JSON.stringify(
    obligations.map(({ code, says, duty, basis, since, due, provisional, metOn, standing }) => ({
      case_id: caseId,
      code,
      says,
      duty,
      basis: basis.map(citeShort),
      since: formatDay(since),
      due: due === undefined ? null : formatDay(due),
      provisional,
      met_on: metOn === undefined ? null : formatDay(metOn),
      paused: standing === 'suspended',
    })),
  )
}

/** Replaces the obligations of these cases by those that their acts give now; what has not changed is not written again. */
export function putObligations(cases: readonly { readonly caseId: string; readonly obligations: string }[]): Statement {
  const rows = cases.map(({ obligations }) => obligations.slice(1, -1)).filter((text) => text !== '').join()
  return sql`with present as (select * from jsonb_populate_recordset(null::enforcement_obligations, ${`[${rows}]`}::jsonb)),
      asked as (select * from unnest(${cases.map(({ caseId }) => caseId)}::text[]) as these (case_id) limit ${cases.length}),
      gone as (delete from enforcement_obligations old using asked where old.case_id = asked.case_id and not exists (select from present where present.case_id = old.case_id and present.code = old.code))
    insert into enforcement_obligations as old select * from present
    on conflict (case_id, code) do update set says = excluded.says, duty = excluded.duty, basis = excluded.basis, since = excluded.since,
      due = excluded.due, provisional = excluded.provisional, met_on = excluded.met_on, paused = excluded.paused
    where old is distinct from excluded`
}

const HEAD = sql.raw('id, number, version, procedure, lead_id')
export async function caseHead(queries: Queries, id: string): Promise<CaseHead | undefined> {
  return (await caseHeads(queries, [id])).get(id)
}
/** The heads of these cases, by case; each is one look into the index. */
export async function caseHeads(queries: Queries, ids: readonly string[]): Promise<ReadonlyMap<string, CaseHead>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<CaseHead>`select c.* from unnest(${[...ids]}::text[]) as asked (id)
    cross join lateral (select ${HEAD} from enforcement_cases where id = asked.id offset 0) c`.execute(queries)
  return new Map(rows.map((row) => [row.id, row]))
}
export async function caseNumbered(queries: Queries, number: string): Promise<CaseHead | undefined> {
  const { rows } = await sql<CaseHead>`select ${HEAD} from enforcement_cases where number = ${number}`.execute(queries)
  return rows[0]
}

/** Which of these leads still wait for an answer. They stay so until the transaction ends. */
export async function openLeads(queries: Queries, ids: readonly string[]): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set()
  const { rows } = await sql<{ id: string }>`select id from enforcement_leads where id = any(${[...ids]}::text[]) and state = 'open' order by id for update`.execute(queries)
  return new Set(rows.map(({ id }) => id))
}
export const settleLeads = (filed: readonly { readonly lead: string; readonly caseId: string }[]): Statement =>
  sql`update enforcement_leads set state = 'filed', case_id = filed.case_id
    from unnest(${filed.map(({ lead }) => lead)}::text[], ${filed.map(({ caseId }) => caseId)}::text[]) as filed (lead, case_id) where id = filed.lead`
