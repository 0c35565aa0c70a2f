import type { LiveTruck } from '@zhunsheng/bureau/modules/tracking/wire.ts'
import { useEffect, useMemo, useRef } from 'react'
import { PLACED, type Drawn } from '../trucks/drawn.ts'
import type { Pixel } from '../trucks/plane.ts'
import { cornersOf } from './corners.ts'
import { CanvasMap } from './canvas-map.tsx'
import { ALL_LOOKS, LOOKS, lookOf, type Look } from './fleet.ts'
import { glidesTo, isMoving, spotOf, type Glides } from './glide.ts'
import { write } from './ground.ts'
import type { Sheet } from './sheet.ts'
import { marksFor } from './truck-mark.ts'

interface Shown {
  readonly trucks: readonly LiveTruck[]
  readonly ground: readonly Drawn[]
  /** The server's clock. */
  readonly nowMs: number
  readonly chosen: LiveTruck | undefined
  readonly choose: (truck: string) => void
}
/** A finger hits this far beside a mark. */
const REACH = 16
/** So close that plates do not cover each other. */
const PLATES_BELOW = 4
const EDGE = 12
const PLATE = { width: 60, height: 15 }
const isStill = window.matchMedia('(prefers-reduced-motion: reduce)')

/** Where the trucks are (实时监控): they drive between two answers of the server, unless the person wants no motion. */
export function LiveMap({ trucks, ground, nowMs, chosen, choose }: Shown) {
  const glides = useRef<Glides>(new Map())
  const marks = useMemo(() => marksFor(window.devicePixelRatio), [])
  useEffect(() => {
    glides.current = glidesTo(glides.current, trucks, performance.now())
  }, [trucks])
  // The most urgent are painted last, and the chosen one over all.
  const ordered = useMemo(() => trucks.map(({ truck, plate, alarms, at, phase }) => ({ truck, plate, look: lookOf({ alarms, at, phase }, nowMs) })).toSorted((a, b) => rank(a.look, a.truck === chosen?.truck) - rank(b.look, b.truck === chosen?.truck)), [trucks, nowMs, chosen?.truck])
  const fit = useMemo(() => cornersOf([...ground.flatMap(({ points }) => points), ...trucks.map(({ lon, lat }): [number, number] => [lon, lat])]), [ground, trucks])
  const momentNow = () => (isStill.matches ? Infinity : performance.now())
  const paint = (sheet: Sheet): boolean => {
    const moment = momentNow()
    const { pen, size: { width, height }, view, pixel } = sheet
    const plates = new Set<string>()
    for (const { truck, plate, look } of ordered) {
      const glide = glides.current.get(truck)
      if (glide === undefined) continue
      const { at, heading } = spotOf(glide, moment)
      const [x, y] = pixel(at)
      if (x < -EDGE || y < -EDGE || x > width + EDGE || y > height + EDGE) continue
      marks.stamp(pen, look, heading, [x, y])
      if (truck === chosen?.truck) ring(pen, [x, y])
      if (truck === chosen?.truck || (view.metresPerPixel < PLATES_BELOW && isFree(plates, [x, y]))) write(sheet, plate, [x, y - EDGE / 2])
    }
    return isMoving(glides.current, moment)
  }
  const pick = ([x, y]: Pixel, { pixel }: Pick<Sheet, 'pixel'>) => {
    const near = ordered.flatMap(({ truck }) => {
      const glide = glides.current.get(truck)
      if (glide === undefined) return []
      const place = pixel(spotOf(glide, momentNow()).at)
      return [{ truck, far: Math.hypot(place[0] - x, place[1] - y) }]
    })
    const nearest = near.reduce<(typeof near)[number] | undefined>((best, one) => (best === undefined || one.far <= best.far ? one : best), undefined)
    if (nearest !== undefined && nearest.far <= REACH) choose(nearest.truck)
  }
  return (
    <CanvasMap label="车辆实时位置" ground={ground} fit={fit} middle={chosen === undefined ? undefined : { of: chosen.truck, at: [chosen.lon, chosen.lat] }} paint={paint} onPick={pick}>
      <figcaption className="fleet-legend">
        {ALL_LOOKS.toReversed().map((look) => <span key={look}><i className="fleet-sample" aria-hidden style={{ borderColor: LOOKS[look].colour, background: look === 'off-line' ? '#fff' : LOOKS[look].colour, borderRadius: look === 'alarm' ? '50%' : 0 }} />{LOOKS[look].name}</span>)}
        {[...new Set(ground.map(({ kind }) => kind))].map((kind) => <span key={kind} className="quiet"><i className={`map-sample map-sample-${kind}`} aria-hidden />{PLACED[kind]}</span>)}
        <span className="quiet">坐标系 WGS-84 · 示意图，不作测绘用途</span>
      </figcaption>
    </CanvasMap>
  )
}

/** Whether a plate would stand on no other; if so, its place is taken from now on. */
function isFree(taken: Set<string>, [x, y]: Pixel): boolean {
  const [column, row] = [Math.floor(x / PLATE.width), Math.floor(y / PLATE.height)]
  const around = [-1, 0, 1].flatMap((right) => [-1, 0, 1].map((down) => `${column + right} ${row + down}`))
  if (around.some((cell) => taken.has(cell))) return false
  taken.add(`${column} ${row}`)
  return true
}

const rank = (look: Look, isChosen: boolean): number => (isChosen ? ALL_LOOKS.length : ALL_LOOKS.indexOf(look))

function ring(pen: CanvasRenderingContext2D, [x, y]: Pixel): void {
  pen.beginPath()
  pen.arc(x, y, 14, 0, 2 * Math.PI)
  pen.strokeStyle = '#1c2530'
  pen.lineWidth = 2.5
  pen.stroke()
}
