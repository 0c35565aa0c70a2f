import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testBureau, type Answer, type TestBureau } from './test-bureau.ts'

const ON = '2021-08-10'
const CREDIT_CODE = '11500999MA0000015W'
const SQUARE = [[106.5, 29.5], [106.501, 29.5], [106.501, 29.501], [106.5, 29.501]]
let bureau: TestBureau
beforeAll(async () => {
  bureau = await testBureau(ON)
})
afterAll(() => bureau.close())

type Data = Readonly<Record<string, unknown>>
const register = (kind: string, data: Data, { who = 'sun', key = crypto.randomUUID() } = {}): Promise<Answer> => bureau.send(who, 'POST', `/api/trucks/register/${kind}`, { data, version: 0 }, { 'idempotency-key': key })
const change = (kind: string, id: string, data: Data, version: number): Promise<Answer> => bureau.send('sun', 'POST', `/api/trucks/register/${kind}/${id}`, { data, version }, { 'idempotency-key': crypto.randomUUID() })
const idOf = ({ body }: Answer): string => {
  const { row } = body
  return typeof row === 'object' && row !== null && 'id' in row ? String(row.id) : ''
}
const open = (data: Data, who = 'zhang', key = crypto.randomUUID()): Promise<Answer> => bureau.send(who, 'POST', '/api/trucks/manifests', data, { 'idempotency-key': key })
const enter = (id: unknown, data: Data): Promise<Answer> => bureau.send('zhang', 'POST', `/api/trucks/manifests/${String(id)}/entries`, data, { 'idempotency-key': crypto.randomUUID() })

let serial = 0
/** An enterprise with a truck, and a permit from a site to a disposal site. */
async function haulage({ volume = 100, quota = 1000, hours }: { readonly volume?: number; readonly quota?: number; readonly hours?: Data } = {}) {
  serial += 1
  const plate = `渝A${String(10_000 + serial)}`
  const enterprise = idOf(await register('enterprise', { name: `示例运输${serial}`, creditCode: CREDIT_CODE, contact: '示例人', phone: '000' }))
  const vehicle = { plate, plateColour: 'yellow', enterprise, tare: 12_000, capacity: 15_000, volume: 20 }
  const truck = idOf(await register('vehicle', vehicle))
  const site = idOf(await register('site', { name: `示例工地${serial}`, contractor: '示例施工单位', address: '示例路', area: SQUARE, quota, from: '2021-01-01', until: '2021-12-31' }))
  const disposal = idOf(await register('disposal', { name: `示例消纳场${serial}`, operator: '示例单位', address: '示例路', area: SQUARE, quota: 100_000, from: '2021-01-01', until: '2022-12-31' }))
  const permit = { number: `示例核准${serial}`, enterprise, site, disposal, routes: [], vehicles: [truck], volume, from: '2021-08-01', until: '2021-08-31', issuer: '示例区城市管理局', ...(hours === undefined ? {} : { hours }) }
  return { plate, enterprise, vehicle, truck, site, disposal, permit, permitId: idOf(await register('permit', permit)) }
}

