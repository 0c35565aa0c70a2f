import type { FastifyRequest } from 'fastify'
import type { Clock } from '../../platform/clock.ts'
import type { Database } from '../../platform/database.ts'
import { notAllowed } from '../../platform/problem.ts'
import type { AgencyOf, CaseDesk } from '../enforcement/contract.ts'
import type { Actor, Officers } from '../officers/contract.ts'
import { mayTake, type Step } from './access.ts'
import type { PaymentSettings } from './contract.ts'

/** What the routes of payments are given (接口部件). */
export interface PaymentParts {
  readonly database: Database
  readonly clock: Clock
  /** The hour outside: the payment platform does not live on the day of a demonstration. */
  readonly outside: Clock
  readonly officers: Officers
  readonly desk: CaseDesk
  readonly newId: () => string
  readonly settings: PaymentSettings | undefined
  /** With which the payment platform signs; without it its door is closed. */
  readonly platformKey: string | undefined
  readonly bureau: { readonly name: string; readonly demo: boolean }
  /** In whose name a case is handled, and as what finance knows it. */
  readonly agencyOf: AgencyOf
}

/** Who asks, if one of his posts may take this step. */
export async function allow({ officers }: PaymentParts, request: FastifyRequest, step: Step): Promise<Actor> {
  const actor = await officers.actor(request)
  if (!mayTake(actor, step)) throw notAllowed('您的岗位不能进行这项操作')
  return actor
}
