import { z } from 'zod'
import { civilMinute } from '../../platform/clock.ts'
import { csvOf } from '../../platform/csv.ts'
import type { Queries } from '../../platform/database.ts'
import type { Http } from '../../platform/http.ts'
import { keyOf, workOnce } from '../../platform/once.ts'
import { changedMeanwhile, malformed, notFound } from '../../platform/problem.ts'
import { tippingFaults } from './manifest-check.ts'
import { openManifest } from './open-manifest.ts'
import { allow, type TruckParts } from './parts.ts'
import { addManifestEntry, findManifest, listManifests, manifestUnder } from './store-manifests.ts'
import { Manifest, MANIFEST_STATES, ManifestExport, ManifestPage, ManifestQuery, NewManifest, NewManifestEntry } from './wire.ts'

const tags = ['渣土车辆']
const Id = z.object({ id: z.string().max(64) })
const TAKEN = '别人刚刚办理了这张联单，请刷新后再办理'

const EXPORTED = 100_000
const HEAD = ['联单编号', '状态', '核准文件', '号牌号码', '工地', '消纳场', '开单时间', '装车量（立方米）', '开单人', '消纳时间', '消纳量（立方米）', '确认人', '作废理由']

/** Manifests over HTTP (电子联单): opened at the gate of the site, closed at the disposal site, struck out by a further entry. */
export function manifestRoutes(http: Http, parts: TruckParts): void {
  const { database, clock, newId } = parts
  const shown = (id: string): Promise<Manifest> => database.read(async (queries) => found(await findManifest(queries, id)))

  http.get('/api/trucks/manifests', { schema: { tags, summary: '电子联单', querystring: ManifestQuery, response: { 200: ManifestPage } } }, async (request) => {
    await allow(parts, request, 'read')
    const { rows, ...sums } = await database.read((queries) => listManifests(queries, request.query))
    return { ...sums, rows: [...rows] }
  })
  http.get('/api/trucks/manifests.csv', { schema: { tags, summary: '导出电子联单', querystring: ManifestExport } }, async (request, reply) => {
    await allow(parts, request, 'read')
    const { rows } = await database.read((queries) => listManifests(queries, { ...request.query, page: 1, size: EXPORTED }))
    return reply.type('text/csv; charset=utf-8').header('content-disposition', 'attachment; filename="manifests.csv"').send(csvOf([HEAD, ...rows.map(lineOf)]))
  })
  http.post('/api/trucks/manifests', { schema: { tags, summary: '开联单', body: NewManifest, response: { 201: Manifest } } }, async (request, reply) => {
    const { name } = await allow(parts, request, 'manifest')
    const key = keyOf(request)
    const id = await workOnce(database, TAKEN, (tx) => openManifest({ clock, newId }, tx, request.body, { who: name, key }))
    return reply.status(201).send(await shown(id))
  })
  http.post('/api/trucks/manifests/:id/entries', { schema: { tags, summary: '消纳确认，或者作废', params: Id, body: NewManifestEntry, response: { 201: Manifest } } }, async (request, reply) => {
    const { name } = await allow(parts, request, 'manifest')
    const key = keyOf(request)
    const { id } = request.params
    const { body } = request
    await workOnce(parts.database, TAKEN, async (tx: Queries) => {
      if ((await manifestUnder(tx, key)) === id) return
      const manifest = found(await findManifest(tx, id))
      if (manifest.state !== 'open') throw changedMeanwhile(manifest.state === 'closed' ? `这张联单已由${manifest.closedBy ?? ''}确认消纳` : `这张联单已经作废（${manifest.reason ?? ''}）`)
      const entry = { manifest: id, who: name, at: clock.now().toISOString(), idempotency_key: key }
      if (body.kind === 'void') return addManifestEntry(tx, { ...entry, kind: 'void', closed_at: null, volume: null, reason: body.reason })
      const faults = tippingFaults({ manifest, at: new Date(body.at), now: clock.now() })
      if (faults.length > 0) throw malformed(faults)
      await addManifestEntry(tx, { ...entry, kind: 'confirm', closed_at: new Date(body.at).toISOString(), volume: body.volume, reason: null })
    })
    return reply.status(201).send(await shown(id))
  })
}

function lineOf({ number, state, permitNumber, plate, siteName, disposalName, openedAt, volume, openedBy, closedAt, tipped, closedBy, reason }: Manifest): readonly string[] {
  return [number, MANIFEST_STATES[state], permitNumber, plate, siteName, disposalName, minuteOf(openedAt), String(volume), openedBy, closedAt === undefined ? '' : minuteOf(closedAt), tipped === undefined ? '' : String(tipped), closedBy ?? '', reason ?? '']
}
const minuteOf = (iso: string): string => civilMinute(new Date(iso))

function found(manifest: Manifest | undefined): Manifest {
  if (manifest === undefined) throw notFound('没有这张联单')
  return manifest
}
