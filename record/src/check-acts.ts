import { base64 } from './base64.ts'
import type { BundledAct } from './bundle.ts'
import type { Checkpoint } from './checkpoint.ts'
import { compareLists } from './compare-lists.ts'
import type { Digests } from './digest.ts'
import { actPlace, type Finding, findings } from './finding.ts'
import { verifyInclusion } from './inclusion.ts'
import type { Inventory } from './inventory.ts'
import { checkCommitment, entryHash } from './leaf.ts'

const WITHHELD = '内容被抽去'
const ADDED = '制作时内容已经删除，现又出现'

/** Checks that the acts are those of the inventory, all of them, in order, each once. */
export function checkAgainstInventory(digests: Digests, acts: readonly BundledAct[], inventory: Inventory): Finding[] {
  const hashes = acts.map(({ entry }) => base64(entryHash(digests, entry)))
  const difference = compareLists(inventory.acts.map(({ hash }) => hash), hashes)
  const numbered = (place: number): string => `第${place + 1}个程序行为`
  const standing = (place: number): string => `第${place + 1}位：${nameAt(acts, place)}`
  return [
    ...findings('entry-changed', difference.changed.map(numbered), '存证条目与卷内目录所列不符'),
    ...findings('act-missing', difference.missing.map(numbered), '卷内目录列有，案卷包中缺失'),
    ...findings('act-inserted', difference.inserted.map(standing), '卷内目录未列，系插入'),
    ...findings('act-repeated', difference.repeated.map(standing), '重复出现'),
    ...findings('acts-reordered', difference.moved.map(standing), '不在卷内目录所列的次序上'),
    ...checkListing(acts, hashes, inventory),
  ]
}

function nameAt(acts: readonly BundledAct[], place: number): string {
  const act = acts[place]
  return act === undefined ? '' : actPlace(act)
}

function checkListing(acts: readonly BundledAct[], hashes: readonly string[], inventory: Inventory): Finding[] {
  const found: Finding[] = []
  const listing = new Map(inventory.acts.map((listed) => [listed.hash, listed]))
  for (const [at, act] of acts.entries()) {
    const listed = listing.get(hashes[at] ?? '')
    if (listed === undefined) continue
    if (listed.index !== act.index)
      found.push({ code: 'proof-changed', place: actPlace(act), because: '存证序号与卷内目录所列不符' })
    if (listed.isErased !== (act.contents.state === 'erased'))
      found.push({ code: 'act-changed', place: actPlace(act), because: listed.isErased ? ADDED : WITHHELD })
  }
  return found
}

/** Checks that each act follows the one before: numbers without gaps, and each naming the leaf hash of the last. */
export function checkChain(digests: Digests, acts: readonly BundledAct[]): Finding[] {
  const found: Finding[] = []
  let expected: { seq: number; before: string | null } = { seq: 1, before: null }
  for (const act of acts) {
    const { seq } = act.entry
    if (seq !== expected.seq)
      found.push({ code: 'act-misplaced', place: actPlace(act), because: `此处应当是第${expected.seq}个程序行为` })
    else if (act.contents.state === 'open' && act.contents.act.before !== expected.before)
      found.push({ code: 'act-misplaced', place: actPlace(act), because: '所记的前一程序行为不是案卷包中的前一个' })
    expected = { seq: seq + 1, before: base64(entryHash(digests, act.entry)) }
  }
  return found
}

/** Checks that an act says what it said when it was logged. */
export function checkContents(digests: Digests, act: BundledAct): Finding[] {
  if (act.contents.state === 'erased') return []
  const check = checkCommitment(digests, act.entry, act.contents.act, act.contents.salt)
  return check.ok ? [] : [{ code: 'act-changed', place: actPlace(act), because: check.because }]
}

/** Checks that an act belongs to the dossier that the inventory names. */
export function checkBelongs(act: BundledAct, { bureau, dossier }: Pick<Inventory, 'bureau' | 'dossier'>): Finding[] {
  const isOurs = act.entry.bureau === bureau && (act.contents.state === 'erased' || act.contents.act.dossier === dossier)
  return isOurs ? [] : [{ code: 'act-misplaced', place: actPlace(act), because: '不属于本机关的本案卷' }]
}

/** Checks that the entry of an act stands in the log where the bundle says. */
export function checkIncluded(digests: Digests, act: BundledAct, { size, root }: Checkpoint): Finding[] {
  const claim = { index: act.index, size, leafHash: entryHash(digests, act.entry), proof: act.proof, root }
  const check = verifyInclusion(digests.sha256, claim)
  return check.ok ? [] : [{ code: 'proof-changed', place: actPlace(act), because: check.because }]
}
