import { Readable } from 'node:stream'
import type { Clock } from '../../platform/clock.ts'
import type { Database } from '../../platform/database.ts'
import { digests } from '../../platform/digest.ts'
import type { Files } from '../../platform/files.ts'
import type { Recording, RecordingFate, RecordingSink } from '../terminals/contract.ts'
import type { PictureRules } from './rules.ts'
import { soundOf } from './soundness.ts'
import { addPicture, bytesKept, countSince, isThere } from './store.ts'

export interface KeepParts {
  readonly database: Database
  readonly files: Files
  readonly clock: Clock
  readonly newId: () => string
  readonly rules: PictureRules
}
/** What only a film has that a person kept. */
const NOT_BY_HAND = { until: null, kept_by: null, reason: null, packets_sha256: null } as const
const HOUR_MS = 3_600_000
/** All that is kept is added up anew after so long; in between what comes is added to it. */
const SUM_FOR_MS = 60_000

/** Keeps recordings (接收车载影像): the file first, then its row, so that a row always has its file. */
export function keeper({ database, files, clock, newId, rules }: KeepParts): RecordingSink {
  let sum = { bytes: 0, atMs: -Infinity }
  const kept = async (nowMs: number): Promise<number> => {
    if (nowMs - sum.atMs > SUM_FOR_MS) sum = { bytes: await database.read(bytesKept), atMs: nowMs }
    return sum.bytes
  }
  const refusal = async ({ terminal, bytes }: Recording, nowMs: number): Promise<RecordingFate | undefined> => {
    if (await database.read((queries) => countSince(queries, terminal, new Date(nowMs - HOUR_MS).toISOString())) >= rules.perHour) return 'too-many'
    return (await kept(nowMs)) + bytes.length > rules.totalBytes ? 'full' : undefined
  }
  return async (recording) => {
    const { bytes, terminal, mediaId, place } = recording
    if (bytes.length > rules.mostBytes) return 'too-large'
    const media = soundOf(bytes)
    if (media === undefined) return 'broken'
    const same = { terminal, media_id: mediaId, sha256: Buffer.from(digests.sha256(bytes)).toString('hex') }
    if (await database.read((queries) => isThere(queries, same))) return 'repeated'
    const refused = await refusal(recording, clock.now().getTime())
    if (refused !== undefined) return refused
    await files.add(Readable.from([Buffer.from(bytes)]))
    const { truckId, plate, format, event, channel, atMs, receivedMs } = recording
    const isNew = await database.work((tx) => addPicture(tx, { ...same, id: newId(), truck: truckId, plate, format, event, channel, at: new Date(atMs).toISOString(), received: new Date(receivedMs).toISOString(), lat: place?.lat ?? null, lon: place?.lon ?? null, size: bytes.length, media, ...NOT_BY_HAND }))
    if (isNew) sum = { ...sum, bytes: sum.bytes + bytes.length }
    return isNew ? 'kept' : 'repeated'
  }
}
