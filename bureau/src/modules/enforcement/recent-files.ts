import type { Act } from '@zhunsheng/law/dossier.ts'

/** Dossiers of which so many are being worked on at a time need not be read from their first act again. */
const MOST = 500

/** Files that were read lately (近期案卷). */
export interface RecentFiles {
  /** The first acts of the dossier, as far as they were read before; none, if it was not. */
  readonly known: (caseId: string) => readonly Act[]
  /** What was stored as owed after the last of these acts, if it is known; other processes may have written since. */
  readonly owed: (caseId: string, version: number) => string | undefined
  readonly keep: (caseId: string, acts: readonly Act[], owed?: string) => void
  readonly forget: (caseId: string) => void
}

/**
 * Remembers the acts that were read, so that only those recorded since need be fetched and parsed. What is remembered never
 * becomes wrong, because an act is never changed: it can only fall short of the database. Only acts that others have
 * committed may be kept.
 */
export function recentFiles(): RecentFiles {
  const files = new Map<string, { readonly acts: readonly Act[]; readonly owed: string | undefined }>()
  return {
    known: (caseId) => files.get(caseId)?.acts ?? [],
    owed: (caseId, version) => {
      const file = files.get(caseId)
      return file?.acts.length === version ? file.owed : undefined
    },
    keep: (caseId, acts, owed) => {
      files.delete(caseId)
      files.set(caseId, { acts, owed })
      const [oldest] = files.keys()
      if (files.size > MOST && oldest !== undefined) files.delete(oldest)
    },
    forget: (caseId) => files.delete(caseId),
  }
}
