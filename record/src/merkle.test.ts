import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sameBytes, toHex } from './bytes.ts'
import { consistencyProof, subtreeConsistencyProof, verifyConsistency, verifySubtreeConsistency } from './consistency.ts'
import { inclusionProof, subtreeInclusionProof, verifyInclusion, verifySubtreeInclusion } from './inclusion.ts'
import { emptyRoot, isSubtree, LARGEST_INDEX, leafHash, rangeHash, readerOfLeaves } from './merkle.ts'

const sha256 = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest()

const LEAVES = Array.from({ length: 70 }, (_, at) => leafHash(sha256, Uint8Array.of(at, at * 3)))
const READ = readerOfLeaves(sha256, LEAVES)
const rootOf = (start: number, end: number): Uint8Array => rangeHash(sha256, READ, BigInt(start), BigInt(end))
const leafAt = (at: number): Uint8Array => LEAVES[at] ?? new Uint8Array(0)

/** The definition of RFC 9162 section 2.1.1 in the plainest words, to compare with. */
function definedRoot(leaves: readonly Uint8Array[]): Uint8Array {
  const [only] = leaves
  if (only === undefined) return sha256(new Uint8Array(0))
  if (leaves.length === 1) return only
  let half = 1
  while (half * 2 < leaves.length) half *= 2
  return sha256(Buffer.concat([Uint8Array.of(1), definedRoot(leaves.slice(0, half)), definedRoot(leaves.slice(half))]))
}

const sizes = fc.integer({ min: 1, max: LEAVES.length })
const place = sizes.chain((size) => fc.record({ size: fc.constant(size), index: fc.nat(size - 1) }))
const growth = sizes.chain((size2) => fc.record({ size2: fc.constant(size2), size1: fc.integer({ min: 1, max: size2 }) }))
const subtree = fc
  .record({ start: fc.nat(60), width: fc.integer({ min: 1, max: 64 }), more: fc.nat(20) })
  .filter(({ start, width }) => start + width <= LEAVES.length && isSubtree(BigInt(start), BigInt(start + width)))
  .map(({ start, width, more }) => ({ start, end: start + width, size: Math.min(start + width + more, LEAVES.length) }))

describe('RFC 9162 section 2.1.1 · the tree', () => {
  test('the root of every size is the one that the definition gives', () => {
    for (let size = 0; size <= LEAVES.length; size++)
      expect(toHex(rootOf(0, size))).toBe(toHex(definedRoot(LEAVES.slice(0, size))))
  })

  test('the empty tree has the digest of nothing', () => {
    expect(toHex(emptyRoot(sha256))).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855')
  })
})

