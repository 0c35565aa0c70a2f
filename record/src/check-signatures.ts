import { type Checkpoint, readCheckpoint } from './checkpoint.ts'
import { sameBytes } from './bytes.ts'
import type { Finding } from './finding.ts'
import { type Inventory, readInventory } from './inventory.ts'
import { type Cryptography, isBy, type Note, readNote, verifySignature } from './note.ts'
import { type Check, type Outcome, PASSED, read, rejected } from './outcome.ts'
import type { Trust } from './trust.ts'
import { readVkey, type VerifierKey, vkeyText } from './vkey.ts'

/** What the signed parts of a bundle say, as far as they can be believed. */
export interface SignedParts {
  readonly findings: readonly Finding[]
  readonly checkpoint?: Checkpoint
  readonly inventory?: Inventory
  readonly logSigners: readonly VerifierKey[]
  readonly witnesses: readonly VerifierKey[]
  /** Keys in the bundle that the reader does not know; their signatures are good but count for nothing. */
  readonly strangers: readonly VerifierKey[]
}

const CHECKPOINT = '检查点'
const INVENTORY = '卷内目录'

/**
 * Checks both signed parts of a bundle.
 *
 * Stricter than a note needs to be: the inventory names the keys, and each must have signed the checkpoint
 * once and in that order, those of the log the inventory too. So no signature line can be altered, added
 * or taken away, not even one by a key that the reader does not know.
 */
export function checkSignatures(crypto: Cryptography, parts: { checkpoint: string; inventory: string }, trust: Trust): SignedParts {
  const nothing = { logSigners: [], witnesses: [], strangers: [] }
  const inventoryNote = readNote(parts.inventory)
  const inventory = inventoryNote.ok ? readInventory(inventoryNote.value.text) : inventoryNote
  if (!inventoryNote.ok || !inventory.ok) return { ...nothing, findings: [inventoryChanged(inventory.ok ? '' : inventory.because)] }

  const keys = readKeys(crypto, inventory.value.vkeys)
  if (!keys.ok) return { ...nothing, findings: [inventoryChanged(keys.because)] }
  const logKeys = keys.value.filter((key) => key.kind !== 'cosignature')
  const signed = checkSignedBy(crypto, inventoryNote.value, logKeys)
  if (!signed.ok) return { ...nothing, findings: [inventoryChanged(signed.because)] }

  const trusted = sortKeys(keys.value, inventory.value.origin, trust)
  const untrusted = trustFindings(trusted, trust)
  if (trusted.logSigners.length === 0) return { ...trusted, findings: untrusted }

  const checkpoint = checkCheckpoint(crypto, parts.checkpoint, keys.value)
  if (!checkpoint.ok) {
    const changed: Finding = { code: 'checkpoint-changed', place: CHECKPOINT, because: checkpoint.because }
    return { ...trusted, findings: [...untrusted, changed], inventory: inventory.value }
  }
  const mismatch = mismatchFindings(checkpoint.value, inventory.value)
  return { ...trusted, findings: [...untrusted, ...mismatch], checkpoint: checkpoint.value, inventory: inventory.value }
}

function inventoryChanged(because: string): Finding {
  return { code: 'inventory-changed', place: INVENTORY, because: `${because}，未据以核对其他内容` }
}

function readKeys(crypto: Cryptography, vkeys: readonly string[]): Outcome<VerifierKey[]> {
  // A witness listed twice would count twice.
  if (new Set(vkeys).size !== vkeys.length) return rejected('所列密钥有重复')
  const keys: VerifierKey[] = []
  for (const vkey of vkeys) {
    const key = readVkey(crypto.sha256, vkey)
    if (!key.ok) return key
    keys.push(key.value)
  }
  return read(keys)
}

function checkSignedBy(crypto: Cryptography, note: Note, keys: readonly VerifierKey[]): Check {
  if (note.signatures.length !== keys.length || keys.length === 0) return rejected('签名的个数与所列密钥不符')
  for (const [at, signature] of note.signatures.entries()) {
    const key = keys[at]
    if (key === undefined || !isBy(key, signature)) return rejected('签名的密钥与所列密钥不符')
    const check = verifySignature(crypto, note, key, signature)
    if (!check.ok) return check
  }
  return PASSED
}

function checkCheckpoint(crypto: Cryptography, text: string, keys: readonly VerifierKey[]): Outcome<Checkpoint> {
  const note = readNote(text)
  if (!note.ok) return note
  const signed = checkSignedBy(crypto, note.value, keys)
  return signed.ok ? readCheckpoint(note.value.text) : signed
}

function sortKeys(keys: readonly VerifierKey[], origin: string, trust: Trust): Pick<SignedParts, 'logSigners' | 'witnesses' | 'strangers'> {
  const isAmong = (known: readonly VerifierKey[], key: VerifierKey): boolean =>
    known.some((each) => vkeyText(each) === vkeyText(key))
  const logSigners = keys.filter((key) => key.kind !== 'cosignature' && key.name === origin && isAmong(trust.logKeys, key))
  const witnesses = keys.filter((key) => key.kind === 'cosignature' && isAmong(trust.witnessKeys, key))
  const strangers = keys.filter((key) => !logSigners.includes(key) && !witnesses.includes(key))
  return { logSigners, witnesses, strangers }
}

function trustFindings(parts: Pick<SignedParts, 'logSigners' | 'witnesses'>, trust: Trust): Finding[] {
  const findings: Finding[] = []
  if (parts.logSigners.length === 0)
    findings.push({ code: 'log-untrusted', place: INVENTORY, because: '签名的密钥不在信任清单内，不能确认出自该机关' })
  if (parts.witnesses.length < trust.witnessesNeeded)
    findings.push({
      code: 'witnesses-missing',
      place: CHECKPOINT,
      because: `只有${parts.witnesses.length}个可信见证，需要${trust.witnessesNeeded}个`,
    })
  return findings
}

function mismatchFindings(checkpoint: Checkpoint, inventory: Inventory): Finding[] {
  const isSame =
    checkpoint.origin === inventory.origin && checkpoint.size === inventory.size && sameBytes(checkpoint.root, inventory.root)
  return isSame ? [] : [{ code: 'inventory-mismatch', place: CHECKPOINT, because: '与卷内目录所记的检查点不是同一个' }]
}
