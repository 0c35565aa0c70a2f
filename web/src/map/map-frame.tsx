import type { Point } from '@zhunsheng/bureau/modules/trucks/wire.ts'
import { AimOutlined, MinusOutlined, PlusOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useEffect, useReducer, useRef, type KeyboardEvent, type MouseEvent, type PointerEvent, type ReactNode } from 'react'
import { usePhone } from '../app/phone.ts'
import { PLACED, type Drawn } from './drawn.ts'
import type { MapHandle, Pixel, Size } from './handle.ts'
import { INKS } from './inks.ts'
import { mapBaseQuery } from './map-base.ts'
import './map.css'
import { useMap, type Missing } from './use-map.ts'

/** What lies on the map needs to know where a place is, and which place was meant. */
export interface Paper {
  readonly size: Size
  readonly pixel: (point: Point) => Pixel
  readonly point: (event: PointerEvent | MouseEvent) => Point
  readonly shifted: (point: Point, by: Pixel) => Point
}
interface Framed {
  readonly label: string
  readonly shapes: readonly Drawn[]
  /** What must be seen at first and after 「全图」. */
  readonly fit: readonly Point[]
  /** Brought into the middle when it begins to be somebody else's place, not while he moves. */
  readonly middle?: { readonly of: string; readonly at: Point } | undefined
  /** A place is chosen by pointing at it, or with the keys: the middle of the map, by Enter. */
  readonly onPick?: (point: Point) => void
  /** Something that moves is pointed at. */
  readonly onHit?: (at: Pixel, map: MapHandle) => void
  /** Told once the map is open; gives back what ends it. */
  readonly onOpen?: (map: MapHandle) => void
  readonly children?: (paper: Paper) => ReactNode
  readonly legend?: ReactNode
  /** What to do instead where no map can be drawn. */
  readonly instead?: string
  /** The map is what the page is for: it is tall, and on a wide screen moves under the wheel alone. */
  readonly isMain?: boolean
  /** Its picture is kept for the printer. */
  readonly isPrinted?: boolean
  readonly hasOutlines?: boolean
}

/** A map (地图) with what is registered on it, and what children draw over it. Without WebGL it says so, and what else there is. */
export function MapFrame({ label, shapes, fit, middle, onPick, onHit, onOpen, children, legend, instead = '位置见文字和坐标。', isMain = false, isPrinted = true, hasOutlines = true }: Framed) {
  const isPhone = usePhone()
  const base = useQuery(mapBaseQuery)
  const box = useRef<HTMLDivElement>(null)
  const title = `${label}：方向键移动，加号、减号缩放，数字 0 看全图${onPick === undefined ? '' : '，回车选定中心'}`
  const { map, missing, again } = useMap(box, base.isPending ? undefined : { title, base: base.data ?? {}, hasOutlines, isCooperative: isPhone || !isMain, isPrinted })
  const [, redraw] = useReducer((count: number) => count + 1, 0)
  const hasOverlay = children !== undefined
  // It listens before the first view is set: what lies over the map would stay where it was.
  useEffect(() => (hasOverlay ? map?.onMove(redraw) : undefined), [map, hasOverlay])
  useEffect(() => map?.show(shapes), [map, shapes])
  useEffect(() => map?.fit(fit), [map, fit])
  useMiddle(map, middle)
  useEffect(() => {
    if (map !== undefined) onOpen?.(map)
  }, [map, onOpen])
  const heard = useRef({ onPick, onHit })
  useEffect(() => {
    heard.current = { onPick, onHit }
  })
  useEffect(() => map?.onPick((pixel) => {
    heard.current.onPick?.(map.point(pixel))
    heard.current.onHit?.(pixel, map)
  }), [map])
  const press = (event: KeyboardEvent) => {
    if (map === undefined || !(event.target instanceof HTMLCanvasElement)) return
    if (event.key === '0') map.whole(fit)
    else if (event.key === 'Enter' && onPick !== undefined) onPick(map.point(middleOf(map.sizeNow())))
    else return
    event.preventDefault()
  }
  return (
    <figure className={isMain ? 'map-frame map-main' : 'map-frame'} aria-label={label}>
      <div className={onPick === undefined ? 'map-paper' : 'map-paper map-picking'} onKeyDown={press}>
        <div ref={box} className="map-ground" />
        {map === undefined ? <Opening missing={missing} instead={instead} again={again} /> : (
          <>
            <i className="map-cross" aria-hidden />
            {children !== undefined && <svg className="map-over" role="group" aria-label={`${label}，${shapes.length} 个图形`}>{children(paperOf(map))}</svg>}
            <div className="map-buttons no-print">
              <Button size="small" aria-label="放大" icon={<PlusOutlined />} onClick={map.closer} />
              <Button size="small" aria-label="缩小" icon={<MinusOutlined />} onClick={map.farther} />
              <Button size="small" aria-label="全图" title="全图" icon={<AimOutlined />} onClick={() => map.whole(fit)} />
            </div>
          </>
        )}
      </div>
      <figcaption className="map-legend">
        {legend}
        {[...new Set(shapes.map(({ kind }) => kind))].map((kind) => <span key={kind}><Sample of={kind} />{PLACED[kind]}</span>)}
        <span className="quiet">{base.data?.tiles === undefined ? '' : `底图：${base.data.tiles.attribution} · `}坐标系 WGS-84 · 示意图，不作测绘用途</span>
      </figcaption>
    </figure>
  )
}

