import { POSTS } from '@zhunsheng/law/person.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { PORTAL_COOKIE } from './modules/portal/caller.ts'
import { COOKIE } from './platform/session.ts'
import { aPersonOfAnEnterprise } from './test-enterprise.ts'
import { caseUpTo, testBureau, type TestBureau } from './test-bureau.ts'

const ON = '2021-08-10'
const OFFICE = ['zhang', 'wang', 'zhou', 'wu', 'zhao', 'sun']
const TRACKERS = ['zhang', 'wang', 'zhou', 'zhao']
const TRUCKS = ['zhang', 'wang', 'zhou', 'zhao', 'sun']
/** Who may ask for what: every route of the server stands here, or the test says which one does not. Everything else is denied. */
const ROUTES: Readonly<Record<string, 'public' | 'logged-in' | 'machine' | 'enterprise' | readonly string[]>> = {
  'POST /api/session': 'public',
  'GET /api/session': 'logged-in',
  'DELETE /api/session': 'public',
  'GET /api/people': 'logged-in',
  'GET /api/people/:id/card.svg': 'logged-in',
  'GET /api/public/officers/:number': 'public',
  'POST /api/people': ['admin'],
  'POST /api/people/:id/certificates': ['admin'],
  'POST /api/people/:id/password': ['admin'],
  'POST /api/session/password': 'logged-in',
  'GET /api/matters': 'public',
  'GET /api/public/benchmarks': 'public',
  'GET /api/public/benchmarks/:matter': 'public',
  'GET /api/public/benchmarks/:matter/file.:format': 'public',
  'GET /api/public/benchmarks/:matter/template': 'public',
  'POST /api/public/benchmarks/check': 'public',
  'POST /api/public/benchmarks/:matter/apply': 'public',
  'GET /api/public/benchmark-tables': 'public',
  'POST /api/benchmarks': ['zhou', 'zhao'],
  'POST /api/benchmarks/workbook': ['zhou', 'zhao'],
  'POST /api/discretion/replay': ['zhou', 'zhao'],
  'POST /api/discretion/replay.csv': ['zhou', 'zhao'],
  'POST /api/consistency/like': ['zhang', 'wang', 'zhou', 'zhao'],
  'GET /api/consistency/scans': ['zhou', 'zhao'],
  'POST /api/consistency/scans': ['zhou', 'zhao'],
  'GET /api/consistency/scans/:id': ['zhou', 'zhao'],
  'GET /api/consistency/scans/:id/findings.csv': ['zhou', 'zhao'],
  'POST /api/consistency/scans/:id/again': ['zhou', 'zhao'],
  'GET /api/consistency/scans/:id/findings/:finding': ['zhou', 'zhao'],
  'POST /api/consistency/scans/:id/findings/:finding/explanations': ['zhou', 'zhao'],
  'GET /api/public/haulage': 'public',
  'GET /api/trucks/register/:kind': OFFICE,
  'GET /api/trucks/register/:kind/:id': OFFICE,
  'POST /api/trucks/register/:kind': ['wang', 'sun'],
  'POST /api/trucks/register/:kind/:id': ['wang', 'sun'],
  'POST /api/trucks/register/:kind/:id/ending': ['wang', 'sun'],
  'GET /api/trucks/register/:kind/export.csv': OFFICE,
  'GET /api/trucks/register/:kind/template.csv': ['wang', 'sun'],
  'POST /api/trucks/register/:kind/preview': ['wang', 'sun'],
  'POST /api/trucks/register/:kind/import': ['wang', 'sun'],
  'GET /api/trucks/manifests': OFFICE,
  'GET /api/trucks/manifests.csv': OFFICE,
  'POST /api/trucks/manifests': ['zhang', 'wang', 'sun'],
  'POST /api/trucks/manifests/:id/entries': ['zhang', 'wang', 'sun'],
  'GET /api/trucks/live': TRUCKS,
  'GET /api/trucks/track': ['zhang', 'wang', 'zhou', 'zhao'],
  'GET /api/trucks/settings': TRUCKS,
  'GET /api/trucks/drivers': TRACKERS,
  'GET /api/trucks/driver-hints': TRUCKS,
  'GET /api/trucks/safety-hints': TRUCKS,
  'GET /api/trucks/looks': ['zhou', 'zhao'],
  'GET /api/trucks/alarms': TRUCKS,
  'GET /api/trucks/alarms.csv': TRUCKS,
  'GET /api/trucks/alarms/:id': TRUCKS,
  'GET /api/trucks/alarms/:id/beside': TRUCKS,
  'POST /api/trucks/alarms/:id/steps': TRUCKS,
  'GET /api/trucks/trips': TRUCKS,
  'GET /api/trucks/trips.csv': TRUCKS,
  'GET /api/trucks/compliance': TRUCKS,
  'GET /api/trucks/compliance.csv': TRUCKS,
  'GET /api/trucks/compliance-reasons.csv': TRUCKS,
  'GET /api/trucks/compliance-report.pdf': TRUCKS,
  'POST /api/public/tipoffs': 'public',
  'GET /api/public/tipoffs/:receipt': 'public',
  'GET /api/tipoffs': TRUCKS,
  'GET /api/tipoffs/:id': TRUCKS,
  'GET /api/tipoffs/:id/photos/:index': TRUCKS,
  'POST /api/tipoffs/:id/reporter': ['zhang', 'wang', 'sun'],
  'POST /api/tipoffs/:id/answer': ['zhang', 'wang', 'sun'],
  'POST /api/portal/session': 'public',
  'GET /api/portal/session': 'enterprise',
  'DELETE /api/portal/session': 'public',
  'POST /api/portal/activation': 'public',
  'POST /api/portal/session/password': 'enterprise',
  'GET /api/portal/overview': 'enterprise',
  'GET /api/portal/compliance': 'enterprise',
  'GET /api/portal/trips': 'enterprise',
  'GET /api/portal/track': 'enterprise',
  'GET /api/portal/notices': 'enterprise',
  'POST /api/portal/notices/:id/reading': 'enterprise',
  'GET /api/portal/alarms': 'enterprise',
  'GET /api/portal/alarms/:id': 'enterprise',
  'POST /api/portal/alarms/:id/answer': 'enterprise',
  'POST /api/portal/files': 'enterprise',
  'GET /api/portal/files/:sha256': 'enterprise',
  'GET /api/portal/register': 'enterprise',
  'GET /api/portal/manifests': 'enterprise',
  'POST /api/portal/manifests': 'enterprise',
  'GET /api/trucks/portal/accounts': TRUCKS,
  'POST /api/trucks/portal/accounts': ['wang', 'sun'],
  'POST /api/trucks/portal/accounts/:id/code': ['wang', 'sun'],
  'POST /api/trucks/portal/accounts/:id/ending': ['wang', 'sun'],
  'GET /api/trucks/portal/notices': TRUCKS,
  'POST /api/trucks/portal/notices': ['wang', 'sun'],
  'GET /api/trucks/alarms/:id/pictures': TRACKERS,
  'GET /api/trucks/pictures': TRACKERS,
  'GET /api/trucks/pictures/:id/file': TRACKERS,
  'GET /api/trucks/terminals': TRUCKS,
  'GET /api/trucks/terminals/held': TRUCKS,
  'GET /api/trucks/terminals/:terminal/orders': TRUCKS,
  'POST /api/trucks/terminals/:terminal/orders': ['zhang', 'wang'],
  'POST /api/trucks/terminals/:terminal/release': ['wang', 'sun'],
  'GET /api/public/devolutions': 'public',
  'GET /api/devolutions/:number/guidance': OFFICE,
  'POST /api/devolutions/:number/guidance': ['wang', 'zhou', 'zhao'],
  'GET /api/procedures': 'public',
  'GET /api/procedures/:code': 'public',
  'GET /api/workbench': OFFICE,
  'GET /api/cases': OFFICE,
  'GET /api/cases.xlsx': ['zhang', 'wang', 'zhou', 'zhao'],
  'GET /api/cases/:id': OFFICE,
  'GET /api/cases/:id/acts': OFFICE,
  'POST /api/cases': 'logged-in',
  'POST /api/cases/:id/acts': 'logged-in',
  'POST /api/cases/:id/rulings': 'logged-in',
  'POST /api/rulings': 'logged-in',
  'GET /api/cases/:id/bundle': ['zhang', 'wang', 'zhou', 'zhao'],
  'GET /api/cases/:id/volume.pdf': ['zhang', 'wang', 'zhou', 'zhao'],
  'GET /api/cases/:id/handover': ['zhang', 'wang', 'zhou', 'zhao'],
  'GET /api/cases/:id/acts/:seq/proof': OFFICE,
  'GET /api/cases/:id/acts/:seq/signatures': OFFICE,
  'POST /api/cases/:id/acts/:seq/signatures': ['zhang', 'wang', 'zhou', 'wu', 'zhao'],
  'GET /api/cases/:id/papers/:seq/:file': OFFICE,
  'GET /api/leads': OFFICE,
  'POST /api/leads': ['zhang', 'wang', 'zhao', 'sun'],
  'POST /api/leads/:id/dismissal': ['wang', 'zhao'],
  'POST /api/evidence': ['zhang', 'wang', 'zhou', 'wu'],
  'GET /api/evidence/:sha256': OFFICE,
  'GET /api/evidence/:sha256/item': OFFICE,
  'GET /api/evidence/:sha256/thumbnail': OFFICE,
  'GET /api/evidence/:sha256/watermarked': OFFICE,
  'GET /api/cases/:id/custody': OFFICE,
  'GET /api/cases/:id/custody.pdf': OFFICE,
  'POST /api/cases/:id/custody/handovers': ['zhang', 'wang', 'sun'],
  'POST /api/cases/:id/custody/receipts': OFFICE,
  'GET /api/keeping': OFFICE,
  'GET /api/keeping.csv': OFFICE,
  'GET /api/keeping/appraisals': OFFICE,
  'POST /api/keeping/appraisals': ['wang', 'zhou', 'sun'],
  'POST /api/keeping/appraisals/:id/decision': ['zhao'],
  'GET /api/keeping/appraisals/:id/list.pdf': OFFICE,
  'GET /api/keeping/holds': OFFICE,
  'POST /api/keeping/holds': ['wang', 'zhou', 'zhao'],
  'POST /api/keeping/holds/:id/end': ['wang', 'zhou', 'zhao'],
  'GET /api/keeping/checks': OFFICE,
  'POST /api/keeping/checks': ['zhou', 'zhao'],
  'POST /api/intake/preview': ['wang', 'sun'],
  'POST /api/intake/import': ['wang', 'sun'],
  'GET /api/intake/orders': ['zhang', 'wang', 'zhou', 'zhao', 'sun'],
  'POST /api/intake/orders/:id/entries': ['zhang', 'wang', 'sun'],
  'GET /api/intake/answers.csv': ['zhang', 'wang', 'sun'],
  'GET /api/credit': ['zhou', 'zhao', 'sun'],
  'GET /api/credit/penalties.:format': ['zhou', 'zhao', 'sun'],
  'POST /api/uploads': ['zhang', 'wang', 'zhou', 'wu'],
  'PATCH /api/uploads/:id': ['zhang', 'wang', 'zhou', 'wu'],
  'DELETE /api/uploads/:id': ['zhang', 'wang', 'zhou', 'wu'],
  'GET /api/messages': OFFICE,
  'GET /api/cases/:id/messages': OFFICE,
  'POST /api/messages/:id/resending': ['zhang', 'wang', 'sun'],
  'GET /api/payments/slips': ['zhang', 'wang', 'zhou', 'zhao', 'sun'],
  'GET /api/payments/slips.:format': ['zhang', 'wang', 'zhou', 'zhao', 'sun'],
  'GET /api/cases/:id/slips': ['zhang', 'wang', 'zhou', 'zhao', 'sun'],
  'POST /api/payments/slips': ['zhang', 'wang', 'sun'],
  'POST /api/payments/slips/:id/voiding': ['wang', 'sun'],
  'GET /api/payments/slips/:id/print.:format': ['zhang', 'wang', 'zhou', 'zhao', 'sun'],
  'POST /api/payments/files/preview': ['wang', 'sun'],
  'POST /api/payments/files': ['wang', 'sun'],
  'GET /api/payments/days': ['zhang', 'wang', 'zhou', 'zhao', 'sun'],
  'GET /api/payments/days/:day': ['zhang', 'wang', 'zhou', 'zhao', 'sun'],
  'GET /api/payments/days/:day/table.xlsx': ['zhang', 'wang', 'zhou', 'zhao', 'sun'],
  'GET /api/payments/days/:day/print.pdf': ['zhang', 'wang', 'zhou', 'zhao', 'sun'],
  'POST /api/payments/days/:day/closing': ['wang', 'zhao', 'sun'],
  'GET /api/payments/items': ['zhang', 'wang', 'zhou', 'zhao', 'sun'],
  'POST /api/payments/items': ['wang', 'sun'],
  'GET /api/public/slips/:code': 'public',
  'GET /api/public/slips/:code/print.pdf': 'public',
  'POST /api/public/payments/notices': 'public',
  'GET /api/figures': 'logged-in',
  'GET /api/figures/:key/cases': 'logged-in',
  'GET /api/figures/:key/rows': 'logged-in',
  'GET /api/lists': 'public',
  'GET /api/monitoring/forms': OFFICE,
  'GET /api/monitoring/desk': OFFICE,
  'GET /api/monitoring/devices': OFFICE,
  'GET /api/monitoring/devices/:id': OFFICE,
  'POST /api/monitoring/devices': ['wang', 'zhao'],
  'POST /api/monitoring/devices/:id/entries': 'logged-in',
  'GET /api/monitoring/events': OFFICE,
  'GET /api/monitoring/events.csv': OFFICE,
  'GET /api/monitoring/events/:id': OFFICE,
  'POST /api/monitoring/events': 'machine',
  'POST /api/monitoring/files': 'machine',
  'POST /api/monitoring/events/:id/entries': 'logged-in',
  'GET /api/monitoring/sources': [...OFFICE, 'admin'],
  'POST /api/monitoring/sources': ['admin'],
  'POST /api/monitoring/sources/:id/key': ['admin'],
  'POST /api/monitoring/sources/:id/closure': ['admin'],
  'POST /api/monitoring/import/preview': ['wang', 'sun'],
  'POST /api/monitoring/import': ['wang', 'sun'],
  'GET /api/public/monitoring/devices': 'public',
  'POST /api/public/monitoring/lookup': 'public',
  'GET /api/public/monitoring/files/:number/:ticket/:sha256': 'public',
  'POST /api/public/monitoring/answers': 'public',
  'GET /api/public/bureau': 'public',
  'GET /api/public/decisions': 'public',
  'GET /api/public/decisions/:id': 'public',
  'GET /api/public/decisions/:id/proof': 'public',
  'GET /api/public/feed.json': 'public',
  'GET /api/public/feed.csv': 'public',
  'GET /api/public/feed.atom': 'public',
  'GET /api/public/feed.schema.json': 'public',
  'GET /api/public/catalogue': 'public',
  'GET /api/public/catalogue.:format': 'public',
  'GET /api/public/procedures/:code/chart': 'public',
  'GET /api/publicity/lacks': ['wang', 'zhou', 'zhao', 'sun'],
  'POST /api/public/repairs': 'public',
  'GET /api/public/repairs/:receipt': 'public',
  'GET /api/repairs': ['zhang', 'wang', 'zhou', 'zhao', 'sun'],
  'POST /api/repairs/:receipt/case': ['zhang', 'wang', 'zhou', 'sun'],
  'POST /api/repairs/:receipt/dismissal': ['zhang', 'wang', 'zhou', 'sun'],
  'GET /api/public/checkpoint': 'public',
  'GET /api/public/log-keys': 'public',
  'GET /log/checkpoint': 'public',
  'GET /log/tile/{*}': 'public',
}

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
