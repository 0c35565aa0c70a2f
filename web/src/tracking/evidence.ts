import type { AlarmView } from '@zhunsheng/bureau/modules/tracking/wire.ts'
import type { Point } from '@zhunsheng/bureau/modules/trucks/wire.ts'
import type { Pixel } from '../map/handle.ts'

export type Proof = AlarmView['evidence'][number]

const METRES_PER_DEGREE = 111_195
export const pointOf = ({ lon, lat }: Pick<Proof, 'lon' | 'lat'>): Point => [lon, lat]

/** The corners of what must be seen around positions: so many metres on each side, since one point alone has no size. */
export function aroundProofs(proofs: readonly Proof[], metres: number): readonly Point[] {
  const north = metres / METRES_PER_DEGREE
  return proofs.flatMap(({ lon, lat }): readonly Point[] => {
    const east = north / Math.cos((lat * Math.PI) / 180)
    return [[lon - east, lat - north], [lon + east, lat + north]]
  })
}

/** Positions that follow each other and are drawn on one spot: by their places in the list, both included. */
export interface Cluster {
  readonly from: number
  readonly until: number
  readonly pixel: Pixel
}
/** Puts together what would be drawn on top of each other, in the order of time: a truck that stands still is one mark. */
export function clustersOf(pixels: readonly Pixel[], within: number): readonly Cluster[] {
  return pixels.reduce<readonly Cluster[]>((found, pixel, at) => {
    const last = found.at(-1)
    const isHere = last !== undefined && Math.hypot(pixel[0] - last.pixel[0], pixel[1] - last.pixel[1]) < within
    return isHere ? [...found.slice(0, -1), { ...last, until: at }] : [...found, { from: at, until: at, pixel }]
  }, [])
}

/** What is written beside a mark: its time, or from when to when and which positions they are. */
export function labelOf({ from, until }: Cluster, proofs: readonly Proof[]): string {
  const [first, last] = [proofs[from], proofs[until]]
  if (first === undefined || last === undefined) return ''
  return from === until ? timeOf(first.atMs) : `${from + 1}–${until + 1}：${timeOf(first.atMs)} 至 ${timeOf(last.atMs)}`
}

const TIME = new Intl.DateTimeFormat('sv-SE', { timeStyle: 'medium', timeZone: 'Asia/Shanghai' })
/** The time of day in China, to the second. */
const timeOf = (ms: number): string => TIME.format(ms)

const COVER: Readonly<Record<string, string>> = { open: '打开', closed: '关闭' }
const LIFT: Readonly<Record<string, string>> = { up: '举升', down: '落下' }
const LOAD: Readonly<Record<string, string>> = { empty: '空载', part: '半载', full: '满载' }
const MISSING = '无信号'
const said = (words: Readonly<Record<string, string>>, signal: string | undefined): string => (signal === undefined ? MISSING : (words[signal] ?? signal))

/** A position as a row of words (定位表): a sensor that says nothing is named as missing. */
export function wordsOf({ atMs, lon, lat, speedKmh, load, weightKg, lift, cover }: Proof): { readonly time: string; readonly speed: string; readonly load: string; readonly lift: string; readonly cover: string; readonly place: string } {
  const weight = weightKg === undefined ? '' : `${Math.round(weightKg).toLocaleString('zh-CN')} 千克`
  return { time: timeOf(atMs), speed: `${Math.round(speedKmh)} 公里/小时`, load: load === undefined && weight !== '' ? weight : [said(LOAD, load), weight].filter((one) => one !== '').join(' '), lift: said(LIFT, lift), cover: said(COVER, cover), place: `${lon.toFixed(6)}, ${lat.toFixed(6)}` }
}
