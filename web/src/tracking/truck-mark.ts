import type { Atlas } from '../map/handle.ts'
import { ALL_LOOKS, LOOKS, type Look } from './fleet.ts'

/** Side of a cell in CSS pixels: the ring around the chosen truck fits in. */
const SIDE = 32
/** Headings are drawn to eleven degrees: nobody sees a finer one at this size. */
const HEADINGS = 32
/** How much of its cell each mark fills. */
const FILLED = { plain: 16, alarm: 22, chosen: SIDE }
/** The row of the ring around the truck that was chosen, after those of the looks. */
export const CHOSEN_ROW = ALL_LOOKS.length
export const rowOf = (look: Look): number => ALL_LOOKS.indexOf(look)

/** Arrows drawn once for every look and heading (车辆图标), and cut out many thousand times a second. */
export function truckMarks(ratio: number): Atlas {
  const picture = document.createElement('canvas')
  const rows = ALL_LOOKS.length + 1
  Object.assign(picture, { width: SIDE * ratio * HEADINGS, height: SIDE * ratio * rows })
  const pen = picture.getContext('2d')
  if (pen !== null) for (let row = 0; row < rows; row += 1) for (let column = 0; column < HEADINGS; column += 1) {
    pen.setTransform(ratio, 0, 0, ratio, (column + 0.5) * SIDE * ratio, (row + 0.5) * SIDE * ratio)
    paintMark(pen, ALL_LOOKS[row], (column / HEADINGS) * 2 * Math.PI)
  }
  return { picture, columns: HEADINGS, side: SIDE, sizes: [...ALL_LOOKS.map((look) => (look === 'alarm' ? FILLED.alarm : FILLED.plain)), FILLED.chosen] }
}

/** A silent truck is a hollow square without direction; an alarm has a ring around its arrow. No look is the ring of the chosen one. */
function paintMark(pen: CanvasRenderingContext2D, look: Look | undefined, radians: number): void {
  if (look === undefined) return paintRing(pen, '#1c2530', 13, 2.5)
  const { colour } = LOOKS[look]
  pen.strokeStyle = '#ffffff'
  pen.fillStyle = colour
  if (look === 'off-line') {
    pen.fillStyle = '#ffffff'
    pen.strokeStyle = colour
    pen.lineWidth = 2
    pen.beginPath()
    pen.rect(-4, -4, 8, 8)
    pen.fill()
    pen.stroke()
    return
  }
  pen.rotate(radians)
  pen.beginPath()
  pen.moveTo(0, -7)
  pen.lineTo(5, 5.5)
  pen.lineTo(0, 3)
  pen.lineTo(-5, 5.5)
  pen.closePath()
  pen.lineWidth = 1.2
  pen.fill()
  pen.stroke()
  if (look === 'alarm') paintRing(pen, colour, 9.5, 1.5)
}

function paintRing(pen: CanvasRenderingContext2D, colour: string, radius: number, width: number): void {
  pen.beginPath()
  pen.arc(0, 0, radius, 0, 2 * Math.PI)
  pen.strokeStyle = colour
  pen.lineWidth = width
  pen.stroke()
}
