import { createHmac, timingSafeEqual } from 'node:crypto'
import { citeShort } from '@zhunsheng/law/article.ts'
import { maskName } from '@zhunsheng/law/identifiers/mask.ts'
import { findMatter } from '@zhunsheng/law/matters/matters.ts'
import { DEVICE_KINDS, registerWords } from '@zhunsheng/law/monitoring/device-acts.ts'
import { deviceOn } from '@zhunsheng/law/monitoring/device.ts'
import { eventWords } from '@zhunsheng/law/monitoring/event-acts.ts'
import { eventFile, standingOf } from '@zhunsheng/law/monitoring/event.ts'
import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { attempts } from '../../platform/attempts.ts'
import { formatDay } from '@zhunsheng/law/day.ts'
import type { Queries } from '../../platform/database.ts'
import type { Http } from '../../platform/http.ts'
import { keyOf } from '../../platform/once.ts'
import { notFound, Problem } from '../../platform/problem.ts'
import { dayOf, dossiersOf, judged, readEntries, write } from './dossiers.ts'
import { plainPlate } from './door.ts'
import { nowOf, workAgain, type MonitoringParts } from './parts.ts'
import { deviceFacts } from './public-device.ts'
import { restate } from './standings.ts'
import { allDevices, entryUnder } from './store.ts'
import { eventNumbered, type ListedEvent } from './store-events.ts'
import { measuredOf } from './view.ts'
import { AnswerReceipt, Lookup, NewAnswer, PublicDevices, PublicEvent } from './wire.ts'

const tags = ['公示']
/** Wrong pairs from one address within a while (配置值，没有找到规定); a number has eight letters that nobody guesses anyway. */
const GUESSES = { most: 20, windowMs: 10 * 60_000 }
const TICKET_MS = 15 * 60_000
/** Nothing in a handed-out file runs, whatever it is. */
const SANDBOX = "sandbox; default-src 'none'; img-src 'self'; media-src 'self'; style-src 'unsafe-inline'"

/** What everybody, and what the party of a record, may see and say without an account (公布、查询、陈述申辩), 行政处罚法第四十一条. */
export function publicMonitoringRoutes(http: Http, parts: MonitoringParts): void {
  const { database, evidence, clock } = parts
  const guesses = attempts(GUESSES)

  /** The record that number and secret open together. Wrong number, wrong secret and a record that nobody reviewed get one and the same answer. */
  const opened = async (request: FastifyRequest, queries: Queries, { number, secret }: Lookup): Promise<ListedEvent> => {
    const nowMs = clock.now().getTime()
    const wait = guesses.waitMs(request.ip, nowMs)
    if (wait > 0) throw new Problem('too-many', `查询不成功的次数过多，请在 ${Math.ceil(wait / 60_000)} 分钟后再试，也可以到本机关窗口或者来电查询、陈述申辩`)
    const row = await eventNumbered(queries, number.toUpperCase())
    const said = plainPlate(secret)
    const isRight = row !== undefined && (said === row.plate || said === row.code)
    if (row === undefined || !isRight || !(await isOpen(parts, queries, row))) {
      guesses.failed(request.ip, nowMs)
      throw notFound('没有查到：请核对告知书上的事件编号，以及号牌号码或者查询码')
    }
    return row
  }

  http.get('/api/public/monitoring/devices', { schema: { tags, summary: '公布的监控设备设置地点', response: { 200: PublicDevices } } }, async () => ({ rows: await database.read((queries) => publishedDevices(queries, parts)) }))
  http.post('/api/public/monitoring/lookup', { schema: { tags, summary: '当事人查询监控记录', body: Lookup, response: { 200: PublicEvent } } }, (request) => database.read(async (queries) => publicEvent(queries, parts, await opened(request, queries, request.body))))
  http.get('/api/public/monitoring/files/:number/:ticket/:sha256', { schema: { tags, summary: '当事人查看监控记录的图片、视频', params: z.object({ number: z.string().max(40), ticket: z.string().max(120), sha256: z.string().max(64) }) } }, async (request, reply) => {
    const { number, ticket, sha256 } = request.params
    const row = await database.read((queries) => eventNumbered(queries, number))
    const isAllowed = row !== undefined && row.records.includes(sha256) && isTicket(row, ticket, clock.now().getTime())
    const found = isAllowed ? await evidence.show(sha256, '当事人（公示窗口查询）') : undefined
    if (found === undefined) throw notFound('没有这个文件，或者查询已经过期，请重新查询')
    return reply.type(found.media).header('content-security-policy', SANDBOX).header('content-length', found.size).send(found.stream)
  })
  http.post('/api/public/monitoring/answers', { schema: { tags, summary: '当事人陈述、申辩', body: NewAnswer, response: { 201: AnswerReceipt } } }, async (request, reply) => {
    const { name, phone, statement } = request.body
    const key = keyOf(request)
    const at = await workAgain(parts, async (tx) => {
      const row = await opened(request, tx, request.body)
      const before = await entryUnder(tx, key)
      if (before !== undefined) return before.recorded_at
      const { stored } = await judged(tx, row)
      const now = clock.now()
      await write(parts, tx, { dossier: row.id, kind: 'answer', on: dayOf(now), actors: [], data: { name, statement, ...(phone === undefined || phone === '' ? {} : { phone }) }, seq: stored.length + 1, key })
      await restate(tx, row, parts.setting)
      return now.toISOString()
    })
    return reply.status(201).send({ number: request.body.number.toUpperCase(), at })
  })
}

