import type { Door } from '@zhunsheng/demo/door.ts'
import { formatDay } from '@zhunsheng/law/day.ts'
import { POSTS, type Person } from '@zhunsheng/law/person.ts'
import { CAST, TOWN_CAST } from '@zhunsheng/law/scenario/cast.ts'
import type { InjectOptions } from 'fastify'
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
/** Who looks after the system: no part of any procedure, and so of no scenario. */
const KEEPER: Person = { id: 'ma', name: '马维', posts: ['administrator'], legalQualification: false, reviewedBefore: false }
const BUREAU = '综合行政执法支队'
const TOWN = '华岩镇综合行政执法办公室'
const PEOPLE: readonly (Person & { readonly department: string })[] = [
  ...Object.values(CAST).map((one) => ({ ...one, department: BUREAU })),
  ...Object.values(TOWN_CAST).map((one) => ({ ...one, department: TOWN })),
  { ...KEEPER, department: '信息化' },
]
export const DEMO_ACCOUNTS = PEOPLE.map(({ id, name, department, posts }) => ({ login: id, name, post: `${department === TOWN ? '华岩镇 ' : ''}${posts.map((post) => POSTS[post]).join('、')}` }))

/** The people of the demonstration (演示人员), with certificates and posts. */
export async function addDemoPeople(database: Database): Promise<void> {
  const passwordHash = await hashPassword(DEMO_PASSWORD)
  await database.work(async (tx) => {
    for (const { id, name, department, posts, legalQualification, reviewedBefore, certificate } of PEOPLE)
      await addPerson(tx, {
        id, login: id, name, department, posts, legalQualification, reviewedBefore, passwordHash,
        ...(certificate === undefined ? {} : { certificate: { number: certificate.number, from: formatDay(certificate.from), until: formatDay(certificate.until) } }),
      })
  })
}

/** A session is opened anew before it would run out, unused or by its age. */
const UNUSED_MS = 110 * 60_000
const AGE_MS = 11 * 3_600_000

/** The server's own door for filling the year: requests pass through it as from the network, each in the session of its person. */
export function doorFor({ http, sessions, sink, trackTurn }: Pick<Server, 'http' | 'sessions' | 'sink' | 'trackTurn'>, clock: ManualClock, platformKey: string): Door {
  const open = new Map<string, { readonly token: string; readonly since: number; readonly used: number }>()
  async function tokenOf(who: string): Promise<string> {
    const known = open.get(who)
    const now = clock.now().getTime()
    const kept = known !== undefined && now - known.used < UNUSED_MS && now - known.since < AGE_MS ? known : { token: await sessions.open(who), since: now }
    open.set(who, { ...kept, used: now })
    return kept.token
  }
  async function send(url: string, options: Omit<InjectOptions, 'url'>): Promise<Readonly<Record<string, unknown>>> {
    const answer = await http.inject({ url, ...options })
    if (answer.statusCode >= 300) throw new Error(`${url}: ${answer.statusCode} ${answer.body}`)
    const body: unknown = answer.json()
    return typeof body === 'object' && body !== null ? { ...body } : {}
  }
  const by = async (who: string) => ({ [COOKIE]: await tokenOf(who) })
  return {
    upload: async (who, name, content) => void (await send('/api/evidence', { method: 'POST', ...formWith(name, content), cookies: await by(who) })),
    post: async (who, path, payload, key) => send(path, { method: 'POST', payload, headers: { 'idempotency-key': key.padEnd(8, '-') }, cookies: await by(who) }),
    get: async (who, path) => send(path, { method: 'GET', cookies: await by(who) }),
    report: (key, path, payload) => send(path, { method: 'POST', ...reported(key, payload) }),
    tipoff: async (report, photos, key) => void (await send('/api/public/tipoffs', { method: 'POST', ...tipoffForm(report, photos, key) })),
    notify: async (notice) => {
      const time = clock.now().toISOString()
      const answer = await http.inject({ method: 'POST', url: '/api/public/payments/notices', payload: notice, headers: { 'x-payment-time': time, 'x-payment-signature': signNotice(platformKey, time, Notice.parse(notice)) } })
      if (answer.statusCode !== 200 || answer.json().booked !== true) throw new Error(`the notice ${notice['serial'] ?? ''} was not booked: ${answer.body}`)
    },
    // There were no terminals, so there are no frames.
    positions: (fixes) => sink.take(fixes.map((fix) => ({ truckId: fix.truckId, fix, frame: new Uint8Array() }))),
    minute: trackTurn,
    setClock: (on, at) => clock.set(momentOf(on, at)),
  }
}

const BOUNDARY = 'zhunsheng-demo'
/** A file as a browser's form sends it. */
export function formWith(name: string, content: Uint8Array): { readonly payload: Buffer; readonly headers: Readonly<Record<string, string>> } {
  const head = `--${BOUNDARY}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: application/octet-stream\r\n\r\n`
  return { payload: Buffer.concat([Buffer.from(head), content, Buffer.from(`\r\n--${BOUNDARY}--\r\n`)]), headers: { 'content-type': `multipart/form-data; boundary=${BOUNDARY}` } }
}

/** A report as the public page sends it: its words first, then the photographs. */
function tipoffForm(report: Readonly<Record<string, unknown>>, photos: readonly Uint8Array[], key: string) {
  const part = (head: string, content: Uint8Array): Buffer => Buffer.concat([Buffer.from(`--${BOUNDARY}\r\ncontent-disposition: form-data; ${head}\r\n\r\n`), content, Buffer.from('\r\n')])
  const payload = Buffer.concat([part('name="report"', Buffer.from(JSON.stringify(report))), ...photos.map((photo) => part('name="photo"; filename="photo.png"\r\ncontent-type: image/png', photo)), Buffer.from(`--${BOUNDARY}--\r\n`)])
  return { payload, headers: { 'content-type': `multipart/form-data; boundary=${BOUNDARY}`, 'idempotency-key': key } }
}

/** What a machine sends, with its key: a picture, or JSON. */
function reported(key: string, payload: Readonly<Record<string, unknown>> | Uint8Array) {
  const made = payload instanceof Uint8Array ? formWith('示意图.png', payload) : { payload, headers: {} }
  return { ...made, headers: { ...made.headers, authorization: `Bearer ${key}` } }
}
