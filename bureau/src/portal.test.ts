import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { formWith } from './demo-people.ts'
import { PORTAL_COOKIE } from './modules/portal/caller.ts'
import { answerUses } from './modules/tracking/file-uses.ts'
import { momentOf } from './platform/clock.ts'
import { simulatedFleet, type SimulatedFleet } from './simulated-fleet.ts'
import { testBureau, type Answer, type TestBureau } from './test-bureau.ts'
import { anEnterprise, aPersonOfAnEnterprise, asEnterprise, ENTERPRISE_PASSWORD, tokenOf } from './test-enterprise.ts'

const ON = '2021-08-10'
type Data = Readonly<Record<string, unknown>>
type Asking = ReturnType<typeof asEnterprise>
let bureau: TestBureau
let fleet: SimulatedFleet
/** The enterprise of the simulated fleet, and one that has nothing. */
let fleetId: string
let own: Asking
let token: string
let other: Asking
beforeAll(async () => {
  bureau = await testBureau(ON)
  fleet = await simulatedFleet(bureau, { on: ON, trucks: 7, trips: 1, misbehaving: true })
  await fleet.live(bureau.server.sink)
  const [enterprise] = rowsOf(await bureau.send('sun', 'GET', '/api/trucks/register/enterprise'))
  fleetId = String(enterprise?.['id'])
  token = await aPersonOfAnEnterprise(bureau, { enterprise: fleetId, login: 'fleetboss', name: '钱老板' })
  own = asEnterprise(bureau, token)
  other = asEnterprise(bureau, await aPersonOfAnEnterprise(bureau))
}, 120_000)
afterAll(() => bureau.close())

const rowsOf = ({ body }: Pick<Answer, 'body'>, key = 'rows'): readonly Data[] => (Array.isArray(body[key]) ? body[key] : [])
const logIn = (name: string, password: string): Promise<Answer> => bureau.send(undefined, 'POST', '/api/portal/session', { name, password })
const open = (more: Data = {}, who = 'sun'): Promise<Answer> => bureau.send(who, 'POST', '/api/trucks/portal/accounts', { enterprise: fleetId, login: `p${crypto.randomUUID().slice(0, 8)}`, name: '孙会计', ...more })
const accountIn = ({ body }: Answer): Data => {
  const { account } = body
  return typeof account === 'object' && account !== null ? { ...account } : {}
}
const activate = (code: unknown, password = ENTERPRISE_PASSWORD): Promise<Answer> => bureau.send(undefined, 'POST', '/api/portal/activation', { code, password })
const span = `from=2021-08-01&until=2021-08-31`

