import { z } from 'zod'
import { civilMinute } from '../../platform/clock.ts'
import { csvOf } from '../../platform/csv.ts'
import type { Queries } from '../../platform/database.ts'
import type { Http } from '../../platform/http.ts'
import { keyOf, workOnce } from '../../platform/once.ts'
import { changedMeanwhile, malformed, notAllowed, notFound } from '../../platform/problem.ts'
import type { Actor } from '../officers/contract.ts'
import { mayStep } from './access.ts'
import { flow } from './alarm-flow.ts'
import { groundOf, proofOf, type AlarmProof } from './alarm-ground.ts'
import { rowOf, viewOf } from './alarm-view.ts'
import { keepEvidence } from './evidence-file.ts'
import { allow, EXPORTED, type TrackingParts } from './parts.ts'
import { raiseAlarm } from './raise.ts'
import { addStep, besideAlarm, findAlarm, listAlarms, stepsOf, stepUnder } from './store-alarms.ts'
import { askAgain } from './store-trips.ts'
import { AlarmEntry, AlarmPage, AlarmQuery, ALARM_STATES, AlarmView, Beside, BesideQuery, STEP_TITLES, type NewAlarmStep } from './wire.ts'

const tags = ['渣土车辆']
const Id = z.object({ id: z.string().max(200) })

/** Alarms and what people do with them (预警处置): handled by the enterprise, reviewed by a person, handed on. */
export function alarmRoutes(http: Http, parts: TrackingParts): void {
  const { database, known } = parts
  const shown = (id: string, actor: Actor): Promise<AlarmView> =>
    database.read(async (queries) => {
      const alarm = await findAlarm(queries, id)
      if (alarm === undefined) throw notFound('没有这条预警')
      return viewOf(alarm, await stepsOf(queries, id), actor, { named: (await known(queries)).named, ground: await groundOf(parts.register, queries, alarm) })
    })

  http.get('/api/trucks/alarms', { schema: { tags, summary: '预警列表', querystring: AlarmQuery, response: { 200: AlarmPage } } }, async (request) => {
    await allow(parts, request, 'read')
    const { total, rows, states } = await database.read((queries) => listAlarms(queries, request.query))
    return { total, rows: rows.map(rowOf), states: [...states] }
  })
  http.get('/api/trucks/alarms.csv', { schema: { tags, summary: '导出预警', querystring: AlarmQuery } }, async (request, reply) => {
    await allow(parts, request, 'read')
    const { rows } = await database.read((queries) => listAlarms(queries, { ...request.query, page: 1, size: EXPORTED }))
    const lines = rows.map(rowOf).map(({ title, plate, enterprise, since, until, measured, threshold, state }) => [title, plate, enterprise, when(since), until === undefined ? '' : when(until), measured ?? '', threshold ?? '', ALARM_STATES[state]])
    return reply.type('text/csv; charset=utf-8').header('content-disposition', 'attachment; filename="alarms.csv"').send(csvOf([['预警', '号牌', '运输企业', '开始', '结束', '最大值', '阈值', '状态'], ...lines]))
  })
  http.get('/api/trucks/alarms/:id', { schema: { tags, summary: '一条预警', params: Id, response: { 200: AlarmView } } }, async (request) => shown(request.params.id, await allow(parts, request, 'read')))
  http.get('/api/trucks/alarms/:id/beside', { schema: { tags, summary: '列表中相邻的预警', params: Id, querystring: BesideQuery, response: { 200: Beside } } }, async (request) => {
    await allow(parts, request, 'read')
    return database.read(async (queries) => {
      const alarm = await findAlarm(queries, request.params.id)
      if (alarm === undefined) throw notFound('没有这条预警')
      return besideAlarm(queries, alarm, request.query)
    })
  })
  http.post('/api/trucks/alarms/:id/steps', { schema: { tags, summary: '处置预警', params: Id, body: AlarmEntry, response: { 201: AlarmView } } }, async (request, reply) => {
    const actor = await allow(parts, request, 'read')
    const { step, version } = request.body
    if (!mayStep(actor, step.kind)) throw notAllowed(`您的岗位不能办理「${STEP_TITLES[step.kind]}」`)
    const key = keyOf(request)
    const { id } = request.params
    const evidence = await evidenceFor(parts, { id, kind: step.kind, version }, actor)
    await workOnce(database, TAKEN, async (tx) => {
      const earlier = await stepUnder(tx, key)
      if (earlier === undefined) return takeStep(parts, tx, { id, step, version, key, actor, evidence })
      if (earlier !== id) throw malformed([{ path: 'Idempotency-Key', because: '这个幂等键已经用于另一条预警' }])
    })
    return reply.status(201).send(await shown(id, actor))
  })
}
const TAKEN = '别人刚刚处置了这条预警，请刷新后再处置'
const when = (at: string): string => civilMinute(new Date(at))

