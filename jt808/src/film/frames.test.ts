import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { MediaData } from '../stream/media-packet.ts'
import type { MediaUnit } from '../stream/unit-assembly.ts'
import { openFrameMaker } from './frames.ts'
import { nalUnits } from './nal-units.ts'
import { pictureFormOf } from './sequence-set.ts'
import { openTimeline } from './timeline.ts'

const bytesOf = (hex: string): Uint8Array => Uint8Array.from(Buffer.from(hex.replaceAll(' ', ''), 'hex'))
const SETS = '00000001 6742c01e da083640 00000001 68ce3c80'
const KEY = '00000001 6588'
const NEXT = '00000001 61e0'
const unit = (hex: string, atMs: number | bigint, more: { readonly data?: MediaData; readonly payload?: number; readonly afterLoss?: boolean } = {}): MediaUnit => ({ data: 1, payload: 98, relativeMs: BigInt(atMs), bytes: bytesOf(hex), packets: [], afterLoss: false, ...more })
const made = (...units: readonly MediaUnit[]) => {
  const maker = openFrameMaker()
  const all = [...units.flatMap((one) => maker.push(one)), ...maker.end()]
  return { told: all.map((one) => (one.kind === 'form' ? `${one.form.width}×${one.form.height}` : `${one.frame.isKey ? 'key' : 'next'} ${one.frame.atMs}+${one.frame.durationMs} ${Buffer.from(one.frame.bytes).toString('hex')}`)), counts: maker.counts() }
}

describe('ITU-T H.264 Annex B · units of a byte stream', () => {
  test('start codes of three and of four bytes, and zeros at the end of a unit', () => {
    expect(nalUnits(bytesOf('00000001 67 42 000001 68 ce 0000 000001 65 88 80')).map((one) => Buffer.from(one).toString('hex'))).toEqual(['6742', '68ce', '658880'])
  })
  test('bytes without a start code are one unit', () => expect(nalUnits(bytesOf('65 88 80'))).toHaveLength(1))
  test('what is put together is taken apart again', () => {
    const bodies = fc.array(fc.array(fc.integer({ min: 1, max: 255 }), { minLength: 1, maxLength: 30 }), { minLength: 1, maxLength: 6 })
    fc.assert(fc.property(bodies, fc.boolean(), (units, isLong) => {
      const stream = Uint8Array.from(units.flatMap((one) => [...(isLong ? [0] : []), 0, 0, 1, ...one]))
      expect(nalUnits(stream).map((one) => [...one])).toEqual(units)
    }))
  })
})

describe('ITU-T H.264 7.3.2.1.1 · a sequence parameter set', () => {
  // Written by x264 for films of these sizes; 1080 is 1088 less eight rows.
  test.each([
    ['the simulator’s own', '6742c01eda083640', { codec: 'avc1.42C01E', width: 128, height: 96 }],
    ['baseline, 352×288', '6742c00dd9016096c044000003000400000300c83c50a920', { codec: 'avc1.42C00D', width: 352, height: 288 }],
    ['high, 1280×720', '6764001facd9405005bb011000000300100000030320f18319 60', { codec: 'avc1.64001F', width: 1280, height: 720, high: { chroma: 1, luma: 0, colours: 0 } }],
    ['high, 1920×1080 with cropping', '67640028acd940780227e5c044000003000400000300c83c60c658', { codec: 'avc1.640028', width: 1920, height: 1080, high: { chroma: 1, luma: 0, colours: 0 } }],
  ])('%s', (_, hex, form) => expect(pictureFormOf(bytesOf(hex))).toEqual(form))
  test('that ends too early, at any byte, says nothing', () => {
    const whole = bytesOf('6742c01eda083640')
    for (let length = 0; length < 6; length += 1) expect(pictureFormOf(whole.subarray(0, length))).toBeUndefined()
  })
  test('any bytes are answered', () => fc.assert(fc.property(fc.uint8Array({ maxLength: 80 }), (bytes) => {
    const form = pictureFormOf(Uint8Array.from([0x67, 100, 0, 31, ...bytes]))
    expect(form === undefined || (form.width > 0 && form.width <= 8192 && form.height > 0 && form.height <= 8192)).toBe(true)
  })))
})

