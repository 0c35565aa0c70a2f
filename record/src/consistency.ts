import { sameBytes } from './bytes.ts'
import { DIGEST_BYTES, type Hasher } from './digest.ts'
import { emptyRoot, isSubtree, largestPowerBelow, LARGEST_INDEX, nodeHash, rangeHash, type NodeReader } from './merkle.ts'
import { type Check, PASSED, rejected } from './outcome.ts'

/** What a consistency proof (一致性证明) claims: the smaller tree is the beginning of the larger one. */
export interface ConsistencyClaim {
  readonly size1: bigint
  readonly size2: bigint
  readonly root1: Uint8Array
  readonly root2: Uint8Array
  readonly proof: readonly Uint8Array[]
}

/** The same for a subtree: `root1` is the root over `[start, end)`, `root2` that of the tree of `size` leaves. */
export interface SubtreeConsistencyClaim {
  readonly start: bigint
  readonly end: bigint
  readonly size: bigint
  readonly root1: Uint8Array
  readonly root2: Uint8Array
  readonly proof: readonly Uint8Array[]
}

/** Which leaves a proof is about: the subtree `[start, end)` of the tree of `size` leaves. */
export type Span = Pick<SubtreeConsistencyClaim, 'start' | 'end' | 'size'>

/** Builds the proof that the tree only grew between two sizes, RFC 9162 section 2.1.4.1. */
export function consistencyProof(sha256: Hasher, readNode: NodeReader, size1: bigint, size2: bigint): Uint8Array[] {
  return subtreeConsistencyProof(sha256, readNode, { start: 0n, end: size1, size: size2 })
}

/** Builds the proof that the subtree `[start, end)` is part of the tree of `size` leaves. */
export function subtreeConsistencyProof(sha256: Hasher, readNode: NodeReader, span: Span): Uint8Array[] {
  const { start, end, size } = span
  if (!isSubtree(start, end) || end > size)
    throw new RangeError(`[${start}, ${end}) is not a subtree of a tree of ${size} leaves`)
  return descend(sha256, readNode, { start, end, from: 0n, to: size, isKnown: true })
}

/** `[from, to)` is the part of the tree in hand; `isKnown` says that the checker has this very subtree's root. */
interface Step {
  readonly start: bigint
  readonly end: bigint
  readonly from: bigint
  readonly to: bigint
  readonly isKnown: boolean
}

function descend(sha256: Hasher, readNode: NodeReader, step: Step): Uint8Array[] {
  const { start, end, from, to } = step
  if (start === from && end === to) return step.isKnown ? [] : [rangeHash(sha256, readNode, from, to)]
  const middle = from + largestPowerBelow(to - from)
  if (end <= middle) {
    const path = descend(sha256, readNode, { ...step, to: middle })
    path.push(rangeHash(sha256, readNode, middle, to))
    return path
  }
  const isWithinRight = start >= middle
  const path = descend(sha256, readNode, {
    ...step,
    start: isWithinRight ? start : middle,
    from: middle,
    isKnown: isWithinRight && step.isKnown,
  })
  path.push(rangeHash(sha256, readNode, from, middle))
  return path
}

/**
 * Checks that the tree only grew, RFC 9162 section 2.1.4.2.
 *
 * An empty earlier tree is refused: everything is consistent with nothing, so such a proof would only
 * look like one.
 */
export function verifyConsistency(sha256: Hasher, claim: ConsistencyClaim): Check {
  if (claim.size1 <= 0n) return rejected('较早的树为空，一致性证明没有意义')
  const { size1, size2, root1, root2, proof } = claim
  return verifySubtreeConsistency(sha256, { start: 0n, end: size1, size: size2, root1, root2, proof })
}

/** Checks that the subtree `[start, end)` is part of the tree; an empty subtree has the empty root and no proof. */
export function verifySubtreeConsistency(sha256: Hasher, claim: SubtreeConsistencyClaim): Check {
  const { start, end, size, root1, root2, proof } = claim
  if (size < 0n || size > LARGEST_INDEX || end > size) return rejected('子树超出整棵树')
  if (start === end && start >= 0n)
    return proof.length === 0 && sameBytes(root1, emptyRoot(sha256)) ? PASSED : rejected('空子树的根或者证明不对')
  if (!isSubtree(start, end)) return rejected('起止序号不构成一棵子树')
  if (proof.some((hash) => hash.length !== DIGEST_BYTES)) return rejected('一致性证明中有长度不对的摘要')

  const roots = climb(sha256, claim)
  if (roots === undefined) return rejected('一致性证明的摘要个数与树的大小不符')
  if (!sameBytes(roots.earlier, root1)) return rejected('由一致性证明算出的较早的根不符')
  return sameBytes(roots.later, root2) ? PASSED : rejected('由一致性证明算出的较晚的根不符')
}

function climb(sha256: Hasher, claim: SubtreeConsistencyClaim): { earlier: Uint8Array; later: Uint8Array } | undefined {
  let [first, last, edge] = lowestNeeded(claim)
  const isWhole = first === last
  const seed = isWhole ? claim.root1 : claim.proof[0]
  if (seed === undefined) return undefined
  let earlier = seed
  let later = seed
  for (const sibling of isWhole ? claim.proof : claim.proof.slice(1)) {
    if (edge === 0n) return undefined
    if (isOdd(last) || last === edge) {
      if (first < last) earlier = nodeHash(sha256, sibling, earlier)
      later = nodeHash(sha256, sibling, later)
      while (!isOdd(last)) [first, last, edge] = [first >> 1n, last >> 1n, edge >> 1n]
    } else {
      later = nodeHash(sha256, later, sibling)
    }
    ;[first, last, edge] = [first >> 1n, last >> 1n, edge >> 1n]
  }
  return edge === 0n ? { earlier, later } : undefined
}

/** Climbs past the levels for which the proof holds no hash: first leaf, last leaf and edge of the tree. */
function lowestNeeded({ start, end, size }: Span): [bigint, bigint, bigint] {
  let [first, last, edge] = [start, end - 1n, size - 1n]
  const isFlush = last === edge
  while (first !== last && (isFlush || isOdd(last))) [first, last, edge] = [first >> 1n, last >> 1n, edge >> 1n]
  return [first, last, edge]
}

function isOdd(n: bigint): boolean {
  return (n & 1n) === 1n
}
