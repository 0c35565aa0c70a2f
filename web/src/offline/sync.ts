import { get, problemFrom, Problem } from '../api.ts'
import { sendFile } from '../evidence/upload.ts'
import { caseOf, localId, realId, type Entry } from './entry.ts'
import { hasLine } from './line.ts'
import { sendAll, type Round } from './send.ts'
import { bearer, entriesOf, shelf } from './shelf.ts'
import { takeCase } from './take-along.ts'

let running: Promise<Round> | undefined

/** Sends what waits on this device (同步); called as often as one likes, it runs once at a time. */
export function sync(): Promise<Round> {
  running ??= withLock(round).finally(() => (running = undefined))
  return running
}

/** Two windows of one device do not send side by side. */
const withLock = async (work: () => Promise<Round>): Promise<Round> => ('locks' in navigator ? navigator.locks.request('zhunsheng.sync', work) : work())

async function round(): Promise<Round> {
  const person = bearer()
  if (person === '' || !hasLine()) return 'broken'
  const before = (await entriesOf(person)).filter(({ state }) => state === 'waiting').map(({ key }) => key)
  const ended = await sendAll({
    entries: () => entriesOf(person),
    save: async (entry) => void (await shelf.entries.put(entry)),
    sendFiles: () => sendFiles(person),
    post: (path, body, key) => postOnly(path, body, key),
  })
  const moved = (await entriesOf(person)).filter(({ key, state }) => before.includes(key) && state !== 'waiting')
  await refresh(person, moved)
  return ended
}

/** What is sent must reach the server: nobody stands in. */
async function postOnly(path: string, body: unknown, key: string): Promise<{ readonly id: string; readonly number: string } | undefined> {
  const response = await fetch(path, { method: 'POST', credentials: 'same-origin', headers: { 'content-type': 'application/json', 'idempotency-key': key }, body: JSON.stringify(body) }).catch(() => undefined)
  if (response === undefined) throw new Problem({ type: '/problems/unreachable', title: '连接不上服务器' })
  if (!response.ok) throw await problemFrom(response)
  const answer: { readonly id?: string; readonly number?: string } = await response.json()
  return answer.id === undefined || answer.number === undefined ? undefined : { id: answer.id, number: answer.number }
}

async function sendFiles(person: string): Promise<void> {
  for (const { sha256, bytes, words } of await shelf.files.where({ person }).toArray()) {
    await sendFile(bytes, words, () => undefined)
    await shelf.files.delete([person, sha256])
  }
}

/** Cases in which something was recorded are taken along anew, as the server has them now. */
async function refresh(person: string, moved: readonly Entry[]): Promise<void> {
  const all = await entriesOf(person)
  const ids = new Set(moved.flatMap((entry) => realId(caseOf(entry) ?? localId(''), all) ?? []))
  for (const id of ids) await takeCase(person, id).catch(() => undefined)
}

/** The version of a case at the server now, for sending against it. */
export const versionNow = async (caseId: string): Promise<number> => (await get<{ readonly version: number }>(`/api/cases/${caseId}/acts`)).version
