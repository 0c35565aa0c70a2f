import { z } from 'zod'
import { FILE_BYTES_MAX } from '../../platform/files.ts'
import type { Http } from '../../platform/http.ts'
import { keyOf, workOnce } from '../../platform/once.ts'
import { malformed, notFound } from '../../platform/problem.ts'
import { STEP_TITLES, type AlarmRow, type AlarmView } from '../tracking/wire.ts'
import { callerOf, type Caller } from './caller.ts'
import type { PortalParts } from './parts.ts'
import { addFile, filesOf } from './store.ts'
import { NewAnswer, OwnAlarmPage, OwnAlarmQuery, OwnAlarmView, OwnFile, type OwnAlarm } from './wire.ts'

const tags = ['企业端']
const Id = z.object({ id: z.string().max(200) })
const HOUR_MS = 3_600_000
/** Nothing in a handed-out file runs, whatever it is. */
const SANDBOX = "sandbox; default-src 'none'; img-src 'self'; media-src 'self'; style-src 'unsafe-inline'"

/** Alarms addressed to an enterprise (本企业的预警): seen, and answered with what happened, what was done, and what shows it. */
export function ownAlarmRoutes(http: Http, parts: PortalParts): void {
  const { database, clock, own, evidence, term } = parts
  const shown = (id: string, { enterprise }: Caller): Promise<OwnAlarmView> =>
    database.read(async (queries) => {
      const alarm = await own.alarm(queries, enterprise, id)
      if (alarm === undefined) throw notFound('本企业没有这条预警')
      return viewOf(parts, alarm)
    })

  http.get('/api/portal/alarms', { schema: { tags, summary: '本企业的预警', querystring: OwnAlarmQuery, response: { 200: OwnAlarmPage } } }, async (request) => {
    const { enterprise } = await callerOf(parts, request)
    const { waiting, page, size } = request.query
    return database.read(async (queries) => {
      const { total, rows } = await own.alarms(queries, enterprise, { page, size, ...(waiting === 'yes' ? { state: 'raised' as const } : {}) })
      return { total, rows: rows.map((row) => rowOf(parts, row)), waiting: await own.unanswered(queries, enterprise, clock.now().toISOString()), answerHours: term.hours }
    })
  })
  http.get('/api/portal/alarms/:id', { schema: { tags, summary: '本企业的一条预警', params: Id, response: { 200: OwnAlarmView } } }, async (request) => shown(request.params.id, await callerOf(parts, request)))
  http.post('/api/portal/alarms/:id/answer', { schema: { tags, summary: '答复预警', params: Id, body: NewAnswer, response: { 201: OwnAlarmView } } }, async (request, reply) => {
    const caller = await callerOf(parts, request)
    const key = keyOf(request)
    const { statement, measures, files, version } = request.body
    const { id } = request.params
    await workOnce(database, '这条预警刚刚有了新的处置，请刷新后再答复', async (tx) => {
      const known = await filesOf(tx, caller.enterprise, files)
      if (files.some((file) => !known.has(file))) throw malformed([{ path: 'files', because: '附件没有上传，或者不是本企业上传的，请重新选择' }])
      await own.answer(tx, caller.enterprise, { alarm: id, version, text: `${statement}\n处理措施：${measures}`, files, who: caller.name, enterpriseName: caller.enterpriseName, key })
    })
    return reply.status(201).send(await shown(id, caller))
  })
  http.post('/api/portal/files', { schema: { tags, summary: '上传答复的附件（照片、录像或者 PDF）', response: { 201: OwnFile } } }, async (request, reply) => {
    const caller = await callerOf(parts, request)
    const file = await request.file({ limits: { fileSize: FILE_BYTES_MAX } })
    if (file === undefined) throw malformed([{ path: 'file', because: '没有文件' }])
    const { sha256, name } = await evidence.takeIn(file.file, { id: caller.id, name: `${caller.signed}（企业）`, filename: file.filename, isCut: () => file.file.truncated, shownOnly: true })
    await database.work((tx) => addFile(tx, { sha256, enterprise: caller.enterprise, account: caller.id, at: clock.now().toISOString() }))
    return reply.status(201).send({ sha256, name })
  })
  http.get('/api/portal/files/:sha256', { schema: { tags, summary: '本企业上传的附件', params: z.object({ sha256: z.string().max(64) }) } }, async (request, reply) => {
    const { enterprise, signed } = await callerOf(parts, request)
    const { sha256 } = request.params
    const isOwn = (await database.read((queries) => filesOf(queries, enterprise, [sha256]))).has(sha256)
    const found = isOwn ? await evidence.show(sha256, `${signed}（企业）`) : undefined
    if (found === undefined) throw notFound('本企业没有上传过这个文件')
    return reply.type(found.media).header('content-security-policy', SANDBOX).header('content-length', found.size).send(found.stream)
  })
}

function rowOf({ clock, term }: Pick<PortalParts, 'clock' | 'term'>, row: AlarmRow): OwnAlarm {
  const answerByMs = Date.parse(row.since) + term.hours * HOUR_MS
  return { ...row, answerBy: new Date(answerByMs).toISOString(), isLate: row.state === 'raised' && clock.now().getTime() > answerByMs, mayAnswer: row.state === 'raised' || row.state === 'handled' }
}

/** What the bureau's people wrote is shown as the bureau's; who of them wrote it is its own affair. */
function viewOf(parts: PortalParts, alarm: AlarmView): OwnAlarmView {
  const { basis, about, evidence, history } = alarm
  return {
    ...rowOf(parts, alarm), about,
    basis: basis.map(({ text }) => text),
    evidence: evidence.map(({ atMs, lat, lon, speedKmh }) => ({ atMs, lat, lon, speedKmh })),
    history: history.map(({ seq, kind, text, cause, who, at, enterprise, files }) => ({
      seq, kind, at, title: enterprise === undefined ? STEP_TITLES[kind] : '企业答复', text: [cause, text].filter((one) => one !== undefined && one !== '').join('：'),
      who: enterprise === undefined ? parts.bureau.name : who, own: enterprise !== undefined, files: files ?? [],
    })),
  }
}
