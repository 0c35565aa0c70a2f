import { parseDay } from '@zhunsheng/law/day.ts'
import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { civilDay, type Clock } from '../../platform/clock.ts'
import { isTaken, type Database } from '../../platform/database.ts'
import type { Http } from '../../platform/http.ts'
import { hashPassword, isPassword, passwordFault } from '../../platform/password.ts'
import { malformed, notAllowed, notFound } from '../../platform/problem.ts'
import type { Sessions } from '../../platform/session.ts'
import type { Actor, Officers } from './contract.ts'
import { viewOf } from './people.ts'
import { addCertificate, addPerson, findLogin, peopleOn, putPassword } from './store.ts'
import { Certificate, NewPassword, NewPerson, OwnPassword, PersonView } from './wire.ts'

export interface StaffParts {
  readonly database: Database
  readonly clock: Clock
  readonly sessions: Pick<Sessions, 'closeAllOf'>
  readonly officers: Officers
  readonly newId: () => string
}
const Id = z.object({ id: z.string().max(64) })

/** Adding people, renewing certificates and setting passwords (人员管理): the administrator's, but for one's own password. */
export function staffRoutes(http: Http, { database, clock, sessions, officers, newId }: StaffParts): void {
  const tags = ['人员']
  async function administrator(request: FastifyRequest): Promise<Actor> {
    const actor = await officers.actor(request)
    if (!actor.posts.includes('administrator')) throw notAllowed('人员由系统管理员管理')
    return actor
  }
  async function viewed(id: string): Promise<PersonView> {
    const today = civilDay(clock.now())
    const [row] = await database.read((queries) => peopleOn(queries, today, [id]))
    const day = parseDay(today)
    if (row === undefined || day === undefined) throw notFound('没有这个人员')
    return viewOf(row, day)
  }
  const checked = (password: string, login: string) => {
    const fault = passwordFault(password, login)
    if (fault !== undefined) throw malformed([{ path: 'password', because: fault }])
    return hashPassword(password)
  }

  http.post('/api/people', { schema: { tags, summary: '新增人员', body: NewPerson, response: { 201: PersonView } } }, async (request, reply) => {
    await administrator(request)
    const { password, certificate, ...person } = request.body
    const id = newId()
    const passwordHash = await checked(password, person.login)
    await database.work((tx) => addPerson(tx, { ...person, id, passwordHash, ...(certificate === undefined ? {} : { certificate }) })).catch(nameTaken)
    return reply.status(201).send(await viewed(id))
  })
  http.post('/api/people/:id/certificates', { schema: { tags, summary: '登记执法证', params: Id, body: Certificate, response: { 201: PersonView } } }, async (request, reply) => {
    await administrator(request)
    const person = await viewed(request.params.id)
    await database.work((tx) => addCertificate(tx, person.id, request.body)).catch((failure: unknown) => {
      throw isTaken(failure) ? malformed([{ path: 'from', because: '这个人员已有从这一天起的执法证' }]) : failure
    })
    return reply.status(201).send(await viewed(person.id))
  })
  http.post('/api/people/:id/password', { schema: { tags, summary: '重设口令', params: Id, body: NewPassword, response: { 204: z.null() } } }, async (request, reply) => {
    await administrator(request)
    const person = await viewed(request.params.id)
    const hash = await checked(request.body.password, person.login)
    await sessions.closeAllOf(person.id, (tx) => putPassword(tx, person.id, hash))
    return reply.status(204).send(null)
  })
  http.post('/api/session/password', { schema: { tags: ['登录'], summary: '修改自己的口令', body: OwnPassword, response: { 204: z.null() } } }, async (request, reply) => {
    const { id } = await officers.actor(request)
    const { login } = await viewed(id)
    const found = await database.read((queries) => findLogin(queries, login))
    if (found === undefined || !(await isPassword(request.body.old, found.hash))) throw malformed([{ path: 'old', because: '原口令不对' }])
    const hash = await checked(request.body.password, login)
    await database.work((tx) => putPassword(tx, id, hash))
    return reply.status(204).send(null)
  })
}

function nameTaken(failure: unknown): never {
  throw isTaken(failure) ? malformed([{ path: 'login', because: '这个用户名已有人使用' }]) : failure
}
