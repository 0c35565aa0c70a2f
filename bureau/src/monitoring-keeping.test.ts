import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { day } from '@zhunsheng/law/day.ts'
import { findProcedure } from '@zhunsheng/law/procedures.ts'
import type { KeptPage, KeptRow } from './modules/evidence/wire.ts'
import { monitoredBureau, type MonitoredBureau } from './monitored-bureau.ts'

const ON = '2021-08-20'
/** The loose period of six months is over by then. */
const LATER = '2022-03-01'
const YES = { genuine: true, clear: true, complete: true, accurate: true, outcome: 'admitted' }
const TOLD = { how: 'sms', whom: '何平', content: '运输车辆未密闭。' }
const PLATE = '渝A12345'
let house: MonitoredBureau
beforeAll(async () => {
  house = await monitoredBureau(ON)
  await house.setUp('CAM-1', '2021-08-02')
})
afterAll(() => house.bureau.close())

let count = 0
interface Taken {
  readonly id: string
  readonly number: string
  readonly files: readonly string[]
}
/** A record of a device as it came in, with so many files. */
async function taken(more: Readonly<Record<string, unknown>> = {}, files = 1): Promise<Taken> {
  house.at(ON, '16:00')
  const records: string[] = []
  for (let file = 0; file < files; file += 1) records.push(await house.file(`kept ${(count += 1)}`))
  const { status, text, body } = await house.raise({ external: `K-${count}`, device: 'CAM-1', at: `${ON}T15:00:00+08:00`, content: '运输车辆未密闭', plate: PLATE, place: '示例路', records, ...more })
  if (status !== 201) throw new Error(text)
  return { id: String(body['id']), number: String(body['number']), files: records }
}
async function entered({ id }: Taken, kind: string, data: Readonly<Record<string, unknown>>): Promise<void> {
  const { status, text } = await house.handle(id, 'zhang', { kind, on: ON, data })
  if (status !== 201) throw new Error(text)
}
async function leadOf({ id }: Taken): Promise<string> {
  const { leadNumber } = JSON.parse((await house.as('zhang', 'GET', `/api/monitoring/events/${id}`)).text).row
  return JSON.parse((await house.as('zhang', 'GET', `/api/leads?search=${leadNumber}`)).text).rows[0].id
}
/** How each file of a record stands half a year later. */
async function standing({ files }: Taken): Promise<readonly KeptRow[]> {
  house.at(LATER)
  const { rows }: KeptPage = JSON.parse((await house.as('zhou', 'GET', '/api/keeping?size=200')).text)
  return rows.filter(({ sha256 }) => files.includes(sha256))
}
const whyNot = async (one: Taken) => (await standing(one)).map(({ state, obstacles }) => [state, ...obstacles.map(({ because }) => because)])
const propose = ({ files }: Taken) => house.as('sun', 'POST', '/api/keeping/appraisals', { outcome: 'destroy', opinion: '已过保管期限。', digests: files }, { 'idempotency-key': crypto.randomUUID() })

describe('档案法第二十一条第二款、行政处罚法第四十一条 · no file goes that a record of a device still needs', () => {
  test('not reviewed: it stays beyond its six months, the list names the record, and an appraisal is refused', async () => {
    const waiting = await taken()
    expect(await standing(waiting)).toMatchObject([{ state: 'kept', uses: [{ number: waiting.number }], obstacles: [{ because: `监控事件 ${waiting.number} 还没有审核`, basis: ['《行政处罚法》第四十一条第二款'] }] }])
    const { status, text } = await propose(waiting)
    expect([status, text]).toEqual([409, expect.stringContaining(waiting.number)])
  })
  test('from a device that nobody registered', async () => {
    const held = await taken({ device: 'GHOST' })
    expect(await whyNot(held)).toEqual([['kept', expect.stringContaining('没有登记的设备')]])
  })
  test('not used: the six months of a file without a case count again', async () => {
    const rejected = await taken()
    await entered(rejected, 'review', { ...YES, clear: false, outcome: 'rejected', reason: 'clear' })
    expect(await whyNot(rejected)).toEqual([['due']])
    expect((await propose(rejected)).status).toBe(201)
  })
  test('not used, but the party has said something that nobody has considered', async () => {
    const answered = await taken()
    await entered(answered, 'review', YES)
    expect((await house.bureau.send(undefined, 'POST', '/api/public/monitoring/answers', { number: answered.number, secret: PLATE, name: '何平', statement: '号牌看错。' }, { 'idempotency-key': crypto.randomUUID() })).status).toBe(201)
    expect((await house.handle(answered.id, 'wang', { kind: 'withdraw', on: ON, data: { reason: '号牌看错。' } })).status).toBe(201)
    await entered(answered, 'review', { ...YES, clear: false, outcome: 'rejected', reason: 'clear' })
    expect(await whyNot(answered)).toEqual([expect.arrayContaining(['kept', `监控事件 ${answered.number} 的陈述、申辩还没有复核`])])
  })
  test('passed, and the party not told; told, and its lead still open: all its files stay, also those that the lead does not show', async () => {
    const many = await taken({}, 10)
    await entered(many, 'review', YES)
    const untold = await whyNot(many)
    expect(untold).toHaveLength(10)
    for (const row of untold) expect(row).toEqual(expect.arrayContaining(['kept', `监控事件 ${many.number} 还没有告知当事人`]))
    house.at(ON, '16:10')
    await entered(many, 'tell', TOLD)
    for (const row of await whyNot(many)) expect(row).toEqual(expect.arrayContaining(['kept', `监控事件 ${many.number} 转成的线索还没有处理`]))
  })
  test('its lead dismissed: nobody needs it', async () => {
    const one = await taken()
    await entered(one, 'review', { ...YES, outcome: 'leadOnly' })
    house.at(ON, '16:10')
    expect((await house.as('wang', 'POST', `/api/leads/${await leadOf(one)}/dismissal`, { reason: '现场没有发现违法行为。' })).status).toBeLessThan(300)
    expect(await whyNot(one)).toEqual([['due']])
  })
  test('its lead became a case: the files are the case’s, all of them', async () => {
    const one = await taken({}, 10)
    await entered(one, 'review', YES)
    await entered(one, 'tell', TOLD)
    const data = findProcedure('penalty.ordinary')?.course.typical('apply', day(ON))
    const opened = await house.as('zhang', 'POST', '/api/cases', { kind: 'apply', on: ON, with: ['li'], data, leadId: await leadOf(one) }, { 'idempotency-key': crypto.randomUUID() })
    expect(opened.status).toBe(201)
    const { row } = JSON.parse((await house.as('zhang', 'GET', `/api/cases/${String(opened.body['id'])}`)).text)
    const rows = await standing(one)
    expect(rows).toHaveLength(10)
    for (const kept of rows) expect(kept).toMatchObject({ state: 'kept', uses: [{ number: row.number, caseId: row.id }], obstacles: [{ because: `${row.number} 尚未办结归档` }] })
  })
})
