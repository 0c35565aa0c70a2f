import type { Point } from '@zhunsheng/bureau/modules/trucks/wire.ts'
import { AimOutlined, MinusOutlined, PlusOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useRef, useState, type MouseEvent, type PointerEvent, type ReactNode } from 'react'
import { usePhone } from '../app/phone.ts'
import { PLACED, type Drawn } from './drawn.ts'
import { usePaperWidth } from './paper-width.ts'
import { metresIn, pixelOf, pointOf, pulled, stepOf, viewOf, zoomed, type Pixel, type Size, type View } from './plane.ts'
import './trucks.css'

/** What lies on the paper needs to know where a place is, and which place was meant. */
export interface Paper {
  readonly size: Size
  readonly pixel: (point: Point) => Pixel
  readonly point: (event: PointerEvent | MouseEvent) => Point
  readonly shifted: (point: Point, by: Pixel) => Point
  /** So many metres in pixels. */
  readonly long: (metres: number) => number
}
interface Framed {
  readonly label: string
  readonly shapes: readonly Drawn[]
  /** What must be seen at first and after 「全图」. */
  readonly fit: readonly Point[]
  readonly onPick?: (point: Point) => void
  readonly children?: (paper: Paper) => ReactNode
}
const HEIGHT = { wide: 420, narrow: 300 }
const CLOSER = 1 / 1.5
/** A hand that moved less than this has clicked. */
const STILL = 4

/** A drawing on plain paper with a grid (底图): needs no tiles, no network and no WebGL. */
export function MapFrame({ label, shapes, fit, onPick, children }: Framed) {
  const isPhone = usePhone()
  const { svg, width } = usePaperWidth()
  const [moved, move] = useState<View>()
  const size: Size = { width, height: isPhone ? HEIGHT.narrow : HEIGHT.wide }
  const view = moved ?? viewOf(fit, size)
  const paper: Paper = {
    size,
    pixel: (point) => pixelOf(view, size, point),
    point: (event) => pointOf(view, size, pixelUnder(event)),
    shifted: (point, [right, down]) => {
      const [x, y] = pixelOf(view, size, point)
      return pointOf(view, size, [x + right, y + down])
    },
    long: (metres) => metres / view.metresPerPixel,
  }
  const hand = useHand(view, move, (event) => onPick?.(paper.point(event)))
  return (
    <figure className="map-frame" aria-label={label}>
      <svg ref={svg} viewBox={`0 0 ${size.width} ${size.height}`} height={size.height} className={onPick === undefined ? 'map-paper' : 'map-paper map-picking'} role="group" aria-label={`${label}，${shapes.length} 个图形`} {...hand}>
        <Grid view={view} size={size} />
        {shapes.map((shape) => <Shape key={shape.id} shape={shape} paper={paper} />)}
        {shapes.map((shape) => <Name key={shape.id} shape={shape} paper={paper} />)}
        {children?.(paper)}
        <Scale view={view} size={size} />
      </svg>
      <div className="map-buttons no-print">
        <Button size="small" aria-label="放大" icon={<PlusOutlined />} onClick={() => move(zoomed(view, CLOSER))} />
        <Button size="small" aria-label="缩小" icon={<MinusOutlined />} onClick={() => move(zoomed(view, 1 / CLOSER))} />
        <Button size="small" aria-label="全图" title="全图" icon={<AimOutlined />} onClick={() => move(undefined)} />
      </div>
      <Legend shapes={shapes} />
    </figure>
  )
}

/** Pulls the paper, or, where the hand stayed still, picks the place. */
function useHand(view: View, move: (to: View) => void, pick: (event: PointerEvent) => void) {
  const held = useRef<{ readonly at: Pixel; readonly view: View; isPulling: boolean }>(undefined)
  return {
    onPointerDown: (event: PointerEvent) => {
      event.currentTarget.setPointerCapture(event.pointerId)
      held.current = { at: pixelUnder(event), view, isPulling: false }
    },
    onPointerMove: (event: PointerEvent) => {
      const hold = held.current
      if (hold === undefined) return
      const [x, y] = pixelUnder(event)
      const by: Pixel = [x - hold.at[0], y - hold.at[1]]
      if (Math.hypot(...by) > STILL) hold.isPulling = true
      if (hold.isPulling) move(pulled(hold.view, by))
    },
    onPointerUp: (event: PointerEvent) => {
      const hold = held.current
      held.current = undefined
      if (hold !== undefined && !hold.isPulling) pick(event)
    },
    onPointerCancel: () => {
      held.current = undefined
    },
  }
}

