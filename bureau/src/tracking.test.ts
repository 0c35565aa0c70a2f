import { createHash } from 'node:crypto'
import { assess, COMPLIANCE_RULE } from '@zhunsheng/trucks/compliance/assess.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { simulatedFleet, type SimulatedFleet } from './simulated-fleet.ts'
import { proofOf } from './modules/tracking/alarm-ground.ts'
import { evidenceBytes } from './modules/tracking/evidence-file.ts'
import { findAlarm } from './modules/tracking/store-alarms.ts'
import { askAgain, dueTrips } from './modules/tracking/store-trips.ts'
import { truckRegister } from './modules/trucks/register.ts'
import { testBureau, type Answer, type TestBureau } from './test-bureau.ts'

const ON = '2021-08-10'
let bureau: TestBureau
let fleet: SimulatedFleet
beforeAll(async () => {
  bureau = await testBureau(ON)
  // Speeding, an open cover, a way off the route, a load that was dumped, and one truck that behaves.
  fleet = await simulatedFleet(bureau, { on: ON, trucks: 5, trips: 1, misbehaving: true })
  await fleet.live(bureau.server.sink)
}, 120_000)
afterAll(() => bureau.close())

const get = (path: string, who = 'wang'): Promise<Answer> => bureau.send(who, 'GET', path)
const rowsOf = ({ body }: Answer): readonly Readonly<Record<string, unknown>>[] => (Array.isArray(body['rows']) ? body['rows'] : [])
const step = (id: unknown, say: Readonly<Record<string, unknown>>, version: number, { who = 'wang', key = crypto.randomUUID() } = {}): Promise<Answer> => bureau.send(who, 'POST', `/api/trucks/alarms/${encodeURIComponent(String(id))}/steps`, { step: say, version }, { 'idempotency-key': key })
const alarmsOf = async (watch: string) => rowsOf(await get(`/api/trucks/alarms?watch=${watch}&size=100`))
/** Trips, and how they came out. */
const totals = (whole: unknown): readonly number[] => {
  if (typeof whole !== 'object' || whole === null || !('total' in whole && 'complied' in whole && 'failed' in whole && 'unknown' in whole)) return []
  return [whole.total, whole.complied, whole.failed, whole.unknown].map(Number)
}
/** How many positions, trips and alarms there are. */
const counts = async (): Promise<readonly number[]> => [(await points()).length, Number((await get('/api/trucks/trips')).body['total']), Number((await get('/api/trucks/alarms')).body['total'])]
const points = async (): Promise<readonly unknown[]> => {
  const all = await Promise.all(fleet.day.data.trucks.map(({ id }) => get(`/api/trucks/track?truck=${fleet.idOf(id)}&from=2021-08-10T00:00:00%2B08:00&until=2021-08-11T00:00:00%2B08:00&reason=count`)))
  return all.flatMap(({ body }) => (Array.isArray(body['points']) ? body['points'] : []))
}