describe('an account of an enterprise (企业账号)', () => {
  test('is opened with a code that is good once, and whoever sets the password comes in', async () => {
    const opened = await open({ login: 'accountant' })
    expect(opened.body).toMatchObject({ code: expect.stringMatching(/^[A-Z2-9]{5}-[A-Z2-9]{5}$/), account: { login: 'accountant', enterpriseName: '示例车队', state: 'waiting' } })
    expect((await logIn('accountant', ENTERPRISE_PASSWORD)).status).toBe(401)
    // However it is typed.
    expect((await activate(String(opened.body['code']).toLowerCase().replace('-', ' '))).body).toEqual({ login: 'accountant' })
    expect((await activate(opened.body['code'])).body).toMatchObject({ status: 404, detail: '激活码不对、已经用过或者已经过期，请核对，或者请管理部门重新发放' })
    const session = asEnterprise(bureau, tokenOf(await logIn('accountant', ENTERPRISE_PASSWORD)))
    expect((await session('GET', '/api/portal/session')).body).toMatchObject({ name: '孙会计', enterprise: '示例车队' })
  })
  test.each([
    ['too short', 'short', '口令至少 10 个字符'],
    ['with the name in it', 'accountant2021', '口令不能包含用户名'],
    ['of one character', 'aaaaaaaaaaaa', '口令过于简单，请至少用四种不同的字符'],
  ])('a password %s is refused, and the code stays good', async (_, password, because) => {
    const { body } = await open({ login: password.startsWith('accountant') ? 'accountant2' : `q${crypto.randomUUID().slice(0, 8)}` })
    expect((await activate(body['code'], password === 'accountant2021' ? 'accountant2021' : password)).body).toMatchObject({ status: 400, detail: because })
    expect((await activate(body['code'])).status).toBe(201)
  })
  test('a code ends after seven days, and when a newer one is given', async () => {
    const first = await open()
    const id = String(accountIn(first)['id'])
    const second = await bureau.send('wang', 'POST', `/api/trucks/portal/accounts/${id}/code`)
    expect((await activate(first.body['code'])).status).toBe(404)
    bureau.clock.set(momentOf('2021-08-17', '17:00'))
    expect((await activate(second.body['code'])).status).toBe(404)
    bureau.clock.set(momentOf(ON, '16:00'))
    expect((await activate(second.body['code'])).status).toBe(201)
  })
  test('a new code takes the old password away, wherever it was used', async () => {
    const opened = await open({ login: 'forgetful' })
    await activate(opened.body['code'])
    const session = asEnterprise(bureau, tokenOf(await logIn('forgetful', ENTERPRISE_PASSWORD)))
    await bureau.send('sun', 'POST', `/api/trucks/portal/accounts/${String(accountIn(opened)['id'])}/code`)
    expect((await session('GET', '/api/portal/session')).status).toBe(401)
    expect((await logIn('forgetful', ENTERPRISE_PASSWORD)).status).toBe(401)
  })
  test('that was ended comes in no more, and is ended once', async () => {
    const opened = await open({ login: 'leaver' })
    await activate(opened.body['code'])
    const session = asEnterprise(bureau, tokenOf(await logIn('leaver', ENTERPRISE_PASSWORD)))
    const end = () => bureau.send('wang', 'POST', `/api/trucks/portal/accounts/${String(accountIn(opened)['id'])}/ending`, { reason: '离职' })
    expect((await end()).body).toMatchObject({ state: 'ended', endedBy: '王正', endedReason: '离职' })
    expect((await end()).body).toMatchObject({ status: 409, detail: '这个账号已由王正停用（离职）；需要时另开一个' })
    expect([(await session('GET', '/api/portal/session')).status, (await logIn('leaver', ENTERPRISE_PASSWORD)).status]).toEqual([401, 401])
  })
  test('of an enterprise that was struck out of the register comes in no more', async () => {
    const enterprise = await anEnterprise(bureau, '将注销运输')
    const session = asEnterprise(bureau, await aPersonOfAnEnterprise(bureau, { enterprise }))
    expect((await session('GET', '/api/portal/session')).status).toBe(200)
    await bureau.send('sun', 'POST', `/api/trucks/register/enterprise/${enterprise}/ending`, { reason: '注销', version: 1 }, { 'idempotency-key': crypto.randomUUID() })
    expect((await session('GET', '/api/portal/session')).status).toBe(401)
  })
  test('five wrong passwords close it for a quarter of an hour', async () => {
    const opened = await open({ login: 'guessed' })
    await activate(opened.body['code'])
    const statuses = []
    for (let n = 0; n < 6; n += 1) statuses.push((await logIn('guessed', 'wrong-password')).status)
    expect(statuses).toEqual([401, 401, 401, 401, 401, 429])
    expect((await logIn('guessed', ENTERPRISE_PASSWORD)).status).toBe(429)
  })
  test.each([
    ['of nobody registered', { enterprise: 'nobody' }, '没有登记这个运输企业，或者已经注销'],
    ['under a name that is taken', { login: 'fleetboss' }, '这个用户名已有人使用'],
    ['under a name that is none', { login: '钱' }, '用户名为 2 至 32 位小写字母、数字或者 . _ -，以字母开头'],
  ])('%s is not opened', async (_, more, because) => {
    expect((await open(more)).body).toMatchObject({ status: 400, detail: because })
  })
  test('an officer’s name and password open nothing here, nor the enterprise’s there', async () => {
    expect((await logIn('zhang', 'zhunsheng2021')).status).toBe(401)
    expect((await bureau.send(undefined, 'POST', '/api/session', { name: 'fleetboss', password: ENTERPRISE_PASSWORD })).status).toBe(401)
  })
})

