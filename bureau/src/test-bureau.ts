import { addDays, day, formatDay } from '@zhunsheng/law/day.ts'
import { calendarOf } from '@zhunsheng/law/calendar.ts'
import { CHONGQING } from '@zhunsheng/law/jurisdictions/chongqing.ts'
import { findProcedure } from '@zhunsheng/law/procedures.ts'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { EXAMPLE_BUREAU, type BureauFile } from './bureau-file.ts'
import { silence } from '@zhunsheng/law/scenario/silence.ts'
import { addDemoPeople, formWith } from './demo-people.ts'
import type { Relay } from './modules/relay/contract.ts'
import { manualClock, momentOf, type ManualClock } from './platform/clock.ts'
import type { Database } from './platform/database.ts'
import { passingLogKey, type LogKey } from './platform/keys.ts'
import { COOKIE } from './platform/session.ts'
import { testDatabase } from './platform/test-database.ts'
import { assemble, MIGRATIONS, type Server } from './server.ts'

/** With which the payment platform of tests signs. */
export const PLATFORM_KEY = 'an-example-key-of-thirty-two-characters'
const ORDINARY = 'penalty.ordinary'

type Body = Readonly<Record<string, unknown>>
/** What the server answered. */
export interface Answer {
  readonly status: number
  readonly body: Body
  readonly text: string
  readonly headers: Readonly<Record<string, unknown>>
}

/** A whole server in memory, with the people of the demonstration, for tests of what crosses HTTP. */
export interface TestBureau {
  readonly server: Server
  readonly database: Database
  readonly clock: ManualClock
  readonly folder: string
  readonly send: (who: string | undefined, method: 'GET' | 'POST' | 'PATCH' | 'DELETE', url: string, body?: Body | string, headers?: Readonly<Record<string, string>>) => Promise<Answer>
  /** Sends an act with the usual answers, changed where wanted; `null` takes one away. */
  readonly act: (kind: string, on: string, more?: { readonly by?: readonly string[]; readonly data?: Body; readonly caseId?: string; readonly version?: number; readonly key?: string; readonly procedure?: string }) => Promise<Answer>
  readonly close: () => Promise<void>
}

