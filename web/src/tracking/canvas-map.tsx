import type { Point } from '@zhunsheng/bureau/modules/trucks/wire.ts'
import { AimOutlined, MinusOutlined, PlusOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useEffect, useRef, type KeyboardEvent, type PointerEvent, type ReactNode } from 'react'
import type { Drawn } from '../trucks/drawn.ts'
import { pixelOf, pointOf, pulled, viewOf, zoomed, type Pixel, type Size, type View } from '../trucks/plane.ts'
import { paintGround } from './ground.ts'
import type { Sheet } from './sheet.ts'
import './tracking.css'

interface Mapped {
  readonly label: string
  readonly ground: readonly Drawn[]
  /** What must be seen at first and after 「全图」. */
  readonly fit: readonly Point[]
  /** Brought into the middle when it begins to be somebody else's place, not while he moves. */
  readonly middle?: { readonly of: string; readonly at: Point } | undefined
  /** Paints what lies on the ground; says whether it moves on, so that another picture is needed. */
  readonly paint: (sheet: Sheet) => boolean
  readonly onPick?: (at: Pixel, sheet: Omit<Sheet, 'pen'>) => void
  readonly children?: ReactNode
}
const CLOSER = 1 / 1.5
const WHEEL = 0.0015
const STEP = 60
/** A hand that moved less than this has clicked. */
const STILL = 4

/** Keeps the place below the hand where it is while coming closer. */
function zoomedAt(view: View, size: Size, [x, y]: Pixel, by: number): View {
  const under = pointOf(view, size, [x, y])
  const [nextX, nextY] = pixelOf(zoomed(view, by), size, under)
  return pulled(zoomed(view, by), [x - nextX, y - nextY])
}

/**
 * A map that moves (动态底图): one canvas, painted at most once for each picture of the screen and only when something changed.
 * React is not asked while trucks drive or the paper is pulled. The ground is painted again only when the view changes.
 */
export function CanvasMap({ label, ground, fit, middle, paint, onPick, children }: Mapped) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const shown = useRef<{ view: View | undefined; isStale: boolean; isGroundStale: boolean }>({ view: undefined, isStale: true, isGroundStale: true })
  const latest = useRef({ ground, fit, paint, middle })
  useEffect(() => {
    shown.current.isStale = true
    shown.current.isGroundStale ||= latest.current.ground !== ground || (shown.current.view === undefined && latest.current.fit !== fit)
    latest.current = { ground, fit, paint, middle }
  })
  const look = (to: View | undefined) => Object.assign(shown.current, { view: to, isStale: true, isGroundStale: true })
  const sizeNow = (): Size => ({ width: canvas.current?.clientWidth ?? 1, height: canvas.current?.clientHeight ?? 1 })
  const viewNow = (): View => shown.current.view ?? viewOf(fit, sizeNow())
  const who = middle?.of
  useEffect(() => {
    const to = latest.current.middle
    if (who === undefined || to === undefined) return
    const size: Size = { width: canvas.current?.clientWidth ?? 1, height: canvas.current?.clientHeight ?? 1 }
    Object.assign(shown.current, { view: { ...(shown.current.view ?? viewOf(latest.current.fit, size)), centre: to.at }, isStale: true, isGroundStale: true })
  }, [who])
  useEffect(() => (canvas.current === null ? undefined : painting(canvas.current, shown.current, () => latest.current)), [])
  useEffect(() => {
    const element = canvas.current
    if (element === null) return undefined
    const wheel = (event: WheelEvent) => {
      event.preventDefault()
      const size: Size = { width: element.clientWidth, height: element.clientHeight }
      const view = shown.current.view ?? viewOf(latest.current.fit, size)
      Object.assign(shown.current, { view: zoomedAt(view, size, [event.offsetX, event.offsetY], Math.exp(event.deltaY * WHEEL)), isStale: true, isGroundStale: true })
    }
    // React listens passively, and the page would scroll.
    element.addEventListener('wheel', wheel, { passive: false })
    return () => element.removeEventListener('wheel', wheel)
  }, [])
  const hands = useHands({ viewNow, sizeNow, look, pick: (at) => onPick?.(at, { size: sizeNow(), view: viewNow(), pixel: (point) => pixelOf(viewNow(), sizeNow(), point) }) })
  const press = (event: KeyboardEvent) => {
    const to = viewAfter(event.key, viewNow())
    if (to === 'unknown') return
    event.preventDefault()
    look(to)
  }
  return (
    <figure className="fleet-map" aria-label={label}>
      {/* A picture that answers to keys is what an application is for readers of screens. */}
      <canvas ref={canvas} className="fleet-paper" tabIndex={0} role="application" aria-label={`${label}：方向键移动，加号、减号缩放，数字 0 看全图`} onKeyDown={press} {...hands} />
      <div className="fleet-buttons no-print">
        <Button size="small" aria-label="放大" icon={<PlusOutlined />} onClick={() => look(zoomed(viewNow(), CLOSER))} />
        <Button size="small" aria-label="缩小" icon={<MinusOutlined />} onClick={() => look(zoomed(viewNow(), 1 / CLOSER))} />
        <Button size="small" aria-label="全图" title="全图" icon={<AimOutlined />} onClick={() => look(undefined)} />
      </div>
      {children}
    </figure>
  )
}

