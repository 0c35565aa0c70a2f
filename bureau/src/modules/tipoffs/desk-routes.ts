import { PLATE_COLOURS } from '@zhunsheng/law/identifiers/plate.ts'
import { redacted } from '@zhunsheng/law/identifiers/redact.ts'
import { z } from 'zod'
import { civilDay, civilMinute, momentOf } from '../../platform/clock.ts'
import type { Queries } from '../../platform/database.ts'
import type { Http } from '../../platform/http.ts'
import { keyOf, workOnce } from '../../platform/once.ts'
import { changedMeanwhile, malformed, notFound, Problem } from '../../platform/problem.ts'
import type { Actor } from '../officers/contract.ts'
import { mayTake } from './access.ts'
import { allow, type TipoffParts } from './parts.ts'
import { answerBy } from './progress.ts'
import { addAnswer, addLook, answersTo, answerUnder, findReport, listReports, looksAt, looksBy, reporterOf, type AnswerRow, type ReportRow } from './store.ts'
import { LookReason, Reporter, SEEN, TIPOFF_STATES, TipoffAnswer, TipoffPage, TipoffQuery, TipoffView, type Near, type TipoffRow, type TipoffState } from './wire.ts'

const tags = ['群众举报']
const Id = z.object({ id: z.string().max(64) })
/** Nothing in a handed-out file runs, whatever it is. */
const SANDBOX = "sandbox; default-src 'none'; img-src 'self'"
/** So many reporters one person may look at in a day (个人信息保护法第六条: 最小范围；数目为配置值). */
const LOOKS_A_DAY = 20

/** What the desk does with reports (举报办理): nothing becomes a lead unless a person says so. */
export function tipoffDeskRoutes(http: Http, parts: TipoffParts): void {
  const { database, clock, evidence, newId } = parts
  const shown = (id: string, actor: Actor): Promise<TipoffView> => database.read((queries) => viewOf(parts, queries, id, actor))

  http.get('/api/tipoffs', { schema: { tags, summary: '群众举报', querystring: TipoffQuery, response: { 200: TipoffPage } } }, async (request) => {
    await allow(parts, request, 'read')
    const { total, rows, states } = await database.read((queries) => listReports(queries, request.query))
    return { total, rows: rows.map(rowOf), states: [...states] }
  })
  http.get('/api/tipoffs/:id', { schema: { tags, summary: '一件举报，旁列同车同时的预警和趟次', params: Id, response: { 200: TipoffView } } }, async (request) => shown(request.params.id, await allow(parts, request, 'read')))
  http.get('/api/tipoffs/:id/photos/:index', { schema: { tags, summary: '举报照片（不带手机写入的位置等信息）', params: Id.extend({ index: z.coerce.number().int().min(0).max(9) }), querystring: z.object({ original: z.enum(['yes', 'no']).default('no') }) } }, async (request, reply) => {
    const { id, index } = request.params
    const isOriginal = request.query.original === 'yes'
    const actor = await allow(parts, request, isOriginal ? 'handle' : 'read')
    const photo = (await database.read((queries) => found(queries, id))).photos[index]
    const file = photo === undefined ? undefined : await evidence.show(isOriginal ? photo.original : photo.copy, actor.name)
    if (file === undefined) throw notFound('没有这张照片，或者已依规定销毁')
    return reply.type(file.media).header('content-security-policy', SANDBOX).header('content-length', file.size).send(file.stream)
  })
  http.post('/api/tipoffs/:id/reporter', { schema: { tags, summary: '查看举报人，查看留痕', params: Id, body: LookReason, response: { 200: Reporter } } }, async (request) => {
    const actor = await allow(parts, request, 'handle')
    const { id } = request.params
    await database.work(async (tx) => {
      if (!(await found(tx, id)).has_reporter) throw notFound('举报人没有留下姓名和电话')
      const now = clock.now()
      if ((await looksBy(tx, actor.id, momentOf(civilDay(now), '00:00').toISOString())) >= LOOKS_A_DAY) throw new Problem('too-many', `您今天已经查看 ${LOOKS_A_DAY} 位举报人，达到上限；确有需要，请由同事办理`)
      await addLook(tx, { id: newId(), report: id, whoId: actor.id, who: actor.name, reason: request.body.reason, at: now.toISOString() })
    })
    return database.read((queries) => reporterOf(queries, id))
  })
  http.post('/api/tipoffs/:id/answer', { schema: { tags, summary: '办理举报：转为线索、并入预警或者趟次、不予受理，撤回办理', params: Id, body: TipoffAnswer, response: { 201: TipoffView } } }, async (request, reply) => {
    const actor = await allow(parts, request, 'handle')
    const key = keyOf(request)
    const { id } = request.params
    await workOnce(database, '别人刚刚办理了这件举报，请刷新', async (tx) => {
      const earlier = await answerUnder(tx, key)
      if (earlier === id) return
      if (earlier !== undefined) throw malformed([{ path: 'Idempotency-Key', because: '这个幂等键已经用于另一件举报' }])
      const report = await found(tx, id)
      if (!TAKES[request.body.kind].includes(report.state)) throw changedMeanwhile(whyNot(report, request.body.kind))
      await addAnswer(tx, { ...(await answered(parts, tx, report, request.body, actor)), report: id, seq: report.answers + 1, kind: request.body.kind, who: actor.name, at: clock.now().toISOString() }, key)
    })
    return reply.status(201).send(await shown(id, actor))
  })
}

