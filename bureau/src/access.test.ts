import { POSTS } from '@zhunsheng/law/person.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { PORTAL_COOKIE } from './modules/portal/caller.ts'
import { COOKIE } from './platform/session.ts'
import { aPersonOfAnEnterprise } from './test-enterprise.ts'
import { OFFICE, ROUTES } from './test-access.ts'
import { caseUpTo, testBureau, type TestBureau } from './test-bureau.ts'

const ON = '2021-08-10'
let bureau: TestBureau
/** A case, and the token of somebody of a haulage enterprise. */
let [caseId, enterprise] = ['', '']
beforeAll(async () => {
  bureau = await testBureau(ON)
  caseId = await caseUpTo(bureau, 'file', ON)
  enterprise = await aPersonOfAnEnterprise(bureau)
})
afterAll(() => bureau.close())

const METHODS = ['POST', 'PATCH', 'DELETE'] as const
const urlOf = (route: string) => route.replace(':terminal', '13900000000').replace(':kind', 'vehicle').replace(':code', 'penalty.ordinary').replace('/cases/:id', `/cases/${caseId}`).replace(':seq', '2').replace(':file', 'inspection.html').replace(':sha256', '0'.repeat(64)).replace('print.:format', 'print.html').replace(':format', 'csv').replace(':day', '2021-08-10').replace(':key', 'cases.filed').replace(':number', encodeURIComponent('示例府发〔2021〕18号')).replace(':index', '0').replace(':id', 'street.front')
const tried = (who: string | undefined, route: string, headers: Readonly<Record<string, string>> = {}) => {
  const [method = 'GET', path = ''] = route.split(' ')
  const url = `${urlOf(path)}${path.startsWith('/api/figures') ? '?year=2021' : path.startsWith('/api/monitoring/forms') ? '?of=device' : path.endsWith('/track') || path.endsWith('/trucks/drivers') ? '?truck=nobody&from=2021-08-10T00:00:00Z&until=2021-08-10T01:00:00Z&reason=because' : path.includes('/compliance') ? '?from=2021-08-01&until=2021-08-31&month=2021-08' : path.startsWith('/api/intake/answers') ? '?source=city' : path.startsWith('/api/credit') || path.endsWith('/days') ? '?from=2021-01-01&to=2021-12-31' : ''}`
  const sent = METHODS.find((one) => one === method) ?? 'GET'
  return bureau.send(who, sent, url, sent === 'POST' ? {} : undefined, headers)
}

describe('who may ask for what (岗位权限)', () => {
  test('every route of the server is on the list', () => {
    const published: unknown = bureau.server.http.swagger()
    const paths = typeof published === 'object' && published !== null && 'paths' in published && typeof published.paths === 'object' && published.paths !== null ? published.paths : {}
    const routes = Object.entries(paths).flatMap(([path, methods]: [string, unknown]) => Object.keys(typeof methods === 'object' && methods !== null ? methods : {}).map((method) => `${method.toUpperCase()} ${path.replace(/\{(\w+)\}/g, ':$1')}`))
    expect(routes.filter((route) => !(route in ROUTES))).toEqual([])
    expect(Object.keys(ROUTES).filter((route) => !routes.includes(route))).toEqual([])
  })
  test.each(Object.entries(ROUTES))('%s: a stranger', async (route, allowed) => {
    const { status, body } = await tried(undefined, route)
    if (allowed === 'public') expect(status).not.toBe(401)
    else expect({ status, type: body['type'] }).toEqual({ status: status === 400 ? 400 : 401, type: status === 400 ? '/problems/malformed' : '/problems/not-logged-in' })
  })
  test.each(Object.entries(ROUTES).filter(([, allowed]) => allowed === 'machine'))('%s: a person’s session opens no machine’s door', async (route) => {
    for (const who of OFFICE) expect([400, 401]).toContain((await tried(who, route)).status)
  })
  test.each(Object.entries(ROUTES).filter(([, allowed]) => typeof allowed !== 'string'))('%s: each post', async (route, allowed) => {
    for (const who of OFFICE) {
      const { status } = await tried(who, route)
      expect(`${who} ${status === 403 ? 'no' : 'yes'}`).toBe(`${who} ${allowed.includes(who) ? 'yes' : status === 400 ? 'yes' : 'no'}`)
    }
  })
  test.each(Object.entries(ROUTES).filter(([, allowed]) => allowed === 'enterprise'))('%s: nobody of the bureau', async (route) => {
    for (const who of OFFICE) expect([400, 401]).toContain((await tried(who, route)).status)
  })
  // Under its own cookie, and put into the officers' by hand.
  test.each(Object.entries(ROUTES).filter(([, allowed]) => allowed !== 'public'))('%s: somebody of a haulage enterprise', async (route, allowed) => {
    const own = await tried(undefined, route, { cookie: `${PORTAL_COOKIE}=${enterprise}` })
    const disguised = await tried(undefined, route, { cookie: `${COOKIE}=${enterprise}` })
    expect([400, 401]).toContain(disguised.status)
    if (allowed === 'enterprise') expect([401, 403]).not.toContain(own.status)
    else expect([400, 401]).toContain(own.status)
  })
  test.each([
    ['file', 'zhang'],
    ['decide', 'zhou'],
    ['review', 'zhao'],
    ['holdHearing', 'zhang'],
    ['interview', 'sun'],
    ['pay', 'wu'],
  ])('the act %s is refused to %s by the law, not by the screen', async (kind, who) => {
    const { status, body } = await bureau.act(kind, ON, { caseId, by: [who] })
    expect(status).toBe(409)
    expect(JSON.stringify(body['refusals'])).toContain('wrong-post')
  })
  test('every post has a name that people know', () => {
    expect(Object.values(POSTS).every((name) => /^[\u4e00-\u9fff]+$/.test(name))).toBe(true)
  })
})
