import type { Manifest as JudgedManifest } from '@zhunsheng/trucks/manifest.ts'
import { sql, type RawBuilder } from 'kysely'
import type { Queries } from '../../platform/database.ts'
import { containing } from '../../platform/like.ts'
import type { Manifest, ManifestQuery } from './wire.ts'

export interface ManifestRow {
  readonly id: string
  readonly number: string
  readonly permit: string
  readonly vehicle: string
  readonly driver: string | null
  readonly site: string
  readonly disposal: string
  readonly opened_at: string
  /** Cubic metres. */
  readonly volume: number
  readonly who: string
  readonly at: string
  readonly idempotency_key: string
}
export async function addManifest(tx: Queries, row: ManifestRow): Promise<void> {
  await sql`insert into trucks_manifests (id, number, permit, vehicle, driver, site, disposal, opened_at, volume, who, at, idempotency_key)
    values (${row.id}, ${row.number}, ${row.permit}, ${row.vehicle}, ${row.driver}, ${row.site}, ${row.disposal}, ${row.opened_at}, ${row.volume}, ${row.who}, ${row.at}, ${row.idempotency_key})`.execute(tx)
}
export interface EntryRow {
  readonly manifest: string
  readonly kind: 'confirm' | 'void'
  readonly closed_at: string | null
  readonly volume: number | null
  readonly reason: string | null
  readonly who: string
  readonly at: string
  readonly idempotency_key: string
}
/** Ends a manifest; a second end fails on the key of the table. */
export async function addManifestEntry(tx: Queries, row: EntryRow): Promise<void> {
  await sql`insert into trucks_manifest_entries (manifest, kind, closed_at, volume, reason, who, at, idempotency_key)
    values (${row.manifest}, ${row.kind}, ${row.closed_at}, ${row.volume}, ${row.reason}, ${row.who}, ${row.at}, ${row.idempotency_key})`.execute(tx)
}
/** The next number of a year. Its row stays locked until the transaction ends, so none is lost or given twice. */
export async function nextManifest(tx: Queries, year: number): Promise<number> {
  const { rows } = await sql<{ last: number }>`insert into trucks_numbers as old (year, last) values (${year}, 1) on conflict (year) do update set last = old.last + 1 returning last`.execute(tx)
  return rows[0]?.last ?? 0
}
export async function manifestUnder(queries: Queries, key: string): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`select id from trucks_manifests where idempotency_key = ${key} union all select manifest from trucks_manifest_entries where idempotency_key = ${key}`.execute(queries)
  return rows[0]?.id
}
/** What has been loaded under a permit, cubic metres: struck out loads do not count. The permit's loads wait for each other. */
export async function loadedUnder(tx: Queries, permit: string): Promise<number> {
  await sql`select pg_advisory_xact_lock(8021, hashtext(${permit}))`.execute(tx)
  const { rows } = await sql<{ volume: string }>`select coalesce(sum(m.volume), 0) as volume from trucks_manifests m left join trucks_manifest_entries e on e.manifest = m.id where m.permit = ${permit} and e.kind is distinct from 'void'`.execute(tx)
  return Number(rows[0]?.volume ?? 0)
}
/** The number of a load of this vehicle that has not been closed yet. The vehicle's loads wait for each other. */
export async function openLoadOf(queries: Queries, vehicle: string): Promise<string | undefined> {
  await sql`select pg_advisory_xact_lock(8021, hashtext(${vehicle}))`.execute(queries)
  const { rows } = await sql<{ number: string }>`select m.number from trucks_manifests m left join trucks_manifest_entries e on e.manifest = m.id where m.vehicle = ${vehicle} and e.manifest is null order by m.opened_at desc limit 1`.execute(queries)
  return rows[0]?.number
}

type ShownRow = Pick<ManifestRow, 'id' | 'number' | 'permit' | 'vehicle' | 'site' | 'disposal' | 'opened_at' | 'who'> & {
  readonly volume: string
  readonly permit_number: string
  readonly plate: string
  readonly site_name: string
  readonly disposal_name: string
  readonly state: Manifest['state']
  readonly closed_at: string | null
  readonly closed_by: string | null
  readonly tipped: string | null
  readonly reason: string | null
}
const SHOWN = sql`select m.id, m.number, m.permit, m.vehicle, m.site, m.disposal, m.opened_at, m.who, m.volume, p.title as permit_number, p.data ->> 'enterprise' as enterprise, v.title as plate, s.title as site_name, d.title as disposal_name,
    case e.kind when 'confirm' then 'closed' when 'void' then 'void' else 'open' end as state, e.closed_at, e.who as closed_by, e.volume as tipped, e.reason
  from trucks_manifests m left join trucks_manifest_entries e on e.manifest = m.id
  join trucks_standing p on p.id = m.permit join trucks_standing v on v.id = m.vehicle join trucks_standing s on s.id = m.site join trucks_standing d on d.id = m.disposal`

