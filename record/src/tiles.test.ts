import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { entriesPath, entryBundle, readEntryBundle, readTile, readTilePath, tilePath } from './tiles.ts'

describe('C2SP tlog-tiles · paths', () => {
  test.each([
    ['the first full tile', { level: 0, index: 0n, width: 256 }, 'tile/0/000'],
    ['three digits an element', { level: 0, index: 1234067n, width: 256 }, 'tile/0/x001/x234/067'],
    ['exactly a thousand', { level: 2, index: 1000n, width: 256 }, 'tile/2/x001/000'],
    ['a partial tile', { level: 1, index: 1n, width: 17 }, 'tile/1/001.p/17'],
    ['the highest level', { level: 63, index: 0n, width: 1 }, 'tile/63/000.p/1'],
  ])('%s', (_, tile, path) => {
    expect(tilePath(tile)).toBe(path)
    expect(readTilePath(path)).toEqual({ ok: true, value: tile })
  })

  test('entry bundles are beside the tiles', () => {
    expect(entriesPath({ index: 273n, width: 112 })).toBe('tile/entries/273.p/112')
    expect(readTilePath('tile/entries/273.p/112')).toEqual({ ok: true, value: { entries: { index: 273n, width: 112 } } })
  })

  test('every tile reads back', () => {
    const tiles = fc.record({ level: fc.nat(63), index: fc.bigInt({ min: 0n, max: 2n ** 56n }), width: fc.integer({ min: 1, max: 256 }) })
    fc.assert(
      fc.property(tiles, (tile) => {
        expect(readTilePath(tilePath(tile))).toEqual({ ok: true, value: tile })
      }),
    )
  })

  test.each([
    'tile/0/0', 'tile/0/0000', 'tile/0/x000/001', 'tile/00/001', 'tile/64/000', 'tile/0/001.p/0', 'tile/0/001.p/256',
    'tile/0/001.p/017', 'tile/0/x001', 'tile/0/001/002', 'tile/-1/000', 'tile/0/000/', 'tile/entries/', '/tile/0/000', 'tile/0/../000',
  ])('refuses %s', (path) => {
    expect(readTilePath(path).ok).toBe(false)
  })
})

describe('C2SP tlog-tiles · entry bundles and tiles as bytes', () => {
  test('entries of any length read back', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 400 }), { maxLength: 20 }), (entries) => {
        expect(readEntryBundle(entryBundle(entries))).toEqual({ ok: true, value: entries })
      }),
    )
  })

  test('a bundle that breaks off, or holds too much, is refused', () => {
    expect(readEntryBundle(Uint8Array.of(0)).ok).toBe(false)
    expect(readEntryBundle(Uint8Array.of(0, 2, 1)).ok).toBe(false)
    expect(readEntryBundle(new Uint8Array(2 * 257)).ok).toBe(false)
    expect(readEntryBundle(new Uint8Array(2 * 256)).ok).toBe(true)
  })

  test('an entry too long for its length field is a fault', () => {
    expect(() => entryBundle([new Uint8Array(65_536)])).toThrow(RangeError)
    expect(readEntryBundle(entryBundle([new Uint8Array(65_535)])).ok).toBe(true)
  })

  test('a stored tile may have grown wider than what is asked of it, but not narrower', () => {
    expect(readTile(new Uint8Array(64), 1)).toEqual({ ok: true, value: [new Uint8Array(32)] })
    expect(readTile(new Uint8Array(64), 2).ok).toBe(true)
    expect(readTile(new Uint8Array(256 * 32), 256).ok).toBe(true)
    expect(readTile(new Uint8Array(64), 3).ok).toBe(false)
    expect(readTile(new Uint8Array(63), 1).ok).toBe(false)
    expect(readTile(new Uint8Array(257 * 32), 1).ok).toBe(false)
  })
})
