import type { FastifyRequest } from 'fastify'
import type { Clock } from '../../platform/clock.ts'
import type { Database } from '../../platform/database.ts'
import { notAllowed } from '../../platform/problem.ts'
import type { LeadOffice } from '../enforcement/contract.ts'
import type { EvidenceRoom } from '../evidence/contract.ts'
import type { Actor, Officers } from '../officers/contract.ts'
import type { TruckDays } from '../tracking/contract.ts'
import type { TruckRegister } from '../trucks/contract.ts'
import { mayTake, type Step } from './access.ts'

/** What the routes of this module are given (接口部件). */
export interface TipoffParts {
  readonly database: Database
  readonly clock: Clock
  /** The hour outside, by which callers are counted. */
  readonly outside: Clock
  readonly officers: Officers
  readonly evidence: EvidenceRoom
  readonly leads: LeadOffice
  readonly register: TruckRegister
  readonly days: TruckDays
  readonly newId: () => string
  /** A word that nobody can guess: whoever has it may ask what became of the report. */
  readonly secret: () => string
}

export async function allow({ officers }: Pick<TipoffParts, 'officers'>, request: FastifyRequest, step: Step): Promise<Actor> {
  const actor = await officers.actor(request)
  if (!mayTake(actor, step)) throw notAllowed(step === 'handle' ? '群众举报由执法人员、中队负责人或者窗口人员办理' : '您的岗位不能进行这项操作')
  return actor
}
