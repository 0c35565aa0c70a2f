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
const PREFIX = 'zhunsheng.draft'

/** Not randomUUID, which browsers withhold from pages on plain http, as in an inner network. */
export const newKey = (): string => Array.from(crypto.getRandomValues(new Uint8Array(KEY_BYTES)), (byte) => byte.toString(16).padStart(2, '0')).join('')

/** Drafts belong to a person, a case and a kind of act: two who share a machine do not see each other's. */
export const draftName = (person: string, caseId: string, kind: string): string => `${PREFIX}.${person}.${caseId}.${kind}`

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

/** A draft that waits on this machine, and where it is continued. */
export interface WaitingDraft {
  readonly kind: string
  readonly savedAt: string
  readonly address: string
}

/** The drafts of a person on this machine, latest first: what was begun must be found again. */
export function waitingDrafts(person: string, store: Pick<Storage, 'getItem' | 'key' | 'length'> = localStorage): readonly WaitingDraft[] {
  const own = `${PREFIX}.${person}.`
  return Array.from({ length: store.length }, (_, index) => store.key(index) ?? '')
    .filter((name) => name.startsWith(own))
    .flatMap((name): readonly WaitingDraft[] => {
      const draft = findDraft(name, store)
      const [caseId = '', kind = '', target] = name.slice(own.length).split('.')
      if (draft === undefined || kind === '') return []
      return [{ kind, savedAt: draft.savedAt, address: addressOf(caseId, kind, target) }]
    })
    .toSorted((one, other) => other.savedAt.localeCompare(one.savedAt))
}

const OPENING = 'open-'
/** The place of a draft that opens a case under a procedure; a dot would end the name. */
export const openingPlace = (procedure: string): string => OPENING + procedure.replaceAll('.', '-')

/** A new case out of a lead is continued from the lead, which carries its content along. */
function addressOf(caseId: string, kind: string, target: string | undefined): string {
  if (caseId.startsWith(OPENING)) return `/cases/new?procedure=${caseId.slice(OPENING.length).replaceAll('-', '.')}&act=${kind}`
  if (caseId.startsWith('new')) return '/leads?state=open'
  return `/cases/${caseId}?act=${kind}${target === undefined ? '' : `&target=${target}`}`
}
