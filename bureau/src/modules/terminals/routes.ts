import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Http } from '../../platform/http.ts'
import { malformed, notAllowed, notFound } from '../../platform/problem.ts'
import type { Actor, Officers } from '../officers/contract.ts'
import { mayTake, type Step } from './access.ts'
import type { LineOffice } from './contract.ts'
import type { OrderParts } from './orders.ts'
import { addOrder, addRegistration, addReply, latestRegistration, listHeld, ordersTo, type StoredOrder } from './store.ts'
import { TALLY_TITLES } from './tally.ts'
import { HeldPage, HeldQuery, NewOrder, ORDER_STATES, Orders, Release, Terminals, type OrderRow } from './wire.ts'

export interface TerminalRouteParts extends OrderParts {
  readonly officers: Officers
  /** Of this process, or of all gateways that share the trucks. */
  readonly lines: LineOffice
}
const tags = ['渣土车辆']
const One = z.object({ terminal: z.string().regex(/^\d{1,20}$/, '终端号为数字') })

/** Terminals over HTTP (车载终端): who is on line, who is unknown, what was counted, and what is said to a terminal. */
export function terminalRoutes(http: Http, parts: TerminalRouteParts): void {
  const { database, clock, newId, lines } = parts
  const allow = async (request: FastifyRequest, step: Step): Promise<Actor> => {
    const actor = await parts.officers.actor(request)
    if (!mayTake(actor, step)) throw notAllowed('您的岗位不能进行这项操作')
    return actor
  }
  const orders = async (terminal: string, actor: Actor): Promise<Orders> => {
    const rows = await database.read((queries) => ordersTo(queries, terminal))
    const plate = (await lines.find(terminal))?.plate
    return { terminal, online: plate !== undefined, ...(plate === undefined ? {} : { plate }), may: (['order', 'release'] as const).filter((step) => mayTake(actor, step)), rows: rows.map((row) => shown(row, clock.now().getTime() - parts.patienceMs)) }
  }

  http.get('/api/trucks/terminals', { schema: { tags, summary: '在线终端和网关计数', response: { 200: Terminals } } }, async (request) => {
    await allow(request, 'read')
    const { listens, online, counts, processes } = await lines.view()
    const named = (counted: Readonly<Record<string, number>>) => Object.entries(counted).map(([key, count]) => ({ key, count, name: TALLY_TITLES[key] ?? key }))
    return { now: clock.now().toISOString(), listens: [...listens], online: [...online], counts: named(counts), ...(processes === undefined ? {} : { processes: processes.map((one) => ({ ...one, counts: named(one.counts) })) }) }
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
    const given = await lines.order(terminal, body, actor.name)
    if (given.fate === 'offline') throw notFound('这台终端不在线')
    if (given.fate === 'malformed') throw malformed([{ path: given.path, because: given.because }])
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
