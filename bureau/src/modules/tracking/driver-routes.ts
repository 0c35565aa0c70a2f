import type { Http } from '../../platform/http.ts'
import { malformed, notFound } from '../../platform/problem.ts'
import { drivesOf } from './drives.ts'
import { allow, type TrackingParts } from './parts.ts'
import { addLook } from './store.ts'
import { cardsOf, listHints } from './store-cards.ts'
import { listSigns } from './store-safety.ts'
import { CARD_HINTS, Drivers, HintPage, HintQuery, SafetyPage, TrackQuery } from './wire.ts'

const tags = ['渣土车辆']
const LONGEST_MS = 7 * 86_400_000

/** Who drove (驾驶人): to those who may see tracks, and that they looked is kept as it is of tracks. Hints name the truck and nobody. */
export function driverRoutes(http: Http, parts: TrackingParts): void {
  const { database, clock, newId, known } = parts
  http.get('/api/trucks/drivers', { schema: { tags, summary: '一辆车的驾驶人，查看留痕', querystring: TrackQuery, response: { 200: Drivers } } }, async (request) => {
    const { name } = await allow(parts, request, 'track')
    const { truck, reason, from, until } = request.query
    if (Date.parse(until) <= Date.parse(from)) throw malformed([{ path: 'until', because: '结束时间应晚于开始时间' }])
    if (Date.parse(until) - Date.parse(from) > LONGEST_MS) throw malformed([{ path: 'until', because: '一次最多查看七天的驾驶人' }])
    const plate = (await database.read(known)).named(truck)
    if (plate === undefined) throw notFound('没有登记过这辆车')
    await database.work((tx) => addLook(tx, { id: newId(), who: name, at: clock.now().toISOString(), truck, plate, from_at: from, until_at: until, reason: `驾驶人：${reason}` }))
    return { truck, plate, drives: [...drivesOf(await database.read((queries) => cardsOf(queries, truck, { from, until })), until)].filter((one) => one.until === undefined || Date.parse(one.until) > Date.parse(from)) }
  })
  http.get('/api/trucks/driver-hints', { schema: { tags, summary: '驾驶员卡提示', querystring: HintQuery, response: { 200: HintPage } } }, async (request) => {
    await allow(parts, request, 'read')
    const { total, rows } = await database.read((queries) => listHints(queries, request.query))
    return { total, rows: rows.map(({ truck, plate, at, hints }) => ({ truck, plate, at, hints: hints.map((hint) => CARD_HINTS[hint]) })) }
  })
  http.get('/api/trucks/safety-hints', { schema: { tags, summary: '主动安全提示', querystring: HintQuery, response: { 200: SafetyPage } } }, async (request) => {
    await allow(parts, request, 'read')
    const { total, rows } = await database.read((queries) => listSigns(queries, request.query))
    return { total, rows: [...rows] }
  })
}
