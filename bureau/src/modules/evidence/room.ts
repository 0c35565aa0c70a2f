import { Readable } from 'node:stream'
import { FILE_BYTES_MAX } from '../../platform/files.ts'
import type { EvidenceRoom } from './contract.ts'
import { takeIn, type IntakeParts } from './intake.ts'
import { HEAD_BYTES, isPicture, isShown, mediaOf } from './media.ts'
import { plainCopy } from './picture.ts'
import { addReading, firstItem, mediaOfItems } from './store.ts'

const LIMIT = `${FILE_BYTES_MAX / 1024 / 1024} MB`

/** The evidence room for other modules (证据库). */
export function evidenceRoom(parts: IntakeParts): EvidenceRoom {
  const { database, files, clock } = parts
  return {
    takeIn: (content, { id, name, filename, sha256, isCut, shownOnly = false }) =>
      takeIn(parts, { content, said: { ...(filename === undefined ? {} : { filename }), ...(sha256 === undefined ? {} : { sha256 }) }, actor: { id, name, department: '', posts: [] }, isCut, shownOnly, limit: LIMIT }),
    takePicture: async (bytes, { id, name, filename }) => {
      const plain = isPicture(mediaOf(bytes.subarray(0, HEAD_BYTES))) ? await plainCopy(bytes) : undefined
      if (plain === undefined) return undefined
      const take = async (content: Uint8Array, called: string) => (await takeIn(parts, { content: Readable.from([content]), said: { filename: called }, actor: { id, name, department: '', posts: [] }, limit: LIMIT })).sha256
      return { original: await take(bytes, filename), copy: await take(plain, `${filename}（副本）.jpg`) }
    },
    known: async (queries, digests) => new Set((await mediaOfItems(queries, digests)).keys()),
    show: async (digest, who) => {
      const item = await database.read((queries) => firstItem(queries, digest))
      const found = item === undefined || !isShown(item.media) ? undefined : await files.open(digest)
      if (item === undefined || found === undefined) return undefined
      await database.work((tx) => addReading(tx, digest, { who, what: 'viewed', at: clock.now().toISOString() }))
      return { stream: await found.read(), size: found.size, media: item.media }
    },
    mediaOf: mediaOfItems,
  }
}
