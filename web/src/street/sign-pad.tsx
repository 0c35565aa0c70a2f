import { Button, Flex } from 'antd'
import { useRef, type PointerEvent } from 'react'
import './street.css'

export type Strokes = readonly (readonly number[])[]
interface Pad {
  readonly strokes: Strokes
  readonly onDraw: (strokes: Strokes) => void
}

const WIDTH = 1000
const HEIGHT = 400
/** A finger trembles: less than this is no movement. */
const STEP = 5
const within = (value: number, most: number): number => Math.max(0, Math.min(most, Math.round(value)))

/** A field to sign on with a finger, a pen or a mouse (手写签名): what was drawn, on a field of 1000 by 400. */
export function SignPad({ strokes, onDraw }: Pad) {
  const drawing = useRef(false)
  const at = ({ clientX, clientY, currentTarget }: PointerEvent<SVGSVGElement>): readonly [number, number] => {
    const { left, top, width, height } = currentTarget.getBoundingClientRect()
    return [within(((clientX - left) / width) * WIDTH, WIDTH), within(((clientY - top) / height) * HEIGHT, HEIGHT)]
  }
  const begin = (event: PointerEvent<SVGSVGElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId)
    drawing.current = true
    const [x, y] = at(event)
    onDraw([...strokes, [x, y, x, y]])
  }
  const go = (event: PointerEvent<SVGSVGElement>) => {
    const last = strokes.at(-1)
    if (!drawing.current || last === undefined) return
    const [x, y] = at(event)
    const [beforeX = 0, beforeY = 0] = last.slice(-2)
    if (Math.hypot(x - beforeX, y - beforeY) >= STEP) onDraw([...strokes.slice(0, -1), [...last, x, y]])
  }
  const end = () => {
    drawing.current = false
  }
  return (
    <div className="sign">
      <svg className="sign-pad" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label="签名处" onPointerDown={begin} onPointerMove={go} onPointerUp={end} onPointerCancel={end}>
        <line x1="60" y1="330" x2="940" y2="330" className="sign-line" />
        {strokes.length === 0 && <text x="500" y="220" className="sign-hint">请在此处手写姓名</text>}
        {strokes.map((stroke, index) => <polyline key={index} points={stroke.join(' ')} className="sign-stroke" />)}
      </svg>
      <Flex gap={8} justify="end">
        <Button size="small" disabled={strokes.length === 0} onClick={() => onDraw(strokes.slice(0, -1))}>退一笔</Button>
        <Button size="small" disabled={strokes.length === 0} onClick={() => onDraw([])}>重写</Button>
      </Flex>
    </div>
  )
}
