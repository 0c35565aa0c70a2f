import { findBase64Bytes } from '@zhunsheng/record/base64.ts'
import { entryBundle, readTilePath, TILE_WIDTH } from '@zhunsheng/record/tiles.ts'
import { utf8Bytes } from '@zhunsheng/record/utf8.ts'
import type { FastifyReply } from 'fastify'
import type { Database } from '../../platform/database.ts'
import type { Http } from '../../platform/http.ts'
import { notFound } from '../../platform/problem.ts'
import { entriesIn, exactTile, size } from './store.ts'

/** A tile that is served never changes, so that every cache may keep it. */
const FOR_EVER = 'public, max-age=31536000, immutable'

/** No log of ours has a tile beyond: its leaves could not be counted exactly. */
const LAST_INDEX = BigInt(Math.floor(Number.MAX_SAFE_INTEGER / TILE_WIDTH))

/**
 * The log for monitors (存证日志的公开接口), C2SP tlog-tiles: `/log/checkpoint`, `/log/tile/<L>/<N>[.p/<W>]`, `/log/tile/entries/<N>[.p/<W>]`.
 * An entry is a salted commitment: it tells nothing about the act.
 */
export function ledgerRoutes(http: Http, { database, checkpoint }: { readonly database: Database; readonly checkpoint: () => Promise<string | undefined> }): void {
  http.get('/log/checkpoint', { schema: { tags: ['存证'], summary: '签名检查点' } }, async (_, reply) => {
    const note = await checkpoint()
    if (note === undefined) throw notFound('日志还是空的')
    return reply.type('text/plain; charset=utf-8').header('cache-control', 'no-cache').send(note)
  })
  http.get<{ Params: { '*': string } }>('/log/tile/*', { schema: { tags: ['存证'], summary: '日志瓦片' } }, async (request, reply) => {
    const path = readTilePath(`tile/${request.params['*']}`)
    if (!path.ok) throw notFound('不是瓦片路径')
    const wanted = path.value
    if (('entries' in wanted ? wanted.entries : wanted).index > LAST_INDEX) throw notFound('日志没有这个瓦片')
    return 'entries' in wanted ? sendEntries(database, reply, wanted.entries) : sendTile(database, reply, wanted)
  })
}

interface Wanted {
  readonly index: bigint
  readonly width: number
}

async function sendTile(database: Database, reply: FastifyReply, { level, index, width }: Wanted & { readonly level: number }): Promise<FastifyReply> {
  const stored = await database.read((queries) => exactTile(queries, level, Number(index), width))
  const bytes = stored === undefined ? undefined : findBase64Bytes(stored)
  if (bytes === undefined) throw notFound('日志没有这个瓦片')
  return reply.type('application/octet-stream').header('cache-control', FOR_EVER).send(Buffer.from(bytes))
}

async function sendEntries(database: Database, reply: FastifyReply, { index, width }: Wanted): Promise<FastifyReply> {
  const first = Number(index) * TILE_WIDTH
  const entries = await database.read(async (queries) => (first + width > (await size(queries)) ? undefined : entriesIn(queries, first, first + width)))
  if (entries === undefined) throw notFound('日志还没有这么多条目')
  return reply.type('application/octet-stream').header('cache-control', FOR_EVER).send(Buffer.from(entryBundle(entries.map((entry) => utf8Bytes(entry)))))
}
