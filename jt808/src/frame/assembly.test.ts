import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { openAssembly, USUAL_LIMITS, type Accepted } from './assembly.ts'
import { readDatagram, type Frame } from './frame-reader.ts'
import { MOST_BODY, type Header } from './header.ts'
import { writeFrames } from './write-frame.ts'

const HEAD: Header = { id: 0x0801, is2019: true, protocolVersion: 1, phone: '13800138000', serial: 65_534, encryption: 0, reserved: false }
const BODY = Uint8Array.from({ length: MOST_BODY * 3 + 7 }, (_, index) => index * 7)

function partsOf(header: Header, body: Uint8Array): readonly Frame[] {
  return (writeFrames(header, body) ?? []).flatMap((bytes) => readDatagram(bytes)).flatMap((heard) => (heard.kind === 'frame' ? [heard] : []))
}
const kinds = (accepted: readonly Accepted[]): readonly string[] => accepted.map((one) => (one.kind === 'refused' ? one.code : one.kind))
const PARTS = partsOf(HEAD, BODY)
const some = (...places: readonly number[]): readonly Frame[] => places.flatMap((place) => PARTS[place] ?? [])

describe('JT/T 808 第 4.4.3 条 · a message in parts', () => {
  test('is whole when the last part is there, in whatever order they come', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 }), (order) => {
        const assembly = openAssembly()
        const accepted = some(...order).map((part) => assembly.accept(part, 0))
        expect(kinds(accepted)).toEqual(['waiting', 'waiting', 'waiting', 'whole'])
        expect(accepted.at(-1)).toEqual({ kind: 'whole', header: HEAD, body: BODY })
        expect(assembly.held()).toEqual({ messages: 0, bytes: 0 })
      }),
    )
  })
  test('a message that is no part is whole as it is', () => {
    const [only] = partsOf({ ...HEAD, id: 2 }, new Uint8Array())
    expect(only === undefined ? undefined : openAssembly().accept(only, 0)).toMatchObject({ kind: 'whole', body: new Uint8Array() })
  })
  test('a part that comes twice changes nothing; with other bytes it spoils the message', () => {
    const assembly = openAssembly()
    const [first] = PARTS
    if (first === undefined) throw new Error('no part')
    expect(kinds([assembly.accept(first, 0), assembly.accept(first, 0), assembly.accept({ ...first, body: new Uint8Array(3) }, 0)])).toEqual(['waiting', 'repeated', 'contradicts'])
    expect(assembly.held()).toEqual({ messages: 0, bytes: 0 })
  })
  test('two messages of one kind are never mixed', () => {
    const assembly = openAssembly()
    const other = partsOf({ ...HEAD, serial: 100 }, BODY.map((byte) => byte ^ 0xff))
    const accepted = PARTS.flatMap((part, index) => [assembly.accept(part, 0), ...other.slice(index, index + 1).map((one) => assembly.accept(one, 0))])
    expect(accepted.filter(({ kind }) => kind === 'whole')).toEqual([{ kind: 'whole', header: HEAD, body: BODY }, { kind: 'whole', header: { ...HEAD, serial: 100 }, body: BODY.map((byte) => byte ^ 0xff) }])
  })
})

describe('0x8003 补传分包请求 · parts that do not come', () => {
  const { askAfterMs } = USUAL_LIMITS
  test('are asked for when it has been quiet, so often, and then the message is given up', () => {
    const assembly = openAssembly()
    for (const part of some(0, 2)) assembly.accept(part, 1000)
    expect(assembly.due(1000 + askAfterMs - 1)).toEqual([])
    // The beginning is there, and tells of which picture it is.
    const asked = { id: 0x0801, serial: 65_534, indexes: [2, 4], beginning: some(0)[0]?.body }
    expect([1, 2, 3, 4].map((times) => assembly.due(1000 + askAfterMs * times))).toEqual([[{ kind: 'ask', ...asked }], [{ kind: 'ask', ...asked }], [{ kind: 'ask', ...asked }], [{ kind: 'lapsed', ...asked }]])
    expect(assembly.held()).toEqual({ messages: 0, bytes: 0 })
  })
  test('a part that was asked for completes the message, even with a serial of its own', () => {
    const assembly = openAssembly()
    for (const part of some(0, 1, 3)) assembly.accept(part, 0)
    const late = some(2).map((part) => ({ ...part, header: { ...part.header, serial: 500 } }))
    assembly.due(askAfterMs)
    expect(late.map((part) => assembly.accept(part, askAfterMs))).toEqual([{ kind: 'whole', header: HEAD, body: BODY }])
  })
  test('a part with a serial of its own that nobody asked for belongs to no other message', () => {
    const assembly = openAssembly()
    for (const part of some(0, 1, 3)) assembly.accept(part, 0)
    expect(kinds(some(2).map((part) => assembly.accept({ ...part, header: { ...part.header, serial: 500 } }, 0)))).toEqual(['waiting'])
    expect(assembly.held().messages).toBe(2)
  })
})

describe('the memory of one terminal is bounded', () => {
  test('by the number of messages: the oldest gives way', () => {
    const assembly = openAssembly({ ...USUAL_LIMITS, messages: 2 })
    for (const serial of [0, 1000, 2000]) for (const part of partsOf({ ...HEAD, serial }, BODY).slice(0, 1)) assembly.accept(part, 0)
    expect(assembly.held().messages).toBe(2)
    expect(assembly.due(USUAL_LIMITS.askAfterMs).map(({ serial }) => serial)).toEqual([1000, 2000])
  })
  test('by the number of bytes, whatever comes', () => {
    const limits = { ...USUAL_LIMITS, bytes: 3000 }
    const parts = fc.record({ serial: fc.nat(20), index: fc.integer({ min: 1, max: 9 }), size: fc.nat(1023), nowMs: fc.nat(100_000) })
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 60 }), (all) => {
        const assembly = openAssembly(limits)
        for (const { serial, index, size, nowMs } of all) {
          assembly.accept({ kind: 'frame', header: { ...HEAD, serial, part: { total: 9, index } }, body: new Uint8Array(size) }, nowMs)
          expect(assembly.held().bytes).toBeLessThanOrEqual(limits.bytes)
          expect(assembly.held().messages).toBeLessThanOrEqual(limits.messages)
          assembly.due(nowMs)
        }
      }),
    )
  })
})