describe('RFC 9162 section 2.1.3 · inclusion proofs', () => {
  const claimOf = (index: number, size: number) => ({
    index: BigInt(index),
    size: BigInt(size),
    leafHash: leafAt(index),
    proof: inclusionProof(sha256, READ, BigInt(index), BigInt(size)),
    root: rootOf(0, size),
  })

  test('every leaf of every tree proves its place', () => {
    fc.assert(
      fc.property(place, ({ index, size }) => {
        expect(verifyInclusion(sha256, claimOf(index, size))).toEqual({ ok: true })
      }),
    )
  })

  test('no leaf proves another place', () => {
    fc.assert(
      fc.property(place, sizes, ({ index, size }, other) => {
        fc.pre(other !== index)
        expect(verifyInclusion(sha256, { ...claimOf(index, size), index: BigInt(other) }).ok).toBe(false)
      }),
    )
  })

  test('one bit changed, one hash less or one more is refused', () => {
    fc.assert(
      fc.property(place, fc.nat(), fc.nat(255), ({ index, size }, pick, bit) => {
        const claim = claimOf(index, size)
        const changed = claim.proof.map((hash, at) => (at === pick % claim.proof.length ? flipped(hash, bit) : hash))
        if (claim.proof.length > 0) {
          expect(verifyInclusion(sha256, { ...claim, proof: changed }).ok).toBe(false)
          expect(verifyInclusion(sha256, { ...claim, proof: claim.proof.slice(1) }).ok).toBe(false)
        }
        expect(verifyInclusion(sha256, { ...claim, proof: [...claim.proof, claim.root] }).ok).toBe(false)
        expect(verifyInclusion(sha256, { ...claim, leafHash: flipped(claim.leafHash, bit) }).ok).toBe(false)
        expect(verifyInclusion(sha256, { ...claim, root: flipped(claim.root, bit) }).ok).toBe(false)
      }),
    )
  })

  test.each([
    ['an index as large as the tree', 8n, 8n],
    ['an index below zero', -1n, 8n],
    ['a tree of no leaves', 0n, 0n],
    ['a tree larger than 64 bits', 0n, LARGEST_INDEX + 1n],
  ])('refuses %s', (_, index, size) => {
    expect(verifyInclusion(sha256, { ...claimOf(0, 8), index, size }).ok).toBe(false)
  })

  test('hashes of another length are refused even where the sum comes out right', () => {
    const short = new Uint8Array(31)
    const alone = { index: 0n, size: 1n, leafHash: short, proof: [], root: short }
    expect(verifyInclusion(sha256, alone).ok).toBe(false)
    const root = sha256(Buffer.concat([Uint8Array.of(1), leafAt(0), short]))
    expect(verifyInclusion(sha256, { index: 0n, size: 2n, leafHash: leafAt(0), proof: [short], root }).ok).toBe(false)
  })

  test('the last leaf of the largest tree that can be written verifies', () => {
    const proof = Array.from({ length: 64 }, (_, at) => leafAt(at))
    const claim = { index: LARGEST_INDEX - 1n, size: LARGEST_INDEX, leafHash: leafAt(0), proof: proof.slice(0, 63) }
    const root = proof.slice(0, 63).reduce((hash, sibling) => sha256(Buffer.concat([Uint8Array.of(1), sibling, hash])), leafAt(0))
    expect(verifyInclusion(sha256, { ...claim, root })).toEqual({ ok: true })
    expect(verifyInclusion(sha256, { ...claim, root, index: claim.index - 1n }).ok).toBe(false)
  })

  test('a leaf proves its place in every subtree that holds it, and only there', () => {
    fc.assert(
      fc.property(subtree, fc.nat(), ({ start, end }, pick) => {
        const index = start + (pick % (end - start))
        const span = { index: BigInt(index), start: BigInt(start), end: BigInt(end) }
        const proof = subtreeInclusionProof(sha256, READ, span)
        const claim = { ...span, leafHash: leafAt(index), proof, root: rootOf(start, end) }
        expect(verifySubtreeInclusion(sha256, claim).ok).toBe(true)
        expect(verifySubtreeInclusion(sha256, { ...claim, index: claim.end }).ok).toBe(false)
        expect(verifySubtreeInclusion(sha256, { ...claim, leafHash: rootOf(0, 1), index: claim.index }).ok).toBe(index === 0)
      }),
    )
  })
})

