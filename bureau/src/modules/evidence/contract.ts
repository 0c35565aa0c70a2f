import type { Readable } from 'node:stream'
import type { Use } from '@zhunsheng/law/archive/keeping.ts'
import type { Queries } from '../../platform/database.ts'
import type { Item } from './wire.ts'

/** The corners of the district (本区范围), degrees; a position outside is flagged, not refused: a chase may end anywhere. */
export interface District {
  readonly west: number
  readonly south: number
  readonly east: number
  readonly north: number
}

/** What files are by their bytes (媒体类型), by digest; those that never came are left out. */
export type MediaOf = (queries: Queries, digests: readonly string[]) => Promise<ReadonlyMap<string, string>>

/**
 * Who else needs files (其他模块的用途), beside cases and leads: those that are needed for themselves, and those that belong to a case.
 * What nobody needs any more is left out, and is kept as long as a file without a case.
 */
export type UsesElsewhere = (queries: Queries, digests?: readonly string[]) => Promise<{ readonly needed: readonly (Use & { readonly sha256: string })[]; readonly ofCases: readonly { readonly sha256: string; readonly caseId: string }[] }>

/** What the evidence room offers to other modules (证据库): files by their digests, each hand that held one written down. */
export interface EvidenceRoom {
  /** Takes a file in from a machine: whole or not at all. */
  readonly takeIn: (content: Readable, from: { readonly id: string; readonly name: string; readonly filename?: string; /** Where the sender computed it himself. */ readonly sha256?: string; readonly isCut: () => boolean; /** Refuses what a page would not show: pictures, recordings and PDF only. */ readonly shownOnly?: boolean }) => Promise<Item>
  /**
   * Takes a picture in that a stranger sent, and beside it a copy without what his telephone wrote into it (position, serial numbers);
   * nothing where the bytes are no picture that can be opened.
   */
  readonly takePicture: (bytes: Uint8Array, from: { readonly id: string; readonly name: string; readonly filename: string }) => Promise<{ readonly original: string; readonly copy: string } | undefined>
  /** Which of these digests are kept here. */
  readonly known: (queries: Queries, digests: readonly string[]) => Promise<ReadonlySet<string>>
  /** A file to be shown to somebody, which is written down; nothing where it is not here or must not be shown. */
  readonly show: (digest: string, who: string) => Promise<{ readonly stream: Readable; readonly size: number; readonly media: string } | undefined>
  /** What these files are, by their bytes. */
  readonly mediaOf: MediaOf
}
