import { type Bundle, readBundle } from './bundle.ts'
import { checkAgainstInventory, checkBelongs, checkChain, checkContents, checkIncluded } from './check-acts.ts'
import { checkFiles } from './check-files.ts'
import { checkSignatures, type SignedParts } from './check-signatures.ts'
import type { Checkpoint } from './checkpoint.ts'
import { actPlace, type Finding } from './finding.ts'
import type { Inventory } from './inventory.ts'
import type { Cryptography } from './note.ts'
import type { Trust } from './trust.ts'
import type { VerifierKey } from './vkey.ts'

/**
 * What the check of a bundle came to (核验结论). Only a verdict that is `ok` hands out the bundle: nothing in
 * a bundle that failed may be believed. `notes` are what a reader should know although nothing is wrong.
 */
export type Verdict =
  | { readonly ok: false; readonly findings: readonly Finding[]; readonly notes: readonly string[] }
  | {
      readonly ok: true
      readonly findings: readonly []
      readonly notes: readonly string[]
      readonly bundle: Bundle
      readonly inventory: Inventory
      readonly checkpoint: Checkpoint
      readonly logSigners: readonly VerifierKey[]
      readonly witnesses: readonly VerifierKey[]
    }

/**
 * Checks a case bundle (案卷包核验) with nothing but its bytes, the keys that the reader trusts and the
 * cryptography handed in: that nothing in it was altered, left out, moved, inserted or repeated since
 * the log's keys signed, and that every act stands in the log. Every finding is reported.
 *
 * What it cannot show: that acts were added to the dossier after this bundle was made. Ask for a newer
 * bundle, or compare the checkpoint's tree size with the one that witnesses publish.
 */
export function verifyBundle(bytes: Uint8Array, trust: Trust, crypto: Cryptography): Verdict {
  const bundle = readBundle(bytes)
  if (!bundle.ok) {
    const finding: Finding = { code: 'bundle-unreadable', place: bundle.place, because: bundle.because }
    return { ok: false, findings: [finding], notes: [] }
  }
  const signed = checkSignatures(crypto, bundle.value, trust)
  const findings = [...signed.findings, ...checkActs(crypto, bundle.value, signed)]
  if (signed.inventory !== undefined) findings.push(...checkFiles(crypto, bundle.value, signed.inventory))

  const notes = notesOn(bundle.value, signed)
  const { checkpoint, inventory, logSigners, witnesses } = signed
  if (findings.length > 0 || checkpoint === undefined || inventory === undefined) return { ok: false, findings, notes }
  return { ok: true, findings: [], notes, bundle: bundle.value, inventory, checkpoint, logSigners, witnesses }
}

function checkActs(crypto: Cryptography, { acts }: Bundle, { checkpoint, inventory }: SignedParts): Finding[] {
  const order = inventory === undefined ? [] : checkAgainstInventory(crypto, acts, inventory)
  // A chain that breaks where the inventory already shows a gap would only say the same thing again.
  const chain = order.length === 0 ? checkChain(crypto, acts) : []
  const each = acts.flatMap((act) => [
    ...checkContents(crypto, act),
    ...(inventory === undefined ? [] : checkBelongs(act, inventory)),
    ...(checkpoint === undefined ? [] : checkIncluded(crypto, act, checkpoint)),
  ])
  return [...order, ...chain, ...each]
}

function notesOn({ acts }: Bundle, { strangers }: SignedParts): string[] {
  const erased = acts.filter(({ contents }) => contents.state === 'erased')
  return [
    ...strangers.map(({ name }) => `「${name}」的密钥不在信任清单内，其签名不计`),
    ...erased.map((act) => `${actPlace(act)}：只核验存证，内容无从核验`),
  ]
}
