import type { Point } from '@zhunsheng/bureau/modules/trucks/wire.ts'

/** What a drawing shows: which place is in its middle, and how far a pixel reaches. */
export interface View {
  readonly centre: Point
  readonly metresPerPixel: number
}
export interface Size {
  readonly width: number
  readonly height: number
}
export type Pixel = readonly [number, number]

const METRES_PER_DEGREE = 111_195
/** Where a drawing begins as long as the register is empty. */
const NOWHERE: View = { centre: [106.5, 29.5], metresPerPixel: 8 }
const MARGIN = 0.84
const CLOSEST = 0.2
const FARTHEST = 400
/** Six decimals are a tenth of a metre. */
const DECIMALS = 1e6

const eastOf = (latitude: number): number => METRES_PER_DEGREE * Math.cos((latitude * Math.PI) / 180)
const rounded = (degrees: number): number => Math.round(degrees * DECIMALS) / DECIMALS

/** The view in which all points can be seen. */
export function viewOf(points: readonly Point[], { width, height }: Size): View {
  if (points.length === 0) return NOWHERE
  const [longitudes, latitudes] = [points.map(([longitude]) => longitude), points.map(([, latitude]) => latitude)]
  const [west, east, south, north] = [least(longitudes), most(longitudes), least(latitudes), most(latitudes)]
  const centre: Point = [(west + east) / 2, (south + north) / 2]
  return { centre, metresPerPixel: bounded(Math.max(((east - west) * eastOf(centre[1])) / (width * MARGIN), ((north - south) * METRES_PER_DEGREE) / (height * MARGIN))) }
}
const least = (all: readonly number[]): number => all.reduce((one, other) => Math.min(one, other), Infinity)
const most = (all: readonly number[]): number => all.reduce((one, other) => Math.max(one, other), -Infinity)
const bounded = (metresPerPixel: number): number => Math.min(FARTHEST, Math.max(CLOSEST, metresPerPixel))

/** Below one comes closer, above one goes away. */
export const zoomed = (view: View, by: number): View => ({ ...view, metresPerPixel: bounded(view.metresPerPixel * by) })

/** The view after the paper was pulled by so many pixels. */
export function pulled({ centre: [longitude, latitude], metresPerPixel }: View, [right, down]: Pixel): View {
  return { centre: [longitude - (right * metresPerPixel) / eastOf(latitude), latitude + (down * metresPerPixel) / METRES_PER_DEGREE], metresPerPixel }
}

export function pixelOf({ centre: [longitude, latitude], metresPerPixel }: View, { width, height }: Size, [east, north]: Point): Pixel {
  return [width / 2 + ((east - longitude) * eastOf(latitude)) / metresPerPixel, height / 2 - ((north - latitude) * METRES_PER_DEGREE) / metresPerPixel]
}
export function pointOf({ centre: [longitude, latitude], metresPerPixel }: View, { width, height }: Size, [x, y]: Pixel): Point {
  return [rounded(longitude + ((x - width / 2) * metresPerPixel) / eastOf(latitude)), rounded(latitude - ((y - height / 2) * metresPerPixel) / METRES_PER_DEGREE)]
}

/** A round number of metres that is some 60 to 150 pixels long: for the grid and the scale. */
export function stepOf({ metresPerPixel }: View): number {
  const wanted = metresPerPixel * 60
  const power = 10 ** Math.floor(Math.log10(wanted))
  return [1, 2, 5, 10].map((one) => one * power).find((one) => one >= wanted) ?? power * 10
}

/** Metres along a line. */
export const lengthOf = (line: readonly Point[]): number => line.slice(1).reduce((sum, point, index) => sum + between(line[index] ?? point, point), 0)
const between = ([west, south]: Point, [east, north]: Point): number => Math.hypot((east - west) * eastOf((south + north) / 2), (north - south) * METRES_PER_DEGREE)

/** Square metres within a ring. */
export function surfaceOf(ring: readonly Point[]): number {
  const [first] = ring
  if (first === undefined) return 0
  const scale = eastOf(first[1])
  const flat = ring.map(([longitude, latitude]): Pixel => [(longitude - first[0]) * scale, (latitude - first[1]) * METRES_PER_DEGREE])
  return Math.abs(flat.reduce((sum, [x, y], index) => {
    const [nextX, nextY] = flat[(index + 1) % flat.length] ?? [x, y]
    return sum + x * nextY - nextX * y
  }, 0)) / 2
}

/** Length or surface in words; nothing while there is neither. */
export function measureOf(of: 'area' | 'line' | 'point', points: readonly Point[]): string {
  if (of === 'line' && points.length > 1) return `长 ${metresIn(lengthOf(points))}`
  if (of === 'area' && points.length > 2) return `面积 ${Math.round(surfaceOf(points)).toLocaleString('zh-CN')} 平方米`
  return ''
}
export const metresIn = (metres: number): string => (metres < 1000 ? `${Math.round(metres)} 米` : `${Math.round(metres / 10) / 100} 公里`)
