import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { gbkText } from './bytes/text.ts'
import { readDatagram, type Frame, type Heard } from './frame/frame-reader.ts'
import { versionOf } from './frame/header.ts'
import { writeFrame } from './frame/write-frame.ts'
import { decodeMessage, encodeMessage, type Decoded } from './message.ts'

const PROJECT = resolve(import.meta.dirname, '../..')
const VECTORS = resolve(PROJECT, process.env.ZS_SHARED ?? '../shared', 'trucks/vectors.jsonl')

interface Vector {
  readonly id: number
  readonly source: string
  readonly hex: string
  readonly frame: boolean
  readonly message_id?: string
}
const vectors: readonly Vector[] = readFileSync(VECTORS, 'utf8').trim().split('\n').map((line) => JSON.parse(line))
const bytesOf = (hex: string): Uint8Array => Uint8Array.from(Buffer.from(hex, 'hex'))
const decoder = new TextDecoder('gbk')
const text = gbkText((bytes) => decoder.decode(bytes))

const heard = new Map<number, readonly Heard[]>(vectors.filter(({ frame }) => frame).map(({ id, hex }) => [id, readDatagram(bytesOf(hex))]))
const framesOf = (id: number): readonly Frame[] => (heard.get(id) ?? []).flatMap((one) => (one.kind === 'frame' ? [one] : []))
const decodeFrame = ({ header, body }: Frame): Decoded => decodeMessage(header.id, body, { version: versionOf(header, 2013), text })

/** Frames that are a whole message: a part alone says nothing that could be checked. */
const wholeOf = (id: number): readonly Frame[] => framesOf(id).filter(({ header }) => header.part === undefined)
const sorted = (bytes: Uint8Array): string => Buffer.from(bytes.toSorted((one, other) => one - other)).toString('hex')

function isWrittenAgain(frame: Frame): boolean {
  const decoded = decodeFrame(frame)
  if (!decoded.ok || decoded.unread > 0 || decoded.message.name === 'unknown') return true
  if (decoded.message.name === 'locationBatch' && decoded.message.body.refused.length > 0) return true
  const { name, body } = decoded.message
  const encoded = encodeMessage(name, body, { version: decoded.version, text })
  return encoded.ok && (encoded.body.every((byte, index) => byte === frame.body[index]) || sorted(encoded.body) === sorted(frame.body))
}

/** A report with its second coordinate first. */
const placesChanged = (body: Uint8Array): Uint8Array => Uint8Array.from([...body.subarray(0, 8), ...body.subarray(12, 16), ...body.subarray(8, 12), ...body.subarray(16)])

/** A frame as plainly as can be, to compare with: whether escapes, length and checksum are right. */
function plainlyRight(bytes: Uint8Array): boolean {
  const inner = [...bytes.subarray(1, -1)]
  if (bytes[0] !== 0x7e || bytes.at(-1) !== 0x7e || inner.includes(0x7e)) return false
  const hex = Buffer.from(inner).toString('hex').replace(/../g, '$& ')
  if (/7d (?!0[12] )/.test(hex)) return false
  const plain = bytesOf(hex.replaceAll('7d 02 ', '~').replaceAll('7d 01 ', '7d').replaceAll('~', '7e').replaceAll(' ', ''))
  const attributes = ((plain[2] ?? 0) << 8) | (plain[3] ?? 0)
  const head = 12 + (attributes & 0x4000 ? 5 : 0) + (attributes & 0x2000 ? 4 : 0)
  return plain.length === head + (attributes & 0x3ff) + 1 && plain.reduce((sum, byte) => sum ^ byte, 0) === 0
}

/** Frames with escapes, length and checksum in order that are refused all the same: phones that are no BCD. */
const REFUSED_PHONES = [20, 32]
/** Two frames in a row. */
const TWO_FRAMES = [374]

/** Reports that their suites only hold to be well formed: latitude and longitude have changed places, and latitude 116 is nowhere. */
const NOWHERE = [302, 316, 355, 362, 363, 382, 559, 560, 612]
/** The same within a batch, whose other reports are read. */
const NOWHERE_IN_BATCH = [308, 312, 565, 566]
/** Answers without a body and a parameter without its end, which their suites made as templates and as broken. */
const CUT = [304, 314, 315, 322, 357, 366, 376]
/** A third way of identifying an alarm, without the terminal in front of it. */
const OTHER_DIALECT = [344]
/** Written otherwise than they came: padding, an empty list that may be left out, a longer dialect, bytes that are no text. */
const OTHERWISE = [187, 216, 225, 296, 297, 298, 343, 535, 589, 590]

describe('frames from the suites of others', () => {
  test('are there', () => expect([vectors.length, heard.size]).toEqual([612, 469]))
  test('those that are right are read, the others are refused and counted', () => {
    const wrong = vectors.filter(({ id, hex, frame }) => {
      if (!frame) return false
      const right = (plainlyRight(bytesOf(hex)) && !REFUSED_PHONES.includes(id)) || TWO_FRAMES.includes(id)
      const kinds = (heard.get(id) ?? []).map(({ kind }) => kind)
      return right ? !kinds.every((kind) => kind === 'frame') : kinds.length === 0 || !kinds.includes('broken')
    })
    expect(wrong.map(({ id }) => id)).toEqual([])
    expect(REFUSED_PHONES.flatMap((id) => (heard.get(id) ?? []).map((one) => one.kind === 'broken' && one.code))).toEqual(['wrong-phone', 'wrong-phone'])
    expect(TWO_FRAMES.map((id) => framesOf(id).length)).toEqual([2])
  })
  test('those that are right are written again as they were', () => {
    const changed = vectors.filter(({ id, hex, frame }) => frame && plainlyRight(bytesOf(hex)) && framesOf(id).some(({ header, body }) => Buffer.from(writeFrame(header, body) ?? []).toString('hex') !== hex.toLowerCase()))
    expect(changed.map(({ id }) => id)).toEqual([])
  })
  test('every body is understood, but for those that say nothing or are nowhere', () => {
    const refused = [...heard.keys()].flatMap((id) => wholeOf(id).map(decodeFrame).flatMap((decoded) => (decoded.ok ? [] : [{ id, code: decoded.fault.code }])))
    expect(refused.filter(({ code }) => code === 'not-a-position').map(({ id }) => id)).toEqual(NOWHERE)
    expect(NOWHERE.flatMap((id) => wholeOf(id).map(({ header, body }) => decodeFrame({ kind: 'frame', header, body: placesChanged(body) }).ok))).toEqual(NOWHERE.map(() => true))
    const batches = [...heard.keys()].filter((id) => wholeOf(id).map(decodeFrame).some((decoded) => decoded.ok && decoded.message.name === 'locationBatch' && decoded.message.body.refused.length > 0))
    expect(batches).toEqual(NOWHERE_IN_BATCH)
    expect(refused.filter(({ code }) => code === 'too-short').map(({ id }) => id)).toEqual(CUT)
    expect(refused.filter(({ code }) => code !== 'too-short' && code !== 'not-a-position').map(({ id }) => id)).toEqual(OTHER_DIALECT)
  })
  test('what was understood is written again as it came, items of a report perhaps in another order', () => {
    const otherwise = [...heard.keys()].filter((id) => wholeOf(id).some((frame) => !isWrittenAgain(frame)))
    expect(otherwise.filter((id) => !OTHERWISE.includes(id))).toEqual([])
  })
})