describe('an enterprise sees its own, and nothing of anybody else', () => {
  test('vehicles with the permits that name them', async () => {
    const { body } = await own('GET', '/api/portal/register')
    expect(rowsOf({ body }, 'vehicles')).toHaveLength(fleet.day.data.trucks.length)
    expect(rowsOf({ body }, 'permits')[0]).toMatchObject({ standing: 'valid', loaded: expect.any(Number), site: expect.any(String) })
    expect((await other('GET', '/api/portal/register')).body).toEqual({ vehicles: [], permits: [], drivers: [] })
  })
  test.each(['/api/portal/alarms', '/api/portal/trips', '/api/portal/manifests'])('%s', async (path) => {
    expect(Number((await own('GET', path)).body['total'])).toBeGreaterThan(0)
    expect((await other('GET', path)).body).toMatchObject({ total: 0, rows: [] })
    // Asking for another one by name changes nothing.
    expect((await other('GET', `${path}?enterprise=${fleetId}`)).body).toMatchObject({ total: 0 })
  })
  test('its rate with the reasons, which is that of the bureau for it', async () => {
    const { body } = await own('GET', `/api/portal/compliance?${span}`)
    const official = rowsOf(await bureau.send('wang', 'GET', `/api/trucks/compliance?by=enterprise&${span}`), 'parts').find(({ key }) => key === fleetId)
    expect(body['whole']).toMatchObject({ total: official?.['total'], complied: official?.['complied'], reasons: official?.['reasons'] })
    expect((await other('GET', `/api/portal/compliance?${span}`)).body).toMatchObject({ whole: { total: 0 }, parts: [] })
  })
  test('its overview counts what its lists show', async () => {
    const [overview, alarms, manifests] = [await own('GET', '/api/portal/overview'), await own('GET', '/api/portal/alarms?waiting=yes'), await own('GET', '/api/portal/manifests?state=open')]
    expect(overview.body).toMatchObject({ vehicles: fleet.day.data.trucks.length, waiting: alarms.body['total'], openManifests: manifests.body['total'] })
  })
  test('an alarm of another enterprise is not there', async () => {
    const [alarm] = rowsOf(await own('GET', '/api/portal/alarms'))
    const path = `/api/portal/alarms/${encodeURIComponent(String(alarm?.['id']))}`
    expect((await own('GET', path)).status).toBe(200)
    expect((await other('GET', path)).body).toMatchObject({ status: 404, detail: '本企业没有这条预警' })
    expect((await other('POST', `${path}/answer`, { statement: '不是我们', measures: '无', version: 0 })).status).toBe(404)
  })
})