function manifestOf(row: ShownRow): Manifest {
  return {
    id: row.id, number: row.number, permit: row.permit, permitNumber: row.permit_number, vehicle: row.vehicle, plate: row.plate, site: row.site, siteName: row.site_name, disposal: row.disposal, disposalName: row.disposal_name,
    openedAt: row.opened_at, openedBy: row.who, volume: Number(row.volume), state: row.state,
    ...(row.closed_at === null ? {} : { closedAt: row.closed_at }),
    ...(row.closed_by === null ? {} : { closedBy: row.closed_by }),
    ...(row.tipped === null ? {} : { tipped: Number(row.tipped) }),
    ...(row.reason === null ? {} : { reason: row.reason }),
  }
}
export async function findManifest(queries: Queries, id: string, of?: string): Promise<Manifest | undefined> {
  const { rows } = await sql<ShownRow>`${SHOWN} where m.id = ${id} and ${of === undefined ? sql`true` : sql`p.data ->> 'enterprise' = ${of}`}`.execute(queries)
  return rows[0] === undefined ? undefined : manifestOf(rows[0])
}

/** `of`: only what this enterprise hauled under its permits. */
export type ManifestAsked = ManifestQuery & { readonly of?: string }
function where({ search, state, permit, of }: ManifestAsked): RawBuilder<unknown> {
  const conditions: RawBuilder<unknown>[] = [sql`true`]
  if (search !== undefined && search !== '') conditions.push(sql`(q.number || ' ' || q.plate || ' ' || q.site_name || ' ' || q.permit_number) like ${containing(search)}`)
  if (state !== undefined) conditions.push(sql`q.state = ${state}`)
  if (permit !== undefined) conditions.push(sql`q.permit = ${permit}`)
  if (of !== undefined) conditions.push(sql`q.enterprise = ${of}`)
  return sql.join(conditions, sql` and `)
}
export async function listManifests(queries: Queries, query: ManifestAsked): Promise<{ readonly total: number; readonly loaded: number; readonly tipped: number; readonly rows: readonly Manifest[] }> {
  const { rows: counted } = await sql<{ total: number; loaded: string; tipped: string }>`select count(*) as total, coalesce(sum(q.volume) filter (where q.state <> 'void'), 0) as loaded, coalesce(sum(q.tipped), 0) as tipped from (${SHOWN}) q where ${where(query)}`.execute(queries)
  const { rows } = await sql<ShownRow>`select * from (${SHOWN}) q where ${where(query)} order by q.opened_at desc, q.number desc limit ${query.size} offset ${(query.page - 1) * query.size}`.execute(queries)
  const [sums] = counted
  return { total: Number(sums?.total ?? 0), loaded: Number(sums?.loaded ?? 0), tipped: Number(sums?.tipped ?? 0), rows: rows.map(manifestOf) }
}

interface BareRow {
  readonly id: string
  readonly vehicle: string
  readonly site: string
  readonly disposal: string
  readonly opened_at: string
  readonly volume: string
  readonly kind: 'confirm' | 'void' | null
  readonly closed_at: string | null
  readonly tipped: string | null
}
/** Manifests by their ids, or those to which something happened since a moment of the server's clock. */
export async function manifestsNow(queries: Queries, which: { readonly ids: readonly string[] } | { readonly since: string }): Promise<readonly JudgedManifest[]> {
  const asked = 'ids' in which ? sql`m.id = any(${[...which.ids]}::text[])` : sql`greatest(m.at, e.at) >= ${which.since}`
  const { rows } = await sql<BareRow>`select m.id, m.vehicle, m.site, m.disposal, m.opened_at, m.volume, e.kind, e.closed_at, e.volume as tipped from trucks_manifests m left join trucks_manifest_entries e on e.manifest = m.id where ${asked} order by greatest(m.at, e.at), m.id`.execute(queries)
  return rows.map((row) => ({
    id: row.id, truckId: row.vehicle, siteId: row.site, disposalSiteId: row.disposal, issuedMs: Date.parse(row.opened_at), loadedM3: Number(row.volume),
    ...(row.closed_at === null ? {} : { closedMs: Date.parse(row.closed_at) }),
    ...(row.tipped === null ? {} : { receivedM3: Number(row.tipped) }),
    ...(row.kind === 'void' ? { isVoid: true } : {}),
  }))
}
/** The drivers that manifests name, as they were called when the manifest was entered. */
export async function driversNamed(queries: Queries, manifests: readonly string[]): Promise<readonly { readonly manifest: string; readonly id: string; readonly name: string }[]> {
  if (manifests.length === 0) return []
  const { rows } = await sql<{ manifest: string; id: string; name: string }>`select distinct on (m.id) m.id as manifest, r.id, r.data ->> 'name' as name from trucks_manifests m join trucks_register r on r.id = m.driver and r.at <= m.at where m.id = any(${[...manifests]}::text[]) order by m.id, r.version desc`.execute(queries)
  return rows
}