async function found(queries: Queries, id: string): Promise<ReportRow> {
  const row = await findReport(queries, id)
  if (row === undefined) throw notFound('没有这件举报')
  return row
}

/** In which states each answer may be given. A report that became a lead is answered by what becomes of the lead. */
const TAKES: Readonly<Record<TipoffAnswer['kind'], readonly TipoffState[]>> = { accept: ['received'], join: ['received'], reject: ['received'], reopen: ['joined', 'rejected'] }
function whyNot({ state, who }: ReportRow, kind: TipoffAnswer['kind']): string {
  if (kind !== 'reopen') return `这件举报已由${who ?? ''}办理（${TIPOFF_STATES[state]}）`
  return state === 'accepted' ? '这件举报已转线索，不能撤回：请在线索中写明不予立案的理由，或者转为案件办理' : '这件举报还没有办理，不需要撤回'
}

const NOTHING = { lead: null, lead_number: null, joined_of: null, joined_id: null, joined_title: null, reason: null }
async function answered(parts: TipoffParts, tx: Queries, report: ReportRow, answer: TipoffAnswer, actor: Actor): Promise<Pick<AnswerRow, keyof typeof NOTHING>> {
  switch (answer.kind) {
    case 'reject':
    case 'reopen': return { ...NOTHING, reason: answer.reason }
    case 'join': {
      const near = (await nearOf(parts, tx, report)).find(({ of, id }) => of === answer.of && id === answer.id)
      if (near === undefined) throw malformed([{ path: 'id', because: '这条预警或者趟次不是这个号牌在那个时间前后的，不能并入' }])
      return { ...NOTHING, joined_of: near.of, joined_id: near.id, joined_title: near.title }
    }
    case 'accept': {
      const lead = await parts.leads.add(tx, { source: 'complaint', receivedOn: report.received_on, place: report.place, content: contentOf(report), photos: report.photos.map(({ copy }) => copy), registeredBy: actor.name, key: `tipoff-${report.id}`, ...positionOf(report) })
      return { ...NOTHING, lead: lead.id, lead_number: lead.number }
    }
  }
}
/** What stands in the lead. Many may read it, so it says nothing of the reporter, and what he wrote loses telephone numbers and the like; the plate is said by the field. */
function contentOf({ plate, colour, seen, seen_at, content }: ReportRow): string {
  const words = `群众举报：${civilMinute(new Date(seen_at))}，${plate}（${PLATE_COLOURS[colour]}牌）${seen.map((one) => SEEN[one]).join('、')}。`
  return content === '' ? words : `${words}${redacted(content, [])}`
}
const positionOf = ({ latitude, longitude, accuracy }: ReportRow) => (latitude === null || longitude === null ? {} : { position: { latitude, longitude, accuracy: accuracy ?? 0 } })

const rowOf = ({ id, plate, colour, seen, seen_at, place, received_on, state, photos, has_reporter }: ReportRow): TipoffRow => ({ id, plate, plateColour: colour, seen: [...seen], at: seen_at, place, receivedOn: received_on, answerBy: answerBy(received_on), state, photos: photos.length, hasReporter: has_reporter })

/** The vehicles of the register with this plate: struck out ones do not count. */
async function vehicleOf({ register }: TipoffParts, queries: Queries, { plate }: Pick<ReportRow, 'plate'>): Promise<{ readonly id: string; readonly enterprise: string } | undefined> {
  const standing = await register.standing(queries)
  const vehicle = standing.find(({ kind, title }) => kind === 'vehicle' && title === plate)
  return vehicle === undefined ? undefined : { id: vehicle.id, enterprise: standing.find(({ id }) => id === vehicle.data['enterprise'])?.title ?? '' }
}
async function nearOf(parts: TipoffParts, queries: Queries, report: Pick<ReportRow, 'plate' | 'seen_at'>): Promise<readonly Near[]> {
  const vehicle = await vehicleOf(parts, queries, report)
  return vehicle === undefined ? [] : parts.days.near(queries, vehicle.id, new Date(report.seen_at))
}

async function viewOf(parts: TipoffParts, queries: Queries, id: string, actor: Actor): Promise<TipoffView> {
  const report = await found(queries, id)
  const vehicle = await vehicleOf(parts, queries, report)
  const near = await nearOf(parts, queries, report)
  return {
    ...rowOf(report), text: report.content, near: [...near], looks: [...(await looksAt(queries, id))], mayHandle: mayTake(actor, 'handle'),
    ...positionOf(report),
    ...(vehicle === undefined ? {} : { vehicle }),
    history: (await answersTo(queries, id)).map(shownAnswer),
  }
}

const shownAnswer = ({ kind, who, at, lead_number, joined_of, joined_id, joined_title, reason }: AnswerRow): TipoffView['history'][number] => ({
  kind, by: who, at: new Date(at).toISOString(),
  ...(lead_number === null ? {} : { leadNumber: lead_number }),
  ...(joined_of === null || joined_id === null ? {} : { joined: { of: joined_of, id: joined_id, title: joined_title ?? '' } }),
  ...(reason === null ? {} : { reason }),
})
