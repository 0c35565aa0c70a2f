import type { FastifyRequest } from 'fastify'
import { malformed, notAllowed } from '../../platform/problem.ts'
import type { Actor } from '../officers/contract.ts'
import { mayTake, type Step } from './access.ts'
import type { EnforcementRoutes } from './route-parts.ts'

/** A key under which a repeated request is recognised; it lives as long as the case. */
export function keyOf(request: FastifyRequest): string {
  const key = request.headers['idempotency-key']
  if (typeof key !== 'string' || !/^[\w-]{8,100}$/.test(key)) throw malformed([{ path: 'Idempotency-Key', because: '请求头须带 8 至 100 位的幂等键' }])
  return key
}

/** Who asks, if one of his posts may take this step. */
export const allow = async ({ officers }: EnforcementRoutes, request: FastifyRequest, step: Step): Promise<Actor> => {
  const actor = await officers.actor(request)
  if (!mayTake(actor, step)) throw notAllowed('您的岗位不能进行这项操作')
  return actor
}
