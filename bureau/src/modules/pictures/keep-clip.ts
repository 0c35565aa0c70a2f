import { Readable } from 'node:stream'
import type { Clip, ClipFate } from './contract.ts'
import type { KeepParts } from './keep.ts'
import { addPicture, bytesKept } from './store.ts'

/** A film that a person kept is none of the formats and events of JT/T 808. */
export const BY_HAND = 255
const MEDIA = 'video/mp4'

/** Keeps a film that a person cut out of a live stream (视频留存): the file first, whole, then its row, like every picture. */
export function clipKeeper({ database, files, newId, rules }: KeepParts): (clip: Clip) => Promise<ClipFate> {
  return async ({ bytes, truckId, plate, terminal, channel, fromMs, untilMs, receivedMs, who, reason, packetsSha256 }) => {
    if ((await database.read(bytesKept)) + bytes.length > rules.totalBytes) return { kind: 'full' }
    const { sha256, size } = await files.add(Readable.from([Buffer.from(bytes)]))
    const id = newId()
    const [at, until, received] = [fromMs, untilMs, receivedMs].map((ms) => new Date(ms).toISOString())
    if (at === undefined || until === undefined || received === undefined) throw new Error('a clip without times')
    const isNew = await database.work((tx) => addPicture(tx, { id, truck: truckId, plate, terminal, media_id: 0, format: BY_HAND, event: BY_HAND, channel, at, received, lat: null, lon: null, sha256, size, media: MEDIA, until, kept_by: who, reason, packets_sha256: packetsSha256 }))
    return isNew ? { kind: 'kept', id, sha256 } : { kind: 'repeated' }
  }
}
