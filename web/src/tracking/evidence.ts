import type { AlarmView } from '@zhunsheng/bureau/modules/tracking/wire.ts'
import type { Point } from '@zhunsheng/bureau/modules/trucks/wire.ts'
import type { Pixel } from '../trucks/plane.ts'

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

/** Which of these labels can be written without lying on one before it: the first always can. */
export function readable(pixels: readonly Pixel[], apart: number): readonly boolean[] {
  const written: Pixel[] = []
  return pixels.map(([x, y]) => {
    if (written.some(([otherX, otherY]) => Math.abs(x - otherX) < apart * 4 && Math.abs(y - otherY) < apart)) return false
    written.push([x, y])
    return true
  })
}

const TIME = new Intl.DateTimeFormat('sv-SE', { timeStyle: 'medium', timeZone: 'Asia/Shanghai' })
/** The time of day in China, to the second. */
export const timeOf = (ms: number): string => TIME.format(ms)

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
