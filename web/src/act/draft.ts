import { isAnswers, type Answers } from './form.ts'

/** An act that is being filled in, kept on this machine until it is recorded (草稿). */
export interface Draft {
  /** The idempotency key: a repeated sending after a broken connection records the act once. */
  readonly key: string
  readonly on: string
  readonly at?: string
  readonly with: readonly string[]
  readonly data: Answers
  readonly savedAt: string
}

const KEY_BYTES = 16

/** Not randomUUID, which browsers withhold from pages on plain http, as in an inner network. */
export const newKey = (): string => Array.from(crypto.getRandomValues(new Uint8Array(KEY_BYTES)), (byte) => byte.toString(16).padStart(2, '0')).join('')

/** Drafts belong to a person, a case and a kind of act: two who share a machine do not see each other's. */
export const draftName = (person: string, caseId: string, kind: string): string => `zhunsheng.draft.${person}.${caseId}.${kind}`

export function findDraft(name: string, store: Pick<Storage, 'getItem'> = localStorage): Draft | undefined {
  const kept = store.getItem(name)
  return kept === null ? undefined : readDraft(kept)
}

/** What another version of this page kept may have another form; then there is no draft. */
function readDraft(kept: string): Draft | undefined {
  try {
    const read: unknown = JSON.parse(kept)
    if (!isAnswers(read)) return undefined
    const { key, on, at, with: others, data, savedAt } = read
    if (typeof key !== 'string' || typeof on !== 'string' || typeof savedAt !== 'string' || !Array.isArray(others) || !isAnswers(data)) return undefined
    return { key, on, savedAt, data, with: others.filter((one): one is string => typeof one === 'string'), ...(typeof at === 'string' ? { at } : {}) }
  } catch {
    return undefined
  }
}

/** Keeps a draft; a full or forbidden store must not stop the work, the page still holds what was typed. */
export function keepDraft(name: string, draft: Draft, store: Pick<Storage, 'setItem'> = localStorage): boolean {
  try {
    store.setItem(name, JSON.stringify(draft))
    return true
  } catch {
    return false
  }
}

export const dropDraft = (name: string, store: Pick<Storage, 'removeItem'> = localStorage): void => store.removeItem(name)
