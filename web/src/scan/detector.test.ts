import { describe, expect, test } from 'vitest'
import { firstCode, readerHere, type CodeReader } from './detector.ts'

const browserWith = (formats: readonly string[]) => ({
  BarcodeDetector: class {
    static getSupportedFormats = () => Promise.resolve(formats)
    readonly formats: readonly string[]
    constructor({ formats: wanted }: { readonly formats: readonly string[] }) {
      this.formats = wanted
    }
    detect = () => Promise.resolve([{ rawValue: this.formats.join() }])
  },
})
const PICTURE = new Blob([])
/** A reader that sees these, one a look. */
function seeing(...looks: readonly (string | Error | undefined)[]): CodeReader & { readonly looked: () => number } {
  let look = 0
  return {
    looked: () => look,
    detect: () => {
      const seen = looks[look]
      look += 1
      if (seen instanceof Error) return Promise.reject(seen)
      return Promise.resolve(seen === undefined ? [] : [{ rawValue: seen }])
    },
  }
}
const looking = (reader: CodeReader, isOver = () => false) => firstCode({ reader, source: PICTURE, isOver, wait: () => Promise.resolve() })

describe('whether this browser reads codes', () => {
  test('one that has no reader does not', async () => expect(await readerHere({})).toBeUndefined())
  test('one whose reader knows no QR code does not', async () => expect(await readerHere(browserWith(['ean_13']))).toBeUndefined())
  test('one whose reader does not say what it reads does not', async () => expect(await readerHere({ BarcodeDetector: 'yes' })).toBeUndefined())
  test('one that does is asked for what we want and it can', async () => {
    const reader = await readerHere(browserWith(['qr_code', 'aztec', 'code_128']))
    expect(await reader?.detect(PICTURE)).toEqual([{ rawValue: 'qr_code,code_128' }])
  })
})

describe('looking for a code', () => {
  test('goes on over frames without one, and over frames that cannot be read', async () => expect(await looking(seeing(undefined, new Error('not ready'), '', '914403001922038216'))).toBe('914403001922038216'))
  test('ends when the person leaves, and then nothing is taken any more', async () => {
    const reader = seeing()
    expect(await looking(reader, () => reader.looked() >= 3)).toBeUndefined()
    const late = seeing('too late')
    expect(await looking(late, () => late.looked() >= 1)).toBeUndefined()
  })
})
