import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { FILE_BYTES_MAX, partOf } from '../../platform/files.ts'
import type { Http } from '../../platform/http.ts'
import { malformed, notAllowed, notFound, Problem } from '../../platform/problem.ts'
import type { Actor } from '../officers/contract.ts'
import { mayTake } from './access.ts'
import { takeIn } from './intake.ts'
import { copyRoutes } from './copy-routes.ts'
import { isShown, UNKNOWN } from './media.ts'
import type { RecordUse } from '../enforcement/contract.ts'
import { lastCheck } from './store-checks.ts'
import { destroyedAmong, type DestroyedRow } from './store-keeping.ts'
import { addReading, firstItem, readingsOf } from './store.ts'
import { uploadRoutes, type UploadParts } from './uploads.ts'
import { Item, ItemView, Said, type Destroyed } from './wire.ts'

const MEGABYTE = 1024 * 1024
const Digest = z.object({ sha256: z.string().max(64) })
/** Nothing in a handed-out file runs, whatever it is. */
const SANDBOX = "sandbox; default-src 'none'; img-src 'self'; media-src 'self'; style-src 'unsafe-inline'"

/** Evidence over HTTP (证据接口): in one piece or resumably; out whole, in parts, small, or watermarked, each reading written down. */
export function evidenceRoutes(http: Http, parts: UploadParts): void {
  const { database, files, officers, clock, records } = parts
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
  const refuseDestroyed = async (sha256: string): Promise<void> => {
    const [gone] = await database.read((queries) => destroyedAmong(queries, [sha256]))
    if (gone !== undefined) throw new Problem('erased', `这个文件已依规定销毁：${gone.proposed_name}提出鉴定意见，${gone.decided_name}批准；其摘要和来历仍可查阅`, { destroyed: destroyedView(gone) })
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
  http.get('/api/evidence/:sha256/item', { schema: { tags, summary: '证据文件的来历、用途和流转', params: Digest, response: { 200: ItemView } } }, async (request) => {
    await allow(request, 'read')
    const item = await itemOf(request.params.sha256)
    return database.read(async (queries) => {
      const [readings, uses, soundness, [gone]] = await Promise.all([readingsOf(queries, item.sha256), records.usesOf(queries, [item.sha256]), lastCheck(queries, item.sha256), destroyedAmong(queries, [item.sha256])])
      return { ...item, readings, uses: uses.map(useView), ...(soundness === undefined ? {} : { soundness }), ...(gone === undefined ? {} : { destroyed: destroyedView(gone) }) }
    })
  })
  http.get('/api/evidence/:sha256', { schema: { tags, summary: '证据文件', params: Digest } }, async (request, reply) => {
    const actor = await allow(request, 'read')
    const { sha256 } = request.params
    await refuseDestroyed(sha256)
    const found = await files.open(sha256)
    if (found === undefined) throw notFound('没有这个文件')
    const item = await database.read((queries) => firstItem(queries, sha256))
    const media = item?.media ?? UNKNOWN
    const part = partOf(request.headers.range, found.size)
    // A player asks for one part after the other: its first request is the reading.
    if (part === undefined || (part !== 'none' && part.start === 0)) await noteReading(sha256, actor.name, isShown(media) ? 'viewed' : 'copied')
    reply.type(isShown(media) ? media : UNKNOWN).header('accept-ranges', 'bytes')
    if (!isShown(media)) reply.header('content-disposition', `attachment; filename="${sha256.slice(0, 16)}"`)
    reply.header('content-security-policy', SANDBOX)
    if (part === undefined) return reply.header('content-length', found.size).send(await found.read())
    if (part === 'none') return reply.status(416).header('content-range', `bytes */${found.size}`).send()
    return reply.status(206).header('content-range', `bytes ${part.start}-${part.end}/${found.size}`).header('content-length', part.end - part.start + 1).send(await found.read(part))
  })

  copyRoutes(http, parts, { allow, itemOf, noteReading, refuseDestroyed })
  uploadRoutes(http, parts)
}

const useView = ({ number, by, caseId, seq, act, on }: RecordUse): ItemView['uses'][number] => ({ number, by: [...by], ...(caseId === undefined ? {} : { caseId }), ...(seq === undefined ? {} : { seq }), ...(act === undefined ? {} : { act }), ...(on === undefined ? {} : { on }) })
const destroyedView = (row: DestroyedRow): Destroyed => ({ appraisal: row.appraisal_id, opinion: row.opinion, proposedBy: row.proposed_name, decidedBy: row.decided_name, decidedAt: row.decided_at, ...(row.erased_at === null ? {} : { erasedAt: row.erased_at }) })
