import type { TrackPoint } from '@zhunsheng/bureau/modules/tracking/wire.ts'
import { useMemo } from 'react'
import type { Drawn } from '../trucks/drawn.ts'
import { CanvasMap } from './canvas-map.tsx'
import type { Spot } from './glide.ts'
import { write } from './ground.ts'
import { piecesOf, type Timed } from './play.ts'
import type { Sheet } from './sheet.ts'
import { marksFor } from './truck-mark.ts'

interface Shown {
  readonly plate: string
  readonly track: readonly Timed[]
  readonly held: readonly TrackPoint[]
  readonly spot: Spot | undefined
  readonly ground: readonly Drawn[]
}
const CROSS = 4

/** The whole way with the truck on it; positions that were not believed are crosses beside it (轨迹图). */
export function PlaybackMap({ plate, track, held, spot, ground }: Shown) {
  const marks = useMemo(() => marksFor(window.devicePixelRatio), [])
  const pieces = useMemo(() => piecesOf(track), [track])
  const fit = useMemo(() => (track.length === 0 ? held : track.map(({ point }) => point)).map(({ lon, lat }): [number, number] => [lon, lat]), [track, held])
  const paint = (sheet: Sheet): boolean => {
    const { pen, pixel } = sheet
    paintWay(sheet, pieces)
    paintHeld(sheet, held)
    if (spot !== undefined) {
      const place = pixel(spot.at)
      marks.stamp(pen, 'hauling', spot.heading, place)
      write(sheet, plate, [place[0], place[1] - CROSS])
    }
    return false
  }
  return (
    <CanvasMap label={`${plate} 的轨迹`} ground={ground} fit={fit} paint={paint}>
      <figcaption className="fleet-legend quiet"><span>蓝线：轨迹，超过五分钟没有定位处断开</span>{held.length > 0 && <span>红叉：没有采信的定位</span>}<span>坐标系 WGS-84 · 示意图，不作测绘用途</span></figcaption>
    </CanvasMap>
  )
}

function paintWay({ pen, pixel }: Sheet, pieces: ReturnType<typeof piecesOf>): void {
  pen.beginPath()
  for (const piece of pieces) for (const [index, { point }] of piece.entries()) {
    const place = pixel([point.lon, point.lat])
    if (index === 0) pen.moveTo(...place)
    else pen.lineTo(...place)
  }
  pen.setLineDash([])
  pen.lineJoin = 'round'
  pen.lineWidth = 2.5
  pen.strokeStyle = '#1f4b8e'
  pen.stroke()
}

function paintHeld({ pen, pixel }: Sheet, held: readonly TrackPoint[]): void {
  pen.beginPath()
  for (const { lon, lat } of held) {
    const [x, y] = pixel([lon, lat])
    pen.moveTo(x - CROSS, y - CROSS)
    pen.lineTo(x + CROSS, y + CROSS)
    pen.moveTo(x + CROSS, y - CROSS)
    pen.lineTo(x - CROSS, y + CROSS)
  }
  pen.lineWidth = 1.5
  pen.strokeStyle = '#c3271d'
  pen.stroke()
}
