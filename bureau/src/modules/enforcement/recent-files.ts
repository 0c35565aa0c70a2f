import type { CaseFile } from '@zhunsheng/law/case-file.ts'
import type { Act } from '@zhunsheng/law/dossier.ts'
import type { CaseHead } from './store-projections.ts'

/** Dossiers of which so many are being worked on at a time need not be read from their first act again. */
const MOST = 500

/** All that the next act of a case builds on (案卷现状), as it was when this process wrote the latest. */
export interface Standing {
  readonly head: CaseHead
  readonly acts: readonly Act[]
  readonly file: CaseFile
  /** The leaf of the latest act. */
  readonly leaf: string
  /** What is stored as owed, and of the case in lists, each as it was written. */
  readonly owed: string
  readonly summary: string
}

/** Files that were read or written lately (近期案卷). */
export interface RecentFiles {
  /** The first acts of the dossier, as far as they were read before; none, if it was not. */
  readonly known: (caseId: string) => readonly Act[]
  /** How the case stood after so many acts, if this process wrote the last of them; others may have written since. */
  readonly standing: (caseId: string, version: number) => Standing | undefined
  readonly keep: (caseId: string, acts: readonly Act[]) => void
  readonly keepStanding: (standing: Standing) => void
  readonly forget: (caseId: string) => void
}

/**
 * Remembers the acts that were read, so that only those recorded since need be fetched and parsed, and how the cases stand that
 * were written, so that their next act need look for nothing. What is remembered never becomes wrong, because an act is never
 * changed: it can only fall short of the database, and whoever builds on it is stopped there by the place of his act being taken.
 * Only acts that have been committed may be kept.
 */
export function recentFiles(): RecentFiles {
  const files = new Map<string, { readonly acts: readonly Act[]; readonly standing?: Standing }>()
  const put = (caseId: string, file: { readonly acts: readonly Act[]; readonly standing?: Standing }) => {
    files.delete(caseId)
    files.set(caseId, file)
    const [oldest] = files.keys()
    if (files.size > MOST && oldest !== undefined) files.delete(oldest)
  }
  return {
    known: (caseId) => files.get(caseId)?.acts ?? [],
    standing: (caseId, version) => {
      const standing = files.get(caseId)?.standing
      return standing?.head.version === version ? standing : undefined
    },
    keep: (caseId, acts) => put(caseId, { acts }),
    keepStanding: (standing) => put(standing.head.id, { acts: standing.acts, standing }),
    forget: (caseId) => files.delete(caseId),
  }
}
