import type { Alarm } from '@zhunsheng/trucks/alarm.ts'
import type { WatchName } from '@zhunsheng/trucks/watch/name.ts'
import { sql, type RawBuilder } from 'kysely'
import type { Queries } from '../../platform/database.ts'
import { containing } from '../../platform/like.ts'
import type { AlarmQuery, AlarmState, Beside, NewAlarmStep } from './wire.ts'

/** An alarm as the pipeline raised or closed it, with the names of the day. */
export interface RaisedAlarm {
  readonly alarm: Alarm
  readonly plate: string
  readonly enterprise: string | null
  readonly enterpriseName: string
}
const iso = (ms: number): string => new Date(ms).toISOString()

/** Writes alarms in the order in which they came: one that is there already is closed, or left as it is. */
export async function putAlarms(tx: Queries, raised: readonly RaisedAlarm[], now: string): Promise<void> {
  if (raised.length === 0) return
  // One that opened and closed in the same batch is written once, as it closed.
  const last = new Map(raised.map((one) => [one.alarm.id, one]))
  // It may have closed after its trip had ended: then only its beginning knows the trip.
  const trips = new Map(raised.flatMap(({ alarm }) => (alarm.about.tripId === undefined ? [] : [[alarm.id, alarm.about.tripId] as const])))
  const rows = [...last.values()].map(({ alarm, plate, enterprise, enterpriseName }) => ({
    id: alarm.id, truck: alarm.truckId, plate, watch: alarm.watch, enterprise, enterprise_name: enterpriseName, since: iso(alarm.sinceMs), until: alarm.change === 'closed' ? iso(alarm.untilMs ?? alarm.atMs) : null, trip: trips.get(alarm.id) ?? null, alarm,
  }))
  await sql`insert into tracking_alarms as old (id, truck, plate, watch, enterprise, enterprise_name, since, until, trip, alarm, raised_at)
    select id, truck, plate, watch, enterprise, enterprise_name, since, until, trip, alarm, ${now}::timestamptz from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as n(id text, truck text, plate text, watch text, enterprise text, enterprise_name text, since timestamptz, until timestamptz, trip text, alarm jsonb)
    on conflict (id) do update set until = excluded.until, alarm = excluded.alarm, trip = coalesce(excluded.trip, old.trip) where old.until is null and excluded.until is not null`.execute(tx)
}

export interface AlarmRow {
  readonly id: string
  readonly truck: string
  readonly plate: string
  readonly watch: WatchName
  readonly enterprise: string | null
  readonly enterprise_name: string
  readonly since: string
  readonly until: string | null
  readonly trip: string | null
  readonly alarm: Alarm
  readonly state: AlarmState
  readonly steps: number
  /** When it was first written here. */
  readonly raised_at: string
}
const COLUMNS = sql.raw('id, truck, plate, watch, enterprise, enterprise_name, since, until, trip, alarm, state, steps, coalesce(raised_at, since) as raised_at')
/** `lock`: nobody else takes a step until the transaction ends. */
export async function findAlarm(queries: Queries, id: string, lock = false): Promise<AlarmRow | undefined> {
  const { rows } = await sql<AlarmRow>`select ${COLUMNS} from tracking_alarms where id = ${id} ${lock ? sql`for update` : sql``}`.execute(queries)
  return rows[0]
}

