import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Http } from '../../platform/http.ts'
import { malformed, notFound } from '../../platform/problem.ts'
import type { RecordUse } from '../enforcement/contract.ts'
import type { Actor } from '../officers/contract.ts'
import { isPicture } from './media.ts'
import { thumbnail, watermarked } from './picture.ts'
import type { UploadParts } from './uploads.ts'
import type { Item } from './wire.ts'

interface Door {
  readonly allow: (request: FastifyRequest, step: 'read') => Promise<Actor>
  readonly itemOf: (sha256: string) => Promise<Item>
  readonly noteReading: (sha256: string, who: string, what: 'copied') => Promise<void>
  readonly refuseDestroyed: (sha256: string) => Promise<void>
}
const Digest = z.object({ sha256: z.string().max(64) })

/** Copies of pictures (缩略图、水印副本); the originals are never touched. */
export function copyRoutes(http: Http, { database, records, files, folder }: UploadParts, { allow, itemOf, noteReading, refuseDestroyed }: Door): void {
  const tags = ['证据']
  /** A copy is made once and kept beside the originals; it can always be made again. */
  async function copyOf(item: Item, name: string, make: (bytes: Uint8Array) => Promise<Buffer | undefined>): Promise<Buffer> {
    const cache = join(folder, 'copies')
    const path = join(cache, `${item.sha256}-${createHash('sha256').update(name).digest('hex').slice(0, 16)}.jpg`)
    await refuseDestroyed(item.sha256)
    // Opened even where the copy is there already: of a damaged original nothing is shown.
    const found = isPicture(item.media) ? await files.open(item.sha256) : undefined
    if (found !== undefined && existsSync(path)) return readFileSync(path)
    const made = found === undefined ? undefined : await make(await buffer(await found.read()))
    if (made === undefined) throw notFound('这个文件不是可以显示的图片')
    mkdirSync(cache, { recursive: true })
    writeFileSync(path, made)
    return made
  }
  /** The act that brought the file into this case; a copy never names a case that does not have it. */
  async function useIn(sha256: string, number: string | undefined): Promise<RecordUse | undefined> {
    if (number === undefined) return undefined
    const use = (await database.read((queries) => records.usesOf(queries, [sha256]))).find((one) => one.number === number)
    if (use === undefined) throw malformed([{ path: 'case', because: `案件 ${number} 的案卷中没有这个文件，水印不能写这个案号` }])
    return use
  }
  http.get('/api/evidence/:sha256/thumbnail', { schema: { tags, summary: '缩略图', params: Digest } }, async (request, reply) => {
    await allow(request, 'read')
    return reply.type('image/jpeg').send(await copyOf(await itemOf(request.params.sha256), 'thumbnail', thumbnail))
  })
  http.get('/api/evidence/:sha256/watermarked', { schema: { tags, summary: '带水印的副本', params: Digest, querystring: z.object({ case: z.string().max(40).optional() }) } }, async (request, reply) => {
    const actor = await allow(request, 'read')
    const item = await itemOf(request.params.sha256)
    const lines = markOf(item, await useIn(item.sha256, request.query.case))
    const copy = await copyOf(item, lines.join('\n'), (bytes) => watermarked(bytes, lines))
    await noteReading(item.sha256, actor.name, 'copied')
    return reply.type('image/jpeg').header('content-disposition', `inline; filename="${item.sha256.slice(0, 16)}.jpg"`).send(copy)
  })
}

/** What the watermark says: time with the error of the clock, place, officers, case. */
function markOf({ takenAt, clockOffset, receivedAt, latitude, longitude, officer }: Item, use: RecordUse | undefined): string[] {
  const officers = use === undefined || use.by.length === 0 ? [officer] : use.by
  return [
    takenAt === undefined ? `上传时间 ${local(receivedAt)}` : `拍摄时间 ${local(takenAt)}${errorOf(clockOffset)}`,
    ...(latitude === undefined || longitude === undefined ? [] : [`地点 北纬 ${latitude.toFixed(5)} 东经 ${longitude.toFixed(5)}`]),
    `执法人员 ${officers.join('、')}`,
    ...(use === undefined ? [] : [`案件编号 ${use.number}`]),
  ]
}
/** By how much the device's clock was wrong when it sent the file (设备时钟误差). */
const errorOf = (seconds: number | undefined): string => (seconds === undefined ? '' : seconds === 0 ? '（设备时钟准确）' : `（设备时钟${seconds > 0 ? '快' : '慢'} ${Math.abs(seconds)} 秒）`)
const local = (iso: string): string => new Date(iso).toLocaleString('zh-CN', { timeZone: 'Asia/Shanghai', hour12: false })