describe('个人信息保护法第六条 · the track of a vehicle', () => {
  const track = (asking: Asking, truck: string, from = '2021-08-10T00:00:00%2B08:00') => asking('GET', `/api/portal/track?truck=${truck}&from=${from}&until=2021-08-11T00:00:00%2B08:00&reason=${encodeURIComponent('核对预警')}`)
  test('of its own is shown, and the look stands in the bureau’s log of looks', async () => {
    const [truck] = fleet.day.data.trucks
    const answer = await track(own, fleet.idOf(truck?.id ?? ''))
    expect(rowsOf(answer, 'points').length).toBeGreaterThan(10)
    expect(rowsOf(await bureau.send('zhou', 'GET', '/api/trucks/looks'))[0]).toMatchObject({ who: '示例车队 钱老板（企业）', reason: '核对预警' })
  })
  test('of another enterprise is not', async () => {
    const [truck] = fleet.day.data.trucks
    expect((await track(other, fleet.idOf(truck?.id ?? ''))).body).toMatchObject({ status: 404, detail: '本企业没有这辆车' })
  })
  test('from before it came to the enterprise is not: another’s driver drove it', async () => {
    const buyer = await anEnterprise(bureau, '买车运输')
    const buying = asEnterprise(bureau, await aPersonOfAnEnterprise(bureau, { enterprise: buyer }))
    const plate = { plate: '渝A77777', plateColour: 'yellow', tare: 12_000, capacity: 15_000, volume: 20 }
    const sold = await bureau.send('sun', 'POST', '/api/trucks/register/vehicle', { data: { ...plate, enterprise: fleetId }, version: 0 }, { 'idempotency-key': crypto.randomUUID() })
    const { row } = sold.body
    const id = typeof row === 'object' && row !== null && 'id' in row ? String(row.id) : ''
    bureau.clock.set(momentOf(ON, '17:00'))
    await bureau.send('sun', 'POST', `/api/trucks/register/vehicle/${id}`, { data: { ...plate, enterprise: buyer }, version: 1 }, { 'idempotency-key': crypto.randomUUID() })
    expect((await track(buying, id)).body).toMatchObject({ status: 403, detail: '这辆车 2021-08-10 才登记到本企业，此前的轨迹不能查看' })
    expect((await track(buying, id, '2021-08-10T17:00:00%2B08:00')).status).toBe(200)
    expect((await track(own, id)).status).toBe(404)
    bureau.clock.set(momentOf(ON, '16:00'))
  })
})

