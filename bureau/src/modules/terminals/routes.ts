import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Clock } from '../../platform/clock.ts'
import type { Database } from '../../platform/database.ts'
import type { Http } from '../../platform/http.ts'
import { malformed, notAllowed, notFound } from '../../platform/problem.ts'
import type { Actor, Officers } from '../officers/contract.ts'
import { mayTake, type Step } from './access.ts'
import type { Roll } from './roll.ts'
import { addOrder, addRegistration, latestRegistration, listHeld, ordersTo } from './store.ts'
import { TALLY_TITLES, type Tally } from './tally.ts'
import { HeldPage, HeldQuery, NewOrder, ORDERS, Orders, Release, Terminals } from './wire.ts'

export interface TerminalRouteParts {
  readonly database: Database
  readonly clock: Clock
  readonly officers: Officers
  readonly newId: () => string
  readonly roll: Roll
  readonly tally: Tally
  readonly listens: () => readonly string[]
}
const tags = ['渣土车辆']
const One = z.object({ terminal: z.string().regex(/^\d{1,20}$/, '终端号为数字') })
/** So long an answer of a terminal is waited for. */
const PATIENCE_MS = 10_000
const RESULTS = ['终端已确认', '终端执行失败', '终端认为消息有误', '终端不支持']

/** Terminals over HTTP (车载终端): who is on line, who is unknown, what was counted, and what is said to a driver. */
export function terminalRoutes(http: Http, parts: TerminalRouteParts): void {
  const { database, clock, newId, roll, tally, listens } = parts
  const allow = async (request: FastifyRequest, step: Step): Promise<Actor> => {
    const actor = await parts.officers.actor(request)
    if (!mayTake(actor, step)) throw notAllowed('您的岗位不能进行这项操作')
    return actor
  }
  const orders = async (terminal: string) => ({ terminal, rows: (await database.read((queries) => ordersTo(queries, terminal))).map(({ at, kind, text, result, who }) => ({ at, kind, text, result, who })) })

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
  http.get('/api/trucks/terminals/:terminal/orders', { schema: { tags, summary: '下发给终端的消息', params: One, response: { 200: Orders } } }, async (request) => {
    await allow(request, 'read')
    return orders(request.params.terminal)
  })
  http.post('/api/trucks/terminals/:terminal/orders', { schema: { tags, summary: '向终端下发', params: One, body: NewOrder, response: { 201: Orders } } }, async (request, reply) => {
    const { name } = await allow(request, 'order')
    const { terminal } = request.params
    const there = roll.find(terminal)
    if (there === undefined) throw notFound('这台终端不在线')
    const { body } = request
    const sent = orderOf(there.place.session, body)
    if (sent === undefined) throw malformed([{ path: 'text', because: '有终端不能显示的文字（须为 GBK 字符）' }])
    there.place.send(sent.frames)
    const result = await Promise.race([sent.answered.then((code) => RESULTS[code] ?? '终端已应答'), new Promise<string>((resolve) => setTimeout(resolve, PATIENCE_MS, '终端没有应答').unref())])
    await database.work((tx) => addOrder(tx, { id: newId(), terminal, at: clock.now().toISOString(), kind: ORDERS[body.kind], text: body.kind === 'text' ? body.text : body.kind === 'track' ? `每 ${body.every} 秒一次，共 ${body.seconds} 秒` : '', result, who: name }))
    return reply.status(201).send(await orders(terminal))
  })
  http.post('/api/trucks/terminals/:terminal/release', { schema: { tags, summary: '允许更换终端', params: One, body: Release, response: { 201: Orders } } }, async (request, reply) => {
    const { name } = await allow(request, 'release')
    const { terminal } = request.params
    const latest = await database.read((queries) => latestRegistration(queries, terminal))
    if (latest?.code_hash === undefined || latest.code_hash === null) throw notFound('这个终端号没有注册过，不需要解除')
    const at = clock.now().toISOString()
    await database.work(async (tx) => {
      await addRegistration(tx, { ...latest, id: newId(), at, code_hash: null, terminal_id: null, who: name })
      await addOrder(tx, { id: newId(), terminal, at, kind: '允许更换终端', text: request.body.reason, result: '原鉴权码失效', who: name })
    })
    return reply.status(201).send(await orders(terminal))
  })
}

/** The message of an order: a text is shown and read out to the driver. */
function orderOf(session: NonNullable<ReturnType<Roll['find']>>['place']['session'], order: NewOrder) {
  switch (order.kind) {
    case 'text': return session.order('text', { flags: SHOWN_AND_READ, type: 1, text: order.text })
    case 'locate': return session.order('locationQuery', {})
    case 'track': return session.order('tracking', { everySeconds: order.every, forSeconds: order.seconds })
  }
}
/** Bits 2 and 3 of the flags: on the screen of the terminal, and by its voice. */
const SHOWN_AND_READ = 0b1100
