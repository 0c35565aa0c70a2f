import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { concat, toHex } from './bytes.ts'
import { consistencyProof, verifyConsistency } from './consistency.ts'
import { appendLeaves, EMPTY_FRONTIER, frontierRoot } from './frontier.ts'
import { inclusionProof, verifyInclusion } from './inclusion.ts'
import { emptyRoot, leafHash, rangeHash, readerOfLeaves } from './merkle.ts'
import { edgeFromTiles, edgeRoot, EMPTY_EDGE, growTiles, readerOfTiles, type TileEdge, tilesNeeded } from './tile-log.ts'
import { type Tile, tilePath, tileWidth } from './tiles.ts'

const sha256 = (bytes: Uint8Array): Uint8Array => Uint8Array.from(createHash('sha256').update(bytes).digest())

const COUNT = 70_000
const LEAVES = Array.from({ length: COUNT }, (_, at) => leafHash(sha256, Uint8Array.of(at >> 16, at >> 8, at)))

/** A store of tiles that keeps each by its level and index, the wider one replacing the narrower. */
function store(batches: readonly number[]): { edge: TileEdge; tiles: Map<string, Uint8Array>; load: (tile: Tile) => Uint8Array } {
  const tiles = new Map<string, Uint8Array>()
  let edge = EMPTY_EDGE
  let done = 0
  for (const count of batches) {
    const grown = growTiles(sha256, edge, LEAVES.slice(done, done + count))
    for (const { level, index, bytes, width } of grown.writes) {
      expect(bytes.length).toBe(width * 32)
      const name = `${level}/${index}`
      const old = tiles.get(name) ?? new Uint8Array(0)
      expect(toHex(bytes.slice(0, old.length))).toBe(toHex(old))
      tiles.set(name, bytes)
    }
    edge = grown.edge
    done += count
  }
  const load = ({ level, index }: Tile): Uint8Array => tiles.get(`${level}/${index}`) ?? new Uint8Array(0)
  return { edge, tiles, load }
}

const whole = store([1, 255, 1, 300, 65_000, COUNT - 65_557])