/** Whoever was told of a record can look it up for ever, also after its review was withdrawn. */
async function isOpen({ setting }: MonitoringParts, queries: Queries, row: ListedEvent): Promise<boolean> {
  const { entries } = await judged(queries, row)
  return eventWords.every(eventFile(entries, setting), 'review').some(({ data }) => data.outcome === 'admitted')
}

const signed = ({ code, number }: ListedEvent, until: string): string => createHmac('sha256', code).update(`${number}.${until}`).digest('base64url')
const ticketFor = (row: ListedEvent, nowMs: number): string => `${nowMs + TICKET_MS}.${signed(row, String(nowMs + TICKET_MS))}`
function isTicket(row: ListedEvent, ticket: string, nowMs: number): boolean {
  const [until = '', mark = ''] = ticket.split('.')
  const due = Buffer.from(signed(row, until))
  const given = Buffer.from(mark)
  return Number(until) > nowMs && due.length === given.length && timingSafeEqual(due, given)
}

async function publicEvent(queries: Queries, parts: MonitoringParts, row: ListedEvent): Promise<PublicEvent> {
  const event = await judged(queries, row)
  const { setting } = parts
  const file = eventFile(event.entries, setting)
  const device = deviceOn(event.device, { on: event.on, knownMs: event.atMs }, setting)
  const registered = registerWords.last(device, 'register')
  const matter = row.matter === null ? undefined : findMatter(row.matter)
  const media = await parts.evidence.mediaOf(queries, row.records)
  const considered = eventWords.every(file, 'consider')
  const measured = measuredOf(row)
  return {
    number: row.number,
    madeAt: row.made_at,
    place: row.place ?? registerWords.last(device, 'place')?.data.place ?? '（设备没有说明地点）',
    // What a machine wrote may hold anybody's number.
    matter: matter?.name ?? row.content.replace(/\d{6,}/g, '＊＊＊'),
    used: standingOf(event, setting) === 'admitted',
    ticket: ticketFor(row, parts.clock.now().getTime()),
    files: row.records.map((sha256) => ({ sha256, media: media.get(sha256) ?? '' })),
    device: { identifier: row.device, name: registered?.data.name ?? row.device, kind: registered === undefined ? '' : DEVICE_KINDS[registered.data.kind], facts: deviceFacts(device, event.on) },
    answers: eventWords.every(file, 'answer').map(({ seq }) => {
      const found = considered.findLast(({ data }) => data.answer === seq)
      const at = event.stored.find((one) => one.seq === seq)?.recorded_at ?? ''
      return found === undefined ? { at } : { at, result: RESULTS[found.data.result], reason: found.data.reason }
    }),
    ...(matter === undefined ? {} : { basis: citeShort(matter.basis) }),
    ...(row.plate === null ? {} : { plate: row.plate }),
    ...(row.party === null ? {} : { party: maskName(row.party) }),
    ...(measured === undefined ? {} : { measured }),
  }
}
const RESULTS = { adopted: '采纳', partly: '部分采纳', dismissed: '不予采纳' } as const

/** Every device in use whose place was made public, as it stands today. */
async function publishedDevices(queries: Queries, parts: MonitoringParts): Promise<PublicDevices['rows']> {
  const { today, nowMs, setting } = nowOf(parts)
  const devices = await allDevices(queries)
  const dossiers = await dossiersOf(queries, devices.map(({ id }) => id))
  return devices.flatMap(({ id, identifier }) => {
    const device = deviceOn(readEntries(dossiers.get(id) ?? []), { on: today, knownMs: nowMs }, setting)
    const [registered, placed, published, permit] = [registerWords.last(device, 'register'), registerWords.last(device, 'place'), registerWords.last(device, 'publish'), registerWords.last(device, 'permit')]
    if (registered === undefined || placed === undefined || published === undefined || registerWords.last(device, 'start') === undefined) return []
    return [{
      identifier,
      kind: DEVICE_KINDS[registered.data.kind],
      name: registered.data.name,
      place: placed.data.place,
      publishedOn: formatDay(published.on),
      basis: permit === undefined ? '' : `《${permit.data.instrument}》${permit.data.article}`,
      ...(placed.data.plate === undefined ? {} : { plate: placed.data.plate }),
      ...(placed.data.position === undefined ? {} : { position: placed.data.position }),
    }]
  })
}
