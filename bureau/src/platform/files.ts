import { createHash, randomUUID } from 'node:crypto'
import { createWriteStream, mkdirSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Transform, type Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Clock } from './clock.ts'
import { Problem } from './problem.ts'

/** A file larger than this is refused (单个文件上限). */
export const FILE_BYTES_MAX = 50 * 1024 * 1024

/** A file as it was stored: by its digest, once. */
export interface StoredFile {
  readonly sha256: string
  readonly sm3: string
  readonly size: number
}
/** A stretch of bytes (RFC 9110 第14节), both ends included. */
export interface Part {
  readonly start: number
  readonly end: number
}
/** What a file was found to be when all of it was read again (复核结果). */
export type Soundness = 'whole' | 'damaged' | 'missing'

export interface OpenFile {
  readonly size: number
  readonly read: (part?: Part) => Promise<Readable>
}

/** Files by digest (文件存储), wherever their bytes lie. A name given by a user is data and never part of a place. */
export interface Files {
  /** Stores a file whole or not at all. `check` may still refuse it, once all has come, by throwing; then nothing of it stays. */
  readonly add: (content: Readable, check?: (arrived: StoredFile & { readonly path: string }) => Promise<void>) => Promise<StoredFile>
  /** The file, to be read whole or in parts, if there is one. What no longer has its digest is refused, and reported. */
  readonly open: (sha256: string) => Promise<OpenFile | undefined>
  /** Reads all of it again and compares. */
  readonly check: (sha256: string) => Promise<Soundness>
  /** Takes the bytes away for good; that they are gone already is no fault. */
  readonly erase: (sha256: string) => Promise<void>
}

/** Where bytes lie (存储位置): a disk, or a store on the network. A put is whole and durable when it returns, or it throws and left nothing. */
export interface Shelf {
  readonly put: (stored: StoredFile, path: string) => Promise<void>
  /** The size, and a stamp that is another one when the bytes were written anew. */
  readonly stat: (sha256: string) => Promise<{ readonly size: number; readonly stamp: string } | undefined>
  readonly read: (sha256: string, part?: Part) => Promise<Readable>
  readonly erase: (sha256: string) => Promise<void>
}

interface FilesParts {
  readonly shelf: Shelf
  /** Where a file waits until it is whole. */
  readonly incoming: string
  readonly clock: Clock
  /** Told when a reading finds that stored bytes are no longer what they were. */
  readonly onDamage: (sha256: string) => Promise<void>
}

const DIGEST = /^[0-9a-f]{64}$/
/** So long after it was compared a file is read without being compared again: a player asks for a hundred parts of a film. */
const TRUSTED_MS = 10 * 60_000
const TRUSTED_MOST = 10_000
const FULL: readonly string[] = ['ENOSPC', 'EDQUOT']

export function filesOn({ shelf, incoming, clock, onDamage }: FilesParts): Files {
  const trusted = new Map<string, { readonly stamp: string; readonly until: number }>()
  const comparing = new Map<string, Promise<Soundness>>()

  async function compared(sha256: string, size: number, stamp: string): Promise<Soundness> {
    const hash = createHash('sha256')
    let read = 0
    for await (const chunk of await shelf.read(sha256)) {
      hash.update(chunk)
      read += chunk.length
    }
    if (read !== size || hash.digest('hex') !== sha256) {
      trusted.delete(sha256)
      return 'damaged'
    }
    const [oldest] = trusted.keys()
    if (trusted.size >= TRUSTED_MOST && oldest !== undefined) trusted.delete(oldest)
    trusted.set(sha256, { stamp, until: clock.now().getTime() + TRUSTED_MS })
    return 'whole'
  }
  /** Ten readers of one film compare it once. */
  function comparedOnce(sha256: string, size: number, stamp: string): Promise<Soundness> {
    const key = `${sha256} ${stamp}`
    const underWay = comparing.get(key) ?? compared(sha256, size, stamp).finally(() => comparing.delete(key))
    comparing.set(key, underWay)
    return underWay
  }
  const check: Files['check'] = async (sha256) => {
    const found = DIGEST.test(sha256) ? await shelf.stat(sha256) : undefined
    return found === undefined ? 'missing' : comparedOnce(sha256, found.size, found.stamp)
  }

  return {
    add: (content, checking) => received(incoming, content, async (arrived) => {
      const { path, ...stored } = arrived
      await checking?.(arrived)
      await shelf.put(stored, path)
      trusted.delete(stored.sha256)
    }),
    open: async (sha256) => {
      const found = DIGEST.test(sha256) ? await shelf.stat(sha256) : undefined
      if (found === undefined) return undefined
      const known = trusted.get(sha256)
      const isTrusted = known?.stamp === found.stamp && known.until > clock.now().getTime()
      if (!isTrusted && (await comparedOnce(sha256, found.size, found.stamp)) === 'damaged') {
        await onDamage(sha256)
        throw new Problem('damaged', '这个文件现在的内容与入卷时的摘要不一致，不能作为证据使用；已记入完整性检查，请联系管理员从备份恢复')
      }
      return { size: found.size, read: (part) => shelf.read(sha256, part) }
    },
    check,
    erase: async (sha256) => {
      if (!DIGEST.test(sha256)) return
      trusted.delete(sha256)
      await shelf.erase(sha256)
    },
  }
}

/** Takes bytes into a waiting file, hashing them on the way, and hands it on; afterwards the waiting file is gone, whatever happened. */
async function received(incoming: string, content: Readable, handOn: (arrived: StoredFile & { readonly path: string }) => Promise<void>): Promise<StoredFile> {
  mkdirSync(incoming, { recursive: true })
  const path = join(incoming, randomUUID())
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
    await pipeline(content, measure, createWriteStream(path, { flags: 'wx' }))
    const stored = { sha256: hashes[0].digest('hex'), sm3: hashes[1].digest('hex'), size }
    await handOn({ ...stored, path })
    return stored
  } catch (failure) {
    if (failure instanceof Error && 'code' in failure && FULL.includes(String(failure.code))) throw storeFull()
    throw failure
  } finally {
    await rm(path, { force: true })
  }
}

/** The disk or the store has no room (存储已满). */
export const storeFull = (): Problem => new Problem('store-full', '存储空间已满，文件没有入卷；请保留设备上的原文件，联系管理员腾出空间后重新上传')

/** The part that a Range header asks for (单段), the whole file where it asks for nothing that we give, `none` where it lies outside. */
export function partOf(header: string | undefined, size: number): Part | 'none' | undefined {
  const [, first, last] = /^bytes=(\d*)-(\d*)$/.exec(header ?? '') ?? []
  if (first === undefined || last === undefined || (first === '' && last === '')) return undefined
  const start = first === '' ? Math.max(0, size - Number(last)) : Number(first)
  const end = first === '' || last === '' ? size - 1 : Math.min(Number(last), size - 1)
  return start > end || start >= size ? 'none' : { start, end }
}
