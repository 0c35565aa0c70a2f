import type { Point } from '@zhunsheng/bureau/modules/trucks/wire.ts'
import { Button, Input } from 'antd'
import { useMemo, useState, type KeyboardEvent } from 'react'
import { middlesOf, movedPoint, readPoints, withoutPoint, withPoint, writePoints } from './coordinates.ts'
import type { Drawn } from '../map/drawn.ts'
import type { Pixel } from '../map/handle.ts'
import { MapFrame, type Paper } from '../map/map-frame.tsx'
import { measureOf } from '../map/measure.ts'

type Of = 'area' | 'line' | 'point'
interface Edited {
  readonly of: Of
  readonly label: string
  readonly value?: readonly Point[] | undefined
  readonly onChange?: (points: readonly Point[] | undefined) => void
  readonly surroundings: readonly Drawn[]
}
const NONE: readonly Point[] = []
const STEP = 8
const ARROWS: Readonly<Record<string, Pixel>> = { ArrowLeft: [-STEP, 0], ArrowRight: [STEP, 0], ArrowUp: [0, -STEP], ArrowDown: [0, STEP] }
const HOW: Readonly<Record<Of, string>> = {
  area: '点击图面依次加点，自动闭合；拖动圆点移动，点击边上的虚线圆插入一点。',
  line: '点击图面依次加点；拖动圆点移动，点击线上的虚线圆插入一点。',
  point: '点击图面放置；拖动圆点移动。',
}

/** Draws an area, a line or a point (绘制): with the mouse, by touch, by the keys, or as typed coordinates. */
export function ShapeEditor({ of, label, value, onChange, surroundings }: Edited) {
  const { points, past, typed, remember, draw, move, write, undo, settle } = useDrawing(value, onChange)
  const [marked, choose] = useState<number>()
  const [before] = useState(points)
  const fit = useMemo(() => (before.length > 0 ? before : surroundings.flatMap((one) => one.points)), [before, surroundings])
  const chosen = marked !== undefined && marked < points.length ? marked : undefined
  const takeOut = (at: number) => {
    draw(withoutPoint(points, at))
    choose(undefined)
  }
  const put = (at: number, next: readonly Point[]) => {
    draw(next)
    choose(at)
  }
  return (
    <div>
      <MapFrame label={`${label}绘制图`} shapes={surroundings} fit={fit} instead="请在下面填写坐标。" onPick={(point) => (of === 'point' ? put(0, [point]) : put(points.length, [...points, point]))}>
        {(paper) => (
          <>
            <path className={of === 'line' ? 'map-drawing map-drawing-line' : 'map-drawing'} d={outline(points.map(paper.pixel), of === 'area')} />
            {middlesOf(of, points).map(({ at, point }) => <Cut key={at} at={paper.pixel(point)} onCut={() => put(at, withPoint(points, at, point))} />)}
            {points.map((point, index) => <Handle key={`${index} of ${points.length}`} index={index} point={point} paper={paper} isChosen={chosen === index} onChoose={() => choose(index)} onStart={remember} onMove={(next) => move(movedPoint(points, index, next))} onRemove={() => takeOut(index)} />)}
          </>
        )}
      </MapFrame>
      <div className="shape-tools">
        <Button size="small" disabled={past.length === 0} onClick={undo}>撤销</Button>
        <Button size="small" disabled={chosen === undefined} onClick={() => chosen !== undefined && takeOut(chosen)}>{chosen === undefined || of === 'point' ? '删除所选的点' : `删除第 ${chosen + 1} 点`}</Button>
        <Button size="small" disabled={points.length === 0} onClick={() => draw(NONE)}>清空</Button>
        <span className="number" role="status">{points.length} 个点{measureOf(of, points) !== '' && ` · ${measureOf(of, points)}`}</span>
      </div>
      <p className="note" style={{ margin: '0 0 6px' }}>{HOW[of]}键盘：Tab 选点，方向键移动，Delete 删除；也可以在下面填写坐标。</p>
      <Coordinates of={of} label={label} text={typed ?? writePoints(points)} fault={typed === undefined ? undefined : faultOf(typed)} onWrite={write} onLeave={settle} />
    </div>
  )
}