describe('RFC 9162 section 2.1.4 · consistency proofs', () => {
  const claimOf = (size1: number, size2: number) => ({
    size1: BigInt(size1),
    size2: BigInt(size2),
    root1: rootOf(0, size1),
    root2: rootOf(0, size2),
    proof: consistencyProof(sha256, READ, BigInt(size1), BigInt(size2)),
  })

  test('a tree that only grew proves it', () => {
    fc.assert(
      fc.property(growth, ({ size1, size2 }) => {
        expect(verifyConsistency(sha256, claimOf(size1, size2))).toEqual({ ok: true })
      }),
    )
  })

  test('a tree in which an old leaf was changed cannot prove it', () => {
    fc.assert(
      fc.property(growth, fc.nat(), ({ size1, size2 }, pick) => {
        const forged = LEAVES.map((leaf, at) => (at === pick % size1 ? flipped(leaf, 9) : leaf))
        const readForged = readerOfLeaves(sha256, forged)
        const root2 = rangeHash(sha256, readForged, 0n, BigInt(size2))
        const proof = consistencyProof(sha256, readForged, BigInt(size1), BigInt(size2))
        expect(verifyConsistency(sha256, { ...claimOf(size1, size2), root2, proof }).ok).toBe(false)
      }),
    )
  })

  test('one bit changed, one hash less or one more is refused', () => {
    fc.assert(
      fc.property(growth, fc.nat(), fc.nat(255), ({ size1, size2 }, pick, bit) => {
        const claim = claimOf(size1, size2)
        const changed = claim.proof.map((hash, at) => (at === pick % claim.proof.length ? flipped(hash, bit) : hash))
        if (claim.proof.length > 0) {
          expect(verifyConsistency(sha256, { ...claim, proof: changed }).ok).toBe(false)
          expect(verifyConsistency(sha256, { ...claim, proof: claim.proof.slice(1) }).ok).toBe(false)
        }
        expect(verifyConsistency(sha256, { ...claim, proof: [...claim.proof, claim.root1] }).ok).toBe(false)
        expect(verifyConsistency(sha256, { ...claim, root1: flipped(claim.root1, bit) }).ok).toBe(false)
        expect(verifyConsistency(sha256, { ...claim, root2: flipped(claim.root2, bit) }).ok).toBe(false)
      }),
    )
  })

  test.each([
    ['an empty earlier tree', 0n, 8n],
    ['two empty trees', 0n, 0n],
    ['a tree that shrank', 8n, 7n],
    ['a size below zero', -1n, 7n],
    ['a tree larger than 64 bits', 7n, LARGEST_INDEX + 1n],
  ])('refuses %s', (_, size1, size2) => {
    const root = emptyRoot(sha256)
    expect(verifyConsistency(sha256, { size1, size2, root1: root, root2: root, proof: [] }).ok).toBe(false)
  })

  test('a subtree proves that it is part of the tree', () => {
    fc.assert(
      fc.property(subtree, fc.nat(255), ({ start, end, size }, bit) => {
        const span = { start: BigInt(start), end: BigInt(end), size: BigInt(size) }
        const proof = subtreeConsistencyProof(sha256, READ, span)
        const claim = { ...span, root1: rootOf(start, end), root2: rootOf(0, size), proof }
        expect(verifySubtreeConsistency(sha256, claim)).toEqual({ ok: true })
        expect(verifySubtreeConsistency(sha256, { ...claim, root1: flipped(claim.root1, bit) }).ok).toBe(false)
        expect(verifySubtreeConsistency(sha256, { ...claim, root2: flipped(claim.root2, bit) }).ok).toBe(false)
      }),
    )
  })

  test.each([
    ['an empty subtree of an empty tree', 0n, 0n, 0n, true],
    ['an empty subtree anywhere in a tree', 5n, 5n, 8n, true],
    ['an empty subtree at the end of the largest tree', LARGEST_INDEX, LARGEST_INDEX, LARGEST_INDEX, true],
    ['an empty subtree beyond the tree', 9n, 9n, 8n, false],
    ['an empty subtree before the tree', -1n, -1n, 8n, false],
    ['a tree of a negative size', -2n, -2n, -1n, false],
    ['a tree larger than 64 bits', 0n, 0n, LARGEST_INDEX + 1n, false],
    ['what begins where no subtree may', 3n, 5n, 8n, false],
    ['what ends before it begins', 2n, 1n, 8n, false],
  ])('%s', (_, start, end, size, isGood) => {
    const root = emptyRoot(sha256)
    expect(verifySubtreeConsistency(sha256, { start, end, size, root1: root, root2: root, proof: [] }).ok).toBe(isGood)
  })

  test('an empty subtree has the empty root and no proof', () => {
    const [root, other] = [emptyRoot(sha256), rootOf(0, 1)]
    const claim = { start: 1n, end: 1n, size: 2n, root1: root, root2: other, proof: [] }
    expect(verifySubtreeConsistency(sha256, claim)).toEqual({ ok: true })
    expect(verifySubtreeConsistency(sha256, { ...claim, root1: other }).ok).toBe(false)
    expect(verifySubtreeConsistency(sha256, { ...claim, proof: [root] }).ok).toBe(false)
  })

  test('hashes of another length are refused even where the sum comes out right', () => {
    const short = new Uint8Array(31)
    const root2 = sha256(Buffer.concat([Uint8Array.of(1), leafAt(0), short]))
    expect(verifyConsistency(sha256, { size1: 1n, size2: 2n, root1: leafAt(0), root2, proof: [short] }).ok).toBe(false)
  })

  test('a proof that is missing altogether is refused', () => {
    expect(verifyConsistency(sha256, { ...claimOf(3, 7), proof: [] }).ok).toBe(false)
  })

  test('what is no subtree has no proof', () => {
    expect(() => subtreeConsistencyProof(sha256, READ, { start: 3n, end: 5n, size: 8n })).toThrow(RangeError)
    expect(() => inclusionProof(sha256, READ, 8n, 8n)).toThrow(RangeError)
    expect(() => subtreeInclusionProof(sha256, READ, { index: 4n, start: 3n, end: 5n })).toThrow(RangeError)
    expect(() => subtreeInclusionProof(sha256, READ, { index: 3n, start: 4n, end: 8n })).toThrow(RangeError)
  })
})

function flipped(hash: Uint8Array, bit: number): Uint8Array {
  const copy = Uint8Array.from(hash)
  copy[bit >> 3] = (copy[bit >> 3] ?? 0) ^ (1 << (bit & 7))
  expect(sameBytes(copy, hash)).toBe(false)
  return copy
}
