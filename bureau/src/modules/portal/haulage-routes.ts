import type { Http } from '../../platform/http.ts'
import { keyOf, workOnce } from '../../platform/once.ts'
import { notFound } from '../../platform/problem.ts'
import { Manifest, ManifestPage, ManifestQuery, NewManifest } from '../trucks/wire.ts'
import { callerOf } from './caller.ts'
import { registerOf } from './own-register.ts'
import type { PortalParts } from './parts.ts'
import { OwnRegister } from './wire.ts'

const tags = ['企业端']

/** Vehicles, permits and manifests of an enterprise (企业端的车辆、核准和电子联单): opened at the gate, seen standing. */
export function ownHaulageRoutes(http: Http, parts: PortalParts): void {
  const { database, haulage } = parts
  http.get('/api/portal/register', { schema: { tags, summary: '本企业的车辆、驾驶员和处置核准', response: { 200: OwnRegister } } }, async (request) => {
    const { enterprise } = await callerOf(parts, request)
    return database.read((queries) => registerOf(parts, queries, enterprise))
  })
  http.get('/api/portal/manifests', { schema: { tags, summary: '本企业的电子联单', querystring: ManifestQuery, response: { 200: ManifestPage } } }, async (request) => {
    const { enterprise } = await callerOf(parts, request)
    return database.read((queries) => haulage.manifests(queries, enterprise, request.query))
  })
  http.post('/api/portal/manifests', { schema: { tags, summary: '在工地出口开联单', body: NewManifest, response: { 201: Manifest } } }, async (request, reply) => {
    const { enterprise, signed } = await callerOf(parts, request)
    const key = keyOf(request)
    const id = await workOnce(database, '这辆车刚刚已经开单，请刷新', (tx) => haulage.open(tx, enterprise, request.body, { who: signed, key }))
    const made = await database.read((queries) => haulage.manifest(queries, enterprise, id))
    if (made === undefined) throw notFound('这个幂等键已经用于另一张联单')
    return reply.status(201).send(made)
  })
}
