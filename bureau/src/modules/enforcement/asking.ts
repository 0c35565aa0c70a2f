import type { FastifyRequest } from 'fastify'
import { notAllowed } from '../../platform/problem.ts'
import type { Actor } from '../officers/contract.ts'
import { mayTake, type Step } from './access.ts'
import type { EnforcementRoutes } from './route-parts.ts'

/** Who asks, if one of his posts may take this step. */
export const allow = async ({ officers }: EnforcementRoutes, request: FastifyRequest, step: Step): Promise<Actor> => {
  const actor = await officers.actor(request)
  if (!mayTake(actor, step)) throw notAllowed('您的岗位不能进行这项操作')
  return actor
}