describe('an alarm is answered by the enterprise’s person (企业答复)', () => {
  const waiting = async (): Promise<Data> => rowsOf(await own('GET', '/api/portal/alarms?waiting=yes'))[0] ?? {}
  const answer = (alarm: Data, more: Data = {}, key?: string) => own('POST', `/api/portal/alarms/${encodeURIComponent(String(alarm['id']))}/answer`, { statement: '驾驶员忘记盖篷布', measures: '停运教育一天', version: alarm['steps'], ...more }, key)
  const upload = async (content: Buffer, name = '整改.jpg') => {
    const sent = await bureau.server.http.inject({ method: 'POST', url: '/api/portal/files', ...formWith(name, content), cookies: { [PORTAL_COOKIE]: token } })
    const body: unknown = sent.json()
    return { status: sent.statusCode, body: typeof body === 'object' && body !== null ? { ...body } : {} }
  }
  const JPEG = Buffer.from('\xff\xd8\xff\xe0 a picture of the truck', 'latin1')

  test('it stands in the course of the alarm as the enterprise’s, not as an officer’s', async () => {
    const alarm = await waiting()
    const file = await upload(JPEG)
    const sha256 = 'sha256' in file.body ? String(file.body.sha256) : ''
    const key = crypto.randomUUID()
    const answered = await answer(alarm, { files: [sha256] }, key)
    expect(answered.body).toMatchObject({ state: 'handled', history: [{ title: '企业答复', own: true, who: '钱老板', files: [sha256] }] })
    const { body } = await bureau.send('wang', 'GET', `/api/trucks/alarms/${encodeURIComponent(String(alarm['id']))}`)
    expect(body).toMatchObject({ state: 'handled', may: ['handle', 'uphold', 'dismiss'], history: [{ kind: 'handle', who: '钱老板', enterprise: '示例车队', files: [sha256], text: '驾驶员忘记盖篷布\n处理措施：停运教育一天' }] })
    // The same on its way twice is one.
    expect((await answer(alarm, { files: [sha256] }, key)).body).toMatchObject({ steps: 1 })
    expect((await own('GET', `/api/portal/files/${sha256}`)).status).toBe(200)
    expect((await other('GET', `/api/portal/files/${sha256}`)).status).toBe(404)
  })
  test('its files are needed until the alarm was reviewed and handed on', async () => {
    const needed = () => bureau.database.read(async (queries) => (await answerUses(queries)).needed.length)
    const before = await needed()
    const alarm = await waiting()
    const { body } = await upload(Buffer.concat([JPEG, Buffer.from(' again')]))
    await answer(alarm, { files: ['sha256' in body ? body.sha256 : ''] })
    expect(await needed()).toBe(before + 1)
    const { status } = await bureau.send('wang', 'POST', `/api/trucks/alarms/${encodeURIComponent(String(alarm['id']))}/steps`, { step: { kind: 'dismiss', cause: 'signal', text: '传感器坏了' }, version: 1 }, { 'idempotency-key': crypto.randomUUID() })
    expect([status, await needed()]).toEqual([201, before])
  })
  test('行政处罚法第四十五条 · what it handed in goes with an alarm that is handed on, beside the evidence', async () => {
    const alarm = rowsOf(await own('GET', '/api/portal/alarms?waiting=yes&size=100')).find(({ watch }) => watch === 'open-cover') ?? {}
    const { body } = await upload(Buffer.concat([JPEG, Buffer.from(' and its cover')]))
    const sha256 = 'sha256' in body ? String(body.sha256) : ''
    expect((await answer(alarm, { files: [sha256] })).status).toBe(201)
    const take = (kind: string, version: number) => bureau.send('wang', 'POST', `/api/trucks/alarms/${encodeURIComponent(String(alarm['id']))}/steps`, { step: { kind, text: '核实属实' }, version }, { 'idempotency-key': crypto.randomUUID() })
    expect((await take('uphold', 1)).status).toBe(201)
    const raised = await take('raise', 2)
    expect(raised.status, raised.text).toBe(201)
    const history: unknown = raised.body['history']
    const event = Array.isArray(history) ? String(history.at(-1)?.event) : ''
    expect((await bureau.send('wang', 'GET', `/api/monitoring/events/${event}`)).body).toMatchObject({ row: { records: expect.arrayContaining([sha256]) } })
  })
  test('with a file that it did not hand in itself it is refused', async () => {
    expect((await answer(await waiting(), { files: ['0'.repeat(64)] })).body).toMatchObject({ status: 400, detail: '附件没有上传，或者不是本企业上传的，请重新选择' })
  })
  test.each([['a page with a script', Buffer.from('<script>alert(1)</script>')], ['an SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')], ['an archive', Buffer.from('PK\x05\x06'.padEnd(22, '\0'))]])('%s is not taken', async (_, content) => {
    expect(await upload(content)).toMatchObject({ status: 400, body: { detail: '只接收照片、录音、录像和 PDF，这个文件不是' } })
  })
  test.each([['no statement', { statement: '' }, '请填写情况说明'], ['no measures', { measures: '' }, '请填写处理措施']])('%s', async (_, more, because) => {
    expect((await answer(await waiting(), more)).body).toMatchObject({ status: 400, detail: because })
  })
  test('after the bureau has reviewed it nobody answers it any more', async () => {
    const alarm = await waiting()
    await bureau.send('wang', 'POST', `/api/trucks/alarms/${encodeURIComponent(String(alarm['id']))}/steps`, { step: { kind: 'uphold', text: '属实' }, version: alarm['steps'] }, { 'idempotency-key': crypto.randomUUID() })
    expect((await answer(alarm)).body).toMatchObject({ status: 409, detail: '这条预警已由管理部门复核（复核属实），不能再答复；有异议请联系管理部门' })
    // Who of the bureau reviewed it is its own affair.
    const { body, text } = await own('GET', `/api/portal/alarms/${encodeURIComponent(String(alarm['id']))}`)
    expect(body).toMatchObject({ mayAnswer: false, history: [{ title: '复核属实', who: '示例区城市管理局', own: false }] })
    expect(text).not.toContain('王正')
  })
  test('with a view that somebody has overtaken it is told so', async () => {
    const alarm = await waiting()
    expect((await answer(alarm, { version: 7 })).body).toMatchObject({ status: 409, detail: '这条预警刚刚有了新的处置，请刷新后再答复' })
  })
  test('it is late a day after the alarm began, and the desk sees how many are', async () => {
    expect(await waiting()).toMatchObject({ isLate: false })
    bureau.clock.set(momentOf('2021-08-12', '09:00'))
    const late = asEnterprise(bureau, tokenOf(await logIn('fleetboss', ENTERPRISE_PASSWORD)))
    const { body } = await late('GET', '/api/portal/alarms?waiting=yes')
    expect(rowsOf({ body })[0]).toMatchObject({ isLate: true })
    expect((await bureau.send('wang', 'GET', '/api/trucks/portal/accounts')).body).toMatchObject({ answerHours: 24, overdue: [{ name: '示例车队', count: body['total'] }] })
    bureau.clock.set(momentOf(ON, '16:00'))
  })
})

