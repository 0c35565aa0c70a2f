/** What the peer reads of a location report. */
export interface PlainReport {
  readonly alarms: number
  readonly status: number
  readonly latitude: number
  readonly longitude: number
  readonly altitude: number
  readonly speed: number
  readonly course: number
  readonly mileage: number
  readonly fuel: number
  readonly recorderSpeed: number
  readonly signals: number
  readonly strength: number
  readonly satellites: number
  readonly at: Date
}

const DELIMITER = 0x7e
const HEAD_2019 = 17

/** Frames as one writes it down first: cut at the delimiters, unescape, sum up, cut again. Bytes after the last whole frame are left. */
export function plainFrames(stream: Buffer): { readonly reports: readonly { readonly phone: string; readonly report: PlainReport }[]; readonly left: Buffer } {
  const reports = []
  let at = 0
  for (;;) {
    const start = stream.indexOf(DELIMITER, at)
    const end = start < 0 ? -1 : stream.indexOf(DELIMITER, start + 1)
    if (end < 0) break
    const frame = unescaped(stream.subarray(start + 1, end))
    if (frame.reduce((sum, byte) => sum ^ byte, 0) === 0 && frame.readUInt16BE(0) === 0x0200)
      reports.push({ phone: frame.subarray(5, 15).toString('hex').replace(/^0+/, ''), report: plainBody(frame.subarray(HEAD_2019, -1)) })
    at = end + 1
  }
  return { reports, left: stream.subarray(at) }
}

function unescaped(bytes: Buffer): Buffer {
  const out: number[] = []
  for (let index = 0; index < bytes.length; index += 1) {
    const byte = bytes[index] ?? 0
    if (byte === 0x7d) {
      index += 1
      out.push(bytes[index] === 1 ? 0x7d : 0x7e)
    } else out.push(byte)
  }
  return Buffer.from(out)
}

/** A body field by field, each from a slice of its own, the time by way of its digits. */
export function plainBody(body: Buffer): PlainReport {
  const items = new Map<number, Buffer>()
  for (let rest = body.subarray(28); rest.length >= 2; rest = rest.subarray(2 + (rest[1] ?? 0))) items.set(rest[0] ?? 0, rest.subarray(2, 2 + (rest[1] ?? 0)))
  const number = (id: number): number => {
    const item = items.get(id)
    return item === undefined ? 0 : item.readUIntBE(0, item.length)
  }
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = (body.subarray(22, 28).toString('hex').match(/../g) ?? []).map(Number)
  return {
    alarms: body.subarray(0, 4).readUInt32BE(),
    status: body.subarray(4, 8).readUInt32BE(),
    latitude: body.subarray(8, 12).readUInt32BE(),
    longitude: body.subarray(12, 16).readUInt32BE(),
    altitude: body.subarray(16, 18).readUInt16BE(),
    speed: body.subarray(18, 20).readUInt16BE(),
    course: body.subarray(20, 22).readUInt16BE(),
    mileage: number(0x01),
    fuel: number(0x02),
    recorderSpeed: number(0x03),
    signals: number(0x25),
    strength: number(0x30),
    satellites: number(0x31),
    at: new Date(Date.UTC(2000 + year, month - 1, day, hour - 8, minute, second)),
  }
}
