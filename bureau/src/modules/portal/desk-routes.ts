import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { isTaken, type Queries } from '../../platform/database.ts'
import { hexDigest } from '../../platform/digest.ts'
import type { Http } from '../../platform/http.ts'
import { keyOf } from '../../platform/once.ts'
import { changedMeanwhile, malformed, notFound } from '../../platform/problem.ts'
import type { Actor } from '../officers/contract.ts'
import { mayTake } from './access.ts'
import { newCode, plainCode } from './code.ts'
import { allow, type PortalParts } from './parts.ts'
import { accounts, addAccount, addCode, addEnding, addNotice, dropPassword, findAccount, notices, type AccountRow } from './store.ts'
import { AccountEnding, AccountList, ActivationCode, Account, NewAccount, NewNotice, NoticeList } from './wire.ts'

const tags = ['企业端管理']
const Id = z.object({ id: z.string().max(64) })
const DAY_MS = 86_400_000
const CODE_DAYS = 7
const HOUR_MS = 3_600_000

/** What the truck desk does for the enterprises' people (企业账号): opens, gives codes, ends, tells. */
export function portalDeskRoutes(http: Http, parts: PortalParts): void {
  const { database, clock, sessions, haulage, own, newId, term } = parts
  const manager = (request: FastifyRequest): Promise<Actor> => allow(parts, request, 'manage')

  http.get('/api/trucks/portal/accounts', { schema: { tags, summary: '企业账号', response: { 200: AccountList } } }, async (request) => {
    const actor = await allow(parts, request, 'read')
    return database.read(async (queries) => {
      const rows = await accounts(queries)
      const ids = [...new Set(rows.map(({ enterprise }) => enterprise))]
      const names = await haulage.named(queries, ids)
      const before = new Date(clock.now().getTime() - term.hours * HOUR_MS).toISOString()
      const overdue = await Promise.all(ids.map(async (enterprise) => ({ enterprise, name: names.get(enterprise) ?? enterprise, count: await own.unanswered(queries, enterprise, before) })))
      return { rows: rows.map((row) => accountOf(row, names)), overdue: overdue.filter(({ count }) => count > 0), answerHours: term.hours, mayManage: mayTake(actor, 'manage') }
    })
  })
  http.post('/api/trucks/portal/accounts', { schema: { tags, summary: '开立企业账号', body: NewAccount, response: { 201: ActivationCode } } }, async (request, reply) => {
    const { name: by } = await manager(request)
    const { enterprise, login, name } = request.body
    const id = newId()
    const given = await database.work(async (tx) => {
      if ((await haulage.nameOf(tx, enterprise)) === undefined) throw malformed([{ path: 'enterprise', because: '没有登记这个运输企业，或者已经注销' }])
      await addAccount(tx, { id, enterprise, login, name, by, at: clock.now().toISOString() })
      return giveCode(parts, tx, id, by)
    }).catch((failure: unknown) => {
      throw isTaken(failure) ? malformed([{ path: 'login', because: '这个用户名已有人使用' }]) : failure
    })
    return reply.status(201).send(given)
  })
  http.post('/api/trucks/portal/accounts/:id/code', { schema: { tags, summary: '重新发放激活码，原口令作废', params: Id, response: { 201: ActivationCode } } }, async (request, reply) => {
    const { name: by } = await manager(request)
    const { id } = request.params
    await database.read((queries) => standing(queries, id))
    let given: ActivationCode | undefined
    await sessions.closeAllOf(id, async (tx) => {
      await dropPassword(tx, id)
      given = await giveCode(parts, tx, id, by)
    })
    if (given === undefined) throw new Error('a code was given and is not there')
    return reply.status(201).send(given)
  })
  http.post('/api/trucks/portal/accounts/:id/ending', { schema: { tags, summary: '停用企业账号', params: Id, body: AccountEnding, response: { 201: Account } } }, async (request, reply) => {
    const { name: by } = await manager(request)
    const { id } = request.params
    await database.read((queries) => standing(queries, id))
    await sessions.closeAllOf(id, (tx) => addEnding(tx, { account: id, reason: request.body.reason, by, at: clock.now().toISOString() })).catch((failure: unknown) => {
      throw isTaken(failure) ? changedMeanwhile('这个账号刚刚由别人停用') : failure
    })
    return reply.status(201).send(await database.read((queries) => viewOf(parts, queries, id)))
  })
}