describe('a day of five trucks, from the terminals to the records (行车监管)', () => {
  test('every trip is told, from its site to where it really went', async () => {
    const told = rowsOf(await get('/api/trucks/trips?size=100')).map(({ truck, tipped }) => `${fleet.simulatedOf(String(truck))} ${String(tipped)}`)
    const names = new Map(fleet.day.data.disposalSites.map(({ id, name }) => [id, name]))
    const truly = fleet.day.trips.map(({ truckId, disposalSiteId }) => `${truckId} ${disposalSiteId === undefined ? '消纳场外' : (names.get(disposalSiteId) ?? '')}`)
    expect(told.toSorted((a, b) => a.localeCompare(b))).toEqual(truly.toSorted((a, b) => a.localeCompare(b)))
  })
  test.each([
    ['newest', 'loadedAt', -1],
    ['oldest', 'loadedAt', 1],
    ['longest', 'distanceKm', -1],
    ['largest', 'volume', -1],
  ])('trips are listed as asked: %s', async (sort, by, sign) => {
    const listed = rowsOf(await get(`/api/trucks/trips?size=100&sort=${sort}`)).map((trip) => (by === 'loadedAt' ? Date.parse(String(trip[by])) : Number(trip[by])))
    expect(listed).toHaveLength(fleet.day.trips.length)
    expect(listed).toEqual(listed.toSorted((a, b) => sign * (a - b)))
  })
  test('every planted misdeed raised its alarm, and nothing else did', async () => {
    const found = rowsOf(await get('/api/trucks/alarms?size=100')).map(({ truck, watch }) => `${fleet.simulatedOf(String(truck))} ${String(watch)}`)
    expect([...new Set(found)].toSorted((a, b) => a.localeCompare(b))).toEqual([...new Set(fleet.day.planted.map(({ truckId, watch }) => `${truckId} ${watch}`))].toSorted((a, b) => a.localeCompare(b)))
  })
  test('a trip complies where nothing was planted, and fails by its link where something was', async () => {
    const trips = rowsOf(await get('/api/trucks/trips?size=100&verdict=failed'))
    expect(trips.map(({ truck }) => fleet.simulatedOf(String(truck))).toSorted((a, b) => a.localeCompare(b))).toEqual(fleet.day.trips.filter(({ misdeed }) => misdeed !== undefined).map(({ truckId }) => truckId))
  })
  test('the live map shows every truck where it was last', async () => {
    const { body } = await get('/api/trucks/live')
    expect(body).toMatchObject({ trucks: fleet.day.data.trucks.map(() => expect.objectContaining({ enterprise: '示例车队', phase: 'empty', lat: expect.closeTo(29.4865, 2) })) })
  })
})

describe('nothing is counted twice', () => {
  test('a whole day that is sent again changes nothing', async () => {
    const before = await counts()
    const again = fleet.day.events.flatMap(({ truckId, event }) => (event.kind === 'position' ? [{ truckId: fleet.idOf(truckId), fix: { ...event.report, truckId: fleet.idOf(truckId) }, frame: new Uint8Array() }] : []))
    expect(before[0]).toBe(again.length)
    for (let from = 0; from < again.length; from += 1000) await bureau.server.sink.take(again.slice(from, from + 1000))
    expect(await counts()).toEqual(before)
  })
})

