import type { Kind, Point, Row } from '@zhunsheng/bureau/modules/trucks/wire.ts'
import { pointIn, pointsIn } from '../trucks/coordinates.ts'

export const PLACED = { site: '工地', disposal: '消纳场', route: '路线', zone: '禁行区域', road: '道路', gate: '出入口', way: '轨迹', held: '没有采信的定位' } as const
/** Something with a place, as it is drawn (图形). */
export interface Drawn {
  readonly id: string
  readonly name: string
  readonly kind: keyof typeof PLACED
  readonly of: 'area' | 'line' | 'point'
  readonly points: readonly Point[]
  /** Metres from one edge to the other, of a way that has a width. */
  readonly width?: number
}

/** What a record looks like on a map: an area with its gate, a line, or nothing. */
export function drawnOf(kind: Kind, { id, title, data }: Pick<Row, 'id' | 'title' | 'data'>): readonly Drawn[] {
  switch (kind) {
    case 'site': return [{ id, name: title, kind, of: 'area', points: pointsIn(data['area']) }, ...gateOf(id, title, data['gate'])]
    case 'disposal':
    case 'zone': return [{ id, name: title, kind, of: 'area', points: pointsIn(data['area']) }]
    case 'route':
    case 'road': return [{ id, name: title, kind, of: 'line', points: pointsIn(data['line']), ...(typeof data['width'] === 'number' ? { width: data['width'] } : {}) }]
    case 'enterprise':
    case 'vehicle':
    case 'driver':
    case 'permit': return []
  }
}
function gateOf(id: string, title: string, gate: unknown): readonly Drawn[] {
  if (typeof gate !== 'object' || gate === null || !('at' in gate)) return []
  const points = pointIn(gate.at)
  return points.length === 0 ? [] : [{ id: `${id}-gate`, name: `${title}出入口`, kind: 'gate', of: 'point', points }]
}
