import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { hexDigest } from '../../platform/digest.ts'
import type { Http } from '../../platform/http.ts'
import { workOnce } from '../../platform/once.ts'
import { malformed, notFound, Problem } from '../../platform/problem.ts'
import { token } from '../../platform/random.ts'
import { allow, workAgain, TAKEN, type MonitoringParts } from './parts.ts'
import { readEvents, type ReadEvent } from './read-file.ts'
import { addKey, addSource, allSources, findSource, sourceOfKey, type SourceRow } from './store.ts'
import { knownOf } from './store-events.ts'
import { FileReceipt, Imported, ImportFile, NewEvent, NewSource, Preview, Receipt, Source, SourceKey } from './wire.ts'

const tags = ['非现场执法']
const Id = z.object({ id: z.string().max(64) })

/** Where records come in (报送来源): machines with a key of their own, and files that a person brings. */
export function sourceRoutes(http: Http, parts: MonitoringParts): void {
  keyRoutes(http, parts)
  machineRoutes(http, parts)
  fileRoutes(http, parts)
}

function keyRoutes(http: Http, parts: MonitoringParts): void {
  const { database, clock } = parts
  http.get('/api/monitoring/sources', { schema: { tags, summary: '报送来源', response: { 200: z.array(Source) } } }, async (request) => {
    await allow(parts, request, 'read').catch(() => allow(parts, request, 'keys'))
    return (await database.read(allSources)).map(({ id, name, open, at, who }) => ({ id, name, open, changedAt: at, changedBy: who }))
  })
  const giveKey = async (source: string, who: string, isNew?: { readonly name: string }): Promise<SourceKey> => {
    const key = `${source}.${token()}`
    await workOnce(parts.database, TAKEN, async (tx) => {
      const found = await findSource(tx, source)
      if (isNew !== undefined && found !== undefined) throw malformed([{ path: 'id', because: '这个来源代号已经有了' }])
      if (isNew === undefined && found === undefined) throw notFound('没有这个来源')
      if (isNew !== undefined) await addSource(tx, { id: source, name: isNew.name })
      await addKey(tx, { source, keyHash: hexDigest(key), who, at: clock.now().toISOString() })
    })
    return { id: source, key }
  }
  http.post('/api/monitoring/sources', { schema: { tags, summary: '登记来源，密钥只显示这一次', body: NewSource, response: { 201: SourceKey } } }, async (request, reply) => {
    const actor = await allow(parts, request, 'keys')
    return reply.status(201).send(await giveKey(request.body.id, actor.name, request.body))
  })
  http.post('/api/monitoring/sources/:id/key', { schema: { tags, summary: '更换密钥，旧密钥立即失效', params: Id, response: { 201: SourceKey } } }, async (request, reply) => {
    const actor = await allow(parts, request, 'keys')
    return reply.status(201).send(await giveKey(request.params.id, actor.name))
  })
  http.post('/api/monitoring/sources/:id/closure', { schema: { tags, summary: '停止接收这个来源', params: Id, response: { 204: z.null() } } }, async (request, reply) => {
    const actor = await allow(parts, request, 'keys')
    await workOnce(parts.database, TAKEN, async (tx) => {
      if ((await findSource(tx, request.params.id)) === undefined) throw notFound('没有这个来源')
      await addKey(tx, { source: request.params.id, keyHash: null, who: actor.name, at: clock.now().toISOString() })
    })
    return reply.status(204).send(null)
  })
}

/** Whose key a machine shows; an unknown or a closed one opens nothing. */
async function machine({ database }: MonitoringParts, request: FastifyRequest): Promise<SourceRow> {
  const [, key] = /^Bearer (.{1,200})$/.exec(request.headers.authorization ?? '') ?? []
  const source = key === undefined ? undefined : await database.read((queries) => sourceOfKey(queries, hexDigest(key)))
  if (source === undefined) throw new Problem('not-logged-in', '请在 Authorization 请求头中以 Bearer 出示来源的有效密钥')
  return source
}

function machineRoutes(http: Http, parts: MonitoringParts): void {
  http.post('/api/monitoring/files', { schema: { tags, summary: '机器接口：报送图片、视频等文件' , response: { 201: FileReceipt } } }, async (request, reply) => {
    const source = await machine(parts, request)
    const file = request.isMultipart() ? await request.file() : undefined
    if (file === undefined) throw malformed([{ path: 'file', because: '没有文件' }])
    const { sha256, media, size } = await parts.evidence.takeIn(file.file, { id: `source:${source.id}`, name: source.name, filename: file.filename, isCut: () => file.file.truncated })
    return reply.status(201).send({ sha256, media, size })
  })
  http.post('/api/monitoring/events', { schema: { tags, summary: '机器接口：报送监控事件', body: NewEvent, response: { 200: Receipt, 201: Receipt } } }, async (request, reply) => {
    const source = await machine(parts, request)
    const receipt = await workAgain(parts, (tx) => parts.door.raise(tx, { ...request.body, source: source.id, takenBy: source.name }))
    return reply.status(receipt.known ? 200 : 201).send({ ...receipt, flags: [...receipt.flags] })
  })
}

function fileRoutes(http: Http, parts: MonitoringParts): void {
  const { database } = parts
  const read = async (body: ImportFile): Promise<{ readonly rows: readonly ReadEvent[]; readonly unread: readonly string[] }> => {
    if ((await database.read((queries) => findSource(queries, body.source))) === undefined) throw malformed([{ path: 'source', because: '没有这个来源，请先由系统管理员登记' }])
    const file = await readEvents(body)
    if (!file.ok) throw malformed([{ path: body.workbook === undefined ? 'text' : 'workbook', because: file.because }])
    return file
  }
  http.post('/api/monitoring/import/preview', { schema: { tags, summary: '导入监控事件：预览', body: ImportFile, response: { 200: Preview } } }, async (request) => {
    await allow(parts, request, 'import')
    const { rows, unread } = await read(request.body)
    const known = await database.read((queries) => knownOf(queries, request.body.source, rows.map(({ said }) => said.external)))
    return { unread: [...unread], rows: rows.map(({ line, said, faults }) => ({ line, external: said.external, device: said.device, at: said.at, content: said.content, known: known.has(said.external), faults: [...faults] })) }
  })
  http.post('/api/monitoring/import', { schema: { tags, summary: '导入监控事件', body: ImportFile, response: { 200: Imported } } }, async (request) => {
    const actor = await allow(parts, request, 'import')
    const { source } = request.body
    const { rows } = await read(request.body)
    const good = rows.flatMap(({ event }) => event ?? [])
    const known = await workAgain(parts, async (tx) => {
      const before = await knownOf(tx, source, good.map(({ external }) => external))
      for (const event of good.filter(({ external }) => !before.has(external))) await parts.door.raise(tx, { ...event, source, takenBy: actor.name })
      return before.size
    })
    return { added: good.length - known, known, faulty: rows.length - good.length }
  })
}