function where({ search, watch, state, open, truck, enterprise, trip, from, until }: Omit<AlarmQuery, 'page' | 'size'>): RawBuilder<unknown> {
  const conditions: RawBuilder<unknown>[] = [sql`true`]
  if (search !== undefined && search !== '') conditions.push(sql`(plate || ' ' || enterprise_name) like ${containing(search)}`)
  if (watch !== undefined) conditions.push(sql`watch = ${watch}`)
  if (state !== undefined) conditions.push(sql`state = ${state}`)
  if (open !== undefined) conditions.push(open === 'yes' ? sql`until is null` : sql`until is not null`)
  if (truck !== undefined) conditions.push(sql`truck = ${truck}`)
  if (enterprise !== undefined) conditions.push(sql`enterprise = ${enterprise}`)
  if (trip !== undefined) conditions.push(sql`trip = ${trip}`)
  if (from !== undefined) conditions.push(sql`since >= ${`${from}T00:00:00+08:00`}`)
  if (until !== undefined) conditions.push(sql`since < ${`${until}T00:00:00+08:00`}::timestamptz + interval '1 day'`)
  return sql.join(conditions, sql` and `)
}
export async function listAlarms(queries: Queries, { page, size, ...filter }: AlarmQuery): Promise<{ readonly total: number; readonly rows: readonly AlarmRow[]; readonly states: readonly { readonly state: AlarmState; readonly count: number }[] }> {
  const { rows: counted } = await sql<{ total: number }>`select count(*) as total from tracking_alarms where ${where(filter)}`.execute(queries)
  const { rows: states } = await sql<{ state: AlarmState; count: number }>`select state, count(*) as count from tracking_alarms where ${where({ ...filter, state: undefined })} group by state order by state`.execute(queries)
  const { rows } = await sql<AlarmRow>`select ${COLUMNS} from tracking_alarms where ${where(filter)} order by since desc, id limit ${size} offset ${(page - 1) * size}`.execute(queries)
  return { total: Number(counted[0]?.total ?? 0), rows, states: states.map(({ state, count }) => ({ state, count: Number(count) })) }
}
/** What stands beside an alarm in the order of a list: which it is of how many, the one before, the one after, and the next that waits for somebody, going on from the top at the end. */
export async function besideAlarm(queries: Queries, { id, since }: Pick<AlarmRow, 'id' | 'since'>, filter: Omit<AlarmQuery, 'page' | 'size'>): Promise<Beside> {
  const rule = where(filter)
  const waits = where({ ...filter, state: undefined })
  const earlier = sql`(since > ${since} or (since = ${since} and id < ${id}))`
  const { rows } = await sql<{ before: string | null; after: string | null; waiting: string | null; waits: number; place: number; total: number; listed: boolean }>`select
    (select id from tracking_alarms where ${rule} and ${earlier} order by since, id desc limit 1) as before,
    (select id from tracking_alarms where ${rule} and id <> ${id} and not ${earlier} order by since desc, id limit 1) as after,
    (select id from tracking_alarms where ${waits} and state = any(${waitingStates(filter.state)}::text[]) and id <> ${id} order by ${earlier}, since desc, id limit 1) as waiting,
    (select count(*) from tracking_alarms where ${waits} and state = any(${waitingStates(filter.state)}::text[])) as waits,
    (select count(*) from tracking_alarms where ${rule} and ${earlier}) as place,
    (select count(*) from tracking_alarms where ${rule}) as total,
    exists (select from tracking_alarms where ${rule} and id = ${id}) as listed`.execute(queries)
  const [found] = rows
  if (found === undefined) throw new Error(`nothing stands beside ${id}`)
  const { before, after, waiting } = found
  return {
    total: Number(found.total),
    waits: Number(found.waits),
    ...(found.listed ? { place: Number(found.place) + 1 } : {}),
    ...(before === null ? {} : { before }),
    ...(after === null ? {} : { after }),
    ...(waiting === null ? {} : { waiting }),
  }
}
/** Somebody who works through one state goes on in it; otherwise what nobody has reviewed yet is next. */
const waitingStates = (asked: AlarmState | undefined): AlarmState[] => (asked === undefined || asked === 'raisedEvent' || asked === 'referred' || asked === 'dismissed' ? ['raised', 'handled'] : [asked])

/** How many alarms that began in these days stand where, by watch. */
export async function alarmCounts(queries: Queries, span: Pick<AlarmQuery, 'from' | 'until'>): Promise<readonly { readonly watch: WatchName; readonly state: AlarmState; readonly count: number }[]> {
  const { rows } = await sql<{ watch: WatchName; state: AlarmState; count: number }>`select watch, state, count(*) as count from tracking_alarms where ${where(span)} group by watch, state order by watch, state`.execute(queries)
  return rows.map(({ watch, state, count }) => ({ watch, state, count: Number(count) }))
}

