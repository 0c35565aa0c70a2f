import { ALL_LOOKS, LOOKS, type Look } from './fleet.ts'
import type { Pixel } from '../trucks/plane.ts'

/** Side of a mark in CSS pixels, ring included. */
const SIDE = 22
/** Headings are drawn to eleven degrees: nobody sees a finer one at this size. */
const HEADINGS = 32

/** Arrows drawn once and stamped many thousand times a second (车辆图标): stamping a picture is far cheaper than filling a shape. */
export interface Marks {
  readonly stamp: (pen: CanvasRenderingContext2D, look: Look, heading: number, at: Pixel) => void
}

export function marksFor(ratio: number): Marks {
  const side = Math.ceil(SIDE * ratio)
  const plate = document.createElement('canvas')
  Object.assign(plate, { width: side * HEADINGS, height: side * ALL_LOOKS.length })
  const pen = plate.getContext('2d')
  if (pen !== null) for (const [row, look] of ALL_LOOKS.entries()) for (let column = 0; column < HEADINGS; column += 1) {
    pen.setTransform(ratio, 0, 0, ratio, (column + 0.5) * side, (row + 0.5) * side)
    paintMark(pen, look, (column / HEADINGS) * 2 * Math.PI)
  }
  return {
    stamp: (onto, look, heading, [x, y]) => {
      const column = Math.round((heading / 360) * HEADINGS) % HEADINGS
      onto.drawImage(plate, column * side, ALL_LOOKS.indexOf(look) * side, side, side, x - SIDE / 2, y - SIDE / 2, SIDE, SIDE)
    },
  }
}

/** A silent truck is a hollow square without direction; an alarm has a ring around its arrow. */
function paintMark(pen: CanvasRenderingContext2D, look: Look, radians: number): void {
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
  pen.moveTo(0, -8)
  pen.lineTo(5.5, 6)
  pen.lineTo(0, 3)
  pen.lineTo(-5.5, 6)
  pen.closePath()
  pen.lineWidth = 1.2
  pen.fill()
  pen.stroke()
  if (look !== 'alarm') return
  pen.beginPath()
  pen.arc(0, 0, 9.5, 0, 2 * Math.PI)
  pen.strokeStyle = colour
  pen.lineWidth = 1.5
  pen.stroke()
}
