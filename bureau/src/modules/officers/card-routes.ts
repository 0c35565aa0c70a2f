import QRCode from 'qrcode'
import { z } from 'zod'
import { civilDay, type Clock } from '../../platform/clock.ts'
import type { Database } from '../../platform/database.ts'
import type { Http } from '../../platform/http.ts'
import { notFound } from '../../platform/problem.ts'
import type { Officers } from './contract.ts'
import { certificateNumbered, peopleOn } from './store.ts'
import { PublicOfficer } from './wire.ts'

export interface CardParts {
  readonly database: Database
  readonly clock: Clock
  readonly officers: Officers
  readonly bureau: string
}

/** 亮证执法: an officer shows a code, and whoever he stops sees whether his certificate holds today (行政处罚法第四十二条、第五十五条). */
export function cardRoutes(http: Http, { database, clock, officers, bureau }: CardParts): void {
  const tags = ['人员']
  http.get('/api/public/officers/:number', { schema: { tags, summary: '核验执法证', params: z.object({ number: z.string().max(64) }), response: { 200: PublicOfficer } } }, async (request) => {
    const found = await database.read((queries) => certificateNumbered(queries, request.params.number))
    if (found === undefined) throw notFound('没有这个执法证号，请核对；如有疑问，请拨打本机关电话')
    const today = civilDay(clock.now())
    return { ...found, bureau, valid: found.from <= today && today <= found.until, today }
  })
  http.get('/api/people/:id/card.svg', { schema: { tags, summary: '亮证二维码', params: z.object({ id: z.string().max(64) }) } }, async (request, reply) => {
    await officers.actor(request)
    const [person] = await database.read((queries) => peopleOn(queries, civilDay(clock.now()), [request.params.id]))
    if (person === undefined || person.certificate_number === null) throw notFound('这个人没有执法证')
    const address = `${request.protocol}://${request.host}/public/officers/${encodeURIComponent(person.certificate_number)}`
    return reply.type('image/svg+xml').send(await QRCode.toString(address, { type: 'svg', margin: 2, errorCorrectionLevel: 'M' }))
  })
}
