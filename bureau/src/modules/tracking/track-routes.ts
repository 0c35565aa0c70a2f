import type { Http } from '../../platform/http.ts'
import { malformed, notFound } from '../../platform/problem.ts'
import { DOOR_KINDS, type HeldKind } from '@zhunsheng/trucks/door/fault.ts'
import { allow, type TrackingParts } from './parts.ts'
import { addLook, listLooks, trackOf, type TrackRow } from './store.ts'
import { LookPage, LookQuery, Track, TrackQuery, type TrackPoint } from './wire.ts'

const tags = ['渣土车辆']
const MOST_POINTS = 20_000
const LONGEST_MS = 7 * 86_400_000

/** Tracks, and who looked at them (轨迹与查看记录). That somebody looks is written before he sees anything. */
export function trackRoutes(http: Http, parts: TrackingParts): void {
  const { database, keeping } = parts
  http.get('/api/trucks/track', { schema: { tags, summary: '一辆车的轨迹，查看留痕', querystring: TrackQuery, response: { 200: Track } } }, async (request) => {
    const { name } = await allow(parts, request, 'track')
    return lookAt(parts, request.query, name)
  })
  http.get('/api/trucks/looks', { schema: { tags, summary: '轨迹查看记录', querystring: LookQuery, response: { 200: LookPage } } }, async (request) => {
    await allow(parts, request, 'looks')
    const { total, rows } = await database.read((queries) => listLooks(queries, request.query))
    return { total, rows: rows.map(({ who, at, truck, plate, from_at, until_at, reason }) => ({ who, at, truck, plate, from: from_at, until: until_at, reason })), keeping }
  })
}

/** A truck's track for whoever may see it (查看轨迹): that he looks is written before he sees anything. */
export async function lookAt({ database, clock, newId, known }: Pick<TrackingParts, 'database' | 'clock' | 'newId' | 'known'>, { truck, reason, ...span }: TrackQuery, who: string): Promise<Track> {
  const [from, until] = [Date.parse(span.from), Date.parse(span.until)]
  if (until <= from) throw malformed([{ path: 'until', because: '结束时间应晚于开始时间' }])
  if (until - from > LONGEST_MS) throw malformed([{ path: 'until', because: '一次最多查看七天的轨迹' }])
  const { named } = await database.read(known)
  const plate = named(truck)
  if (plate === undefined) throw notFound('没有登记过这辆车')
  await database.work((tx) => addLook(tx, { id: newId(), who, at: clock.now().toISOString(), truck, plate, from_at: span.from, until_at: span.until, reason }))
  const rows = await database.read((queries) => trackOf(queries, truck, span, MOST_POINTS + 1))
  return { truck, plate, points: rows.slice(0, MOST_POINTS).map(pointOf), cut: rows.length > MOST_POINTS }
}

const isHeld = (word: string): word is HeldKind => word in DOOR_KINDS
function pointOf({ at, lat, lon, speed, heading, held, signals: { cover, lift, load, weightKg, buffered } }: TrackRow): TrackPoint {
  return { at, lat, lon, speed, heading, cover, lift, load, weightKg, buffered, ...(held === null ? {} : { held: isHeld(held) ? DOOR_KINDS[held] : held }) }
}
