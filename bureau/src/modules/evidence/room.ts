import { FILE_BYTES_MAX } from '../../platform/files.ts'
import type { EvidenceRoom } from './contract.ts'
import { takeIn, type IntakeParts } from './intake.ts'
import { isShown } from './media.ts'
import { addReading, firstItem, mediaOfItems } from './store.ts'

const MEGABYTE = 1024 * 1024

/** The evidence room for other modules (证据库). */
export function evidenceRoom(parts: IntakeParts): EvidenceRoom {
  const { database, files, clock } = parts
  return {
    takeIn: (content, { id, name, filename, sha256, isCut }) =>
      takeIn(parts, { content, said: { ...(filename === undefined ? {} : { filename }), ...(sha256 === undefined ? {} : { sha256 }) }, actor: { id, name, department: '', posts: [] }, isCut, limit: `${FILE_BYTES_MAX / MEGABYTE} MB` }),
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
