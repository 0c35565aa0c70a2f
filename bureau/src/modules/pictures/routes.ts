import { MESSAGES } from '@zhunsheng/jt808/messages/catalogue.ts'
import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Database } from '../../platform/database.ts'
import { partOf, type Files } from '../../platform/files.ts'
import type { Http } from '../../platform/http.ts'
import { notAllowed, notFound } from '../../platform/problem.ts'
import type { Officers } from '../officers/contract.ts'
import type { AlarmBook } from '../tracking/contract.ts'
import { mayTake } from './access.ts'
import { BY_HAND } from './keep-clip.ts'
import { besidesAlarm } from './of-alarm.ts'
import type { PictureRules } from './rules.ts'
import { bytesKept, findPicture, listPictures, picturesBetween, type PictureRow } from './store.ts'
import { AlarmPictures, PicturePage, PictureQuery, type Picture } from './wire.ts'

export interface PictureRouteParts {
  readonly database: Database
  readonly files: Files
  readonly officers: Officers
  readonly alarms: AlarmBook
  readonly rules: PictureRules
}
const tags = ['渣土车辆']
const Id = z.object({ id: z.string().max(200) })
const MOST = 100
/** Nothing in a handed-out file runs, whatever it is. */
const SANDBOX = "sandbox; default-src 'none'; img-src 'self'; media-src 'self'"
const SHOWN: readonly string[] = ['image/jpeg', 'video/mp4']

/** Pictures over HTTP (车载影像): the latest, those of an alarm, and each by itself. */
export function pictureRoutes(http: Http, { database, files, officers, alarms, rules }: PictureRouteParts): void {
  const allow = async (request: FastifyRequest): Promise<void> => {
    if (!mayTake(await officers.actor(request), 'see')) throw notAllowed('影像显示车辆和人员的行踪，您的岗位不能查看')
  }
  http.get('/api/trucks/pictures', { schema: { tags, summary: '车载影像', querystring: PictureQuery, response: { 200: PicturePage } } }, async (request) => {
    await allow(request)
    const { total, rows } = await database.read((queries) => listPictures(queries, request.query))
    return { total, rows: rows.map(shown), kept: await database.read(bytesKept), most: rules.totalBytes }
  })
  http.get('/api/trucks/alarms/:id/pictures', { schema: { tags, summary: '一条预警前后的车载影像', params: Id, response: { 200: AlarmPictures } } }, async (request) => {
    await allow(request)
    const span = await database.read((queries) => alarms.find(queries, request.params.id))
    if (span === undefined) throw notFound('没有这条预警')
    const { from, until } = besidesAlarm(span, rules.windowMs)
    return { rows: (await database.read((queries) => picturesBetween(queries, span.truck, from, until, MOST))).map(shown), windowMinutes: Math.round(rules.windowMs / 60_000) }
  })
  http.get('/api/trucks/pictures/:id/file', { schema: { tags, summary: '车载影像文件', params: Id } }, async (request, reply) => {
    await allow(request)
    const row = await database.read((queries) => findPicture(queries, request.params.id))
    const found = row === undefined ? undefined : await files.open(row.sha256)
    if (row === undefined || found === undefined) throw notFound('没有这个影像，或者已经到期清除')
    if (!SHOWN.includes(row.media)) reply.header('content-disposition', `attachment; filename="${row.sha256.slice(0, 16)}"`)
    reply.type(row.media).header('content-security-policy', SANDBOX).header('cache-control', 'private, max-age=3600').header('accept-ranges', 'bytes')
    const part = partOf(request.headers.range, found.size)
    if (part === 'none') return reply.status(416).header('content-range', `bytes */${found.size}`).send()
    if (part === undefined) return reply.header('content-length', found.size).send(await found.read())
    return reply.status(206).header('content-range', `bytes ${part.start}-${part.end}/${found.size}`).header('content-length', part.end - part.start + 1).send(await found.read(part))
  })
}

const form = MESSAGES.mediaEvent.layout.form
const eventField = form.kind === 'record' ? form.fields['event']?.layout.form : undefined
const EVENTS = eventField?.kind === 'number' ? (eventField.meanings ?? {}) : {}
function shown({ id, truck, plate, terminal, channel, event, at, received, lat, lon, sha256, size, media, until, kept_by, reason, packets_sha256 }: PictureRow): Picture {
  return { id, truck, plate, terminal, channel, event: event === BY_HAND ? '实时视频留存' : (EVENTS[event] ?? `事件 ${event}`), at, received, ...(lat === null || lon === null ? {} : { position: { latitude: lat, longitude: lon } }), sha256, size, media, ...(until === null || kept_by === null || reason === null || packets_sha256 === null ? {} : { clip: { until, keptBy: kept_by, reason, packetsSha256: packets_sha256 } }) }
}
