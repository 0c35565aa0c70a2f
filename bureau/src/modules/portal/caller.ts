import type { FastifyRequest } from 'fastify'
import { notLoggedIn } from '../../platform/problem.ts'
import type { PortalParts } from './parts.ts'
import { findAccount } from './store.ts'

/** The cookie of the enterprises' people. That of the officers has another name, and neither opens the other's doors. */
export const PORTAL_COOKIE = 'zhunsheng-enterprise'

/** Who of which enterprise is asking (企业端当前用户). */
export interface Caller {
  readonly id: string
  readonly login: string
  readonly name: string
  readonly enterprise: string
  readonly enterpriseName: string
  /** As records name him. */
  readonly signed: string
}

/** Answers 401 to everybody else: officers, whoever's account was ended, and people of an enterprise that was struck out of the register. */
export async function callerOf({ database, sessions, haulage }: Pick<PortalParts, 'database' | 'sessions' | 'haulage'>, request: FastifyRequest): Promise<Caller> {
  const token = request.cookies[PORTAL_COOKIE]
  const id = token === undefined ? undefined : await sessions.find(token)
  if (id === undefined) throw notLoggedIn()
  return database.read(async (queries) => {
    const account = await findAccount(queries, id)
    if (account === undefined || account.ended_by !== null) throw notLoggedIn()
    const enterpriseName = await haulage.nameOf(queries, account.enterprise)
    if (enterpriseName === undefined) throw notLoggedIn()
    const { login, name, enterprise } = account
    return { id, login, name, enterprise, enterpriseName, signed: `${enterpriseName} ${name}` }
  })
}