describe('manifests and notices', () => {
  const permitted = async () => {
    const { body } = await own('GET', '/api/portal/register')
    const [permit] = rowsOf({ body }, 'permits')
    const vehicle = rowsOf({ body }, 'vehicles').find(({ permits }) => Array.isArray(permits) && permits.includes(permit?.['number']))
    return { permit: permit?.['id'], vehicle: vehicle?.['id'], at: '2021-08-10T15:50:00+08:00', volume: 10 }
  }
  test('a manifest is opened at the gate in the name of the enterprise’s person, once for each key', async () => {
    const given = await permitted()
    const key = crypto.randomUUID()
    const [first, again] = [await own('POST', '/api/portal/manifests', given, key), await own('POST', '/api/portal/manifests', given, key)]
    expect([first.status, first.body]).toEqual([201, expect.objectContaining({ state: 'open', openedBy: '示例车队 钱老板' })])
    expect(again.body['id']).toBe(first.body['id'])
    expect((await own('POST', '/api/portal/manifests', given)).body).toMatchObject({ status: 400, detail: expect.stringContaining('还没有确认消纳或者作废') })
    expect((await other('POST', '/api/portal/manifests', given, key)).body).toMatchObject({ status: 404 })
  })
  test('nobody opens one under a permit of another', async () => {
    expect((await other('POST', '/api/portal/manifests', await permitted())).body).toMatchObject({ status: 400, detail: expect.stringContaining('本企业没有这项登记，或者已经注销') })
  })
  test('a notice to one is read by it alone, one to all by all, and who read it is known to the desk', async () => {
    const send = (body: Data, key: string = crypto.randomUUID()) => bureau.send('sun', 'POST', '/api/trucks/portal/notices', body, { 'idempotency-key': key })
    const key = crypto.randomUUID()
    for (let n = 0; n < 2; n += 1) await send({ title: '高考期间停运', text: '六月七日、八日停止运输。' }, key)
    await send({ enterprise: fleetId, title: '请补办终端', text: '三日内。' })
    expect(rowsOf(await own('GET', '/api/portal/notices')).map(({ title }) => title)).toEqual(expect.arrayContaining(['请补办终端', '高考期间停运']))
    expect(rowsOf(await other('GET', '/api/portal/notices')).map(({ title }) => title)).toEqual(['高考期间停运'])
    const mine = rowsOf(await own('GET', '/api/portal/notices')).find(({ title }) => title === '请补办终端')
    expect([(await own('POST', `/api/portal/notices/${String(mine?.['id'])}/reading`)).status, (await other('POST', `/api/portal/notices/${String(mine?.['id'])}/reading`)).status]).toEqual([204, 404])
    expect(rowsOf(await bureau.send('wang', 'GET', '/api/trucks/portal/notices')).find(({ title }) => title === '请补办终端')).toMatchObject({ to: '示例车队', readers: ['钱老板'] })
  })
})
