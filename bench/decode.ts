import { gbkText } from '@zhunsheng/jt808/bytes/text.ts'
import { openFrameReader } from '@zhunsheng/jt808/frame/frame-reader.ts'
import { writeFrame } from '@zhunsheng/jt808/frame/write-frame.ts'
import { decodeMessage, encodeMessage } from '@zhunsheng/jt808/message.ts'
import type { Location } from '@zhunsheng/jt808/location/location.ts'
import { plainBody, plainFrames, type PlainReport } from './decode/plain.ts'
import { mustAgree, repeat, type Benchmark } from './match.ts'

const decoder = new TextDecoder('gbk')
const text = gbkText((bytes) => decoder.decode(bytes))
const HOW = { version: 2019, text } as const
const LOCATION_ID = 0x0200
const MINUTE_MS = 60_000

/** A day of one truck, a report a minute, with the six items that terminals usually add; escapes come as chance has them in such numbers. */
const REPORTS = Array.from({ length: 1440 }, (_, minute): Location => ({
  alarms: minute % 50 === 0 ? 2 : 0,
  status: 0x0004_0003,
  latitudeE6: 29_500_000 + ((minute * 7919) % 90_000),
  longitudeE6: 106_400_000 + ((minute * 104_729) % 120_000),
  altitudeM: 250 + (minute % 60),
  speedTenthsKmh: (minute * 37) % 800,
  courseDegrees: (minute * 11) % 360,
  atMs: 1_614_528_000_000 + minute * MINUTE_MS,
  mileageTenthsKm: 1_234_567 + minute,
  fuelTenthsL: 2000 - minute,
  recorderSpeedTenthsKmh: (minute * 37) % 800,
  signals: minute % 16,
  signalStrength: 20 + (minute % 12),
  satellites: 8 + (minute % 10),
  others: [],
}))

const BODIES = REPORTS.map((report) => {
  const encoded = encodeMessage('location', report, HOW)
  if (!encoded.ok) throw new Error(`a report does not fit: ${encoded.fault.field}`)
  return encoded.body
})
const FRAMES = BODIES.map((body, serial) => writeFrame({ id: LOCATION_ID, is2019: true, protocolVersion: 1, phone: '13800138000', serial, encryption: 0, reserved: false }, body) ?? new Uint8Array())
/** The day as it arrives: in pieces as a socket gives them, which do not end where frames do. */
const STREAM = Buffer.concat(FRAMES)
const PIECE = 1460
const PIECES = Array.from({ length: Math.ceil(STREAM.length / PIECE) }, (_, index) => STREAM.subarray(index * PIECE, (index + 1) * PIECE))

/** What was read is kept for a moment, so that nobody is spared making it. */
const KEPT = 64
const kept: unknown[] = Array.from({ length: KEPT })
let next = 0
const keep = (read: unknown): void => {
  kept[next++ % KEPT] = read
}

/** Reading location reports (0x0200) with six additional items, against a decoder that cuts buffers. */
export const DECODE: Benchmark = {
  name: 'decode',
  says: 'a location report with six items, from its body and from the stream',
  open: () => {
    const notes = [compared(), `${(STREAM.length / FRAMES.length).toFixed(1)} bytes a frame on the wire`]
    return Promise.resolve([
      { name: '0x0200 from its body', unit: 'reports', target: 1_000_000, product: { name: 'jt808', work: ourBodies }, peers: [{ name: 'Buffer slices', work: plainBodies }], notes },
      { name: '0x0200 from the stream', unit: 'reports', target: 1_000_000, product: { name: 'jt808', work: ourStream }, peers: [{ name: 'Buffer slices', work: plainStream }], notes: [] },
    ])
  },
}

const ourBodies = (ms: number) =>
  repeat(ms, BODIES.length, () => {
    for (const body of BODIES) keep(decodeMessage(LOCATION_ID, body, HOW))
  })
const plainBodies = (ms: number) =>
  repeat(ms, BODIES.length, () => {
    for (const body of BUFFERS) keep(plainBody(body))
  })

const ourStream = (ms: number) =>
  repeat(ms, FRAMES.length, () => {
    const reader = openFrameReader()
    for (const piece of PIECES)
      for (const heard of reader.feed(piece))
        if (heard.kind === 'frame') keep({ phone: heard.header.phone, read: decodeMessage(heard.header.id, heard.body, HOW) })
  })
const plainStream = (ms: number) =>
  repeat(ms, FRAMES.length, () => {
    let rest: Buffer = Buffer.alloc(0)
    for (const piece of PIECES) {
      const { reports, left } = plainFrames(Buffer.concat([rest, piece]))
      rest = left
      for (const report of reports) keep(report)
    }
  })

const BUFFERS = BODIES.map((body) => Buffer.from(body))

/** Both sides have read the whole day, and every field of it is the same. */
function compared(): string {
  const reader = openFrameReader()
  const ours = PIECES.flatMap((piece) => reader.feed(piece)).flatMap((heard) => {
    if (heard.kind !== 'frame') return []
    const decoded = decodeMessage(heard.header.id, heard.body, HOW)
    return decoded.ok && decoded.message.name === 'location' ? [{ phone: heard.header.phone, report: plainOf(decoded.message.body) }] : []
  })
  const theirs = plainFrames(STREAM).reports.map(({ phone, report }) => ({ phone, report: { ...report, atMs: report.at.getTime(), at: undefined } }))
  mustAgree(ours.length === REPORTS.length && theirs.length === REPORTS.length, 'number of reports')
  for (const [index, one] of ours.entries()) mustAgree(JSON.stringify(one) === JSON.stringify(theirs[index]), `report ${index}`)
  return `same answers: ${ours.length} reports, every field`
}

function plainOf(of: Location): Omit<PlainReport, 'at'> & { readonly atMs: number } {
  return {
    alarms: of.alarms, status: of.status, latitude: of.latitudeE6, longitude: of.longitudeE6, altitude: of.altitudeM, speed: of.speedTenthsKmh, course: of.courseDegrees,
    mileage: of.mileageTenthsKm ?? 0, fuel: of.fuelTenthsL ?? 0, recorderSpeed: of.recorderSpeedTenthsKmh ?? 0, signals: of.signals ?? 0, strength: of.signalStrength ?? 0, satellites: of.satellites ?? 0, atMs: of.atMs,
  }
}
