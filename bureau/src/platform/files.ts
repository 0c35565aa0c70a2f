import { createHash, randomUUID } from 'node:crypto'
import { createReadStream, createWriteStream, existsSync, mkdirSync, statSync, type ReadStream } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Transform, type Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

/** A file as it was stored: by its digest, once. */
export interface StoredFile {
  readonly sha256: string
  readonly sm3: string
  readonly size: number
}

/** Files on disk by digest (文件存储). A name given by a user is data and never part of a path. */
export interface Files {
  readonly add: (content: Readable) => Promise<StoredFile>
  readonly read: (sha256: string) => { readonly stream: ReadStream; readonly size: number } | undefined
}

const DIGEST = /^[0-9a-f]{64}$/

export function filesIn(folder: string): Files {
  const incoming = join(folder, 'incoming')
  const placeOf = (sha256: string) => join(folder, sha256.slice(0, 2), sha256)
  return {
    add: async (content) => {
      mkdirSync(incoming, { recursive: true })
      const temporary = join(incoming, randomUUID())
      const hashes = [createHash('sha256'), createHash('sm3')] as const
      let size = 0
      const measure = new Transform({
        transform(chunk: Uint8Array, _, done) {
          size += chunk.length
          for (const hash of hashes) hash.update(chunk)
          done(null, chunk)
        },
      })
      try {
        await pipeline(content, measure, createWriteStream(temporary, { flags: 'wx' }))
        const handle = await open(temporary, 'r')
        await handle.sync().finally(() => handle.close())
        const stored = { sha256: hashes[0].digest('hex'), sm3: hashes[1].digest('hex'), size }
        mkdirSync(join(folder, stored.sha256.slice(0, 2)), { recursive: true })
        await rename(temporary, placeOf(stored.sha256))
        return stored
      } catch (failure) {
        await rm(temporary, { force: true })
        throw failure
      }
    },
    read: (sha256) => {
      if (!DIGEST.test(sha256) || !existsSync(placeOf(sha256))) return undefined
      return { stream: createReadStream(placeOf(sha256)), size: statSync(placeOf(sha256)).size }
    },
  }
}
