import type { Link, LinkVerdict } from '@zhunsheng/trucks/compliance/link.ts'
import type { Permit } from '@zhunsheng/trucks/district.ts'
import type { Trip } from '@zhunsheng/trucks/trip/trip.ts'
import { sql, type RawBuilder } from 'kysely'
import type { Queries } from '../../platform/database.ts'
import { containing } from '../../platform/like.ts'
import type { ComplianceQuery, TripQuery } from './wire.ts'

/** What was its name when it happened. */
export interface Names {
  readonly plate: string
  readonly enterpriseName: string
  readonly siteName: string
  readonly disposalName: string | null
}
/** A trip as it ended, with the permit as it stood then. It has no verdict yet. */
export interface EndedTrip extends Names {
  readonly trip: Trip
  readonly permit: Permit | null
  /** In China, when it was loaded. */
  readonly day: string
}
const iso = (ms: number): string => new Date(ms).toISOString()

/** Writes trips; one that is there already stays as it is. They are to be assessed at once. */
export async function addTrips(tx: Queries, ended: readonly EndedTrip[], now: string): Promise<void> {
  if (ended.length === 0) return
  const rows = ended.map(({ trip, permit, day, plate, enterpriseName, siteName, disposalName }) => ({
    id: trip.id, truck: trip.truckId, plate, enterprise: trip.enterpriseId ?? null, enterprise_name: enterpriseName, site: trip.siteId, site_name: siteName, disposal_name: disposalName,
    manifest: trip.manifestId ?? null, permit, day, loaded_at: iso(trip.loadingUntilMs), ended_at: iso(trip.endedMs), trip,
  }))
  await sql`insert into tracking_trips (id, truck, plate, enterprise, enterprise_name, site, site_name, disposal_name, manifest, permit, day, loaded_at, ended_at, trip, assess_after)
    select id, truck, plate, enterprise, enterprise_name, site, site_name, disposal_name, manifest, permit, day, loaded_at, ended_at, trip, ${now}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as n(id text, truck text, plate text, enterprise text, enterprise_name text, site text, site_name text, disposal_name text, manifest text, permit jsonb, day date, loaded_at timestamptz, ended_at timestamptz, trip jsonb)
    on conflict (id) do nothing`.execute(tx)
}

export interface DueTrip {
  readonly id: string
  readonly trip: Trip
  readonly permit: Permit | null
  readonly manifest: string | null
}
/** Trips whose verdict must be looked at again, and locks them: another worker passes them by. */
export async function dueTrips(tx: Queries, now: string, most: number): Promise<readonly DueTrip[]> {
  const { rows } = await sql<DueTrip>`select id, trip, permit, manifest from tracking_trips where assess_after <= ${now} order by assess_after limit ${most} for update skip locked`.execute(tx)
  return rows
}
export interface AssessedTrip {
  readonly id: string
  readonly verdict: LinkVerdict['verdict']
  readonly links: Readonly<Record<Link, LinkVerdict>>
  /** `link.reason`, each once. */
  readonly reasons: readonly string[]
  /** When to look again, if something is pending. */
  readonly again: string | null
}
export async function putAssessments(tx: Queries, assessed: readonly AssessedTrip[]): Promise<void> {
  await sql`update tracking_trips t set verdict = n.verdict, links = n.links, reasons = n.reasons, assess_after = n.again
    from jsonb_to_recordset(${JSON.stringify(assessed)}::jsonb) as n(id text, verdict text, links jsonb, reasons text[], again timestamptz) where t.id = n.id`.execute(tx)
}
/** Has trips assessed again: by their ids, or by the manifests that they used. */
export async function askAgain(tx: Queries, which: { readonly trips?: readonly string[]; readonly manifests?: readonly string[] }, now: string): Promise<void> {
  await sql`update tracking_trips set assess_after = ${now} where id = any(${[...(which.trips ?? [])]}::text[]) or manifest = any(${[...(which.manifests ?? [])]}::text[])`.execute(tx)
}

