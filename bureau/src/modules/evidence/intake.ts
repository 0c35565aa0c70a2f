import { open } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import type { Clock } from '../../platform/clock.ts'
import type { Database } from '../../platform/database.ts'
import type { Files } from '../../platform/files.ts'
import { malformed, Problem } from '../../platform/problem.ts'
import type { Actor } from '../officers/contract.ts'
import type { District } from './contract.ts'
import { HEAD_BYTES, isShown, mediaOf } from './media.ts'
import { addItem, addReading, firstItem, holdDigest } from './store.ts'
import type { Flag, Item, Said } from './wire.ts'
import { zipFault } from './zip.ts'

export interface IntakeParts {
  readonly database: Database
  readonly files: Files
  readonly clock: Clock
  /** The hour outside, with which a device's clock is compared; a demonstration lives on another day. */
  readonly outside: Clock
  readonly district?: District
}
/** A file with what the device says of it, and how much its clock was off when it began to send. */
export interface Arrival {
  readonly content: Readable
  readonly said: Said
  readonly clockOffset?: number
  readonly actor: Actor
  /** Whether the sender was cut short by a limit, once all has come. */
  readonly isCut?: () => boolean
  readonly limit: string
  /** Only what a page may show. */
  readonly shownOnly?: boolean
}

/** The clock of a device may be so many seconds off before it is remarked on. */
const CLOCK_TOLERANCE = 60
const NAME_MAX = 200

/** Takes a file in (接收证据): whole or not at all, hashed again, looked into, flagged, and written down. */
export async function takeIn({ database, files, clock, outside, district }: IntakeParts, { content, said, clockOffset, actor, isCut = () => false, limit, shownOnly = false }: Arrival): Promise<Item> {
  let media = ''
  const stored = await files.add(content, async ({ path, sha256, size }) => {
    if (isCut()) throw new Problem('too-large', `单个文件不能超过 ${limit}，请压缩或者分成几个文件`)
    if (size === 0) throw malformed([{ path: 'file', because: '文件是空的' }])
    if (said.sha256 !== undefined && said.sha256 !== sha256) throw malformed([{ path: 'sha256', because: '收到的内容与设备上计算的摘要不一致，可能在传输中损坏，请重新上传；原文件没有入卷' }])
    media = mediaOf(await headOf(path))
    if (shownOnly && !isShown(media)) throw malformed([{ path: 'file', because: '只接收照片、录音、录像和 PDF，这个文件不是' }])
    const fault = media === 'application/zip' ? await zipFault(path, size) : undefined
    if (fault !== undefined) throw malformed([{ path: 'file', because: fault }])
  })
  const now = clock.now()
  return database.work(async (tx) => {
    await holdDigest(tx, stored.sha256)
    const before = await firstItem(tx, stored.sha256)
    const flags = flagsOf(said, outside.now(), clockOffset, district, before !== undefined)
    const item: Item = {
      ...stored,
      media,
      name: plainName(said.filename ?? ''),
      officer: actor.name,
      receivedAt: now.toISOString(),
      flags,
      ...(said.takenAt === undefined ? {} : { takenAt: said.takenAt }),
      ...(clockOffset === undefined ? {} : { clockOffset }),
      ...(said.latitude === undefined || said.longitude === undefined ? {} : { latitude: said.latitude, longitude: said.longitude }),
      ...(said.accuracy === undefined ? {} : { accuracy: said.accuracy }),
      ...(said.device === undefined ? {} : { device: said.device }),
    }
    await addItem(tx, { ...item, flags, officerId: actor.id })
    await addReading(tx, stored.sha256, { who: actor.name, what: 'uploaded', at: item.receivedAt })
    return item
  })
}

function flagsOf(said: Said, now: Date, clockOffset: number | undefined, district: District | undefined, isAgain: boolean): Flag[] {
  const flags: Flag[] = []
  if (clockOffset !== undefined && Math.abs(clockOffset) > CLOCK_TOLERANCE) flags.push('clock-wrong')
  // Its own clock's error is taken out first: a clock that is a day ahead has not seen tomorrow.
  if (said.takenAt !== undefined && Date.parse(said.takenAt) - (clockOffset ?? 0) * 1000 > now.getTime() + CLOCK_TOLERANCE * 1000) flags.push('in-future')
  const { latitude, longitude } = said
  if (district !== undefined && latitude !== undefined && longitude !== undefined && (latitude < district.south || latitude > district.north || longitude < district.west || longitude > district.east)) flags.push('outside-district')
  if (isAgain) flags.push('again')
  if (said.sha256 === undefined) flags.push('no-device-hash')
  return flags
}

async function headOf(path: string): Promise<Uint8Array> {
  const handle = await open(path, 'r')
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await handle.close()
  }
}

/** A file's name without folders and control characters (文件名): it is shown, and never part of a path. */
const plainName = (name: string): string => (name.split(/[\\/]/).at(-1) ?? '').replace(/\p{Cc}/gu, '').slice(-NAME_MAX)
