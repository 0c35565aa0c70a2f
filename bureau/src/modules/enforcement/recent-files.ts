import type { Act } from '@zhunsheng/law/dossier.ts'

/** Dossiers of which so many are being worked on at a time need not be read from their first act again. */
const MOST = 500

/** Files that were read lately (近期案卷). */
export interface RecentFiles {
  /** The first acts of the dossier, as far as they were read before; none, if it was not. */
  readonly known: (caseId: string) => readonly Act[]
  readonly keep: (caseId: string, acts: readonly Act[]) => void
  readonly forget: (caseId: string) => void
}

/**
 * Remembers the acts that were read, so that only those recorded since need be fetched and parsed. What is remembered never
 * becomes wrong, because an act is never changed: it can only fall short of the database. Only acts that others have
 * committed may be kept.
 */
export function recentFiles(): RecentFiles {
  const files = new Map<string, readonly Act[]>()
  return {
    known: (caseId) => files.get(caseId) ?? [],
    keep: (caseId, acts) => {
      files.delete(caseId)
      files.set(caseId, acts)
      const [oldest] = files.keys()
      if (files.size > MOST && oldest !== undefined) files.delete(oldest)
    },
    forget: (caseId) => files.delete(caseId),
  }
}