describe('the rate (全流程监管达标率)', () => {
  const compliance = (by: string) => get(`/api/trucks/compliance?by=${by}&from=2021-08-01&until=2021-08-31`)
  test.each(['day', 'site', 'enterprise', 'truck'])('its parts by %s add up to the whole', async (by) => {
    const { body } = await compliance(by)
    const { whole, parts } = body
    const sum = (key: string) => (Array.isArray(parts) ? parts : []).reduce((total: number, part: Readonly<Record<string, unknown>>) => total + Number(part[key]), 0)
    expect(whole).toMatchObject({ total: sum('total'), complied: sum('complied'), failed: sum('failed'), unknown: sum('unknown') })
  })
  test('every reason opens to as many trips as it counts', async () => {
    const { body } = await compliance('day')
    const { whole } = body
    const reasons = typeof whole === 'object' && whole !== null && 'reasons' in whole && Array.isArray(whole.reasons) ? whole.reasons : []
    expect(reasons.length).toBeGreaterThan(0)
    for (const { link, reason, trips } of reasons) expect(rowsOf(await get(`/api/trucks/trips?reason=${link}.${reason}`))).toHaveLength(trips)
  })
  test.each(['day', 'site', 'enterprise', 'truck'])('as a sheet by %s says the same, and its last line is the whole', async (by) => {
    const { body } = await compliance(by)
    const { text } = await get(`/api/trucks/compliance.csv?by=${by}&from=2021-08-01&until=2021-08-31`)
    const lines = text.trim().split('\r\n').map((line) => line.replaceAll('"', '').split(','))
    const at = lines[0]?.indexOf('趟次') ?? 0
    const parts: readonly Readonly<Record<string, unknown>>[] = Array.isArray(body['parts']) ? body['parts'] : []
    expect(lines.slice(1, -1).map((cells) => cells.slice(at, at + 4).map(Number))).toEqual(parts.map(({ total, complied, failed, unknown }) => [total, complied, failed, unknown]))
    expect(lines.at(-1)?.slice(at, at + 4).map(Number)).toEqual(totals(body['whole']))
  })
  test('the sheet of reasons counts what the screen counts', async () => {
    const { body } = await compliance('truck')
    const { text } = await get('/api/trucks/compliance-reasons.csv?by=truck&from=2021-08-01&until=2021-08-31')
    const sums = text.trim().split('\r\n').map((line) => line.replaceAll('"', '').split(',')).filter(([name]) => name === '合计').map(([, , , , trips]) => Number(trips))
    const { whole } = body
    const reasons: readonly { readonly trips: number }[] = typeof whole === 'object' && whole !== null && 'reasons' in whole && Array.isArray(whole.reasons) ? whole.reasons : []
    expect(sums).toEqual(reasons.map(({ trips }) => trips))
  })
  test('the month is a paper to file, and a month that is none is refused', async () => {
    expect((await get('/api/trucks/compliance-report.pdf?month=2021-08')).text).toMatch(/^%PDF-/)
    expect((await get('/api/trucks/compliance-report.pdf?month=2020-02')).text).toMatch(/^%PDF-/)
    expect(await get('/api/trucks/compliance-report.pdf?month=2021-13')).toMatchObject({ status: 400 })
  })
  test('who drove is whom the manifest names, and only those hear it who may see tracks (个人信息保护法 第六条)', async () => {
    const trips = rowsOf(await get('/api/trucks/trips?size=100'))
    expect(trips).toHaveLength(fleet.day.trips.length)
    for (const { truck, driver } of trips) expect(driver).toEqual({ id: fleet.idOf(`driver-${fleet.simulatedOf(String(truck))}`), name: expect.stringMatching(/^示例驾驶员\d+$/) })
    for (const trip of rowsOf(await get('/api/trucks/trips?size=100', 'sun'))) expect(trip).not.toHaveProperty('driver')
  })
  test('each verdict is the one that the pure rule gives', async () => {
    const listed = new Map(rowsOf(await get('/api/trucks/trips?size=100')).map(({ id, verdict }) => [id, verdict]))
    const now = bureau.clock.now().toISOString()
    const trips = await bureau.database.work(async (tx) => {
      await askAgain(tx, { trips: [...listed.keys()].map(String) }, now)
      return dueTrips(tx, now, 100)
    })
    expect(trips.length).toBe(fleet.day.trips.length)
    for (const { id, trip, permit } of trips) {
      const closed = fleet.day.events.flatMap(({ event }) => (event.kind === 'manifest' && event.manifest.closedMs !== undefined && fleet.idOf(event.manifest.truckId) === trip.truckId ? [event.manifest] : []))
      expect(assess(trip, { alarms: trip.alarms, permit: permit ?? undefined, manifest: closed[0], atMs: Date.parse(now) }, COMPLIANCE_RULE).verdict).toBe(listed.get(id))
    }
    await bureau.server.trackTurn()
  })
})

interface TakenStep {
  readonly kind: string
  readonly event?: string
  readonly records: readonly string[]
}
const historyOf = ({ history }: Answer['body']): readonly TakenStep[] => (Array.isArray(history) ? history : [])

