import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Http } from '../../platform/http.ts'
import { notFound } from '../../platform/problem.ts'
import type { Actor } from '../officers/contract.ts'
import { isPicture } from './media.ts'
import { thumbnail, watermarked } from './picture.ts'
import type { UploadParts } from './uploads.ts'
import type { Item } from './wire.ts'

interface Door {
  readonly allow: (request: FastifyRequest, step: 'read') => Promise<Actor>
  readonly itemOf: (sha256: string) => Promise<Item>
  readonly noteReading: (sha256: string, who: string, what: 'copied') => Promise<void>
}
const Digest = z.object({ sha256: z.string().max(64) })

/** Copies of pictures (缩略图、水印副本); the originals are never touched. */
export function copyRoutes(http: Http, { files, folder }: UploadParts, { allow, itemOf, noteReading }: Door): void {
  const tags = ['证据']
  /** A copy is made once and kept beside the originals; it can always be made again. */
  async function copyOf(item: Item, name: string, make: (bytes: Uint8Array) => Promise<Buffer | undefined>): Promise<Buffer> {
    const cache = join(folder, 'copies')
    const path = join(cache, `${item.sha256}-${createHash('sha256').update(name).digest('hex').slice(0, 16)}.jpg`)
    if (existsSync(path)) return readFileSync(path)
    const found = isPicture(item.media) ? files.read(item.sha256) : undefined
    const made = found === undefined ? undefined : await make(await buffer(found.stream))
    if (made === undefined) throw notFound('这个文件不是可以显示的图片')
    mkdirSync(cache, { recursive: true })
    writeFileSync(path, made)
    return made
  }
  http.get('/api/evidence/:sha256/thumbnail', { schema: { tags, summary: '缩略图', params: Digest } }, async (request, reply) => {
    await allow(request, 'read')
    return reply.type('image/jpeg').send(await copyOf(await itemOf(request.params.sha256), 'thumbnail', thumbnail))
  })
  http.get('/api/evidence/:sha256/watermarked', { schema: { tags, summary: '带水印的副本', params: Digest, querystring: z.object({ case: z.string().max(40).optional() }) } }, async (request, reply) => {
    const actor = await allow(request, 'read')
    const item = await itemOf(request.params.sha256)
    const lines = markOf(item, request.query.case)
    const copy = await copyOf(item, lines.join('\n'), (bytes) => watermarked(bytes, lines))
    await noteReading(item.sha256, actor.name, 'copied')
    return reply.type('image/jpeg').header('content-disposition', `inline; filename="${item.sha256.slice(0, 16)}.jpg"`).send(copy)
  })
}

/** What the watermark says: time, place, officer, case. */
function markOf({ takenAt, receivedAt, latitude, longitude, officer, flags }: Item, caseNumber: string | undefined): string[] {
  const time = takenAt === undefined ? `上传时间 ${local(receivedAt)}` : `拍摄时间 ${local(takenAt)}${flags.includes('clock-wrong') ? '（设备时钟有误差）' : ''}`
  return [time, ...(latitude === undefined || longitude === undefined ? [] : [`地点 北纬 ${latitude.toFixed(5)} 东经 ${longitude.toFixed(5)}`]), `执法人员 ${officer}`, ...(caseNumber === undefined ? [] : [`案件编号 ${caseNumber}`])]
}
const local = (iso: string): string => new Date(iso).toLocaleString('zh-CN', { timeZone: 'Asia/Shanghai', hour12: false })
