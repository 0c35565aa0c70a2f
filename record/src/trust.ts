import { type Checkpoint, readCheckpoint } from './checkpoint.ts'
import { type Note, openNote, type SignatureChecks } from './note.ts'
import { type Outcome, read, rejected } from './outcome.ts'
import type { VerifierKey } from './vkey.ts'

/**
 * Whom the reader believes (信任清单): the keys of the logs, the keys of the witnesses (司法局, 审计…), and how
 * many witnesses must have signed. A bureau's own log is an interested party; witnesses are what make
 * it hard to show different people different histories.
 */
export interface Trust {
  readonly logKeys: readonly VerifierKey[]
  readonly witnessKeys: readonly VerifierKey[]
  readonly witnessesNeeded: number
}

/** A checkpoint that the reader has reason to believe, and whose keys gave that reason. */
export interface TrustedCheckpoint {
  readonly checkpoint: Checkpoint
  readonly logSigners: readonly VerifierKey[]
  readonly witnesses: readonly VerifierKey[]
}

/**
 * Opens a signed checkpoint: the log that it names must have signed it with a trusted key of that name,
 * and enough trusted witnesses must have cosigned.
 */
export function openCheckpoint(checks: SignatureChecks, note: Note, trust: Trust): Outcome<TrustedCheckpoint> {
  const checkpoint = readCheckpoint(note.text)
  if (!checkpoint.ok) return checkpoint
  const signers = openNote(checks, note, [...trust.logKeys, ...trust.witnessKeys])
  if (!signers.ok) return signers
  const isLogKey = (key: VerifierKey): boolean =>
    key.kind !== 'cosignature' && key.name === checkpoint.value.origin && signers.value.includes(key)
  const logSigners = trust.logKeys.filter(isLogKey)
  const witnesses = trust.witnessKeys.filter((key) => key.kind === 'cosignature' && signers.value.includes(key))
  if (logSigners.length === 0) return rejected('检查点没有该存证日志的可信签名')
  if (witnesses.length < trust.witnessesNeeded)
    return rejected(`检查点只有${witnesses.length}个可信见证，需要${trust.witnessesNeeded}个`)
  return read({ checkpoint: checkpoint.value, logSigners, witnesses })
}
