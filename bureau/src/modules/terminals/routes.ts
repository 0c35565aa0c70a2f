import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Http } from '../../platform/http.ts'
import { malformed, notAllowed, notFound } from '../../platform/problem.ts'
import type { Actor, Officers } from '../officers/contract.ts'
import type { TruckRegister } from '../trucks/contract.ts'
import { mayTake, type Step } from './access.ts'
import { messageOf } from './order-message.ts'
import { give, type OrderParts } from './orders.ts'
import type { Roll } from './roll.ts'
import { addOrder, addRegistration, addReply, latestRegistration, listHeld, ordersTo, type StoredOrder } from './store.ts'
import { TALLY_TITLES, type Tally } from './tally.ts'
import { HeldPage, HeldQuery, NewOrder, ORDER_STATES, ORDERS, Orders, Release, Terminals, type OrderRow } from './wire.ts'

export interface TerminalRouteParts extends OrderParts {
  readonly officers: Officers
  readonly register: Pick<TruckRegister, 'standing'>
  readonly roll: Roll
  readonly tally: Tally
  readonly listens: () => readonly string[]
}
const tags = ['渣土车辆']
const One = z.object({ terminal: z.string().regex(/^\d{1,20}$/, '终端号为数字') })

/** Terminals over HTTP (车载终端): who is on line, who is unknown, what was counted, and what is said to a terminal. */
export function terminalRoutes(http: Http, parts: TerminalRouteParts): void {
  const { database, clock, newId, roll, tally, listens } = parts
  const allow = async (request: FastifyRequest, step: Step): Promise<Actor> => {
    const actor = await parts.officers.actor(request)
    if (!mayTake(actor, step)) throw notAllowed('您的岗位不能进行这项操作')
    return actor
  }
  const orders = async (terminal: string, actor: Actor): Promise<Orders> => {
    const rows = await database.read((queries) => ordersTo(queries, terminal))
    const plate = roll.find(terminal)?.plate
    return { terminal, online: plate !== undefined, ...(plate === undefined ? {} : { plate }), may: (['order', 'release'] as const).filter((step) => mayTake(actor, step)), rows: rows.map((row) => shown(row, clock.now().getTime() - parts.patienceMs)) }
  }

  http.get('/api/trucks/terminals', { schema: { tags, summary: '在线终端和网关计数', response: { 200: Terminals } } }, async (request) => {
    await allow(request, 'read')
    const online = roll.all().map(({ terminal, truckId, plate, edition, address, lastMs }) => ({ terminal, truck: truckId, plate, edition, address, last: new Date(lastMs).toISOString() }))
    return { now: clock.now().toISOString(), listens: [...listens()], online, counts: Object.entries(tally.counts()).map(([key, count]) => ({ key, count, name: TALLY_TITLES[key] ?? key })) }
  })
  http.get('/api/trucks/terminals/held', { schema: { tags, summary: '未登记、未鉴权的终端', querystring: HeldQuery, response: { 200: HeldPage } } }, async (request) => {
    await allow(request, 'read')
    const { total, rows } = await database.read((queries) => listHeld(queries, request.query))
    return { total, rows: rows.map(({ terminal, first_at, last_at, times, said }) => ({ terminal, first: first_at, last: last_at, times, said })) }
  })
  http.get('/api/trucks/terminals/:terminal/orders', { schema: { tags, summary: '下发给终端的消息', params: One, response: { 200: Orders } } }, async (request) => orders(request.params.terminal, await allow(request, 'read')))
  http.post('/api/trucks/terminals/:terminal/orders', { schema: { tags, summary: '向终端下发', params: One, body: NewOrder, response: { 201: Orders } } }, async (request, reply) => {
    const actor = await allow(request, 'order')
    const { params: { terminal }, body } = request
    const there = roll.find(terminal)
    if (there === undefined) throw notFound('这台终端不在线')
    const standing = 'record' in body ? await database.read((queries) => parts.register.standing(queries)) : []
    const made = messageOf({ session: there.place.session, edition: there.edition }, body, standing.find(({ id }) => 'record' in body && id === body.record))
    if (!made.ok) throw malformed([{ path: made.path, because: made.because }])
    if (made.spoken === undefined) throw malformed([{ path: 'text', because: '有终端不能接收的内容（文字须为 GBK 字符，形状须在终端的范围以内）' }])
    await give(parts, there, made.spoken, { kind: ORDERS[body.kind], text: made.text, who: actor.name })
    return reply.status(201).send(await orders(terminal, actor))
  })
  http.post('/api/trucks/terminals/:terminal/release', { schema: { tags, summary: '允许更换终端', params: One, body: Release, response: { 201: Orders } } }, async (request, reply) => {
    const actor = await allow(request, 'release')
    const { terminal } = request.params
    const latest = await database.read((queries) => latestRegistration(queries, terminal))
    if (latest?.code_hash === undefined || latest.code_hash === null) throw notFound('这个终端号没有注册过，不需要解除')
    const [at, id] = [clock.now().toISOString(), newId()]
    await database.work(async (tx) => {
      await addRegistration(tx, { ...latest, id: newId(), at, code_hash: null, terminal_id: null, who: actor.name })
      await addOrder(tx, { id, terminal, at, kind: '允许更换终端', text: request.body.reason, who: actor.name })
      await addReply(tx, { order: id, at, state: 'confirmed', said: '原鉴权码失效' })
    })
    return reply.status(201).send(await orders(terminal, actor))
  })
}

/** An order without an answer is over when its time is: the server may have ended in between. Those of before answers were kept apart tell theirs in words. */
function shown({ id, at, kind, text, result, state, said, who }: StoredOrder, waitedSinceMs: number): OrderRow {
  if (result !== '') return { id, at, kind, text, result, who }
  const stands = state ?? (Date.parse(at) < waitedSinceMs ? 'timed-out' : 'sent')
  return { id, at, kind, text, state: stands, result: said ?? ORDER_STATES[stands], who }
}