describe('times of a terminal (时间戳)', () => {
  const times = (...given: readonly bigint[]) => { const line = openTimeline(); return { at: given.map((one) => line.next(one)), jumps: line.jumps() } }
  const [top32, top64] = [2n ** 32n, 2n ** 64n]
  test.each([
    ['begin anywhere', [1_600_000_000_000n, 1_600_000_000_040n], [0, 40], 0],
    ['that run over after 32 bits', [top32 - 20n, 20n], [0, 40], 0],
    ['that run over after 64 bits', [top64 - 20n, 20n], [0, 40], 0],
    ['that stand still are one moment', [5n, 5n], [0, 0], 0],
    ['that leap are the usual step', [0n, 100n, 60_000n, 60_100n], [0, 100, 200, 300], 1],
    ['that go back are the usual step', [1000n, 1100n, 500n, 600n], [0, 100, 200, 300], 1],
    ['ten seconds apart still count', [0n, 10_000n], [0, 10_000], 0],
    ['a millisecond more is a leap', [0n, 10_001n], [0, 40], 1],
  ])('%s', (_, given, at, jumps) => expect(times(...given)).toEqual({ at, jumps }))
  test('never go back, whatever comes', () => fc.assert(fc.property(fc.array(fc.bigInt({ min: 0n, max: top64 - 1n })), (given) => {
    const { at } = times(...given)
    expect(at).toEqual(at.toSorted((one, other) => one - other))
  })))
})

describe('pictures of a film (ISO/IEC 14496-15)', () => {
  test('each lasts until the next; the last as long as the one before', () => {
    expect(made(unit(`${SETS}${KEY}`, 1000), unit(NEXT, 1100)).told).toEqual(['128×96', 'key 0+100 000000026588', 'next 100+100 0000000261e0'])
  })
  test('parameters that come by themselves belong to the next picture', () => expect(made(unit(SETS, 1000), unit(KEY, 1000), unit(NEXT, 1040)).told).toHaveLength(3))
  test('slices that come one by one are one picture', () => {
    expect(made(unit(`${SETS}${KEY}`, 0), unit('000001 6540', 0), unit(NEXT, 40)).told).toEqual(['128×96', 'key 0+40 00000002658800000002 6540'.replace(' 6540', '6540'), 'next 40+40 0000000261e0'])
  })
  test('before a key frame, and after a loss until the next, pictures are left out and counted', () => {
    const { told, counts } = made(unit(NEXT, 0), unit(`${SETS}${KEY}`, 40), unit(NEXT, 80, { afterLoss: true }), unit(NEXT, 120), unit(KEY, 160))
    expect(told).toEqual(['128×96', 'key 40+40 000000026588', 'key 160+40 000000026588'])
    expect(counts).toMatchObject({ frames: 2, withoutKey: 3 })
  })
  test('another size is told before its first picture', () => {
    expect(made(unit(`${SETS}${KEY}`, 0), unit(`00000001 6742c00dd9016096c044000003000400000300c83c50a920 00000001 68ce3c80 ${KEY}`, 40)).told).toEqual(['128×96', 'key 0+40 000000026588', '352×288', 'key 40+40 000000026588'])
  })
  test.each([
    ['sound', { data: 3 }, { sound: 1 }],
    ['what passes through', { data: 4 }, { passed: 1 }],
    ['H.265', { payload: 99 }, { otherCoding: 1 }],
    ['a B picture', { data: 2 }, { bPictures: 1 }],
  ] as const)('%s is left out and counted', (_, more, counts) => expect(made(unit(KEY, 0, more))).toMatchObject({ told: [], counts }))
  test('any units are answered', () => fc.assert(fc.property(fc.array(fc.uint8Array({ maxLength: 60 })), (many) => {
    expect(made(...many.map((bytes, at) => ({ ...unit('', at * 40), bytes: Uint8Array.from([0, 0, 1, ...bytes]) }))).counts.frames).toBeLessThanOrEqual(many.length)
  })))
})
