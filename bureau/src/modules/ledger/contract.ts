import type { Act } from '@zhunsheng/record/act.ts'
import type { Queries, Statement } from '../../platform/database.ts'

/** What an act left in the ledger (存证回执). */
export interface Receipt {
  /** The leaf hash in base64, which the next act of the dossier names. */
  readonly hash: string
}

/** A document by name and content (文书). */
export interface Document {
  readonly name: string
  readonly bytes: Uint8Array
}

/** What the ledger offers to other modules. */
export interface Ledger {
  /** The hash of the latest leaf of each of these dossiers, which its next act names; none for a dossier without acts. */
  readonly latest: (queries: Queries, dossiers: readonly string[]) => Promise<ReadonlyMap<string, string>>
  /** The leaves of acts, to be written in the transaction in which the acts themselves are written. */
  readonly leavesOf: (acts: readonly Act[]) => { readonly receipts: readonly Receipt[]; readonly statement: Statement }
  /** Gives every leaf its place in the log and signs a checkpoint over them; does nothing when all have theirs. */
  readonly seal: () => Promise<void>
  /** The places of a dossier's leaves, by the number of the act. */
  readonly placesOf: (queries: Queries, dossier: string) => Promise<ReadonlyMap<number, number>>
  /** One act's proof in the form of C2SP tlog-proof, or nothing if there is no such act. */
  readonly proof: (dossier: string, seq: number) => Promise<string | undefined>
  /** The case bundle of a dossier (案卷包) with its first `acts` acts, those that the caller has read, and what fixes its documents. */
  readonly bundle: (dossier: string, acts: number, actOf: (seq: number, before: string | null) => Act, documents: readonly Document[]) => Promise<Uint8Array>
}
