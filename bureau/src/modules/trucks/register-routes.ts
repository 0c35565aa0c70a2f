import { z } from 'zod'
import type { Queries } from '../../platform/database.ts'
import type { Http } from '../../platform/http.ts'
import { keyOf, workOnce } from '../../platform/once.ts'
import { changedMeanwhile, malformed, notFound } from '../../platform/problem.ts'
import { allow, type TruckParts } from './parts.ts'
import { readRecord } from './register-forms.ts'
import { stepFor, taken, writeRecord } from './register-write.ts'
import { addVersion, everNamed, listStanding, standingOf, versionsOf, versionUnder, type Standing } from './store.ts'
import { Ending, History, Kind, KINDS, NewVersion, RowPage, RowQuery, type Row } from './wire.ts'

const tags = ['渣土车辆']
const OfKind = z.object({ kind: Kind })
const One = OfKind.extend({ id: z.string().max(64) })

/** The register of trucks over HTTP (渣土运输登记): versions only, so that every past state can be shown. */
export function truckRegisterRoutes(http: Http, parts: TruckParts): void {
  const { database } = parts

  const historyOf = (kind: Kind, id: string): Promise<History> =>
    database.read(async (queries) => {
      const one = (await standingOf(queries, [id])).get(id)
      if (one?.kind !== kind) throw notFound(`没有这项${KINDS[kind]}登记`)
      const [row] = await shown(queries, [one])
      if (row === undefined) throw notFound(`没有这项${KINDS[kind]}登记`)
      // What earlier versions named is called by its name as well.
      return { row: { ...row, names: await namesOf(queries, await everNamed(queries, id)) }, versions: [...(await versionsOf(queries, id))] }
    })

  http.get('/api/trucks/register/:kind', { schema: { tags, summary: '渣土运输登记', params: OfKind, querystring: RowQuery, response: { 200: RowPage } } }, async (request) => {
    await allow(parts, request, 'read')
    return database.read(async (queries) => {
      const { total, rows } = await listStanding(queries, request.params.kind, request.query)
      return { total, rows: await shown(queries, rows) }
    })
  })
  http.get('/api/trucks/register/:kind/:id', { schema: { tags, summary: '一项登记和它的历次内容', params: One, response: { 200: History } } }, async (request) => {
    await allow(parts, request, 'read')
    return historyOf(request.params.kind, request.params.id)
  })
  changeRoutes(http, parts, historyOf)
}

/** New versions: entered, changed, struck out (登记、变更、注销). */
function changeRoutes(http: Http, parts: TruckParts, historyOf: (kind: Kind, id: string) => Promise<History>): void {
  const { clock, newId } = parts
  http.post('/api/trucks/register/:kind', { schema: { tags, summary: '新登记', params: OfKind, body: NewVersion, response: { 201: History } } }, async (request, reply) => {
    const { kind } = request.params
    const { name } = await allow(parts, request, stepFor(kind))
    const key = keyOf(request)
    const read = readRecord(kind, request.body.data)
    if (!read.ok) throw malformed(read.faults)
    const id = await workOnce(parts.database, taken(kind), async (tx) => {
      const earlier = await versionUnder(tx, key)
      if (earlier !== undefined) return earlier.id
      const made = newId()
      await writeRecord(tx, read.value, { at: clock.now(), id: made, version: 1, who: name, key })
      return made
    })
    return reply.status(201).send(await historyOf(kind, id))
  })
  http.post('/api/trucks/register/:kind/:id', { schema: { tags, summary: '变更登记', params: One, body: NewVersion, response: { 201: History } } }, async (request, reply) => {
    const { kind, id } = request.params
    const { name } = await allow(parts, request, stepFor(kind))
    const key = keyOf(request)
    const read = readRecord(kind, request.body.data)
    if (!read.ok) throw malformed(read.faults)
    await workOnce(parts.database, taken(kind), async (tx) => {
      if ((await versionUnder(tx, key)) !== undefined) return
      const { version } = await seenBy(tx, kind, id, request.body.version)
      await writeRecord(tx, read.value, { at: clock.now(), id, version: version + 1, who: name, key })
    })
    return reply.status(201).send(await historyOf(kind, id))
  })
  http.post('/api/trucks/register/:kind/:id/ending', { schema: { tags, summary: '注销登记', params: One, body: Ending, response: { 201: History } } }, async (request, reply) => {
    const { kind, id } = request.params
    const { name } = await allow(parts, request, stepFor(kind))
    const key = keyOf(request)
    await workOnce(parts.database, taken(kind), async (tx) => {
      if ((await versionUnder(tx, key)) !== undefined) return
      const one = await seenBy(tx, kind, id, request.body.version)
      if (one.ended !== null) throw changedMeanwhile('这项登记已经注销')
      await addVersion(tx, { ...one, version: one.version + 1, ended: request.body.reason, who: name, at: clock.now().toISOString(), key })
    })
    return reply.status(201).send(await historyOf(kind, id))
  })
}


async function seenBy(tx: Queries, kind: Kind, id: string, version: number): Promise<Standing> {
  const one = (await standingOf(tx, [id])).get(id)
  if (one?.kind !== kind) throw notFound(`没有这项${KINDS[kind]}登记`)
  if (one.version !== version) throw changedMeanwhile(`${one.who}已经变更了这项登记，请刷新后再办理`)
  return one
}

/** Records with the titles of those that they name. */
async function shown(queries: Queries, rows: readonly Standing[]): Promise<Row[]> {
  const names = await namesOf(queries, rows.flatMap(({ belongs }) => belongs))
  return rows.map(({ id, version, title, data, ended, who, at, belongs }) => ({
    id, version, title, data: { ...data }, by: who, at,
    names: Object.fromEntries(belongs.map((one) => [one, names[one] ?? one])),
    ...(ended === null ? {} : { ended }),
  }))
}
async function namesOf(queries: Queries, ids: readonly string[]): Promise<Record<string, string>> {
  const found = await standingOf(queries, [...new Set(ids)])
  return Object.fromEntries([...found].map(([id, { title }]) => [id, title]))
}
