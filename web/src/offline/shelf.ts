import type { CaseView, WrittenActs } from '@zhunsheng/bureau/modules/enforcement/wire.ts'
import Dexie from 'dexie'
import type { Entry } from './entry.ts'

/** An answer of the server that stays on this device. */
interface Kept {
  readonly address: string
  readonly person: string
  readonly body: unknown
}
/** A case that was taken along (随身案卷). */
export interface KeptCase {
  readonly id: string
  readonly person: string
  readonly takenAt: string
  readonly view: CaseView
  readonly acts: WrittenActs
}
/** A photograph or recording that waits to be sent. */
export interface KeptFile {
  readonly sha256: string
  readonly person: string
  readonly name: string
  readonly takenAt: string
  readonly words: Readonly<Record<string, string>>
  readonly bytes: Blob
}

const database = new Dexie('zhunsheng')
database.version(1).stores({ answers: '[person+address], person', cases: '[person+id], person', entries: 'key, [person+at]', files: '[person+sha256], person' })

/** What this device keeps for a shift without signal (本机存储): each person's own, and nothing of anybody else. */
export const shelf = {
  answers: database.table<Kept, [string, string]>('answers'),
  cases: database.table<KeptCase, [string, string]>('cases'),
  entries: database.table<Entry, string>('entries'),
  files: database.table<KeptFile, [string, string]>('files'),
}

const PERSON = 'zhunsheng.person'
/** Who was logged in on this device last, and is until he logs out. */
export const bearer = (): string => localStorage.getItem(PERSON) ?? ''
export const setBearer = (id: string): void => localStorage.setItem(PERSON, id)

/** Everything that this person did without a connection, oldest first. */
export const entriesOf = (person: string): Promise<readonly Entry[]> => shelf.entries.where('[person+at]').between([person, Dexie.minKey], [person, Dexie.maxKey]).toArray()

const DAY_MS = 86_400_000
const KEPT_DAYS = 2
/** Cases are personal data: what was taken along for an older shift leaves the device. */
export const forgetOldCases = (): Promise<number> => shelf.cases.filter(({ takenAt }) => Date.now() - Date.parse(takenAt) > KEPT_DAYS * DAY_MS).delete()

/** On logging out everything of this person leaves the device, but for what has not been sent yet. */
export async function clearShelf(person: string): Promise<void> {
  await Promise.all([shelf.answers.where({ person }).delete(), shelf.cases.where({ person }).delete(), shelf.entries.where('[person+at]').between([person, Dexie.minKey], [person, Dexie.maxKey]).filter(({ state }) => state === 'sent').delete()])
  localStorage.removeItem(PERSON)
}