function viewAfter(key: string, view: View): View | undefined | 'unknown' {
  switch (key) {
    case 'ArrowLeft': return pulled(view, [STEP, 0])
    case 'ArrowRight': return pulled(view, [-STEP, 0])
    case 'ArrowUp': return pulled(view, [0, STEP])
    case 'ArrowDown': return pulled(view, [0, -STEP])
    case '+':
    case '=': return zoomed(view, CLOSER)
    case '-': return zoomed(view, 1 / CLOSER)
    case '0': return undefined
    default: return 'unknown'
  }
}

interface Painting {
  readonly ground: readonly Drawn[]
  readonly fit: readonly Point[]
  readonly paint: (sheet: Sheet) => boolean
}
/** Paints as long as the map is on the screen; gives back what ends it. */
function painting(canvas: HTMLCanvasElement, shown: { view: View | undefined; isStale: boolean; isGroundStale: boolean }, latest: () => Painting): () => void {
  const pen = canvas.getContext('2d')
  const below = document.createElement('canvas')
  const belowPen = below.getContext('2d')
  if (pen === null || belowPen === null) return () => undefined
  const watch = new ResizeObserver(() => {
    const ratio = window.devicePixelRatio
    for (const one of [canvas, below]) Object.assign(one, { width: Math.round(canvas.clientWidth * ratio), height: Math.round(canvas.clientHeight * ratio) })
    Object.assign(shown, { isStale: true, isGroundStale: true })
  })
  watch.observe(canvas)
  // Letters come in pieces, each when it is first written; until then a box stands in its place.
  const lettersCame = () => void Object.assign(shown, { isStale: true, isGroundStale: true })
  document.fonts.addEventListener('loadingdone', lettersCame)
  const picture = () => {
    frame = requestAnimationFrame(picture)
    // Hidden, it has no size, and there is nothing to paint on.
    if (!shown.isStale || below.width === 0 || below.height === 0) return
    const { ground, fit, paint } = latest()
    const size: Size = { width: canvas.clientWidth, height: canvas.clientHeight }
    const view = shown.view ?? viewOf(fit, size)
    const pixel = (point: Point): Pixel => pixelOf(view, size, point)
    const ratio = window.devicePixelRatio
    if (shown.isGroundStale) {
      belowPen.setTransform(ratio, 0, 0, ratio, 0, 0)
      paintGround({ pen: belowPen, size, view, pixel }, ground)
      shown.isGroundStale = false
    }
    pen.setTransform(1, 0, 0, 1, 0, 0)
    pen.clearRect(0, 0, canvas.width, canvas.height)
    pen.drawImage(below, 0, 0)
    pen.setTransform(ratio, 0, 0, ratio, 0, 0)
    shown.isStale = paint({ pen, size, view, pixel })
  }
  let frame = requestAnimationFrame(picture)
  return () => {
    cancelAnimationFrame(frame)
    document.fonts.removeEventListener('loadingdone', lettersCame)
    watch.disconnect()
  }
}

interface Handled {
  readonly viewNow: () => View
  readonly sizeNow: () => Size
  readonly look: (to: View) => void
  readonly pick: (at: Pixel) => void
}
/** One hand pulls, two hands pinch, and one that stayed still picks. */
function useHands({ viewNow, sizeNow, look, pick }: Handled) {
  const hands = useRef(new Map<number, Pixel>())
  const travelled = useRef(0)
  const end = (event: PointerEvent) => void hands.current.delete(event.pointerId)
  return {
    onPointerDown: (event: PointerEvent) => {
      event.currentTarget.setPointerCapture(event.pointerId)
      if (hands.current.size === 0) travelled.current = 0
      hands.current.set(event.pointerId, pixelUnder(event))
    },
    onPointerMove: (event: PointerEvent) => {
      const before = hands.current.get(event.pointerId)
      if (before === undefined) return
      const now = pixelUnder(event)
      const other = [...hands.current].find(([id]) => id !== event.pointerId)?.[1]
      hands.current.set(event.pointerId, now)
      travelled.current += Math.hypot(now[0] - before[0], now[1] - before[1])
      if (other !== undefined) look(zoomedAt(viewNow(), sizeNow(), [(now[0] + other[0]) / 2, (now[1] + other[1]) / 2], distance(before, other) / Math.max(1, distance(now, other))))
      else if (travelled.current > STILL) look(pulled(viewNow(), [now[0] - before[0], now[1] - before[1]]))
    },
    onPointerUp: (event: PointerEvent) => {
      if (hands.current.size === 1 && travelled.current <= STILL) pick(pixelUnder(event))
      end(event)
    },
    onPointerCancel: end,
  }
}
const distance = (one: Pixel, other: Pixel): number => Math.hypot(one[0] - other[0], one[1] - other[1])
function pixelUnder({ currentTarget, clientX, clientY }: PointerEvent): Pixel {
  const box = currentTarget.getBoundingClientRect()
  return [clientX - box.left, clientY - box.top]
}