interface Evidence {
  readonly proof: AlarmProof
  readonly records: readonly string[]
}
/** An alarm that leaves the desk takes its evidence along. The files are kept before the step is written: a step never names a file that is not there. */
async function evidenceFor(parts: TrackingParts, { id, kind, version }: { readonly id: string; readonly kind: NewAlarmStep['kind']; readonly version: number }, { id: officer, name }: Actor): Promise<Evidence | undefined> {
  if (kind !== 'raise' && kind !== 'refer') return undefined
  const found = await parts.database.read(async (queries) => {
    const alarm = await findAlarm(queries, id)
    // What cannot be taken is refused with its reason by the step itself.
    if (alarm === undefined || alarm.steps !== version || !flow(alarm.state, kind, alarm.alarm).ok) return undefined
    return { proof: await proofOf(parts.register, queries, alarm), answers: (await stepsOf(queries, id)).flatMap(({ files }) => files) }
  })
  if (found === undefined) return undefined
  const { proof, answers } = found
  const who = { id: officer, name }
  // What the cameras took goes with it, and what the enterprise said for itself.
  return { proof, records: [...new Set([...(await keepEvidence(parts, proof, who)), ...(await parts.exhibits(id, who)), ...answers])] }
}

interface Taken {
  readonly id: string
  readonly step: NewAlarmStep
  readonly version: number
  readonly key: string
  readonly actor: Actor
  readonly evidence: Evidence | undefined
}
async function takeStep(parts: TrackingParts, tx: Queries, { id, step, version, key, actor, evidence }: Taken): Promise<void> {
  const alarm = await findAlarm(tx, id, true)
  if (alarm === undefined) throw notFound('没有这条预警')
  if (alarm.steps !== version) throw changedMeanwhile(`这条预警刚刚由别人处置（${ALARM_STATES[alarm.state]}），请刷新后再处置`)
  const wasHandled = (await stepsOf(tx, id)).some(({ kind }) => kind === 'handle')
  const flowed = flow(alarm.state, step.kind, alarm.alarm, wasHandled)
  if (!flowed.ok) throw malformed([{ path: 'step.kind', because: flowed.because }])
  const now = parts.clock.now().toISOString()
  // Without its evidence it stays on the desk: it moved between the two readings.
  if ((step.kind === 'raise' || step.kind === 'refer') && evidence === undefined) throw changedMeanwhile(TAKEN)
  const records = evidence?.records ?? []
  const event = step.kind === 'raise' && evidence !== undefined ? await raiseAlarm(parts, tx, evidence.proof, { records, who: actor.name }) : undefined
  await addStep(tx, { alarm: id, seq: version + 1, kind: step.kind, text: step.text, cause: step.kind === 'dismiss' ? step.cause : null, event: event?.id ?? null, event_number: event?.number ?? null, records, who: actor.name, at: now }, key, flowed.state)
  // A false alarm no longer counts against the trip, one taken up again does.
  if (alarm.trip !== null) await askAgain(tx, { trips: [alarm.trip] }, now)
}