describe('the register of trucks (渣土运输登记)', () => {
  test('what is registered is found by its name, with the names of what it belongs to', async () => {
    const { plate, enterprise } = await haulage()
    const { body } = await bureau.send('zhang', 'GET', `/api/trucks/register/vehicle?search=${encodeURIComponent(plate)}`)
    expect(body).toMatchObject({ total: 1, rows: [{ title: plate, version: 1, names: { [enterprise]: `示例运输${serial}` } }] })
  })
  test('a change stands beside what it changed, with who made it', async () => {
    const { vehicle, truck } = await haulage()
    const { status, body } = await change('vehicle', truck, { ...vehicle, tare: 13_000 }, 1)
    expect(status).toBe(201)
    expect(body).toMatchObject({ versions: [{ version: 2, data: { tare: 13_000 }, by: '孙敏' }, { version: 1, data: { tare: 12_000 } }] })
  })
  test('what an earlier version named is still called by its name', async () => {
    const { vehicle, truck, enterprise } = await haulage()
    const { enterprise: other } = await haulage()
    const { body } = await change('vehicle', truck, { ...vehicle, enterprise: other }, 1)
    expect(body).toMatchObject({ row: { names: { [enterprise]: `示例运输${serial - 1}`, [other]: `示例运输${serial}` } } })
  })
  test('whoever changes what has changed meanwhile is told so, and changes nothing', async () => {
    const { vehicle, truck } = await haulage()
    await change('vehicle', truck, { ...vehicle, tare: 13_000 }, 1)
    expect(await change('vehicle', truck, { ...vehicle, tare: 14_000 }, 1)).toMatchObject({ status: 409, body: { type: '/problems/changed-meanwhile' } })
  })
  test('one that was struck out keeps its reason, and its name is free again', async () => {
    const { vehicle, truck, enterprise } = await haulage()
    expect(await register('vehicle', vehicle)).toMatchObject({ status: 409 })
    expect((await bureau.send('sun', 'POST', `/api/trucks/register/vehicle/${truck}/ending`, { reason: '车辆报废', version: 1 }, { 'idempotency-key': crypto.randomUUID() })).body).toMatchObject({ row: { ended: '车辆报废' } })
    expect((await register('vehicle', { ...vehicle, enterprise })).status).toBe(201)
  })
  test('sent twice under one key it is registered once', async () => {
    const key = crypto.randomUUID()
    const data = { name: '示例重发', creditCode: CREDIT_CODE, contact: '示例人', phone: '000' }
    const first = await register('enterprise', data, { key })
    expect(idOf(await register('enterprise', data, { key }))).toBe(idOf(first))
  })
  test.each<[string, string, (given: Awaited<ReturnType<typeof haulage>>) => Data, string]>([
    ['a plate that does not exist', 'vehicle', ({ vehicle }) => ({ ...vehicle, plate: '渝A1O345' }), 'data.plate'],
    ['an enterprise that was never registered', 'vehicle', ({ vehicle }) => ({ ...vehicle, plate: '渝B99999', enterprise: 'nobody' }), 'data.enterprise'],
    ['a word that the register does not know', 'vehicle', ({ vehicle }) => ({ ...vehicle, colour: 'red' }), 'data'],
    ['a credit code whose check digit is wrong', 'enterprise', () => ({ name: '示例', creditCode: '11500999MA0000015A', contact: '示例人', phone: '0' }), 'data.creditCode'],
    ['an area that encloses nothing', 'zone', () => ({ name: '示例禁区', area: [[106.5, 29.5], [106.6, 29.6], [106.7, 29.7]], basis: '示例' }), 'data.area'],
    ['a place at no longitude', 'zone', () => ({ name: '示例禁区', area: [[206.5, 29.5], [106.6, 29.6], [106.7, 29.5]], basis: '示例' }), 'data.area.0.0'],
    ['a road of several lanes without a sign, for which no limit is known', 'road', () => ({ name: '示例大道', line: [[106.5, 29.5], [106.6, 29.6]], width: 40, roadClass: 'several-lanes' }), 'data.sign'],
    ['a gate wider than a yard', 'site', () => ({ name: '示例宽门', contractor: '示例', address: '示例', area: [[106.5, 29.5], [106.6, 29.6], [106.7, 29.5]], gate: { at: [106.5, 29.5], radius: 500 }, quota: 1, from: '2021-01-01', until: '2021-12-31' }), 'data.gate.radius'],
    ['a permit that ends before it begins', 'permit', ({ permit }) => ({ ...permit, number: '示例另号', from: '2021-08-31', until: '2021-08-01' }), 'data.until'],
    ['a permit for more than the site declared', 'permit', ({ permit }) => ({ ...permit, number: '示例另号', volume: 950 }), 'data.volume'],
    ['a permit that outlives the site', 'permit', ({ permit }) => ({ ...permit, number: '示例另号', until: '2022-03-01' }), 'data.until'],
  ])('%s is named by its field', async (_, kind, data, path) => {
    const { status, body } = await register(kind, data(await haulage()))
    expect(status).toBe(400)
    expect(body['faults']).toContainEqual(expect.objectContaining({ path }))
  })
  test('a permit covers the trucks of its own enterprise only', async () => {
    const stranger = await haulage()
    const { permit } = await haulage()
    const { body } = await register('permit', { ...permit, number: '示例别家', vehicles: [stranger.truck] })
    expect(body['detail']).toContain('不属于这家企业')
  })
  test('a permit is entered by the window, not by the team', async () => {
    const { permit } = await haulage()
    expect(await register('permit', { ...permit, number: '示例越岗' }, { who: 'wang' })).toMatchObject({ status: 403 })
  })
})

