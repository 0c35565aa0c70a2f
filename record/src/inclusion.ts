import { sameBytes } from './bytes.ts'
import { DIGEST_BYTES, type Hasher } from './digest.ts'
import { isSubtree, largestPowerBelow, LARGEST_INDEX, nodeHash, rangeHash, type NodeReader } from './merkle.ts'
import { type Check, PASSED, rejected } from './outcome.ts'

/** What an inclusion proof (包含证明) claims: this leaf stands at this place of the tree with this root. */
export interface InclusionClaim {
  readonly index: bigint
  readonly size: bigint
  readonly leafHash: Uint8Array
  readonly proof: readonly Uint8Array[]
  readonly root: Uint8Array
}

/** The same for the subtree over the leaves `[start, end)`; `root` is the root of that subtree. */
export interface SubtreeInclusionClaim extends Omit<InclusionClaim, 'size'> {
  readonly start: bigint
  readonly end: bigint
}

/** Builds the inclusion proof for one leaf of a tree, RFC 9162 section 2.1.3.1. */
export function inclusionProof(sha256: Hasher, readNode: NodeReader, index: bigint, size: bigint): Uint8Array[] {
  return subtreeInclusionProof(sha256, readNode, { index, start: 0n, end: size })
}

/** Builds the inclusion proof for one leaf of the subtree `[start, end)`. */
export function subtreeInclusionProof(
  sha256: Hasher,
  readNode: NodeReader,
  { index, start, end }: { readonly index: bigint; readonly start: bigint; readonly end: bigint },
): Uint8Array[] {
  if (!isSubtree(start, end) || index < start || index >= end)
    throw new RangeError(`Leaf ${index} is not in a subtree [${start}, ${end})`)
  if (end - start === 1n) return []
  const middle = start + largestPowerBelow(end - start)
  const isLeft = index < middle
  const path = subtreeInclusionProof(sha256, readNode, {
    index,
    start: isLeft ? start : middle,
    end: isLeft ? middle : end,
  })
  path.push(isLeft ? rangeHash(sha256, readNode, middle, end) : rangeHash(sha256, readNode, start, middle))
  return path
}

/** Checks that the leaf is in the tree, RFC 9162 section 2.1.3.2. */
export function verifyInclusion(sha256: Hasher, claim: InclusionClaim): Check {
  if (claim.size < 0n || claim.size > LARGEST_INDEX) return rejected('树的大小超出64位')
  if (claim.index < 0n || claim.index >= claim.size) return rejected('叶子序号不在树内')
  if (claim.leafHash.length !== DIGEST_BYTES) return rejected('叶子摘要的长度不对')
  if (claim.proof.some((hash) => hash.length !== DIGEST_BYTES)) return rejected('包含证明中有长度不对的摘要')

  const root = climb(sha256, claim)
  if (root === undefined) return rejected('包含证明的摘要个数与树的大小不符')
  return sameBytes(root, claim.root) ? PASSED : rejected('由包含证明算出的根与树根不符')
}

function climb(sha256: Hasher, claim: InclusionClaim): Uint8Array | undefined {
  let place = claim.index
  let last = claim.size - 1n
  let hash = claim.leafHash
  for (const sibling of claim.proof) {
    if (last === 0n) return undefined
    if (isOdd(place) || place === last) {
      hash = nodeHash(sha256, sibling, hash)
      while (!isOdd(place)) {
        place >>= 1n
        last >>= 1n
      }
    } else {
      hash = nodeHash(sha256, hash, sibling)
    }
    place >>= 1n
    last >>= 1n
  }
  return last === 0n ? hash : undefined
}

/** Checks that the leaf is in the subtree `[start, end)`. */
export function verifySubtreeInclusion(sha256: Hasher, claim: SubtreeInclusionClaim): Check {
  const { start, end } = claim
  if (!isSubtree(start, end)) return rejected('起止序号不构成一棵子树')
  return verifyInclusion(sha256, { ...claim, index: claim.index - start, size: end - start })
}

function isOdd(n: bigint): boolean {
  return (n & 1n) === 1n
}
