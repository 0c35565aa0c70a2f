import type { FastifyRequest } from 'fastify'
import type { Clock } from '../../platform/clock.ts'
import { isTaken, type Database, type Queries } from '../../platform/database.ts'
import { changedMeanwhile, malformed, notAllowed } from '../../platform/problem.ts'
import type { Actor, Officers } from '../officers/contract.ts'
import { mayTake, type Step } from './access.ts'

/** What the routes of this module are given (接口部件). */
export interface TruckParts {
  readonly database: Database
  readonly clock: Clock
  readonly officers: Officers
  readonly newId: () => string
}

export async function allow({ officers }: Pick<TruckParts, 'officers'>, request: FastifyRequest, step: Step): Promise<Actor> {
  const actor = await officers.actor(request)
  if (!mayTake(actor, step)) throw notAllowed(step === 'permit' ? '处置核准由窗口人员登记' : '您的岗位不能进行这项操作')
  return actor
}

/** The key under which a request may be sent again without doing twice what it asks. */
export function keyOf(request: FastifyRequest): string {
  const key = request.headers['idempotency-key']
  if (typeof key !== 'string' || !/^[\w-]{8,100}$/.test(key)) throw malformed([{ path: 'Idempotency-Key', because: '请求头须带 8 至 100 位的幂等键' }])
  return key
}

/** One unit of work; whoever wrote the same place first wins, and the other is told. */
export async function workOnce<T>({ database }: Pick<TruckParts, 'database'>, whenTaken: string, how: (tx: Queries) => Promise<T>): Promise<T> {
  try {
    return await database.work(how)
  } catch (failure) {
    if (isTaken(failure)) throw changedMeanwhile(whenTaken)
    throw failure
  }
}