describe('a list is brought in from a sheet (导入)', () => {
  const sheet = (text: string) => ({ text: `号牌号码,号牌颜色,运输企业,整备质量,核定载质量,车厢容积,终端号,备注\n${text}` })
  test('each row says what is wrong with it, and only the others are taken in', async () => {
    await haulage()
    const name = `示例运输${serial}`
    const file = sheet(`渝C10001,黄,${name},12000,15000,20,13800000001,甲\n渝C10002,紫,${name},12000,15000,20,,\n渝C10003,黄,没有这家,12000,15000,20,,\n渝C10001,黄,${name},12000,15000,20,,`)
    const { body } = await bureau.send('sun', 'POST', '/api/trucks/register/vehicle/preview', file)
    expect(body).toMatchObject({ unread: ['备注'], rows: [{ line: 2, title: '渝C10001', faults: [] }, { line: 3, faults: [expect.stringContaining('没有「紫」这种号牌颜色')] }, { line: 4, faults: [expect.stringContaining('没有登记过「没有这家」')] }, { line: 5, faults: ['文件中重复'] }] })
    expect((await bureau.send('sun', 'POST', '/api/trucks/register/vehicle/import', file)).body).toEqual({ added: 1, known: 0, faulty: 3 })
    expect((await bureau.send('sun', 'POST', '/api/trucks/register/vehicle/import', file)).body).toMatchObject({ added: 0, known: 2 })
  })
  test('an area may be written as points or as WKT', async () => {
    const text = '工地名称,施工单位,地址,区域,申报产生量,起始日,截止日\n示例甲,示例,示例路,"106.5,29.5;106.6,29.5;106.6,29.6",100,2021-01-01,2021/12/31\n示例乙,示例,示例路,"POLYGON((106.5 29.5,106.6 29.5,106.6 29.6,106.5 29.5))",100,2021-01-01,2021-12-31'
    expect((await bureau.send('sun', 'POST', '/api/trucks/register/site/import', { text })).body).toEqual({ added: 2, known: 0, faulty: 0 })
    const { body } = await bureau.send('sun', 'GET', `/api/trucks/register/site?search=${encodeURIComponent('示例乙')}`)
    expect(body).toMatchObject({ rows: [{ data: { area: [[106.5, 29.5], [106.6, 29.5], [106.6, 29.6]] } }] })
  })
  test('the template has the heads that the reader looks for', async () => {
    const { text } = await bureau.send('sun', 'GET', '/api/trucks/register/vehicle/template.csv')
    expect(text).toBe('\uFEFF"号牌号码","号牌颜色","运输企业","整备质量","核定载质量","车厢容积","终端号"\r\n')
    expect((await bureau.send('sun', 'POST', '/api/trucks/register/vehicle/preview', { text })).body).toMatchObject({ rows: [], unread: [] })
  })
  test('a sheet without a header is refused as a whole', async () => {
    expect((await bureau.send('sun', 'POST', '/api/trucks/register/vehicle/import', { text: '渝C10001,黄' })).body['detail']).toContain('没有找到「号牌号码」')
  })
})

