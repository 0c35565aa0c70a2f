import { crc32, deflateSync } from 'node:zlib'

const WIDTH = 800
const HEIGHT = 450
type Colour = readonly [red: number, green: number, blue: number]

/** What a picture of the demonstration shows: a truck of this colour, with or without a cover on its load, at this moment. */
export interface Scene {
  readonly stamp: string
  readonly truck: Colour
  readonly covered: boolean
  /** Hardly to be recognised, as at night in rain. */
  readonly dim?: boolean
}

/** Three by five points a sign, row by row from the top. */
const SIGNS: Readonly<Record<string, string>> = {
  '0': '111101101101111', '1': '010110010010111', '2': '111001111100111', '3': '111001111001111', '4': '101101111001001', '5': '111100111001111',
  '6': '111100111101111', '7': '111001001001001', '8': '111101111101111', '9': '111101111001111', ':': '000010000010000', '-': '000000111000000',
}
const SIGN_WIDTH = 3

/** A drawn picture (示意图), PNG: nobody's truck, nobody's street. */
export function picture({ stamp, truck, covered, dim = false }: Scene): Buffer {
  const rows = Buffer.alloc(HEIGHT * (WIDTH * 3 + 1))
  const paint = (left: number, top: number, width: number, height: number, [red, green, blue]: Colour) => {
    for (let y = top; y < top + height; y += 1) for (let x = left; x < left + width; x += 1) rows.set(dim ? [red >> 2, green >> 2, (blue >> 2) + 8] : [red, green, blue], y * (WIDTH * 3 + 1) + 1 + x * 3)
  }
  paint(0, 0, WIDTH, 200, [176, 201, 224])
  for (let house = 0; house < 8; house += 1) paint(house * 100 + 6, 60 + ((house * 37) % 70), 84, 160, [150 + ((house * 13) % 40), 150, 145])
  paint(0, 210, WIDTH, 240, [96, 98, 102])
  for (let line = 0; line < 6; line += 1) paint(line * 140 + 20, 392, 80, 8, [235, 235, 225])
  paint(210, 190, 300, 120, truck)
  paint(222, covered ? 176 : 150, 276, covered ? 16 : 42, covered ? [58, 84, 70] : [132, 100, 66])
  paint(518, 206, 96, 104, [truck[0] >> 1, truck[1] >> 1, truck[2] >> 1])
  paint(560, 218, 46, 36, [190, 214, 230])
  for (const wheel of [250, 330, 440, 560]) paint(wheel, 300, 44, 44, [28, 28, 30])
  paint(0, 0, WIDTH, 34, [10, 12, 14])
  write(stamp, 12, 7, 4, (x, y, size) => paint(x, y, size, size, [240, 240, 240]))
  return png(rows)
}

function write(text: string, left: number, top: number, size: number, dot: (x: number, y: number, size: number) => void): void {
  for (const [index, sign] of [...text].entries())
    for (const [place, mark] of [...(SIGNS[sign] ?? '')].entries()) if (mark === '1') dot(left + (index * (SIGN_WIDTH + 1) + (place % SIGN_WIDTH)) * size, top + Math.floor(place / SIGN_WIDTH) * size, size)
}

function png(rows: Buffer): Buffer {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(WIDTH, 0)
  head.writeUInt32BE(HEIGHT, 4)
  head.set([8, 2, 0, 0, 0], 8)
  return Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), chunk('IHDR', head), chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))])
}
function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data])
  const [size, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  size.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([size, body, sum])
}
