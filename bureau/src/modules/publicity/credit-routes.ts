import { createHash } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Clock } from '../../platform/clock.ts'
import type { Database } from '../../platform/database.ts'
import type { Http } from '../../platform/http.ts'
import { malformed, notAllowed } from '../../platform/problem.ts'
import type { Actor, Officers } from '../officers/contract.ts'
import { asCsv, asJson, asXlsx, findingsOf, recordsOf, type CreditAgencies, type CreditParty, type CreditRecord } from './credit-records.ts'
import { addExport, creditSources, exportsSoFar } from './store-credit.ts'
import { CreditQuery, CreditView } from './wire.ts'

export interface CreditParts {
  readonly database: Database
  readonly clock: Clock
  readonly officers: Officers
  /** The bureau's own credit code is part of every record; without it each one is at fault, and says so. */
  readonly agency: CreditAgencies
}

/** Who sends records to the credit platform. Everybody else is denied. */
const MAY: readonly string[] = ['legalReviewer', 'bureauLeader', 'windowClerk', 'supervisor']
/** What is wrong here is wrong in what the bureau says of itself. */
const OWN_CODE = ['CF_CFJGDM', 'CF_SJLYDM']
const FORMATS = {
  xlsx: { media: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', make: asXlsx },
  csv: { media: 'text/csv; charset=utf-8', make: asCsv },
  json: { media: 'application/json; charset=utf-8', make: asJson },
} as const

/** Double publicity over HTTP (信用双公示): looked at before it is sent, and every export written down. */
export function creditRoutes(http: Http, { database, clock, officers, agency }: CreditParts): void {
  const tags = ['双公示']
  const allow = async (request: FastifyRequest): Promise<Actor> => {
    const actor = await officers.actor(request)
    if (!actor.posts.some((post) => MAY.includes(post))) throw notAllowed('您的岗位不能进行这项操作')
    return actor
  }
  const recordsIn = async ({ from, to, party }: { readonly from: string; readonly to: string; readonly party: CreditParty }): Promise<readonly CreditRecord[]> => {
    if (from > to) throw malformed([{ path: 'to', because: '截止日期早于起始日期' }])
    return recordsOf(await database.read((queries) => creditSources(queries, from, to)), agency, party)
  }
  http.get('/api/credit', { schema: { tags, summary: '双公示核查', querystring: CreditQuery, response: { 200: CreditView } } }, async (request) => {
    await allow(request)
    const records = await recordsIn(request.query)
    const exports = await database.read(exportsSoFar)
    return {
      records: records.length,
      findings: findingsOf(records).map(({ row, code, header, weight, because, instead }) => ({ caseId: records[row - 1]?.caseId ?? '', caseNumber: records[row - 1]?.caseNumber ?? '', row, header, weight, because, instead: OWN_CODE.includes(code) ? '在机关信息（bureau.json）的 creditCode 中填写；以镇街名义办理的，在 towns 中该镇街的 creditCode 中填写' : instead })),
      exports: exports.map(({ decided_from: from, decided_to: to, ...rest }) => ({ ...rest, from, to })),
    }
  })
  const params = z.object({ format: z.enum(['xlsx', 'csv', 'json']) })
  http.get('/api/credit/penalties.:format', { schema: { tags, summary: '导出双公示数据', params, querystring: CreditQuery } }, async (request, reply) => {
    const actor = await allow(request)
    const { from, to, party } = request.query
    const records = await recordsIn(request.query)
    const { media, make } = FORMATS[request.params.format]
    const bytes = await make(records)
    const faults = findingsOf(records).filter(({ weight }) => weight === 'fault').length
    await database.work((tx) => addExport(tx, { at: clock.now().toISOString(), who: actor.name, decided_from: from, decided_to: to, party, format: request.params.format, records: records.length, faults, sha256: createHash('sha256').update(bytes).digest('hex') }))
    return reply.type(media).header('content-disposition', `attachment; filename="penalties-${party}-${from}-${to}.${request.params.format}"`).send(bytes)
  })
}