describe('manifests (电子联单)', () => {
  const AT = '2021-08-10T15:30:00+08:00'
  test('opened at the gate, closed at the disposal site, both volumes kept', async () => {
    const { permitId, truck, plate } = await haulage()
    const opened = await open({ permit: permitId, vehicle: truck, at: AT, volume: 18 })
    expect(opened.body).toMatchObject({ state: 'open', plate, volume: 18, number: expect.stringMatching(/^2021-\d{7}$/) })
    const closed = await enter(opened.body['id'], { kind: 'confirm', at: '2021-08-10T15:55:00+08:00', volume: 17.5 })
    expect(closed.body).toMatchObject({ state: 'closed', volume: 18, tipped: 17.5, closedBy: '张平' })
    const { body } = await bureau.send('zhang', 'GET', `/api/trucks/manifests?permit=${permitId}`)
    expect(body).toMatchObject({ total: 1, loaded: 18, tipped: 17.5 })
  })
  test('exported with the hours of the bureau, narrowed as the list is', async () => {
    const { permitId, truck, plate } = await haulage()
    await open({ permit: permitId, vehicle: truck, at: AT, volume: 18 })
    const { text } = await bureau.send('zhang', 'GET', `/api/trucks/manifests.csv?permit=${permitId}&state=open`)
    expect(text).toContain(`"运输中","示例核准${serial}","${plate}","示例工地${serial}","示例消纳场${serial}","2021-08-10 15:30","18"`)
    expect((await bureau.send('zhang', 'GET', `/api/trucks/manifests.csv?permit=${permitId}&state=void`)).text).not.toContain(plate)
  })
  test('one that was struck out leaves its volume to others, and is not closed after', async () => {
    const { permitId, truck } = await haulage({ volume: 20 })
    const { body } = await open({ permit: permitId, vehicle: truck, at: AT, volume: 20 })
    expect((await enter(body['id'], { kind: 'void', reason: '车辆故障未出场' })).body).toMatchObject({ state: 'void', reason: '车辆故障未出场' })
    expect(await enter(body['id'], { kind: 'confirm', at: AT, volume: 20 })).toMatchObject({ status: 409 })
    expect((await open({ permit: permitId, vehicle: truck, at: AT, volume: 20 })).status).toBe(201)
  })
  test.each<[string, Parameters<typeof haulage>[0], Data, string]>([
    ['after the permit ended', {}, { at: '2021-07-10T15:30:00+08:00' }, '核准文件'],
    ['outside the permitted hours', { hours: { from: '20:00', until: '06:00' } }, {}, '核准的运输时段是 20:00 至 06:00'],
    ['beyond what the permit leaves', { volume: 10 }, { volume: 12 }, '核准量余 10 立方米'],
    ['more than the body can hold', {}, { volume: 30 }, '超过车厢容积'],
    ['in the future', {}, { at: '2021-08-10T18:30:00+08:00' }, '开单时间晚于现在'],
  ])('重庆市市容环境卫生管理条例第六十六条：no load leaves %s', async (_, given, more, because) => {
    const { permitId, truck } = await haulage(given)
    const { status, body } = await open({ permit: permitId, vehicle: truck, at: AT, volume: 5, ...more })
    expect(status).toBe(400)
    expect(body['detail']).toContain(because)
  })
  test('a truck that the permit does not name loads nothing under it', async () => {
    const { truck } = await haulage()
    const { permitId } = await haulage()
    expect((await open({ permit: permitId, vehicle: truck, at: AT, volume: 5 })).body['detail']).toContain('没有列入这辆车')
  })
  test('a truck with an open load takes no second one, not even at the same moment', async () => {
    const { permitId, truck } = await haulage()
    const answers = await Promise.all([1, 2, 3].map(() => open({ permit: permitId, vehicle: truck, at: AT, volume: 5 })))
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1)
    expect(answers.filter(({ status }) => status === 400)).toHaveLength(2)
  })
  test('sent twice under one key it is opened once', async () => {
    const { permitId, truck } = await haulage()
    const key = crypto.randomUUID()
    const load = { permit: permitId, vehicle: truck, at: AT, volume: 5 }
    expect((await open(load, 'zhang', key)).body['id']).toBe((await open(load, 'zhang', key)).body['id'])
  })
})

