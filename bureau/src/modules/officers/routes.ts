import { formatDay, parseDay } from '@zhunsheng/law/day.ts'
import type { FastifyReply } from 'fastify'
import { z } from 'zod'
import { civilDay, type Clock } from '../../platform/clock.ts'
import type { Database } from '../../platform/database.ts'
import type { Http } from '../../platform/http.ts'
import { logIn } from '../../platform/log-in.ts'
import { notLoggedIn } from '../../platform/problem.ts'
import { COOKIE, type Sessions } from '../../platform/session.ts'
import type { Officers } from './contract.ts'
import { viewOf } from './people.ts'
import { findLogin, peopleOn } from './store.ts'
import { Login, Me, PersonView } from './wire.ts'

export interface OfficerRoutes {
  readonly database: Database
  readonly clock: Clock
  readonly sessions: Sessions
  readonly officers: Officers
  readonly bureau: { readonly name: string; readonly demo: boolean }
  /** A hash that no password has, so that an unknown name takes as long as a wrong password. */
  readonly decoyHash: string
}

/** Log-in, log-out and people (登录、人员). */
export function officerRoutes(http: Http, parts: OfficerRoutes): void {
  const { database, clock, sessions, officers, bureau } = parts
  const me = async (id: string): Promise<Me> => {
    const today = civilDay(clock.now())
    const [row] = await database.read((queries) => peopleOn(queries, today, [id]))
    const day = parseDay(today)
    if (row === undefined || day === undefined) throw notLoggedIn()
    return { person: viewOf(row, day), bureau, today: formatDay(day), now: clock.now().toISOString() }
  }

  http.post('/api/session', { schema: { tags: ['登录'], summary: '登录', body: Login, response: { 200: Me } } }, async (request, reply) => {
    const { name, password } = request.body
    const id = await logIn(parts, { counted: name, password, find: (queries) => findLogin(queries, name) })
    setCookie(reply, await sessions.open(id))
    return me(id)
  })
  http.get('/api/session', { schema: { tags: ['登录'], summary: '当前用户', response: { 200: Me } } }, async (request) => me((await officers.actor(request)).id))
  http.delete('/api/session', { schema: { tags: ['登录'], summary: '退出', response: { 204: z.null() } } }, async (request, reply) => {
    const token = request.cookies[COOKIE]
    if (token !== undefined) await sessions.close(token)
    return reply.clearCookie(COOKIE, { path: '/' }).status(204).send(null)
  })
  http.get('/api/people', { schema: { tags: ['人员'], summary: '本机关人员', response: { 200: z.array(PersonView) } } }, async (request) => {
    await officers.actor(request)
    const today = civilDay(clock.now())
    const day = parseDay(today)
    const rows = await database.read((queries) => peopleOn(queries, today))
    return day === undefined ? [] : rows.map((row) => viewOf(row, day))
  })
}

const setCookie = (reply: FastifyReply, token: string) => reply.setCookie(COOKIE, token, { path: '/', httpOnly: true, sameSite: 'lax', secure: 'auto' })