export interface TripRow {
  readonly id: string
  readonly truck: string
  readonly plate: string
  readonly enterprise_name: string
  readonly site_name: string
  readonly disposal_name: string | null
  readonly trip: Trip
  readonly verdict: LinkVerdict['verdict']
  readonly links: Readonly<Record<Link, LinkVerdict>>
}
type TripFilter = Omit<TripQuery, 'page' | 'size' | 'sort'>
const ORDERS = {
  newest: sql`loaded_at desc`,
  oldest: sql`loaded_at`,
  longest: sql`(trip ->> 'distanceM')::float8 desc`,
  largest: sql`(trip ->> 'volumeM3')::float8 desc nulls last`,
} as const satisfies Readonly<Record<TripQuery['sort'], RawBuilder<unknown>>>
function where({ search, verdict, reason, truck, enterprise, site, from, until }: TripFilter): RawBuilder<unknown> {
  const conditions: RawBuilder<unknown>[] = [sql`verdict is not null`]
  if (search !== undefined && search !== '') conditions.push(sql`(plate || ' ' || enterprise_name || ' ' || site_name || ' ' || coalesce(disposal_name, '')) like ${containing(search)}`)
  if (verdict !== undefined) conditions.push(sql`verdict = ${verdict}`)
  if (reason !== undefined) conditions.push(sql`reasons @> array[${reason}]::text[]`)
  if (truck !== undefined) conditions.push(sql`truck = ${truck}`)
  if (enterprise !== undefined) conditions.push(sql`enterprise = ${enterprise}`)
  if (site !== undefined) conditions.push(sql`site = ${site}`)
  if (from !== undefined) conditions.push(sql`day >= ${from}`)
  if (until !== undefined) conditions.push(sql`day <= ${until}`)
  return sql.join(conditions, sql` and `)
}
export async function listTrips(queries: Queries, { page, size, sort, ...filter }: TripQuery): Promise<{ readonly total: number; readonly rows: readonly TripRow[] }> {
  const total = await countTrips(queries, filter)
  const { rows } = await sql<TripRow>`select id, truck, plate, enterprise_name, site_name, disposal_name, trip, verdict, links from tracking_trips where ${where(filter)} order by ${ORDERS[sort]}, id limit ${size} offset ${(page - 1) * size}`.execute(queries)
  return { total, rows }
}
export async function countTrips(queries: Queries, filter: TripFilter): Promise<number> {
  const { rows } = await sql<{ total: number }>`select count(*) as total from tracking_trips where ${where(filter)}`.execute(queries)
  return Number(rows[0]?.total ?? 0)
}

const KEYS = {
  day: { key: sql`day::text`, name: sql`day::text` },
  site: { key: sql`site`, name: sql`max(site_name)` },
  enterprise: { key: sql`coalesce(enterprise, '')`, name: sql`max(enterprise_name)` },
  truck: { key: sql`truck`, name: sql`max(plate)` },
} as const
export interface RateRow {
  readonly key: string
  readonly name: string
  readonly total: number
  readonly complied: number
  readonly failed: number
  readonly unknown: number
}
/** The days, and of which enterprise where it is one's own rate. */
export type RateSpan = Pick<ComplianceQuery, 'from' | 'until'> & { readonly enterprise?: string }
/** How many trips of a span came out how, divided by a key, or as a whole. */
export async function ratesOf(queries: Queries, { from, until, enterprise }: RateSpan, by: ComplianceQuery['by'] | undefined): Promise<readonly RateRow[]> {
  const { key, name } = by === undefined ? { key: sql`'all'`, name: sql`'全部'` } : KEYS[by]
  const { rows } = await sql<RateRow>`select ${key} as key, ${name} as name, count(*) as total, count(*) filter (where verdict = 'complied') as complied, count(*) filter (where verdict = 'failed') as failed, count(*) filter (where verdict = 'unknown') as unknown
    from tracking_trips where ${where({ from, until, enterprise })} group by 1 order by 1`.execute(queries)
  return rows.map((row) => ({ ...row, total: Number(row.total), complied: Number(row.complied), failed: Number(row.failed), unknown: Number(row.unknown) }))
}
/** What stood in the way, divided by the same key. */
export async function reasonsOf(queries: Queries, { from, until, enterprise }: RateSpan, by: ComplianceQuery['by'] | undefined): Promise<readonly { readonly key: string; readonly reason: string; readonly trips: number }[]> {
  const key = by === undefined ? sql`'all'` : KEYS[by].key
  const { rows } = await sql<{ key: string; reason: string; trips: number }>`select ${key} as key, reason, count(*) as trips from tracking_trips cross join lateral unnest(reasons) as reason where ${where({ from, until, enterprise })} group by 1, 2 order by 3 desc, 2`.execute(queries)
  return rows.map((row) => ({ ...row, trips: Number(row.trips) }))
}