function pixelUnder({ currentTarget: on, clientX, clientY }: PointerEvent | MouseEvent): Pixel {
  const paper = on instanceof SVGSVGElement ? on : on instanceof SVGElement ? on.ownerSVGElement : null
  const box = paper?.getBoundingClientRect()
  return [clientX - (box?.left ?? 0), clientY - (box?.top ?? 0)]
}

function Grid({ view, size }: { readonly view: View; readonly size: Size }) {
  const step = stepOf(view) / view.metresPerPixel
  // The grid hangs on a fixed place, so that it moves with the paper.
  const [x, y] = pixelOf(view, size, [Math.round(view.centre[0] * 10) / 10, Math.round(view.centre[1] * 10) / 10])
  const columns = Array.from({ length: Math.ceil(size.width / step) + 1 }, (_, index) => (((x % step) + step) % step) + (index - 1) * step)
  const rows = Array.from({ length: Math.ceil(size.height / step) + 1 }, (_, index) => (((y % step) + step) % step) + (index - 1) * step)
  return (
    <g className="map-grid" aria-hidden>
      {columns.map((column) => <line key={`c${column}`} x1={column} x2={column} y1={0} y2={size.height} />)}
      {rows.map((row) => <line key={`r${row}`} x1={0} x2={size.width} y1={row} y2={row} />)}
    </g>
  )
}

function Scale({ view, size }: { readonly view: View; readonly size: Size }) {
  const metres = stepOf(view)
  const long = metres / view.metresPerPixel
  const y = size.height - 12
  return (
    <g className="map-scale" aria-hidden>
      <path d={`M12 ${y - 5} V${y} H${12 + long} V${y - 5}`} />
      <text x={18 + long} y={y}>{metresIn(metres)}</text>
      <text x={size.width - 12} y={y} textAnchor="end">北 ↑</text>
    </g>
  )
}

const pathOf = (pixels: readonly Pixel[], isClosed: boolean): string => (pixels.length === 0 ? '' : `M${pixels.map(([x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`).join('L')}${isClosed ? 'Z' : ''}`)
const POINT_SIZE = 5

/** One shape; a way lies in a band as wide as it is. */
function Shape({ shape: { kind, of, points, name, width }, paper }: { readonly shape: Drawn; readonly paper: Paper }) {
  const pixels = points.map(paper.pixel)
  const [first] = pixels
  if (first === undefined) return null
  return (
    <g className={`map-shape map-${kind}`}>
      <title>{PLACED[kind]}：{name}</title>
      {of === 'line' && width !== undefined && <path d={pathOf(pixels, false)} className="map-line map-band" style={{ strokeWidth: paper.long(width) }} />}
      {of === 'point' ? <circle cx={first[0]} cy={first[1]} r={POINT_SIZE} /> : <path d={pathOf(pixels, of === 'area')} className={of === 'line' ? 'map-line' : ''} />}
    </g>
  )
}

function Name({ shape: { kind, of, points, name }, paper }: { readonly shape: Drawn; readonly paper: Paper }) {
  const pixels = points.map(paper.pixel)
  const middle = of === 'line' ? pixels[Math.floor(pixels.length / 2)] : topOf(pixels)
  if (middle === undefined || kind === 'gate') return null
  return <text className="map-name" x={middle[0]} y={middle[1] - 6} textAnchor="middle">{name}</text>
}

/** Above the middle of the shape. */
const topOf = (pixels: readonly Pixel[]): Pixel | undefined => (pixels.length === 0 ? undefined : [pixels.reduce((sum, [x]) => sum + x, 0) / pixels.length, Math.min(...pixels.map(([, y]) => y))])

/** Only what is on the paper is explained. */
function Legend({ shapes }: { readonly shapes: readonly Drawn[] }) {
  const kinds = [...new Set(shapes.map(({ kind }) => kind))]
  if (kinds.length === 0) return null
  return (
    <figcaption className="map-legend">
      {kinds.map((kind) => <span key={kind}><i className={`map-sample map-sample-${kind}`} aria-hidden />{PLACED[kind]}</span>)}
      <span className="quiet">坐标系 WGS-84 · 示意图，不作测绘用途</span>
    </figcaption>
  )
}
