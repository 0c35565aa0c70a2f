import { createHash, randomUUID } from 'node:crypto'
import { createReadStream, createWriteStream, existsSync, mkdirSync, statSync, type ReadStream } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Transform, type Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

/** A file larger than this is refused (单个文件上限). */
export const FILE_BYTES_MAX = 50 * 1024 * 1024

/** A file as it was stored: by its digest, once. */
export interface StoredFile {
  readonly sha256: string
  readonly sm3: string
  readonly size: number
}

/** Files on disk by digest (文件存储). A name given by a user is data and never part of a path. */
export interface Files {
  /** Stores a file whole or not at all. `check` may still refuse it, once all has come, by throwing; then nothing of it stays. */
  readonly add: (content: Readable, check?: (arrived: StoredFile & { readonly path: string }) => Promise<void>) => Promise<StoredFile>
  /** The file, or the bytes from `start` to `end` of it, both included. */
  readonly read: (sha256: string, part?: Part) => { readonly stream: ReadStream; readonly size: number } | undefined
}

/** A stretch of bytes (RFC 9110 第14节), both ends included. */
export interface Part {
  readonly start: number
  readonly end: number
}

const DIGEST = /^[0-9a-f]{64}$/

export function filesIn(folder: string): Files {
  const incoming = join(folder, 'incoming')
  const placeOf = (sha256: string) => join(folder, sha256.slice(0, 2), sha256)
  return {
    add: async (content, check) => {
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
        const stored = { sha256: hashes[0].digest('hex'), sm3: hashes[1].digest('hex'), size }
        await check?.({ ...stored, path: temporary })
        await synced(temporary)
        mkdirSync(join(folder, stored.sha256.slice(0, 2)), { recursive: true })
        await rename(temporary, placeOf(stored.sha256))
        // The new name is on the disk only when its folder is.
        await synced(dirname(placeOf(stored.sha256)))
        return stored
      } catch (failure) {
        await rm(temporary, { force: true })
        throw failure
      }
    },
    read: (sha256, part) => {
      if (!DIGEST.test(sha256) || !existsSync(placeOf(sha256))) return undefined
      return { stream: createReadStream(placeOf(sha256), part === undefined ? {} : { ...part }), size: statSync(placeOf(sha256)).size }
    },
  }
}

/** Waits until a file or a folder is on the disk. Windows cannot open a folder; there the file alone must do. */
async function synced(path: string): Promise<void> {
  if (process.platform === 'win32' && statSync(path).isDirectory()) return
  const handle = await open(path, 'r')
  await handle.sync().finally(() => handle.close())
}

/** The part that a Range header asks for (单段), the whole file where it asks for nothing that we give, `none` where it lies outside. */
export function partOf(header: string | undefined, size: number): Part | 'none' | undefined {
  const [, first, last] = /^bytes=(\d*)-(\d*)$/.exec(header ?? '') ?? []
  if (first === undefined || last === undefined || (first === '' && last === '')) return undefined
  const start = first === '' ? Math.max(0, size - Number(last)) : Number(first)
  const end = first === '' || last === '' ? size - 1 : Math.min(Number(last), size - 1)
  return start > end || start >= size ? 'none' : { start, end }
}
