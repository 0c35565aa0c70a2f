import type { Drawn } from '../trucks/drawn.ts'
import { metresIn, stepOf } from '../trucks/plane.ts'
import type { Sheet } from './sheet.ts'

interface Ink {
  readonly line: string
  readonly fill?: string
  readonly dashes: readonly number[]
}
/** As the register draws them. */
const INKS: Readonly<Record<Drawn['kind'], Ink>> = {
  site: { line: '#8a4f00', fill: '#d98a1f33', dashes: [] },
  disposal: { line: '#2a7a4b', fill: '#2a7a4b33', dashes: [] },
  route: { line: '#7f9cc7', dashes: [] },
  zone: { line: '#b3261e', fill: '#b3261e22', dashes: [6, 3] },
  road: { line: '#6b7685', dashes: [2, 5] },
  gate: { line: '#1c2530', fill: '#ffffff', dashes: [] },
}
/** From so far away names would cover the map. */
const NAMED_BELOW = 25
const GATE = 4
const FONT = '12px "Noto Sans SC Variable", sans-serif'

/** What stands still (底图): grid, sites, disposal sites, routes, closed areas, the scale. */
export function paintGround(sheet: Sheet, ground: readonly Drawn[]): void {
  const { pen, size: { width, height }, view } = sheet
  pen.fillStyle = '#fbfcfe'
  pen.fillRect(0, 0, width, height)
  paintGrid(sheet)
  for (const drawn of ground) paintShape(sheet, drawn)
  pen.setLineDash([])
  if (view.metresPerPixel < NAMED_BELOW) for (const { kind, of, points, name } of ground) {
    const place = points[of === 'line' ? Math.floor(points.length / 2) : 0]
    if (place !== undefined && kind !== 'gate') write(sheet, name, sheet.pixel(place))
  }
  paintScale(sheet)
}

/** Letters with a light edge, readable over lines. */
export function write({ pen }: Sheet, text: string, [x, y]: readonly [number, number]): void {
  pen.font = FONT
  pen.textAlign = 'center'
  pen.lineWidth = 3
  pen.strokeStyle = '#ffffff'
  pen.strokeText(text, x, y - 6)
  pen.fillStyle = '#1c2530'
  pen.fillText(text, x, y - 6)
}

function paintGrid({ pen, size: { width, height }, view, pixel }: Sheet): void {
  const step = stepOf(view) / view.metresPerPixel
  // The grid hangs on a fixed place, so that it moves with the paper.
  const [x, y] = pixel([Math.round(view.centre[0] * 10) / 10, Math.round(view.centre[1] * 10) / 10])
  pen.beginPath()
  for (let column = x % step; column < width; column += step) {
    pen.moveTo(column, 0)
    pen.lineTo(column, height)
  }
  for (let row = y % step; row < height; row += step) {
    pen.moveTo(0, row)
    pen.lineTo(width, row)
  }
  pen.lineWidth = 1
  pen.strokeStyle = '#e4eaf2'
  pen.setLineDash([])
  pen.stroke()
}

function paintShape({ pen, pixel }: Sheet, { kind, of, points }: Drawn): void {
  const { line, fill, dashes } = INKS[kind]
  const [first, ...rest] = points.map(pixel)
  if (first === undefined) return
  pen.beginPath()
  if (of === 'point') pen.arc(first[0], first[1], GATE, 0, 2 * Math.PI)
  else {
    pen.moveTo(...first)
    for (const place of rest) pen.lineTo(...place)
  }
  if (of === 'area') pen.closePath()
  if (fill !== undefined && of !== 'line') {
    pen.fillStyle = fill
    pen.fill()
  }
  pen.strokeStyle = line
  pen.lineWidth = of === 'line' ? 3 : 2
  pen.lineJoin = 'round'
  pen.setLineDash([...dashes])
  pen.stroke()
}

function paintScale(sheet: Sheet): void {
  const { pen, size: { width, height }, view } = sheet
  const metres = stepOf(view)
  const long = metres / view.metresPerPixel
  pen.beginPath()
  pen.moveTo(12, height - 17)
  pen.lineTo(12, height - 12)
  pen.lineTo(12 + long, height - 12)
  pen.lineTo(12 + long, height - 17)
  pen.strokeStyle = '#3d4653'
  pen.lineWidth = 1.5
  pen.stroke()
  write(sheet, metresIn(metres), [12 + long / 2, height - 14])
  write(sheet, '北 ↑', [width - 26, height - 6])
}