/** What the desk tells one enterprise, or all (通知), and who has read it. */
export function noticeDeskRoutes(http: Http, parts: PortalParts): void {
  const { database, clock, haulage, newId } = parts
  http.get('/api/trucks/portal/notices', { schema: { tags, summary: '发给企业的通知', response: { 200: NoticeList } } }, async (request) => {
    await allow(parts, request, 'read')
    return database.read((queries) => noticesOf(parts, queries))
  })
  http.post('/api/trucks/portal/notices', { schema: { tags, summary: '通知一个或者全部企业', body: NewNotice, response: { 201: NoticeList } } }, async (request, reply) => {
    const { name: by } = await allow(parts, request, 'manage')
    const key = keyOf(request)
    const { enterprise, title, text } = request.body
    await database.work(async (tx) => {
      if (enterprise !== undefined && (await haulage.nameOf(tx, enterprise)) === undefined) throw malformed([{ path: 'enterprise', because: '没有登记这个运输企业，或者已经注销' }])
      await addNotice(tx, { id: newId(), enterprise: enterprise ?? null, title, text, by, at: clock.now().toISOString() }, key)
    })
    return reply.status(201).send(await database.read((queries) => noticesOf(parts, queries)))
  })
}

/** The code is said here and never again: only its digest is kept. */
async function giveCode(parts: PortalParts, tx: Queries, account: string, by: string): Promise<ActivationCode> {
  const code = newCode(parts.chance)
  const now = parts.clock.now()
  const until = new Date(now.getTime() + CODE_DAYS * DAY_MS).toISOString()
  await addCode(tx, { hash: hexDigest(plainCode(code)), account, until, by, at: now.toISOString() })
  return { account: await viewOf(parts, tx, account), code, until }
}

async function standing(queries: Queries, id: string): Promise<AccountRow> {
  const account = await findAccount(queries, id)
  if (account === undefined) throw notFound('没有这个企业账号')
  if (account.ended_by !== null) throw changedMeanwhile(`这个账号已由${account.ended_by}停用（${account.ended_reason ?? ''}）；需要时另开一个`)
  return account
}
async function viewOf({ haulage }: PortalParts, queries: Queries, id: string): Promise<Account> {
  const account = await findAccount(queries, id)
  if (account === undefined) throw notFound('没有这个企业账号')
  return accountOf(account, await haulage.named(queries, [account.enterprise]))
}
function accountOf({ id, enterprise, login, name, by, at, set_at, code_until, ended_by, ended_reason }: AccountRow, names: ReadonlyMap<string, string>): Account {
  const state = ended_by !== null ? 'ended' : set_at === null ? 'waiting' : 'active'
  return {
    id, enterprise, enterpriseName: names.get(enterprise) ?? enterprise, login, name, state, openedBy: by, openedAt: at,
    ...(state === 'waiting' && code_until !== null ? { codeUntil: code_until } : {}),
    ...(ended_by === null ? {} : { endedBy: ended_by, endedReason: ended_reason ?? '' }),
  }
}
async function noticesOf({ haulage }: PortalParts, queries: Queries): Promise<NoticeList> {
  const rows = await notices(queries)
  const names = await haulage.named(queries, rows.flatMap(({ enterprise }) => enterprise ?? []))
  return { rows: rows.map(({ id, enterprise, title, text, by, at, readers }) => ({ id, title, text, by, at, to: enterprise === null ? '全部企业' : (names.get(enterprise) ?? enterprise), read: readers.length > 0, readers: [...readers] })) }
}
