import { parseDay } from '@zhunsheng/law/day.ts'
import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { civilDay, type Clock } from '../../platform/clock.ts'
import type { Database, Queries } from '../../platform/database.ts'
import type { Http } from '../../platform/http.ts'
import { printPdf } from '../../platform/paper/press.ts'
import { keyOf, workOnce } from '../../platform/once.ts'
import { changedMeanwhile, malformed, notAllowed, notFound } from '../../platform/problem.ts'
import type { AgencyOf, CaseRecords, CaseThings } from '../enforcement/contract.ts'
import type { Actor, Officers } from '../officers/contract.ts'
import { mayTake } from './access.ts'
import { custodyOf } from './custody.ts'
import { custodySheet } from './papers/custody-sheet.ts'
import { firstItem } from './store.ts'
import { addHandover, addReceipt, handoversOf, handoverUnder, receiptsOf, receiptUnder, type HandoverRow } from './store-custody.ts'
import { Custody, NewHandover, NewReceipt, type ThingView } from './wire.ts'

export interface CustodyParts {
  readonly database: Database
  readonly clock: Clock
  readonly officers: Officers
  readonly records: CaseRecords
  readonly bureau: { readonly demo: boolean }
  readonly agencyOf: AgencyOf
}
/** A device's clock may be so far ahead; what is said to happen later has not happened. */
const AHEAD_MS = 5 * 60_000
const TAKEN = '别人刚才已经办理，请刷新后查看'

/** Things from hand to hand (涉案物品保管接口): given by one, confirmed by the other, printed as a sheet. */
export function custodyRoutes(http: Http, parts: CustodyParts): void {
  const { database, clock, records, bureau, agencyOf } = parts
  const params = z.object({ id: z.string().max(64) })
  const tags = ['物品保管']
  const allow = async (request: FastifyRequest, step: 'read' | 'hand'): Promise<Actor> => {
    const actor = await parts.officers.actor(request)
    if (!mayTake(actor, step)) throw notAllowed('您的岗位不能进行这项操作')
    return actor
  }
  const viewIn = async (queries: Queries, id: string, found: CaseThings): Promise<readonly ThingView[]> => custodyOf(found, { handovers: await handoversOf(queries, id), receipts: await receiptsOf(queries, id) }, clock.now())
  const view = async (id: string, actor: Actor): Promise<Custody> => {
    const found = await records.thingsIn(id)
    return { number: found.number, mayHand: mayTake(actor, 'hand'), things: [...(await database.read((queries) => viewIn(queries, id, found)))] }
  }

  http.get('/api/cases/:id/custody', { schema: { tags, summary: '涉案物品和保管链', params, response: { 200: Custody } } }, async (request) => view(request.params.id, await allow(request, 'read')))
  http.get('/api/cases/:id/custody.pdf', { schema: { tags, summary: '涉案物品保管流转单', params } }, async (request, reply) => {
    const { number, things } = await view(request.params.id, await allow(request, 'read'))
    if (things.length === 0) throw notFound('案卷中没有涉案物品')
    const { actingTown } = await records.thingsIn(request.params.id)
    const bytes = await printPdf(custodySheet({ bureau: { ...bureau, name: agencyOf(actingTown).name }, number, things, on: civilDay(clock.now()) }), { createdAt: clock.now() })
    return reply.type('application/pdf').header('content-disposition', `inline; filename="custody-${number}.pdf"`).send(Buffer.from(bytes))
  })

  http.post('/api/cases/:id/custody/handovers', { schema: { tags, summary: '移交物品', params, body: NewHandover, response: { 201: Custody } } }, async (request, reply) => {
    const actor = await allow(request, 'hand')
    const { params: { id }, body } = request
    const key = keyOf(request)
    const found = await records.thingsIn(id)
    await workOnce(database, TAKEN, async (tx) => {
      const before = await handoverUnder(tx, key)
      if (before !== undefined) return same(before, id, body)
      const row = await handoverFrom(parts, tx, { id, actor, body, key, things: await viewIn(tx, id, found) })
      return addHandover(tx, row)
    })
    return reply.status(201).send(await view(id, actor))
  })
  http.post('/api/cases/:id/custody/receipts', { schema: { tags, summary: '确认接收物品', params, body: NewReceipt, response: { 201: Custody } } }, async (request, reply) => {
    const actor = await allow(request, 'read')
    const { params: { id }, body } = request
    const key = keyOf(request)
    await workOnce(database, TAKEN, async (tx) => {
      const before = await receiptUnder(tx, key)
      if (before !== undefined) return same(before, id, body)
      const handover = (await handoversOf(tx, id)).find(({ seq, item, number }) => seq === body.seq && item === body.item && number === body.number)
      if (handover === undefined) throw notFound('没有这次移交')
      if ((await receiptsOf(tx, id)).some(({ seq, item, number }) => seq === body.seq && item === body.item && number === body.number)) throw changedMeanwhile('这次移交已经确认过，请刷新后查看')
      await checkReceipt(parts, tx, { handover, actor, body })
      return addReceipt(tx, {
        case_id: id, seq: body.seq, item: body.item, number: body.number, accepted: body.accepted, hand: body.hand ?? null, receipt: body.receipt ?? null, note: body.note ?? null,
        received_at: new Date(body.receivedAt).toISOString(), recorded_by: actor.id, recorded_name: actor.name, recorded_at: clock.now().toISOString(), idempotency_key: key,
      })
    })
    return reply.status(201).send(await view(id, actor))
  })
}

