import type { LiveTruck } from '@zhunsheng/bureau/modules/tracking/wire.ts'
import { useEffect, useMemo, useRef, useState } from 'react'
import type { Drawn } from '../map/drawn.ts'
import type { MapHandle, MovingMark, MovingMarks, Pixel } from '../map/handle.ts'
import { MapFrame } from '../map/map-frame.tsx'
import { cornersOf } from './corners.ts'
import { ALL_LOOKS, LOOKS, lookOf, type Look } from './fleet.ts'
import { GLIDE_MS, glidesTo, spotOf, type Glides } from './glide.ts'
import { CHOSEN_ROW, rowOf, truckMarks } from './truck-mark.ts'

interface Shown {
  readonly trucks: readonly LiveTruck[]
  readonly ground: readonly Drawn[]
  /** The server's clock. */
  readonly nowMs: number
  readonly chosen: LiveTruck | undefined
  readonly choose: (truck: string) => void
}
/** Half a mark; a finger hits this far beside one. */
const [HALF, REACH] = [9, 16]

/** Where the trucks are (实时监控): they drive between two answers of the server, unless the person wants no motion. */
export function LiveMap({ trucks, ground, nowMs, chosen, choose }: Shown) {
  const [marks, setMarks] = useState<MovingMarks>()
  const glides = useRef<{ readonly all: Glides; readonly of: readonly LiveTruck[]; readonly sinceMs: number }>({ all: new Map(), of: [], sinceMs: 0 })
  const [open] = useState(() => (map: MapHandle) => setMarks(map.marks(truckMarks(window.devicePixelRatio))))
  // The most urgent are painted last, and the chosen one over all.
  const ordered = useMemo(() => trucks.map(({ truck, plate, alarms, at, phase }) => ({ truck, plate, look: lookOf({ alarms, at, phase }, nowMs) })).toSorted((a, b) => rank(a.look, a.truck === chosen?.truck) - rank(b.look, b.truck === chosen?.truck)), [trucks, nowMs, chosen?.truck])
  const fit = useMemo(() => cornersOf([...ground.flatMap(({ points }) => points), ...trucks.map(({ lon, lat }): [number, number] => [lon, lat])]), [ground, trucks])
  useEffect(() => {
    const before = glides.current
    if (before.of !== trucks) {
      const sinceMs = performance.now()
      glides.current = { all: glidesTo(before.all, trucks, sinceMs), of: trucks, sinceMs }
    }
    const { all, sinceMs } = glides.current
    marks?.show(ordered.flatMap(({ truck, plate, look }) => {
      const glide = all.get(truck)
      if (glide === undefined) return []
      const isChosen = truck === chosen?.truck
      const mark: MovingMark = { row: rowOf(look), from: glide.from, to: glide.to, name: plate, isChosen }
      return isChosen ? [mark, { ...mark, row: CHOSEN_ROW, name: '' }] : [mark]
    }), sinceMs, GLIDE_MS)
  }, [marks, trucks, ordered, chosen?.truck])
  const hit = ([x, y]: Pixel, map: MapHandle) => {
    const near = ordered.flatMap(({ truck }) => {
      const glide = glides.current.all.get(truck)
      if (glide === undefined) return []
      const place = map.pixel(spotOf(glide, performance.now()).at)
      return [{ truck, far: Math.hypot(place[0] - x, place[1] - y) }]
    })
    // Of marks that lie on each other the upper one is meant; beside them all, the nearest.
    const nearest = near.findLast(({ far }) => far <= HALF) ?? near.reduce<(typeof near)[number] | undefined>((best, one) => (best === undefined || one.far <= best.far ? one : best), undefined)
    if (nearest !== undefined && nearest.far <= REACH) choose(nearest.truck)
  }
  return (
    <MapFrame
      label="车辆实时位置"
      shapes={ground}
      fit={fit}
      middle={chosen === undefined ? undefined : { of: chosen.truck, at: [chosen.lon, chosen.lat] }}
      onOpen={open}
      onHit={hit}
      instead="车辆的位置、状态和预警见列表。"
      isMain
      isPrinted={false}
      legend={ALL_LOOKS.toReversed().map((look) => <span key={look}><i className="fleet-sample" aria-hidden style={{ borderColor: LOOKS[look].colour, background: look === 'off-line' ? '#fff' : LOOKS[look].colour, borderRadius: look === 'alarm' ? '50%' : 0 }} />{LOOKS[look].name}</span>)}
    />
  )
}

const rank = (look: Look, isChosen: boolean): number => (isChosen ? ALL_LOOKS.length : ALL_LOOKS.indexOf(look))