/** The points with what they were before, and the text while it is being typed. */
function useDrawing(value: readonly Point[] | undefined, onChange: Edited['onChange']) {
  const points = value ?? NONE
  const [past, setPast] = useState<readonly (readonly Point[])[]>([])
  const [typed, type] = useState<string>()
  const remember = () => setPast((all) => [...all, points])
  const move = (next: readonly Point[]) => {
    type(undefined)
    onChange?.(next.length === 0 ? undefined : next)
  }
  return {
    points, past, typed, remember, move,
    draw: (next: readonly Point[]) => {
      remember()
      move(next)
    },
    undo: () => {
      setPast(past.slice(0, -1))
      move(past.at(-1) ?? NONE)
    },
    write: (text: string) => {
      if (typed === undefined) remember()
      const read = readPoints(text)
      // What cannot be read is no shape: the form then does not send the one before it in silence.
      move(read.ok ? read.points : NONE)
      type(text)
    },
    /** What was typed is written as every point is, once it can be read. */
    settle: () => {
      if (typed !== undefined && readPoints(typed).ok) type(undefined)
    },
  }
}

interface Typed {
  readonly of: Of
  readonly label: string
  readonly text: string
  readonly fault: string | undefined
  readonly onWrite: (text: string) => void
  readonly onLeave: () => void
}
/** The points as text, for the keys, for what is pasted, and for a survey's own numbers. */
function Coordinates({ of, label, text, fault, onWrite, onLeave }: Typed) {
  return (
    <>
      <Input.TextArea aria-label={`${label}坐标`} status={fault === undefined ? '' : 'error'} autoSize={{ minRows: of === 'point' ? 1 : 3, maxRows: 8 }} placeholder={of === 'point' ? '106.510000, 29.500000' : '一行一点，经度在前：\n106.510000, 29.500000\n106.520000, 29.500000'} value={text} onChange={({ target }) => onWrite(target.value)} onBlur={onLeave} />
      {fault !== undefined && <div role="alert" style={{ color: '#b3261e' }}>{fault}</div>}
    </>
  )
}

const faultOf = (text: string): string | undefined => {
  const read = readPoints(text)
  return read.ok ? undefined : read.because
}
const outline = (pixels: readonly Pixel[], isClosed: boolean): string => (pixels.length < 2 ? '' : `M${pixels.map(([x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`).join('L')}${isClosed ? 'Z' : ''}`)

function Cut({ at: [x, y], onCut }: { readonly at: Pixel; readonly onCut: () => void }) {
  return <circle className="map-cut" cx={x} cy={y} r={6} onPointerDown={(event) => event.stopPropagation()} onPointerUp={(event) => { event.stopPropagation(); onCut() }}><title>在这里插入一点</title></circle>
}

interface Handled {
  readonly index: number
  readonly point: Point
  readonly paper: Paper
  readonly isChosen: boolean
  readonly onChoose: () => void
  readonly onStart: () => void
  readonly onMove: (to: Point) => void
  readonly onRemove: () => void
}
/** A point that can be taken by the hand or by the keys; its round is wide enough for a thumb. */
function Handle({ index, point, paper, isChosen, onChoose, onStart, onMove, onRemove }: Handled) {
  const [held, hold] = useState<'still' | 'moving'>()
  const [x, y] = paper.pixel(point)
  const press = (event: KeyboardEvent) => {
    const by = ARROWS[event.key]
    if (by === undefined && event.key !== 'Delete' && event.key !== 'Backspace') return
    event.preventDefault()
    if (by === undefined) return onRemove()
    onStart()
    onMove(paper.shifted(point, event.shiftKey ? [by[0] / STEP, by[1] / STEP] : by))
  }
  return (
    <g
      className={isChosen ? 'map-handle map-chosen' : 'map-handle'}
      tabIndex={0}
      role="button"
      aria-label={`第 ${index + 1} 点，经度 ${point[0]}，纬度 ${point[1]}`}
      onFocus={onChoose}
      onKeyDown={press}
      onPointerDown={(event) => {
        event.stopPropagation()
        event.currentTarget.setPointerCapture(event.pointerId)
        onChoose()
        hold('still')
      }}
      onPointerMove={(event) => {
        if (held === undefined) return
        // Only what was moved is remembered: a press alone leaves nothing to take back.
        if (held === 'still') onStart()
        hold('moving')
        onMove(paper.point(event))
      }}
      onPointerUp={(event) => { event.stopPropagation(); hold(undefined) }}
      onPointerCancel={() => hold(undefined)}
    >
      <circle className="map-touch" cx={x} cy={y} r={14} />
      <circle className="map-dot" cx={x} cy={y} r={6} />
    </g>
  )
}