describe('C2SP tlog-tiles · a log stored as tiles', () => {
  test('seventy thousand leaves fall into the tiles that the specification names', () => {
    const paths = [...whole.tiles].map(([name, bytes]) => {
      const [level = '', index = ''] = name.split('/')
      return tilePath({ level: Number(level), index: BigInt(index), width: bytes.length / 32 })
    })
    expect(paths.filter((path) => /^tile\/0\/\d+$/.test(path))).toHaveLength(273)
    expect(paths.filter((path) => !/^tile\/0\/\d+$/.test(path)).sort()).toEqual([
      'tile/0/273.p/112', 'tile/1/000', 'tile/1/001.p/17', 'tile/2/000.p/1',
    ])
  })

  test('the root from the edge, from the frontier and from the tiles is the same', () => {
    const frontier = appendLeaves(sha256, EMPTY_FRONTIER, LEAVES)
    const root = toHex(frontierRoot(sha256, frontier))
    expect(toHex(edgeRoot(sha256, whole.edge))).toBe(root)
    expect(toHex(rangeHash(sha256, readerOfTiles(sha256, BigInt(COUNT), whole.load), 0n, BigInt(COUNT)))).toBe(root)
  })

  test('the edge can be read back from the stored tiles', () => {
    expect(edgeFromTiles(BigInt(COUNT), whole.load)).toEqual(whole.edge)
    expect(edgeFromTiles(0n, whole.load)).toEqual(EMPTY_EDGE)
  })

  test('any proof can be built from the tiles that were asked for beforehand', () => {
    const sizes = fc.integer({ min: 1, max: COUNT })
    fc.assert(
      fc.property(sizes, fc.nat(), (size, pick) => {
        const [end, index] = [BigInt(size), BigInt(pick % size)]
        const asked = new Map(tilesNeeded(end, (read) => [inclusionProof(sha256, read, index, end), consistencyProof(sha256, read, index + 1n, end)])
          .map((tile) => [`${tile.level}/${tile.index}`, whole.load(tile)]))
        const read = readerOfTiles(sha256, end, ({ level, index: at }) => asked.get(`${level}/${at}`) ?? new Uint8Array(0))
        const root = frontierRoot(sha256, appendLeaves(sha256, EMPTY_FRONTIER, LEAVES.slice(0, size)))
        const proof = inclusionProof(sha256, read, index, end)
        const leaf = LEAVES[Number(index)] ?? new Uint8Array(0)
        expect(verifyInclusion(sha256, { index, size: end, leafHash: leaf, proof, root })).toEqual({ ok: true })
      }),
      { numRuns: 5 },
    )
  })

  test('a log that grew through the tiles proves that it only grew', () => {
    const sizes = fc.tuple(fc.integer({ min: 1, max: 1000 }), fc.integer({ min: 1, max: 1000 }))
    fc.assert(
      fc.property(sizes, ([a, b]) => {
        const [size1, size2] = [BigInt(Math.min(a, b)), BigInt(Math.max(a, b))]
        const read = readerOfTiles(sha256, size2, whole.load)
        const [root1, root2] = [size1, size2].map((size) => rangeHash(sha256, readerOfTiles(sha256, size, whole.load), 0n, size))
        if (root1 === undefined || root2 === undefined) throw new Error('Two sizes have two roots')
        const proof = consistencyProof(sha256, read, size1, size2)
        expect(verifyConsistency(sha256, { size1, size2, root1, root2, proof })).toEqual({ ok: true })
      }),
      { numRuns: 20 },
    )
  })

  test('a damaged or missing tile is a fault, not a wrong proof', () => {
    const damaged = readerOfTiles(sha256, 300n, () => concat(Uint8Array.of(1)))
    expect(() => inclusionProof(sha256, damaged, 3n, 300n)).toThrow(RangeError)
    expect(() => readerOfTiles(sha256, 300n, whole.load)(0, 300n)).toThrow(RangeError)
  })
})

describe('growing in any batches gives the same log', () => {
  test('edge and root do not depend on how leaves were batched', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(200), { maxLength: 6 }), (batches) => {
        const total = batches.reduce((sum, count) => sum + count, 0)
        const { edge } = store(batches)
        const read = readerOfLeaves(sha256, LEAVES)
        expect(edge).toEqual(growTiles(sha256, EMPTY_EDGE, LEAVES.slice(0, total)).edge)
        expect(toHex(edgeRoot(sha256, edge))).toBe(toHex(rangeHash(sha256, read, 0n, BigInt(total))))
      }),
      { numRuns: 30 },
    )
  })

  test('a log without entries has the empty root', () => {
    expect(edgeRoot(sha256, EMPTY_EDGE)).toEqual(emptyRoot(sha256))
    expect(frontierRoot(sha256, EMPTY_FRONTIER)).toEqual(emptyRoot(sha256))
  })

  test('nothing is written when nothing was appended', () => {
    expect(growTiles(sha256, whole.edge, []).writes).toEqual([])
  })

  test('the frontier keeps one hash for each bit of the size', () => {
    const frontier = appendLeaves(sha256, EMPTY_FRONTIER, LEAVES.slice(0, 11))
    expect(frontier.peaks).toHaveLength(3)
    expect(appendLeaves(sha256, frontier, []).peaks).toEqual(frontier.peaks)
  })

  test('a tile that the tree does not reach has no width', () => {
    expect(tileWidth(0, 2n, 512n)).toBe(0)
    expect(tileWidth(0, 5n, 512n)).toBe(0)
    expect(tileWidth(1, 0n, 512n)).toBe(2)
    expect(tileWidth(2, 0n, 2n ** 64n - 1n)).toBe(256)
  })
})
