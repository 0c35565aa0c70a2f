import type { Door } from '@zhunsheng/demo/door.ts'
import { formatDay } from '@zhunsheng/law/day.ts'
import { POSTS } from '@zhunsheng/law/person.ts'
import { CAST } from '@zhunsheng/law/scenario/cast.ts'
import { addPerson } from './modules/officers/store.ts'
import { signNotice } from './modules/payments/notice.ts'
import { Notice } from './modules/payments/wire.ts'
import { momentOf, type ManualClock } from './platform/clock.ts'
import type { Database } from './platform/database.ts'
import { hashPassword } from './platform/password.ts'
import { COOKIE } from './platform/session.ts'
import type { Server } from './server.ts'

/** The password of every demo account; the log-in page says it. */
export const DEMO_PASSWORD = 'zhunsheng2021'
export const DEMO_ACCOUNTS = Object.values(CAST).map(({ id, name, posts }) => ({ login: id, name, post: posts.map((post) => POSTS[post]).join('、') }))

/** The people of the demonstration (演示人员), with certificates and posts. */
export async function addDemoPeople(database: Database): Promise<void> {
  const passwordHash = await hashPassword(DEMO_PASSWORD)
  await database.work(async (tx) => {
    for (const { id, name, posts, legalQualification, reviewedBefore, certificate } of Object.values(CAST))
      await addPerson(tx, {
        id, login: id, name, department: '综合行政执法支队', posts, legalQualification, reviewedBefore, passwordHash,
        ...(certificate === undefined ? {} : { certificate: { number: certificate.number, from: formatDay(certificate.from), until: formatDay(certificate.until) } }),
      })
  })
}

/** A session is opened anew before it would run out. */
const SESSION_MS = 3_600_000

/** The server's own door for filling the year: requests pass through it as from the network, each in the session of its person. */
export function doorFor({ http, sessions }: Pick<Server, 'http' | 'sessions'>, clock: ManualClock, platformKey: string): Door {
  const open = new Map<string, { readonly token: string; readonly since: number }>()
  async function tokenOf(who: string): Promise<string> {
    const known = open.get(who)
    const now = clock.now().getTime()
    if (known !== undefined && now - known.since < SESSION_MS) return known.token
    const made = { token: await sessions.open(who), since: now }
    open.set(who, made)
    return made.token
  }
  async function send(who: string, url: string, options: { readonly method: 'GET' } | { readonly method: 'POST'; readonly payload: Readonly<Record<string, unknown>>; readonly headers: Readonly<Record<string, string>> }) {
    const answer = await http.inject({ url, ...options, cookies: { [COOKIE]: await tokenOf(who) } })
    if (answer.statusCode >= 300) throw new Error(`${options.method} ${url}: ${answer.statusCode} ${answer.body}`)
    const body: unknown = answer.json()
    return typeof body === 'object' && body !== null ? { ...body } : {}
  }
  return {
    post: (who, path, payload, key) => send(who, path, { method: 'POST', payload, headers: { 'idempotency-key': key.padEnd(8, '-') } }),
    get: (who, path) => send(who, path, { method: 'GET' }),
    notify: async (notice) => {
      const time = clock.now().toISOString()
      const answer = await http.inject({ method: 'POST', url: '/api/public/payments/notices', payload: notice, headers: { 'x-payment-time': time, 'x-payment-signature': signNotice(platformKey, time, Notice.parse(notice)) } })
      if (answer.statusCode !== 200 || answer.json().booked !== true) throw new Error(`the notice ${notice['serial'] ?? ''} was not booked: ${answer.body}`)
    },
    setClock: (on, at) => clock.set(momentOf(on, at)),
  }
}