export async function testBureau(today: string, keys: readonly LogKey[] = [passingLogKey()], more: Partial<BureauFile> = {}, gatewayKey?: string, given: { readonly database?: Database; readonly relay?: Relay } = {}): Promise<TestBureau> {
  const database = given.database ?? (await testDatabase(MIGRATIONS))
  await addDemoPeople(database)
  const folder = mkdtempSync(join(tmpdir(), 'zhunsheng-bureau-'))
  const clock = manualClock(momentOf(today, '16:00'))
  const server = await assemble({ platformKey: PLATFORM_KEY, database, clock, keys, dataFolder: folder, bureau: { ...EXAMPLE_BUREAU, ...more }, accounts: [], logs: false, ...(gatewayKey === undefined ? {} : { gatewayKey }), ...(given.relay === undefined ? {} : { relay: given.relay }) })
  await withRecording(server)
  const tokens = new Map<string, string>()

  const send: TestBureau['send'] = async (who, method, url, body, headers = {}) => {
    // Where the clock was set to another hour the old session has run out.
    const session = who === undefined ? '' : `${who} ${clock.now().toISOString()}`
    if (who !== undefined && !tokens.has(session)) tokens.set(session, await server.sessions.open(who))
    const token = tokens.get(session)
    const sent = body === undefined ? {} : { payload: body, headers: { 'content-type': 'application/json', ...headers } }
    const answer = await server.http.inject({ method, url, headers, ...sent, ...(token === undefined ? {} : { cookies: { [COOKIE]: token } }) })
    return { status: answer.statusCode, text: answer.body, body: parsed(answer.body), headers: answer.headers }
  }
  const act: TestBureau['act'] = async (kind, on, { procedure = ORDINARY, by, data = {}, caseId, version, key = crypto.randomUUID() } = {}) => {
    const course = findProcedure(procedure)?.course
    if (course === undefined) throw new Error(`no procedure ${procedure}`)
    const [who = 'zhang', ...others] = by ?? course.by(kind)
    const answers = Object.fromEntries(Object.entries({ ...course.typical(kind, day(on)), ...data }).filter(([, value]) => value !== null))
    const body = { kind, on, with: others, data: answers }
    if (caseId === undefined) return send(who, 'POST', '/api/cases', { ...body, ...(procedure === ORDINARY ? {} : { procedure }) }, { 'idempotency-key': key })
    const seen = version ?? Number((await send('zhang', 'GET', `/api/cases/${caseId}`)).body['version'])
    return send(who, 'POST', `/api/cases/${caseId}/acts`, { ...body, version: seen }, { 'idempotency-key': key })
  }
  return {
    server, database, clock, folder, send, act,
    close: async () => {
      await server.http.close()
      await database.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Hands over the recording that typical answers name. */
async function withRecording({ http, sessions }: Server): Promise<void> {
  const answer = await http.inject({ method: 'POST', url: '/api/evidence', cookies: { [COOKIE]: await sessions.open('zhang') }, ...formWith('example.wav', silence()) })
  if (answer.statusCode !== 201) throw new Error(answer.body)
}

/** Takes a case along the usual acts, each on the same day. Answers its identifier. */
export async function caseUpTo(bureau: TestBureau, last: string, on: string, data: Readonly<Record<string, Body>> = {}): Promise<string> {
  const usual = ['apply', 'inspect', 'orderCorrection', 'file', 'interview', 'collect', 'verifyEvidence', 'conclude', 'notify', 'serveNotice', 'waiveStatement', 'decide', 'serveDecision', 'publish', 'pay', 'close', 'archive']
  let caseId: string | undefined
  for (const kind of usual.slice(0, usual.indexOf(last) + 1)) {
    const answer: Answer = await bureau.act(kind, on, { ...(caseId === undefined ? {} : { caseId }), data: data[kind] ?? {} })
    if (answer.status !== 201) throw new Error(`${kind}: ${answer.status} ${answer.text}`)
    caseId = String(answer.body['id'])
  }
  if (caseId === undefined) throw new Error('no act')
  return caseId
}

/** A party who can be told again from case to case. */
const PENALISED = { kind: 'organisation', name: '示例修复餐饮有限公司', creditCode: '91350100M000100Y43', representative: '王平', capacity: 'full', address: '示例街 1 号' }

/** A repair is about a penalty that was published and paid long enough before: makes one, and answers what an application says of it. */
async function publishedBefore(bureau: TestBureau, from: string, { party = PENALISED }: Body): Promise<Body> {
  const on = formatDay(calendarOf().nextWorkday(addDays(day(from), -220)))
  const isCitizen = typeof party === 'object' && party !== null && 'kind' in party && party.kind === 'citizen'
  const fine = isCitizen ? '300' : '600'
  const id = await caseUpTo(bureau, 'pay', on, { apply: { party, subject: isCitizen ? 'citizen' : 'organisation' }, notify: { fine }, decide: { fine }, pay: { amount: fine } })
  const row = (await bureau.send('zhang', 'GET', `/api/cases/${id}`)).body['row']
  const number = typeof row === 'object' && row !== null && 'number' in row ? row.number : ''
  return { related: number, party, decidedOn: on, publishedOn: on, weight: isCitizen ? 'usual' : 'light' }
}

/** Takes a case of any procedure along its usual course, from a day on. Answers its identifier. */
export async function courseUpTo(bureau: TestBureau, procedure: string, last: string, from: string, data: Readonly<Record<string, Body>> = {}): Promise<string> {
  const steps = findProcedure(procedure)?.course.steps({ upTo: last, from }, { calendar: calendarOf(), local: CHONGQING }, []) ?? []
  const about = procedure === 'publicity.repair' ? await publishedBefore(bureau, from, data['register'] ?? {}) : {}
  let caseId: string | undefined
  for (const { act, on } of steps) {
    const answer: Answer = await bureau.act(act, on, { procedure, ...(caseId === undefined ? {} : { caseId }), data: act === 'register' ? { ...about, ...data[act] } : (data[act] ?? {}) })
    if (answer.status !== 201) throw new Error(`${act}: ${answer.status} ${answer.text}`)
    caseId = String(answer.body['id'])
  }
  if (caseId === undefined) throw new Error(`${procedure} has no usual course up to ${last}`)
  return caseId
}

function parsed(text: string): Body {
  try {
    const body: unknown = JSON.parse(text)
    return typeof body === 'object' && body !== null ? { ...body } : {}
  } catch {
    return {}
  }
}