describe('an alarm (预警处置)', () => {
  test('of the cover is reviewed, and becomes a record of electronic monitoring that must still be reviewed as evidence (行政处罚法 第四十一条)', async () => {
    const [alarm] = await alarmsOf('open-cover')
    expect(alarm).toMatchObject({ state: 'raised', title: '未密闭运输' })
    expect(await step(alarm?.['id'], { kind: 'raise' }, 0)).toMatchObject({ status: 400 })
    expect(await step(alarm?.['id'], { kind: 'uphold' }, 0)).toMatchObject({ status: 201, body: { state: 'upheld', may: ['reopen', 'raise'] } })
    const { body } = await step(alarm?.['id'], { kind: 'raise' }, 1)
    expect(body).toMatchObject({ state: 'raisedEvent', may: [], history: [{ kind: 'uphold', who: expect.any(String) }, { kind: 'raise', eventNumber: expect.stringMatching(/^JK20210810-/) }] })
    const events = await get('/api/monitoring/events')
    expect(events.text).toContain('车载终端预警：未密闭运输')
  })
  test('that became a record took its evidence along: positions, rule, register versions and terminal, word for word the same whenever it is made again', async () => {
    const [alarm] = await alarmsOf('open-cover')
    const id = String(alarm?.['id'])
    const { body } = await get(`/api/trucks/alarms/${encodeURIComponent(id)}`)
    const [, { records: [data, paper], event } = { records: [], event: '' }] = historyOf(body)
    const file = JSON.parse((await get(`/api/evidence/${String(data)}`)).text)
    const truck = fleet.idOf(fleet.simulatedOf(String(alarm?.['truck'])))
    expect(file).toMatchObject({
      format: 'zhunsheng/truck-alarm-evidence/1',
      alarm: { id, watch: 'open-cover' },
      rule: { unit: 'kmh', source: expect.any(String) },
      truck: { id: truck, plate: alarm?.['plate'], terminal: expect.stringMatching(/^\d+$/) },
      positions: expect.arrayContaining([expect.objectContaining({ lat: expect.stringMatching(/^29\.\d+$/), cover: 'open' })]),
      register: { records: expect.arrayContaining([expect.objectContaining({ kind: 'vehicle', id: truck, version: 1, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) })]) },
    })
    expect((await get(`/api/evidence/${String(paper)}`)).text).toMatch(/^%PDF-/)
    // Who reviews the record has both before him, and they say that they came whole.
    const seen = await get(`/api/monitoring/events/${String(event)}`)
    expect(seen.body).toMatchObject({ row: { records: [data, paper] } })
    expect((await get(`/api/evidence/${String(data)}/item`)).body).toMatchObject({ flags: [], name: expect.stringContaining('预警证据') })
    // Its lead carries them on, and with the lead the case.
    const reviewed = await bureau.send('zhang', 'POST', `/api/monitoring/events/${String(event)}/entries`, { kind: 'review', on: ON, version: 1, data: { genuine: true, clear: true, complete: true, accurate: true, outcome: 'leadOnly' } })
    expect(reviewed).toMatchObject({ status: 201 })
    const { row: { leadNumber } } = JSON.parse(reviewed.text)
    expect(rowsOf(await get(`/api/leads?search=${leadNumber}`))).toEqual([expect.objectContaining({ number: leadNumber, photos: [data, paper] })])
    const again = await bureau.database.read(async (queries) => {
      const stored = await findAlarm(queries, id)
      if (stored === undefined) throw new Error('the alarm is gone')
      return evidenceBytes(await proofOf(truckRegister, queries, stored))
    })
    expect(createHash('sha256').update(again).digest('hex')).toBe(data)
  })
  test('that was false no longer counts against the trip, and counts again when the review is taken back', async () => {
    const [alarm] = await alarmsOf('off-route')
    const verdict = async () => {
      await bureau.server.trackTurn()
      return rowsOf(await get(`/api/trucks/trips?truck=${String(alarm?.['truck'])}&size=10`)).map((trip) => trip['verdict'])
    }
    expect(await verdict()).toContain('failed')
    await step(alarm?.['id'], { kind: 'dismiss', cause: 'position', text: '高架桥下定位漂移' }, 0)
    expect(await verdict()).toEqual(['complied'])
    await step(alarm?.['id'], { kind: 'reopen', text: '现场核实确未按路线行驶' }, 1)
    expect(await verdict()).toContain('failed')
  })
  test('of speeding is told to the police: the bureau does not punish it (道路交通安全法 第五条)', async () => {
    const [alarm] = await alarmsOf('speeding')
    await step(alarm?.['id'], { kind: 'uphold' }, 0)
    expect(await step(alarm?.['id'], { kind: 'raise' }, 1)).toMatchObject({ status: 400, body: { detail: expect.stringContaining('公安机关交通管理部门') } })
    expect(await step(alarm?.['id'], { kind: 'refer', text: '已函告交巡警支队' }, 1)).toMatchObject({ status: 201, body: { state: 'referred' } })
    // What is told to others goes with its evidence too.
    const { body } = await get(`/api/trucks/alarms/${encodeURIComponent(String(alarm?.['id']))}`)
    expect(historyOf(body).map(({ kind, records }) => [kind, records.length])).toEqual([['uphold', 0], ['refer', 2]])
  })
  test('is decided by whoever answers for the trucks, not by whoever drives after them', async () => {
    const [alarm] = await alarmsOf('lifted-outside')
    expect(await step(alarm?.['id'], { kind: 'uphold' }, 0, { who: 'zhang' })).toMatchObject({ status: 403 })
    expect(await step(alarm?.['id'], { kind: 'handle', text: '企业已召回车辆，清理现场' }, 0, { who: 'zhang' })).toMatchObject({ status: 201, body: { state: 'handled' } })
  })
  test('that somebody else has just handled is not handled over him; sent twice it is one step', async () => {
    const [alarm] = await alarmsOf('lifted-outside')
    const key = crypto.randomUUID()
    const version = Number(alarm?.['steps'])
    expect(await step(alarm?.['id'], { kind: 'uphold' }, version - 1)).toMatchObject({ status: 409 })
    expect(await step(alarm?.['id'], { kind: 'uphold' }, version, { key })).toMatchObject({ status: 201 })
    expect(await step(alarm?.['id'], { kind: 'uphold' }, version, { key })).toMatchObject({ status: 201, body: { steps: version + 1 } })
  })
  test('whose review is taken back stands where it stood before', async () => {
    const [alarm] = await alarmsOf('lifted-outside')
    expect(await step(alarm?.['id'], { kind: 'reopen', text: '复核有误，重新核实' }, Number(alarm?.['steps']))).toMatchObject({ status: 201, body: { state: 'handled' } })
  })
  test('has its neighbours in the list that it was opened from, and knows which waits next', async () => {
    const listed = rowsOf(await get('/api/trucks/alarms?size=100'))
    const ids = listed.map(({ id }) => id)
    const beside = async (id: unknown, query = '') => (await get(`/api/trucks/alarms/${encodeURIComponent(String(id))}/beside${query}`)).body
    expect(ids.length).toBeGreaterThan(2)
    const open = listed.filter(({ state }) => state === 'raised' || state === 'handled').map(({ id }) => id)
    for (const [at, id] of ids.entries()) {
      const next = [...ids.slice(at + 1), ...ids.slice(0, at)].find((one) => open.includes(one))
      const { before, after, place, total, waiting, waits } = await beside(id)
      expect({ before, after, place, total, waiting, waits }).toEqual({ before: ids[at - 1], after: ids[at + 1], place: at + 1, total: ids.length, waiting: next, waits: open.length })
    }
    // One that is not in the list any more still knows what came after it there.
    const [dealt] = listed.filter(({ state }) => state === 'raisedEvent')
    expect(await beside(dealt?.['id'], '?state=handled')).toMatchObject({ total: listed.filter(({ state }) => state === 'handled').length, waits: listed.filter(({ state }) => state === 'handled').length })
    expect(await beside(dealt?.['id'], '?state=handled')).not.toHaveProperty('place')
  })
  test('is shown on the ground as it was registered when it was raised, whatever was changed since', async () => {
    const [alarm] = await alarmsOf('off-route')
    const ground = async () => {
      const { body } = await get(`/api/trucks/alarms/${encodeURIComponent(String(alarm?.['id']))}`)
      return Array.isArray(body['ground']) ? body['ground'].map(({ kind, title, version }: { readonly kind: string; readonly title: string; readonly version: number }) => [kind, title, version]) : []
    }
    const before = await ground()
    expect(before.map(([kind]) => kind)).toEqual(['disposal', 'enterprise', 'permit', 'route', 'site', 'vehicle'])
    const [, called] = before.find(([kind]) => kind === 'route') ?? []
    const found = rowsOf(await get(`/api/trucks/register/route?search=${encodeURIComponent(String(called))}`))[0]
    const data = typeof found?.['data'] === 'object' ? { ...found['data'], name: '改了名的路线' } : {}
    expect(await bureau.send('sun', 'POST', `/api/trucks/register/route/${String(found?.['id'])}`, { data, version: 1 }, { 'idempotency-key': crypto.randomUUID() })).toMatchObject({ status: 201 })
    expect(await ground()).toEqual(before)
  })
  test('that does not exist is not there', async () => expect(await step('nobody', { kind: 'uphold' }, 0)).toMatchObject({ status: 404 }))
})

