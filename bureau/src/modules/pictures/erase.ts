import type { AlarmBook } from '../tracking/contract.ts'
import type { EvidenceRoom } from '../evidence/contract.ts'
import type { KeepParts } from './keep.ts'
import { noteErased, olderThan, stillKept, type PictureRow } from './store.ts'

export interface EraseParts extends Omit<KeepParts, 'newId'> {
  readonly alarms: AlarmBook
  readonly evidence: Pick<EvidenceRoom, 'known'>
}
const DAY_MS = 86_400_000
const MOST = 200

/** Erases what need not be kept any more (影像到期清除): row by row noted, then the bytes, unless they are evidence or another picture's. Answers how many. */
export async function eraseOld(parts: EraseParts): Promise<number> {
  const { database, clock, rules, alarms } = parts
  const nowMs = clock.now().getTime()
  const daysAgo = (days: number): string => new Date(nowMs - days * DAY_MS).toISOString()
  const [looseBefore, alarmBefore] = [daysAgo(rules.days), daysAgo(rules.alarmDays)]
  let after = { received: new Date(0).toISOString(), id: '' }
  let erased = 0
  for (;;) {
    const rows = await database.read((queries) => olderThan(queries, looseBefore > alarmBefore ? looseBefore : alarmBefore, after, MOST))
    const last = rows.at(-1)
    if (last === undefined) return erased
    after = { received: last.received, id: last.id }
    const beside = await database.read((queries) => alarms.beside(queries, rows, rules.windowMs))
    const over = rows.filter(({ id, received }) => Date.parse(received) < Date.parse(beside.has(id) ? alarmBefore : looseBefore))
    await erase(parts, over)
    erased += over.length
  }
}

async function erase({ database, files, clock, evidence }: EraseParts, rows: readonly PictureRow[]): Promise<void> {
  if (rows.length === 0) return
  const digests = [...new Set(rows.map(({ sha256 }) => sha256))]
  await database.work((tx) => noteErased(tx, rows.map(({ id }) => id), clock.now().toISOString()))
  const [kept, proof] = await database.read((queries) => Promise.all([stillKept(queries, digests), evidence.known(queries, digests)]))
  for (const digest of digests) if (!kept.has(digest) && !proof.has(digest)) await files.erase(digest)
}
