import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addPerson } from './modules/officers/store.ts'
import { passwordFault } from './platform/password.ts'
import { testBureau, type TestBureau } from './test-bureau.ts'

const ON = '2021-08-10'
const NEW = { login: 'heyang', name: '何阳', department: '一中队', posts: ['officer'], certificate: { number: '示例2001', from: '2021-01-01', until: '2025-12-31' }, password: '渝州雨后初晴一二三四' }
let bureau: TestBureau
beforeAll(async () => {
  bureau = await testBureau(ON)
  await bureau.database.work((tx) => addPerson(tx, { id: 'admin', login: 'admin', name: '管理员', department: '信息化', posts: ['administrator'], legalQualification: false, reviewedBefore: false, passwordHash: 'none' }))
})
afterAll(() => bureau.close())
const logIn = (name: string, password: string) => bureau.send(undefined, 'POST', '/api/session', { name, password })

describe('people and log-in (人员与登录)', () => {
  test('the administrator adds an officer, who logs in and acts', async () => {
    const added = await bureau.send('admin', 'POST', '/api/people', NEW)
    expect(added.status).toBe(201)
    expect((await logIn('heyang', NEW.password)).status).toBe(200)
    const recorded = await bureau.act('apply', ON, { by: [String(added.body['id']), 'li'] })
    expect(recorded.status).toBe(201)
  })
  test.each([
    ['the same name twice', NEW, '已有人使用'],
    ['a short password', { ...NEW, login: 'x1', password: '短' }, '至少 10 个字符'],
    ['the name in the password', { ...NEW, login: 'wangwu', password: 'wangwu-20211' }, '不能包含用户名'],
    ['one character only', { ...NEW, login: 'x2', password: 'aaaaaaaaaaaa' }, '过于简单'],
    ['no post', { ...NEW, login: 'x3', posts: [] }, '至少选择一个岗位'],
    ['an unknown post', { ...NEW, login: 'x4', posts: ['king'] }, '岗位'],
    ['a certificate that ends before it begins', { ...NEW, login: 'x5', certificate: { number: '1', from: '2021-02-01', until: '2021-01-01' } }, '早于'],
    ['a login with spaces', { ...NEW, login: 'a b' }, '用户名'],
  ])('%s is refused', async (_, body, said) => {
    const { status, text } = await bureau.send('admin', 'POST', '/api/people', body)
    expect(status).toBe(400)
    expect(text).toContain(said)
  })
  test('a renewed certificate counts from its day, the old one for the days before', async () => {
    const { body } = await bureau.send('admin', 'POST', '/api/people', { ...NEW, login: 'renewed', certificate: { number: '示例2002', from: '2015-01-01', until: '2021-08-09' } })
    const id = String(body['id'])
    expect((await bureau.act('apply', ON, { by: [id, 'li'] })).status).toBe(201)
    expect((await bureau.send('admin', 'POST', `/api/people/${id}/certificates`, { number: '示例2003', from: ON, until: '2026-08-09' })).status).toBe(201)
    expect((await bureau.send('admin', 'POST', `/api/people/${id}/certificates`, { number: '示例2004', from: ON, until: '2026-08-09' })).text).toContain('已有从这一天起的执法证')
    const people = await bureau.send('admin', 'GET', '/api/people')
    expect(people.text).toContain('示例2003')
  })
  test('a reset password ends the sessions of its owner', async () => {
    const { body } = await bureau.send('admin', 'POST', '/api/people', { ...NEW, login: 'forgot' })
    const id = String(body['id'])
    expect((await bureau.send(id, 'GET', '/api/session')).status).toBe(200)
    expect((await bureau.send('admin', 'POST', `/api/people/${id}/password`, { password: '另一句新的口令一二三' })).status).toBe(204)
    expect((await bureau.send(id, 'GET', '/api/session')).status).toBe(401)
    expect((await logIn('forgot', NEW.password)).status).toBe(401)
    expect((await logIn('forgot', '另一句新的口令一二三')).status).toBe(200)
  })
  test('one changes one’s own password with the old one', async () => {
    const { body } = await bureau.send('admin', 'POST', '/api/people', { ...NEW, login: 'changer' })
    const id = String(body['id'])
    expect((await bureau.send(id, 'POST', '/api/session/password', { old: '猜的', password: '第三句新的口令一二三' })).text).toContain('原口令不对')
    expect((await bureau.send(id, 'POST', '/api/session/password', { old: NEW.password, password: '第三句新的口令一二三' })).status).toBe(204)
    expect((await logIn('changer', '第三句新的口令一二三')).status).toBe(200)
  })
  test('five wrong passwords close the account for a while, the right one included', async () => {
    await bureau.send('admin', 'POST', '/api/people', { ...NEW, login: 'guessed' })
    for (let time = 0; time < 5; time += 1) expect((await logIn('guessed', 'wrong')).status).toBe(401)
    const { status, body } = await logIn('guessed', NEW.password)
    expect({ status, type: body['type'] }).toEqual({ status: 429, type: '/problems/locked-out' })
    bureau.clock.set(new Date(bureau.clock.now().getTime() + 16 * 60_000))
    expect((await logIn('guessed', NEW.password)).status).toBe(200)
  })
  test('the session cookie cannot be read by scripts or sent by other sites', async () => {
    const { headers } = await logIn('heyang', NEW.password)
    expect(String(headers['set-cookie'])).toMatch(/HttpOnly/)
    expect(String(headers['set-cookie'])).toMatch(/SameSite=Lax/)
  })
  test('a password of spaces and signs of any language is a password', () => {
    expect(passwordFault('马 过 江 河 急 流 去', 'x')).toBeUndefined()
  })
})

describe('行政处罚法第五十五条 · an officer shows a card that anybody can check', () => {
  test('whoever scans it sees name, department and whether it holds today; nothing else of the person', async () => {
    const { text } = await bureau.send('zhang', 'GET', '/api/people')
    const people: readonly { readonly id: string; readonly certificate?: { readonly number: string } }[] = JSON.parse(text)
    const number = people.find(({ id }) => id === 'zhang')?.certificate?.number ?? ''
    const seen = await bureau.send(undefined, 'GET', `/api/public/officers/${encodeURIComponent(number)}`)
    expect(seen.body).toMatchObject({ name: '张平', number, valid: true })
    expect(Object.keys(seen.body).sort()).toEqual(['bureau', 'department', 'from', 'name', 'number', 'today', 'until', 'valid'])
    const card = await bureau.send('zhang', 'GET', '/api/people/zhang/card.svg')
    expect(card.headers['content-type']).toContain('image/svg+xml')
    expect(card.text).toContain('<svg')
  })
  test('a number that nobody has, a person without a certificate', async () => {
    expect((await bureau.send(undefined, 'GET', '/api/public/officers/0')).status).toBe(404)
    expect((await bureau.send('zhang', 'GET', '/api/people/admin/card.svg')).status).toBe(404)
  })
})
