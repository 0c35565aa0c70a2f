import { PHASES, type LiveTruck } from '@zhunsheng/bureau/modules/tracking/wire.ts'
import { WATCH_TITLES, type WatchName } from '@zhunsheng/trucks/watch/name.ts'
import { WATCH_RULES } from '@zhunsheng/trucks/watch/rules.ts'

/** How a truck is drawn (图例), the most urgent last, so that it is painted over the others. Alarm and silence differ in shape as well, not in colour alone. */
export const LOOKS = {
  'off-line': { name: '离线', colour: '#8b95a3' },
  empty: { name: PHASES.empty, colour: '#5b7a9d' },
  tipping: { name: PHASES.tipping, colour: '#2a7a4b' },
  loading: { name: PHASES.loading, colour: '#a86500' },
  hauling: { name: PHASES.hauling, colour: '#1f4b8e' },
  alarm: { name: '有预警', colour: '#c3271d' },
} as const
export type Look = keyof typeof LOOKS
export const ALL_LOOKS: readonly Look[] = ['off-line', 'empty', 'tipping', 'loading', 'hauling', 'alarm']
const SILENT = 'off-line' satisfies WatchName
/** A truck whose last position is older than this is shown as silent, also where it was not under way and nobody was alarmed. */
export const SILENT_AFTER_MS = WATCH_RULES[SILENT].limit

export const isSilent = ({ alarms, at }: Pick<LiveTruck, 'alarms' | 'at'>, nowMs: number): boolean => alarms.includes(SILENT) || nowMs - Date.parse(at) > SILENT_AFTER_MS
/** Silence is no alarm of its own here: it is a look. */
export function lookOf(truck: Pick<LiveTruck, 'alarms' | 'at' | 'phase'>, nowMs: number): Look {
  if (truck.alarms.some((one) => one !== SILENT)) return 'alarm'
  return isSilent(truck, nowMs) ? SILENT : truck.phase
}

/** What the filters ask for; the look and the watch by their keys. */
type Filter = Readonly<Partial<Record<'search' | 'enterprise' | 'look' | 'watch', string | undefined>>>
/** The trucks that the filters ask for, those with alarms first, then by plate. */
export function fleetFor(trucks: readonly LiveTruck[], asked: Filter, nowMs: number): readonly LiveTruck[] {
  const search = asked.search?.trim().toUpperCase() ?? ''
  return trucks
    .filter(({ plate }) => plate.toUpperCase().includes(search))
    .filter(({ enterprise }) => asked.enterprise === undefined || enterprise === asked.enterprise)
    .filter((truck) => asked.look === undefined || lookOf(truck, nowMs) === asked.look)
    .filter(({ alarms }) => asked.watch === undefined || alarms.some((one) => one === asked.watch))
    .map((truck) => ({ truck, urgency: ALL_LOOKS.indexOf(lookOf(truck, nowMs)) === ALL_LOOKS.length - 1 ? 0 : 1 }))
    .toSorted((a, b) => a.urgency - b.urgency || (a.truck.plate < b.truck.plate ? -1 : 1))
    .map(({ truck }) => truck)
}

export function countsOf(trucks: readonly LiveTruck[], nowMs: number): Readonly<Record<Look, number>> {
  const counts: Record<Look, number> = { 'off-line': 0, empty: 0, tipping: 0, loading: 0, hauling: 0, alarm: 0 }
  for (const truck of trucks) counts[lookOf(truck, nowMs)] += 1
  return counts
}

/** How long ago a position was made, in words. */
export function agoOf(at: string, nowMs: number): string {
  const seconds = Math.max(0, Math.round((nowMs - Date.parse(at)) / 1000))
  if (seconds < 60) return `${seconds} 秒前`
  if (seconds < 3600) return `${Math.floor(seconds / 60)} 分钟前`
  return seconds < 86_400 ? `${Math.floor(seconds / 3600)} 小时前` : `${Math.floor(seconds / 86_400)} 天前`
}

const COVER = { open: '篷盖打开', closed: '篷盖关闭' } as const
const LIFT = { up: '车厢举升', down: '车厢落下' } as const
const LOAD = { empty: '空载', part: '半载', full: '满载' } as const
/** What the sensors say, in words; a sensor that says nothing is named as missing. */
export const signalsOf = ({ cover, lift, load }: Pick<LiveTruck, 'cover' | 'lift' | 'load'>): readonly string[] => [
  cover === undefined ? '无篷盖信号' : COVER[cover],
  lift === undefined ? '无举升信号' : LIFT[lift],
  load === undefined ? '无载重信号' : LOAD[load],
]
export const alarmsIn = (alarms: readonly WatchName[]): string => alarms.map((one) => WATCH_TITLES[one]).join('、')

const DAY = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeZone: 'Asia/Shanghai' })
/** The address of a truck's track on the day of a moment, by the clock of China. */
export const trackOn = (truck: string, at: string): string => `/trucks/track?${new URLSearchParams({ truck, on: DAY.format(new Date(at)) }).toString()}`
