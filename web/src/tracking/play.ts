import type { AlarmRow, TrackPoint } from '@zhunsheng/bureau/modules/tracking/wire.ts'
import type { Spot } from '../map/handle.ts'

/** A point with its instant, believed and in the order of time. */
export interface Timed {
  readonly point: TrackPoint
  readonly ms: number
}
export interface Span {
  readonly fromMs: number
  readonly untilMs: number
}
/** Longer without a position, nobody knows which way was taken: the truck is not drawn as driving there. */
export const GAP_MS = 5 * 60_000

export const believed = (points: readonly TrackPoint[]): readonly Timed[] => points.filter(({ held }) => held === undefined).map((point) => ({ point, ms: Date.parse(point.at) })).toSorted((a, b) => a.ms - b.ms)
export const heldOf = (points: readonly TrackPoint[]): readonly TrackPoint[] => points.filter(({ held }) => held !== undefined)
export const spanOf = (track: readonly Timed[]): Span => ({ fromMs: track[0]?.ms ?? 0, untilMs: track.at(-1)?.ms ?? 0 })

/** Index of the last position at or before an instant; -1 before the first. */
export function indexAt(track: readonly Timed[], ms: number): number {
  let [low, high] = [0, track.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((track[middle]?.ms ?? Infinity) <= ms) low = middle + 1
    else high = middle
  }
  return low - 1
}

/** Where the truck was: between two positions that are close in time on the line between them, otherwise at the last one. */
export function whereAt(track: readonly Timed[], ms: number): { readonly spot: Spot; readonly point: TrackPoint; readonly isGap: boolean } | undefined {
  const index = Math.max(0, indexAt(track, ms))
  const [here, next] = [track[index], track[index + 1]]
  if (here === undefined) return undefined
  const { point } = here
  const stands = { at: [point.lon, point.lat], heading: point.heading } satisfies Spot
  if (next === undefined || ms <= here.ms) return { spot: stands, point, isGap: false }
  if (next.ms - here.ms > GAP_MS) return { spot: stands, point, isGap: true }
  const share = (ms - here.ms) / (next.ms - here.ms)
  return { spot: { at: [point.lon + (next.point.lon - point.lon) * share, point.lat + (next.point.lat - point.lat) * share], heading: point.heading }, point, isGap: false }
}

/** The line in pieces: where positions are missing for long, there is a hole and no line. */
export function piecesOf(track: readonly Timed[]): readonly (readonly Timed[])[] {
  const pieces: Timed[][] = []
  for (const timed of track) {
    const last = pieces.at(-1)?.at(-1)
    if (last === undefined || timed.ms - last.ms > GAP_MS) pieces.push([timed])
    else pieces.at(-1)?.push(timed)
  }
  return pieces
}

/** Something on the time line (事件). */
export interface Mark {
  readonly ms: number
  readonly kind: 'alarm' | 'lift' | 'cover' | 'gap'
  readonly text: string
  /** Of alarms only. */
  readonly alarm?: string
}
const LIFTED = { up: '车厢举升', down: '车厢落下' } as const
const COVERED = { open: '篷盖打开', closed: '篷盖关闭' } as const

/** Alarms that began within the track, changes of the sensors, and holes, in the order of time. */
export function marksOf(track: readonly Timed[], alarms: readonly AlarmRow[]): readonly Mark[] {
  const { fromMs, untilMs } = spanOf(track)
  const rung = alarms.flatMap(({ id, title, since }): Mark[] => (Date.parse(since) < fromMs || Date.parse(since) > untilMs ? [] : [{ ms: Date.parse(since), kind: 'alarm', text: `预警：${title}`, alarm: id }]))
  let [lift, cover, lastMs]: [TrackPoint['lift'], TrackPoint['cover'], number] = [undefined, undefined, fromMs]
  const seen: Mark[] = []
  for (const { point, ms } of track) {
    if (ms - lastMs > GAP_MS) seen.push({ ms: lastMs, kind: 'gap', text: `中断 ${Math.round((ms - lastMs) / 60_000)} 分钟` })
    if (point.lift !== undefined && lift !== undefined && point.lift !== lift) seen.push({ ms, kind: 'lift', text: LIFTED[point.lift] })
    if (point.cover !== undefined && cover !== undefined && point.cover !== cover) seen.push({ ms, kind: 'cover', text: COVERED[point.cover] })
    // A sensor that is silent for a while has not changed.
    lift = point.lift ?? lift
    cover = point.cover ?? cover
    lastMs = ms
  }
  return [...rung, ...seen].toSorted((a, b) => a.ms - b.ms)
}

/** The highest speed in each of so many equal parts of the span; a part without a position is missing. */
export function speedsIn(track: readonly Timed[], parts: number): readonly (number | undefined)[] {
  const { fromMs, untilMs } = spanOf(track)
  const speeds: (number | undefined)[] = Array.from({ length: parts })
  for (const { point, ms } of track) {
    const part = untilMs === fromMs ? 0 : Math.min(parts - 1, Math.floor(((ms - fromMs) / (untilMs - fromMs)) * parts))
    speeds[part] = Math.max(speeds[part] ?? 0, point.speed)
  }
  return speeds
}

/** As a spreadsheet reads it, in the time of China whatever the machine's zone. */
const CLOCK = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'medium', timeZone: 'Asia/Shanghai' })
const HEADS = ['时间', '经度', '纬度', '速度（公里/小时）', '方向（度）', '篷盖', '举升', '载重状态', '质量（千克）', '补传', '未采信原因']
const cell = (said: string | number | undefined): string => (said === undefined ? '' : /[",\n]/.test(String(said)) ? `"${String(said).replaceAll('"', '""')}"` : String(said))
/** All points as a sheet, those that were not believed included and marked. The first character tells spreadsheets that it is UTF-8. */
export const sheetOfTrack = (points: readonly TrackPoint[]): string =>
  `\uFEFF${[HEADS, ...points.map(({ at, lon, lat, speed, heading, cover, lift, load, weightKg, buffered, held }) => [CLOCK.format(new Date(at)), lon, lat, speed, heading, cover, lift, load, weightKg, buffered === true ? '是' : '', held])].map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`