function useMiddle(map: MapHandle | undefined, middle: Framed['middle']): void {
  const latest = useRef(middle?.at)
  useEffect(() => {
    latest.current = middle?.at
  })
  const who = middle?.of
  useEffect(() => {
    if (who !== undefined && latest.current !== undefined) map?.centre(latest.current)
  }, [map, who])
}

const WHY: Readonly<Record<Missing, string>> = {
  'no-webgl': '这个浏览器没有 WebGL，不能画地图',
  unread: '地图程序没有读到，请检查网络',
}
function Opening({ missing, instead, again }: { readonly missing: Missing | undefined; readonly instead: string; readonly again: () => void }) {
  if (missing === undefined) return <div className="map-opening quiet">正在打开地图</div>
  return (
    <div className="map-opening" role="status">
      <b>{WHY[missing]}</b>
      <span>{instead}</span>
      {missing === 'unread' ? <Button size="small" onClick={again}>重试</Button> : <span className="quiet">可以换用新版浏览器，或者在浏览器设置中打开硬件加速。</span>}
    </div>
  )
}

function paperOf(map: MapHandle): Paper {
  return {
    size: map.sizeNow(),
    pixel: map.pixel,
    point: (event) => map.point(pixelUnder(event)),
    shifted: (point, [right, down]) => {
      const [x, y] = map.pixel(point)
      return map.point([x + right, y + down])
    },
  }
}
const middleOf = ({ width, height }: Size): Pixel => [width / 2, height / 2]
function pixelUnder({ currentTarget: on, clientX, clientY }: PointerEvent | MouseEvent): Pixel {
  const box = on.closest('.map-paper')?.getBoundingClientRect()
  return [clientX - (box?.left ?? 0), clientY - (box?.top ?? 0)]
}

/** As the map draws it. */
function Sample({ of }: { readonly of: Drawn['kind'] }) {
  const { line, width, fill, dashes } = INKS[of]
  if (of === 'held') return <i className="map-sample map-sample-cross" aria-hidden style={{ color: line }}>×</i>
  const border = `${Math.ceil(width)}px ${dashes === undefined ? 'solid' : 'dashed'} ${line}`
  if (fill === undefined) return <i className="map-sample map-sample-line" aria-hidden style={{ borderBottom: border }} />
  return <i className="map-sample" aria-hidden style={{ border, background: of === 'gate' ? fill : `${fill}33`, ...(of === 'gate' ? { borderRadius: '50%', width: 10 } : {}) }} />
}
