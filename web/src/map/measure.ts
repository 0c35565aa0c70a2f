import type { Point } from '@zhunsheng/bureau/modules/trucks/wire.ts'

const METRES_PER_DEGREE = 111_195
const eastOf = (latitude: number): number => METRES_PER_DEGREE * Math.cos((latitude * Math.PI) / 180)

/** Metres along a line. */
export const lengthOf = (line: readonly Point[]): number => line.slice(1).reduce((sum, point, index) => sum + between(line[index] ?? point, point), 0)
const between = ([west, south]: Point, [east, north]: Point): number => Math.hypot((east - west) * eastOf((south + north) / 2), (north - south) * METRES_PER_DEGREE)

/** Square metres within a ring. */
export function surfaceOf(ring: readonly Point[]): number {
  const [first] = ring
  if (first === undefined) return 0
  const scale = eastOf(first[1])
  const flat = ring.map(([longitude, latitude]): Point => [(longitude - first[0]) * scale, (latitude - first[1]) * METRES_PER_DEGREE])
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