interface Giving {
  readonly id: string
  readonly actor: Actor
  readonly body: z.output<typeof NewHandover>
  readonly key: string
  readonly things: readonly ThingView[]
}
async function handoverFrom({ clock, officers }: CustodyParts, tx: Queries, { id, actor, body, key, things }: Giving): Promise<HandoverRow> {
  const thing = things.find(({ seq, item }) => seq === body.seq && item === body.item)
  if (thing === undefined) throw notFound('案卷中没有这件物品')
  if (thing.handovers.length !== body.after) throw changedMeanwhile('这件物品刚才已有新的交接，请刷新后再办理')
  if (thing.standing === 'ended') throw malformed([{ path: 'item', because: `这件物品已经${thing.ending ?? '处理'}，不能再移交` }])
  if (thing.standing === 'underWay') throw changedMeanwhile('上一次移交还没有确认接收，不能再移交')
  const acting = thing.holderId !== undefined && thing.holderId !== actor.id
  if (acting && !actor.posts.includes('teamLeader')) throw notAllowed(`这件物品由${thing.holder}保管，应当由其本人移交；本人不能办理的，由中队负责人代办并写明原因`)
  if (acting && (body.note ?? '') === '') throw malformed([{ path: 'note', because: '代为移交的，应当写明原因' }])
  const since = Date.parse(thing.spans.at(-1)?.from ?? body.givenAt)
  wrongMoment('givenAt', body.givenAt, { since, now: clock.now(), before: '早于保管人取得这件物品的时间' })
  const day = parseDay(civilDay(clock.now()))
  const [receiver] = body.toId === undefined || day === undefined ? [] : await officers.asOf(tx, [body.toId], day)
  if (body.toId !== undefined && receiver === undefined) throw malformed([{ path: 'toId', because: '没有这个人员' }])
  const to = receiver?.name ?? body.toName ?? ''
  if (to === '') throw malformed([{ path: 'toName', because: '请写明接收人' }])
  if (receiver?.id === (thing.holderId ?? actor.id) || receiver?.id === actor.id) throw malformed([{ path: 'toId', because: '移交人和接收人不能是同一个人' }])
  if (body.turn === 'destroyed' && receiver === undefined) throw malformed([{ path: 'toId', because: '销毁物品应当由本机关另一名人员监销确认' }])
  await allKnown(tx, 'photos', body.photos)
  return {
    case_id: id, seq: body.seq, item: body.item, number: body.after + 1, turn: body.turn, from_name: thing.holder, to_name: to, to_id: receiver?.id ?? null, place: body.place, seal: body.seal ?? null, photos: body.photos, note: body.note ?? null,
    given_at: new Date(body.givenAt).toISOString(), recorded_by: actor.id, recorded_name: actor.name, recorded_at: clock.now().toISOString(), idempotency_key: key,
  }
}

async function checkReceipt({ clock }: CustodyParts, tx: Queries, { handover, actor, body }: { readonly handover: HandoverRow; readonly actor: Actor; readonly body: z.output<typeof NewReceipt> }): Promise<void> {
  if (handover.to_id !== null && handover.to_id !== actor.id) throw notAllowed(`这次移交应当由${handover.to_name}本人确认`)
  if (handover.to_id === null && !mayTake(actor, 'hand')) throw notAllowed('您的岗位不能代收签收凭证')
  if (handover.to_id === null && body.accepted && body.hand === undefined && body.receipt === undefined) throw malformed([{ path: 'hand', because: `${handover.to_name}不是本系统的人员，接收须有其手写签名或者签收凭证的照片` }])
  if (!body.accepted && (body.note ?? '') === '') throw malformed([{ path: 'note', because: '不予接收的，应当写明原因' }])
  wrongMoment('receivedAt', body.receivedAt, { since: Date.parse(handover.given_at), now: clock.now(), before: '早于移交的时间' })
  await allKnown(tx, 'receipt', body.receipt === undefined ? [] : [body.receipt])
}

function wrongMoment(path: string, written: string, { since, now, before }: { readonly since: number; readonly now: Date; readonly before: string }): void {
  const at = Date.parse(written)
  if (at < since) throw malformed([{ path, because: `时间${before}` }])
  if (at > now.getTime() + AHEAD_MS) throw malformed([{ path, because: '时间晚于现在' }])
}

async function allKnown(tx: Queries, path: string, digests: readonly string[]): Promise<void> {
  for (const digest of digests) if ((await firstItem(tx, digest)) === undefined) throw malformed([{ path, because: `没有摘要为 ${digest.slice(0, 16)}… 的文件，请先上传` }])
}

function same(before: { readonly case_id: string; readonly seq: number; readonly item: number }, id: string, { seq, item }: { readonly seq: number; readonly item: number }): void {
  if (before.case_id !== id || before.seq !== seq || before.item !== item) throw malformed([{ path: 'Idempotency-Key', because: '这个幂等键已用于另一次办理，请换一个' }])
}
