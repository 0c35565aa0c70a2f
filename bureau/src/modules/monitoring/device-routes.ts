import { isCorrection } from '@zhunsheng/law/correction.ts'
import { parseDay, formatDay } from '@zhunsheng/law/day.ts'
import { ruleRegister } from '@zhunsheng/law/monitoring/register-rules.ts'
import { z } from 'zod'
import type { Queries } from '../../platform/database.ts'
import type { Http } from '../../platform/http.ts'
import { workOnce } from '../../platform/once.ts'
import { malformed, notAllowed, notFound } from '../../platform/problem.ts'
import { mayEnter } from './access.ts'
import { dossiersOf, enter, proposalOf, readEntries, shownEntries } from './dossiers.ts'
import { allow, nowOf, refusedBy, TAKEN, type MonitoringParts } from './parts.ts'
import { restate } from './standings.ts'
import { addDevice, allDevices, devicesNamed, findDevice } from './store.ts'
import { heldFor } from './store-events.ts'
import { deviceRow, entryForms } from './view.ts'
import { DeviceRow, DeviceView, EntryForms, NewDevice, NewEntry } from './wire.ts'

const tags = ['非现场执法']
const Id = z.object({ id: z.string().max(64) })

/** Every device as it stands on a day. */
export async function deviceRows(queries: Queries, parts: MonitoringParts, identifiers?: readonly string[]): Promise<DeviceRow[]> {
  const { today, nowMs, setting } = nowOf(parts)
  const devices = identifiers === undefined ? await allDevices(queries) : await devicesNamed(queries, identifiers)
  const dossiers = await dossiersOf(queries, devices.map(({ id }) => id))
  return devices.map((device) => deviceRow(device, readEntries(dossiers.get(device.id) ?? []), today, nowMs, setting))
}

/** The register of devices over HTTP (设备登记): entries only, so that every past state can be shown. */
export function deviceRoutes(http: Http, parts: MonitoringParts): void {
  const { database, newId } = parts
  const viewOf = (id: string, on?: string): Promise<DeviceView> =>
    database.read(async (queries) => {
      const device = await findDevice(queries, id)
      if (device === undefined) throw notFound('没有这台设备')
      const { today, nowMs, setting } = nowOf(parts)
      const day = on === undefined ? today : parseDay(on)
      if (day === undefined || day > today) throw malformed([{ path: 'on', because: '应为今天以前的日期，写作 2021-03-01' }])
      const stored = (await dossiersOf(queries, [id])).get(id) ?? []
      return { row: deviceRow(device, readEntries(stored), day, nowMs, setting), version: stored.length, entries: shownEntries(stored), on: formatDay(day) }
    })

  http.get('/api/monitoring/forms', { schema: { tags, summary: '登记和办理的表单', querystring: z.object({ of: z.enum(['device', 'event']) }), response: { 200: EntryForms } } }, async (request) => {
    await allow(parts, request, 'read')
    return entryForms(request.query.of)
  })
  http.get('/api/monitoring/devices', { schema: { tags, summary: '监控设备', response: { 200: z.array(DeviceRow) } } }, async (request) => {
    await allow(parts, request, 'read')
    return database.read((queries) => deviceRows(queries, parts))
  })
  http.get('/api/monitoring/devices/:id', { schema: { tags, summary: '一台设备，今天或者过去某日', params: Id, querystring: z.object({ on: z.string().max(10).optional() }), response: { 200: DeviceView } } }, async (request) => {
    await allow(parts, request, 'read')
    return viewOf(request.params.id, request.query.on)
  })
  http.post('/api/monitoring/devices', { schema: { tags, summary: '登记设备', body: NewDevice, response: { 201: DeviceView } } }, async (request, reply) => {
    const actor = await parts.officers.actor(request)
    if (!mayEnter(actor, 'register')) throw notAllowed('您的岗位不能登记设备')
    const { identifier, data } = request.body
    const id = newId()
    await workOnce(parts.database, TAKEN, async (tx) => {
      if ((await devicesNamed(tx, [identifier])).length > 0) throw malformed([{ path: 'identifier', because: '这个编号的设备已经登记' }])
      const { today } = nowOf(parts)
      const proposal = await proposalOf(parts, tx, { kind: 'register', on: formatDay(today), data }, actor.id, [])
      await addDevice(tx, { id, identifier })
      await enter(parts, tx, proposal, { dossier: id, stored: [], version: 0 })
      // Its earlier records are shown from now on; what they are worth was settled when they were made.
      for (const row of await heldFor(tx, identifier)) await restate(tx, row, parts.setting)
    })
    return reply.status(201).send(await viewOf(id))
  })
  http.post('/api/monitoring/devices/:id/entries', { schema: { tags, summary: '登记审核、标准、地点、标志、公布、证书、启用、停用，以及更正', params: Id, body: NewEntry, response: { 201: DeviceView } } }, async (request, reply) => {
    const actor = await parts.officers.actor(request)
    const { version, ...entry } = request.body
    if (!mayEnter(actor, entry.kind)) throw notAllowed(entry.kind === 'legalReview' ? '法制审核由法制审核人员登记' : '您的岗位不能登记这一项')
    const { id } = request.params
    await workOnce(parts.database, TAKEN, async (tx) => {
      const device = await findDevice(tx, id)
      if (device === undefined) throw notFound('没有这台设备')
      const stored = (await dossiersOf(tx, [id])).get(id) ?? []
      const proposal = await proposalOf(parts, tx, entry, actor.id, stored)
      // Whoever corrects an entry could have made it: a legal review is put right by a legal reviewer.
      const corrected = stored.find(({ seq }) => seq === proposal.data['target'])
      if (isCorrection(entry.kind) && corrected !== undefined && !mayEnter(actor, corrected.kind)) throw notAllowed('这一项由能够登记它的岗位更正')
      const ruling = ruleRegister(proposal, { entries: readEntries(stored), ...nowOf(parts) })
      if (!ruling.granted) throw refusedBy(ruling.refusals)
      await enter(parts, tx, proposal, { dossier: id, stored, version })
    })
    return reply.status(201).send(await viewOf(id))
  })
}