/** The files of answers to alarms that wait for a person, all or these. */
export async function answeredFiles(queries: Queries, digests?: readonly string[]): Promise<readonly { readonly sha256: string; readonly plate: string }[]> {
  const wanted = digests === undefined ? sql`true` : sql`f.sha256 = any(${[...digests]}::text[])`
  const { rows } = await sql<{ sha256: string; plate: string }>`select distinct f.sha256, a.plate from tracking_alarm_steps s cross join lateral unnest(s.files) as f(sha256) join tracking_alarms a on a.id = s.alarm where a.state in ('raised', 'handled', 'upheld') and ${wanted}`.execute(queries)
  return rows
}
/** Alarms of an enterprise that began before a moment, and that nobody has answered or reviewed. */
export async function countUnanswered(queries: Queries, enterprise: string, before: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*) as n from tracking_alarms where enterprise = ${enterprise} and state = 'raised' and since < ${before}`.execute(queries)
  return Number(rows[0]?.n ?? 0)
}
/** The alarms that go on, by truck. */
export async function openAlarms(queries: Queries): Promise<ReadonlyMap<string, readonly WatchName[]>> {
  const { rows } = await sql<{ truck: string; watches: WatchName[] }>`select truck, array_agg(watch order by since) as watches from tracking_alarms where until is null and state <> 'dismissed' group by truck`.execute(queries)
  return new Map(rows.map(({ truck, watches }) => [truck, watches]))
}
/** The watches that spoke on each of these trips and were not found to be wrong. */
export async function standingOn(queries: Queries, trips: readonly string[]): Promise<ReadonlyMap<string, readonly WatchName[]>> {
  const { rows } = await sql<{ trip: string; watches: WatchName[] }>`select trip, array_agg(distinct watch) as watches from tracking_alarms where trip = any(${[...trips]}::text[]) and state <> 'dismissed' group by trip`.execute(queries)
  return new Map(rows.map(({ trip, watches }) => [trip, watches]))
}

export interface StepRow {
  readonly alarm: string
  readonly seq: number
  readonly kind: NewAlarmStep['kind']
  readonly text: string
  readonly cause: string | null
  readonly event: string | null
  readonly event_number: string | null
  /** Files that were made at it, by their digests. */
  readonly records: readonly string[]
  readonly who: string
  readonly at: string
  /** Of a step that the enterprise took itself: its name, and the files that it handed in, by digest. */
  readonly enterprise: string | null
  readonly files: readonly string[]
}
/** Writes a step and where the alarm stands after it; whoever wrote the same step first wins. */
export async function addStep(tx: Queries, { alarm, seq, kind, text, cause, event, event_number, records, who, at }: Omit<StepRow, 'enterprise' | 'files'>, key: string, state: AlarmState, by: Pick<StepRow, 'enterprise' | 'files'> = { enterprise: null, files: [] }): Promise<void> {
  await sql`insert into tracking_alarm_steps (alarm, seq, kind, text, cause, event, event_number, records, who, at, idempotency_key, enterprise, files) values (${alarm}, ${seq}, ${kind}, ${text}, ${cause}, ${event}, ${event_number}, ${[...records]}::text[], ${who}, ${at}, ${key}, ${by.enterprise}, ${[...by.files]}::text[])`.execute(tx)
  await sql`update tracking_alarms set state = ${state}, steps = ${seq} where id = ${alarm}`.execute(tx)
}
export async function stepsOf(queries: Queries, alarm: string): Promise<readonly StepRow[]> {
  const { rows } = await sql<StepRow>`select alarm, seq, kind, text, cause, event, event_number, records, who, at, enterprise, files from tracking_alarm_steps where alarm = ${alarm} order by seq`.execute(queries)
  return rows
}
export async function stepUnder(queries: Queries, key: string): Promise<string | undefined> {
  const { rows } = await sql<{ alarm: string }>`select alarm from tracking_alarm_steps where idempotency_key = ${key}`.execute(queries)
  return rows[0]?.alarm
}

/** Of these moments, those near an alarm of their truck that was not found to be false. */
export async function momentsBeside(queries: Queries, moments: readonly { readonly id: string; readonly truck: string; readonly at: string }[], windowMs: number): Promise<ReadonlySet<string>> {
  const asked = moments.map(({ id, truck, at }) => ({ id, truck, at }))
  const { rows } = await sql<{ id: string }>`select distinct m.id from jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) as m(id text, truck text, at timestamptz) join tracking_alarms a on a.truck = m.truck and a.state <> 'dismissed'
    and m.at >= a.since - ${windowMs} * interval '1 millisecond' and (a.until is null or m.at <= a.until + ${windowMs} * interval '1 millisecond')`.execute(queries)
  return new Set(rows.map(({ id }) => id))
}