describe('the register as a sheet (登记导出)', () => {
  test.each(['enterprise', 'vehicle', 'site', 'disposal', 'route', 'zone', 'road', 'permit'])('%s that was handed out is read again without a fault, and known line by line', async (kind) => {
    const { permit, permitId } = await haulage({ hours: { from: '20:00', until: '06:00' } })
    const route = idOf(await register('route', { name: `示例路线${serial}`, line: SQUARE, width: 60 }))
    await register('zone', { name: `示例禁区${serial}`, area: SQUARE, basis: '示例通告' })
    await register('road', { name: `示例道路${serial}`, line: SQUARE, width: 60, roadClass: 'one-lane', sign: 40 })
    expect((await change('permit', permitId, { ...permit, routes: [route] }, 1)).status).toBe(201)
    const { text } = await bureau.send('sun', 'GET', `/api/trucks/register/${kind}/export.csv`)
    const { status, body } = await bureau.send('sun', 'POST', `/api/trucks/register/${kind}/preview`, { text })
    const rows: readonly Data[] = Array.isArray(body['rows']) ? body['rows'] : []
    expect(status).toBe(200)
    expect(rows.length).toBeGreaterThan(0)
    expect(rows.filter(({ known, faults }) => known !== true || !Array.isArray(faults) || faults.length > 0)).toEqual([])
    expect(body['unread']).toEqual([])
  })
  test('only what was asked for is in it', async () => {
    const { plate } = await haulage()
    const { text } = await bureau.send('zhang', 'GET', `/api/trucks/register/vehicle/export.csv?search=${encodeURIComponent(plate)}`)
    expect(text.trim().split('\r\n')).toHaveLength(2)
    expect(text).toContain(`示例运输${serial}`)
  })
})

describe('what everybody may see of haulage', () => {
  test('a permit in force with its site, and no plate and no driver', async () => {
    const { plate, permit } = await haulage()
    const { body, text } = await bureau.send(undefined, 'GET', '/api/public/haulage')
    expect(body['permits']).toContainEqual(expect.objectContaining({ number: permit.number, vehicles: 1 }))
    expect(body['sites']).toContainEqual(expect.objectContaining({ name: `示例工地${serial}` }))
    expect(text).not.toContain(plate)
  })
  test('on another day there are only the permits whose term covers it', async () => {
    const { permit } = await haulage()
    const numbersOn = async (on: string) => (await bureau.send(undefined, 'GET', `/api/public/haulage?on=${on}`)).text
    expect(await numbersOn('2021-08-31')).toContain(permit.number)
    expect(await numbersOn('2021-09-01')).not.toContain(permit.number)
    expect((await bureau.send(undefined, 'GET', '/api/public/haulage?on=soon')).status).toBe(400)
  })
  test('a day that is over is shown as the register stood when it ended, whatever was changed or struck out since', async () => {
    const { permit, permitId } = await haulage()
    bureau.clock.set(new Date('2021-08-12T09:00:00+08:00'))
    expect((await change('permit', permitId, { ...permit, volume: 999 }, 1)).status).toBe(201)
    bureau.clock.set(new Date('2021-08-13T09:00:00+08:00'))
    expect((await bureau.send('sun', 'POST', `/api/trucks/register/permit/${permitId}/ending`, { reason: '撤销核准', version: 2 }, { 'idempotency-key': crypto.randomUUID() })).status).toBe(201)
    const seenOn = async (on: string) => {
      const { body } = await bureau.send(undefined, 'GET', `/api/public/haulage?on=${on}`)
      return { isPast: body['isPast'], volumes: (Array.isArray(body['permits']) ? body['permits'] : []).flatMap(({ number, volume }) => (number === permit.number ? [volume] : [])) }
    }
    expect(await seenOn('2021-08-11')).toEqual({ isPast: true, volumes: [100] })
    expect(await seenOn('2021-08-12')).toEqual({ isPast: true, volumes: [999] })
    expect(await seenOn('2021-08-13')).toEqual({ isPast: false, volumes: [] })
    expect((await bureau.send(undefined, 'GET', '/api/public/haulage?on=2021-08-09')).body).toMatchObject({ isPast: true, since: ON, permits: [] })
  })
})
