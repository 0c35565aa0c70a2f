import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { FILE_BYTES_MAX, partOf } from '../../platform/files.ts'
import type { Http } from '../../platform/http.ts'
import { malformed, notAllowed, notFound } from '../../platform/problem.ts'
import type { Actor } from '../officers/contract.ts'
import { mayTake } from './access.ts'
import { takeIn } from './intake.ts'
import { isPicture, isShown, UNKNOWN } from './media.ts'
import { thumbnail, watermarked } from './picture.ts'
import { addReading, firstItem, readingsOf } from './store.ts'
import { uploadRoutes, type UploadParts } from './uploads.ts'
import { Item, ItemView, Said } from './wire.ts'

const MEGABYTE = 1024 * 1024
const Digest = z.object({ sha256: z.string().max(64) })
/** Nothing in a handed-out file runs, whatever it is. */
const SANDBOX = "sandbox; default-src 'none'; img-src 'self'; media-src 'self'; style-src 'unsafe-inline'"

/** Evidence over HTTP (证据接口): in one piece or resumably; out whole, in parts, small, or watermarked, each reading written down. */
export function evidenceRoutes(http: Http, parts: UploadParts): void {
  const { database, files, officers, clock, folder } = parts
  const tags = ['证据']
  const allow = async (request: FastifyRequest, step: 'upload' | 'read'): Promise<Actor> => {
    const actor = await officers.actor(request)
    if (!mayTake(actor, step)) throw notAllowed('您的岗位不能进行这项操作')
    return actor
  }
  const itemOf = async (sha256: string): Promise<Item> => {
    const item = await database.read((queries) => firstItem(queries, sha256))
    if (item === undefined) throw notFound('没有这个文件')
    return item
  }
  const noteReading = (sha256: string, who: string, what: 'viewed' | 'copied') => database.work((tx) => addReading(tx, sha256, { who, what, at: clock.now().toISOString() }))

  http.post('/api/evidence', { schema: { tags, summary: '上传证据文件', response: { 201: Item } } }, async (request, reply) => {
    const actor = await allow(request, 'upload')
    const file = await request.file()
    if (file === undefined) throw malformed([{ path: 'file', because: '没有文件' }])
    const said = Said.safeParse({ filename: file.filename })
    const item = await takeIn(parts, { content: file.file, said: said.success ? said.data : {}, actor, isCut: () => file.file.truncated, limit: `${FILE_BYTES_MAX / MEGABYTE} MB` })
    return reply.status(201).send(item)
  })
  http.get('/api/evidence/:sha256/item', { schema: { tags, summary: '证据文件的来历和流转', params: Digest, response: { 200: ItemView } } }, async (request) => {
    await allow(request, 'read')
    const item = await itemOf(request.params.sha256)
    return { ...item, readings: await database.read((queries) => readingsOf(queries, item.sha256)) }
  })
  http.get('/api/evidence/:sha256', { schema: { tags, summary: '证据文件', params: Digest } }, async (request, reply) => {
    const actor = await allow(request, 'read')
    const found = files.read(request.params.sha256)
    if (found === undefined) throw notFound('没有这个文件')
    const item = await database.read((queries) => firstItem(queries, request.params.sha256))
    const media = item?.media ?? UNKNOWN
    const part = partOf(request.headers.range, found.size)
    // A player asks for one part after the other: its first request is the reading.
    if (part === undefined || (part !== 'none' && part.start === 0)) await noteReading(request.params.sha256, actor.name, isShown(media) ? 'viewed' : 'copied')
    reply.type(isShown(media) ? media : UNKNOWN).header('accept-ranges', 'bytes')
    if (!isShown(media)) reply.header('content-disposition', `attachment; filename="${request.params.sha256.slice(0, 16)}"`)
    reply.header('content-security-policy', SANDBOX)
    if (part === undefined) return reply.header('content-length', found.size).send(found.stream)
    found.stream.destroy()
    if (part === 'none') return reply.status(416).header('content-range', `bytes */${found.size}`).send()
    return reply.status(206).header('content-range', `bytes ${part.start}-${part.end}/${found.size}`).header('content-length', part.end - part.start + 1).send(files.read(request.params.sha256, part)?.stream)
  })

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
  uploadRoutes(http, parts)
}

/** What the watermark says: time, place, officer, case. */
function markOf({ takenAt, receivedAt, latitude, longitude, officer, flags }: Item, caseNumber: string | undefined): string[] {
  const time = takenAt === undefined ? `上传时间 ${local(receivedAt)}` : `拍摄时间 ${local(takenAt)}${flags.includes('clock-wrong') ? '（设备时钟有误差）' : ''}`
  return [time, ...(latitude === undefined || longitude === undefined ? [] : [`地点 北纬 ${latitude.toFixed(5)} 东经 ${longitude.toFixed(5)}`]), `执法人员 ${officer}`, ...(caseNumber === undefined ? [] : [`案件编号 ${caseNumber}`])]
}
const local = (iso: string): string => new Date(iso).toLocaleString('zh-CN', { timeZone: 'Asia/Shanghai', hour12: false })
