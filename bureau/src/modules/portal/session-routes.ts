import type { FastifyReply } from 'fastify'
import { z } from 'zod'
import { attempts } from '../../platform/attempts.ts'
import { civilDay } from '../../platform/clock.ts'
import { isTaken } from '../../platform/database.ts'
import { hexDigest } from '../../platform/digest.ts'
import type { Http } from '../../platform/http.ts'
import { logIn } from '../../platform/log-in.ts'
import { hashPassword, isPassword, passwordFault } from '../../platform/password.ts'
import { malformed, notFound, Problem } from '../../platform/problem.ts'
import { callerOf, PORTAL_COOKIE, type Caller } from './caller.ts'
import { plainCode } from './code.ts'
import type { PortalParts } from './parts.ts'
import { accountOf, addPassword, findLogin, putPassword } from './store.ts'
import { Activation, OwnPassword, PortalLogin, PortalMe } from './wire.ts'

const tags = ['企业端']
/** Wrong codes from one address within a while (配置值); a code has fifty bits. */
const GUESSES = { most: 10, windowMs: 10 * 60_000 }

/** Coming in and going out of the enterprises' people (企业端登录), and the first password by a code that is good once. */
export function portalSessionRoutes(http: Http, parts: PortalParts): void {
  const { database, clock, sessions, bureau } = parts
  const guesses = attempts(GUESSES)
  const meOf = ({ login, name, enterpriseName }: Caller): PortalMe => ({ login, name, enterprise: enterpriseName, bureau, today: civilDay(clock.now()), now: clock.now().toISOString() })
  const setCookie = (reply: FastifyReply, token: string) => reply.setCookie(PORTAL_COOKIE, token, { path: '/api/portal', httpOnly: true, sameSite: 'strict', secure: 'auto' })

  http.post('/api/portal/session', { schema: { tags, summary: '企业端登录', body: PortalLogin, response: { 204: z.null() } } }, async (request, reply) => {
    const { name, password } = request.body
    const id = await logIn(parts, { counted: `enterprise ${name}`, password, find: (queries) => findLogin(queries, name) })
    return setCookie(reply, await sessions.open(id)).status(204).send(null)
  })
  http.get('/api/portal/session', { schema: { tags, summary: '企业端当前用户', response: { 200: PortalMe } } }, async (request) => meOf(await callerOf(parts, request)))
  http.delete('/api/portal/session', { schema: { tags, summary: '企业端退出', response: { 204: z.null() } } }, async (request, reply) => {
    const token = request.cookies[PORTAL_COOKIE]
    if (token !== undefined) await sessions.close(token)
    return reply.clearCookie(PORTAL_COOKIE, { path: '/api/portal' }).status(204).send(null)
  })
  http.post('/api/portal/activation', { schema: { tags, summary: '用激活码设置口令', body: Activation, response: { 201: z.object({ login: z.string() }) } } }, async (request, reply) => {
    const nowMs = clock.now().getTime()
    const wait = guesses.waitMs(request.ip, nowMs)
    if (wait > 0) throw new Problem('too-many', `激活码错误次数过多，请在 ${Math.ceil(wait / 60_000)} 分钟后再试`)
    const code = hexDigest(plainCode(request.body.code))
    const now = clock.now().toISOString()
    const account = await database.read((queries) => accountOf(queries, code, now))
    if (account === undefined) {
      guesses.failed(request.ip, nowMs)
      throw notFound('激活码不对、已经用过或者已经过期，请核对，或者请管理部门重新发放')
    }
    const hash = await checked(request.body.password, account.login)
    await database.work(async (tx) => {
      if ((await accountOf(tx, code, now)) === undefined) throw notFound('激活码已经用过，请直接登录')
      await addPassword(tx, account.id, hash, now)
    }).catch((failure: unknown) => {
      throw isTaken(failure) ? notFound('激活码已经用过，请直接登录') : failure
    })
    return reply.status(201).send({ login: account.login })
  })
  http.post('/api/portal/session/password', { schema: { tags, summary: '修改自己的口令', body: OwnPassword, response: { 204: z.null() } } }, async (request, reply) => {
    const caller = await callerOf(parts, request)
    const found = await database.read((queries) => findLogin(queries, caller.login))
    if (found === undefined || !(await isPassword(request.body.old, found.hash))) throw malformed([{ path: 'old', because: '原口令不对' }])
    const hash = await checked(request.body.password, caller.login)
    // Whoever else was logged in with the old password is out; he himself comes in anew.
    await sessions.closeAllOf(caller.id, (tx) => putPassword(tx, caller.id, hash, clock.now().toISOString()))
    return setCookie(reply, await sessions.open(caller.id)).status(204).send(null)
  })
}

async function checked(password: string, login: string): Promise<string> {
  const fault = passwordFault(password, login)
  if (fault !== undefined) throw malformed([{ path: 'password', because: fault }])
  return hashPassword(password)
}