describe('a track is personal data (个人信息保护法 第二十八条)', () => {
  const track = (query: string, who = 'wang') => get(`/api/trucks/track?truck=${fleet.idOf('truck-1')}&from=2021-08-10T06:00:00%2B08:00&until=2021-08-10T10:00:00%2B08:00${query}`, who)
  test('whoever looks says why, and it is kept that he looked', async () => {
    expect(await track('')).toMatchObject({ status: 400 })
    const { body } = await track(`&reason=${encodeURIComponent('核实投诉')}`)
    expect(body).toMatchObject({ plate: '渝A20000', cut: false })
    expect(body['points']).toHaveLength(fleet.day.events.filter(({ truckId, event }) => truckId === 'truck-1' && event.kind === 'position' && event.report.atMs >= Date.parse('2021-08-10T06:00:00+08:00') && event.report.atMs < Date.parse('2021-08-10T10:00:00+08:00')).length)
    expect(rowsOf(await get(`/api/trucks/looks?search=${encodeURIComponent('渝A20000')}`, 'zhao'))).toContainEqual(expect.objectContaining({ plate: '渝A20000', reason: '核实投诉' }))
  })
  test('a window clerk does not see it, and an officer not who looked', async () => {
    expect(await track('&reason=%E7%9C%8B%E7%9C%8B', 'sun')).toMatchObject({ status: 403 })
    expect(await get('/api/trucks/looks', 'zhang')).toMatchObject({ status: 403 })
  })
  test('a year is too much at once', async () => expect(await get(`/api/trucks/track?truck=${fleet.idOf('truck-1')}&from=2021-01-01T00:00:00%2B08:00&until=2021-12-31T00:00:00%2B08:00&reason=why`)).toMatchObject({ status: 400 }))
  test('it is gone when its days are over, and trips, alarms and the evidence that was handed on stay', async () => {
    const [, trips, alarms] = await counts()
    const [raised] = await alarmsOf('open-cover')
    const evidence = async () => {
      const { body } = await get(`/api/trucks/alarms/${encodeURIComponent(String(raised?.['id']))}`)
      const files = await Promise.all(historyOf(body).flatMap(({ records }) => records).map((sha256) => get(`/api/evidence/${sha256}`)))
      return files.map(({ status, text }) => [status, text.length])
    }
    const before = await evidence()
    expect(before).toHaveLength(2)
    bureau.clock.set(new Date('2022-03-01T10:00:00+08:00'))
    await bureau.server.trackTurn()
    expect(await counts()).toEqual([0, trips, alarms])
    expect(await evidence()).toEqual(before)
  })
})
