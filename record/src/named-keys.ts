import type { Bundle } from './bundle.ts'
import type { Digests } from './digest.ts'
import { readInventory } from './inventory.ts'
import { readNote } from './note.ts'
import { readVkey, type VerifierKey } from './vkey.ts'

/**
 * The keys of the log that a bundle itself names (案卷包自带的公钥). They show only that the bundle agrees with itself:
 * whoever forges one names keys of his own. Compare them with those that the bureau publishes.
 */
export function namedKeys({ sha256 }: Pick<Digests, 'sha256'>, { inventory }: Bundle): readonly VerifierKey[] {
  const note = readNote(inventory)
  const listed = note.ok ? readInventory(note.value.text) : note
  if (!listed.ok) return []
  return listed.value.vkeys
    .map((text) => readVkey(sha256, text))
    .flatMap((key) => (key.ok && key.value.kind !== 'cosignature' ? [key.value] : []))
}
