import type { FastifyRequest } from 'fastify'
import type { Clock } from '../../platform/clock.ts'
import type { Database } from '../../platform/database.ts'
import { notAllowed } from '../../platform/problem.ts'
import type { Actor, Officers } from '../officers/contract.ts'
import { mayTake, type Step } from './access.ts'
import type { MapBase } from './wire.ts'

/** What the routes of this module are given (接口部件). */
export interface TruckParts {
  readonly database: Database
  readonly clock: Clock
  readonly officers: Officers
  readonly newId: () => string
  readonly map: MapBase
}

export async function allow({ officers }: Pick<TruckParts, 'officers'>, request: FastifyRequest, step: Step): Promise<Actor> {
  const actor = await officers.actor(request)
  if (!mayTake(actor, step)) throw notAllowed(step === 'permit' ? '处置核准由窗口人员登记' : '您的岗位不能进行这项操作')
  return actor
}

