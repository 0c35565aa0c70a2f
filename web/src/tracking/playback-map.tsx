import type { TrackPoint } from '@zhunsheng/bureau/modules/tracking/wire.ts'
import { useMemo } from 'react'
import type { Drawn } from '../map/drawn.ts'
import type { Spot } from '../map/handle.ts'
import { MapFrame } from '../map/map-frame.tsx'
import { LOOKS } from './fleet.ts'
import { piecesOf, type Timed } from './play.ts'

interface Shown {
  readonly plate: string
  readonly track: readonly Timed[]
  readonly held: readonly TrackPoint[]
  readonly spot: Spot | undefined
  readonly ground: readonly Drawn[]
}
const placeOf = ({ lon, lat }: TrackPoint): [number, number] => [lon, lat]

/** The whole way with the truck on it; positions that were not believed are crosses beside it (轨迹图). */
export function PlaybackMap({ plate, track, held, spot, ground }: Shown) {
  const shapes = useMemo(() => [
    ...ground,
    ...piecesOf(track).map((piece, index): Drawn => ({ id: `way ${index}`, name: '', kind: 'way', of: 'line', points: piece.map(({ point }) => placeOf(point)) })),
    ...held.map((point, index): Drawn => ({ id: `held ${index}`, name: '', kind: 'held', of: 'point', points: [placeOf(point)] })),
  ], [ground, track, held])
  const fit = useMemo(() => (track.length === 0 ? held : track.map(({ point }) => point)).map(placeOf), [track, held])
  return (
    <MapFrame label={`${plate} 的轨迹`} shapes={shapes} fit={fit} legend={<span className="quiet">超过五分钟没有定位处，轨迹断开</span>} isMain>
      {({ pixel }) => {
        if (spot === undefined) return null
        const [x, y] = pixel(spot.at)
        return (
          <g transform={`translate(${x} ${y})`} fill={LOOKS.hauling.colour} stroke="#fff">
            <path d="M0 -11 7.5 8 0 4 -7.5 8Z" transform={`rotate(${spot.heading})`} strokeWidth={1.5} />
            <text className="map-name" y={-15} textAnchor="middle">{plate}</text>
          </g>
        )
      }}
    </MapFrame>
  )
}
