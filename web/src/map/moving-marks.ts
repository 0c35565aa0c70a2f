import type { Point } from '@zhunsheng/bureau/modules/trucks/wire.ts'
import { MercatorCoordinate, type CustomLayerInterface, type Map as Library } from 'maplibre-gl'
import type { Atlas, MovingMark, MovingMarks } from './handle.ts'
import { metresPerPixel } from './shapes.ts'
import { markProgram, type MarkProgram } from './mark-program.ts'

interface Given {
  readonly atlas: Atlas
  readonly onto: (point: Point) => Point
  readonly styled: Promise<void>
  readonly write: (data: Names, letters: string) => Promise<void>
}
interface Names {
  readonly type: 'FeatureCollection'
  features: { readonly type: 'Feature'; readonly properties: { readonly name: string; readonly rank: number }; readonly geometry: { readonly type: 'Point'; readonly coordinates: number[] } }[]
}
/** What a truck drives at most, in metres a second: it says how soon another picture can look different. */
const FASTEST = 25
const PICTURES = { soonestMs: 0, latestMs: 400 }
/** From this zoom on there is room for names; so many at most, and so often. */
const NAMES = { from: 14, most: 300, everyMs: 250 }
const isStill = window.matchMedia('(prefers-reduced-motion: reduce)')

/**
 * Thousands of marks that move (移动目标): a layer of our own within the library's. Given to it as GeoJSON, 5,000 of them took
 * half a second to be cut into tiles again, and drove in jerks; here the graphics card gets both ends of every way once, and
 * moves them by one number for each picture. Another picture is asked for when the fastest truck has come half a pixel.
 */
export function movingMarks(map: Library, { atlas, onto, styled, write }: Given): MovingMarks {
  let shown: { readonly marks: readonly MovingMark[]; readonly sinceMs: number; readonly forMs: number } = { marks: [], sinceMs: 0, forMs: 1 }
  let program: MarkProgram | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let [isStale, namedMs, named] = [true, -Infinity, 0]
  const shareNow = () => (isStill.matches ? 1 : Math.min(1, Math.max(0, (performance.now() - shown.sinceMs) / shown.forMs)))
  const name = (share: number): void => {
    namedMs = performance.now()
    const bounds = map.getBounds()
    const isClose = map.getZoom() >= NAMES.from
    const there = shown.marks.filter(({ isChosen }) => isClose || isChosen).map((mark) => ({ mark, at: onto(between(mark, share)) }))
    const seen = there.filter(({ mark, at }) => mark.isChosen || bounds.contains([...at])).toReversed().slice(0, NAMES.most)
    const features: Names['features'] = seen.map(({ mark, at }, index) => ({ type: 'Feature', properties: { name: mark.name, rank: mark.isChosen ? -1 : index }, geometry: { type: 'Point', coordinates: [...at] } }))
    // Without names before and now there is nothing to be taken in again.
    if (named > 0 || features.length > 0) void write({ type: 'FeatureCollection', features }, seen.map(({ mark }) => mark.name).join(''))
    named = features.length
  }
  const layer: CustomLayerInterface = {
    id: 'marks',
    type: 'custom',
    onRemove: () => program?.close(),
    // Only here does the library expect others at the graphics card: what is bound elsewhere it would not notice.
    render: (gl, { defaultProjectionData: { mainMatrix } }) => {
      const share = shareNow()
      program ??= markProgram(gl, atlas)
      if (isStale) program.load(shown.marks, placed)
      isStale = false
      program.draw(mainMatrix, share)
      if (performance.now() - namedMs > NAMES.everyMs) name(share)
      clearTimeout(timer)
      if (share < 1) timer = setTimeout(() => map.triggerRepaint(), pauseMs(map))
    },
  }
  const placed = (point: Point): readonly [number, number] => {
    const { x, y } = MercatorCoordinate.fromLngLat([...onto(point)])
    return [x, y]
  }
  void styled.then(() => map.addLayer(layer, 'mark-names'))
  map.on('moveend', () => name(shareNow()))
  map.on('remove', () => clearTimeout(timer))
  return {
    show: (marks, sinceMs, forMs) => {
      shown = { marks, sinceMs, forMs }
      isStale = true
      namedMs = -Infinity
      map.triggerRepaint()
    },
  }
}

const between = ({ from, to }: MovingMark, share: number): Point => [from.at[0] + (to.at[0] - from.at[0]) * share, from.at[1] + (to.at[1] - from.at[1]) * share]
function pauseMs(map: Library): number {
  const halfPixel = metresPerPixel(map.getZoom(), map.getCenter().lat) / 2
  return Math.min(PICTURES.latestMs, Math.max(PICTURES.soonestMs, (halfPixel / FASTEST) * 1000))
}
