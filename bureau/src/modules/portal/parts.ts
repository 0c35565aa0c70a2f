import type { FastifyRequest } from 'fastify'
import type { Clock } from '../../platform/clock.ts'
import type { Database } from '../../platform/database.ts'
import { notAllowed } from '../../platform/problem.ts'
import type { Sessions } from '../../platform/session.ts'
import type { EvidenceRoom } from '../evidence/contract.ts'
import type { Actor, Officers } from '../officers/contract.ts'
import type { OwnTrucks } from '../tracking/contract.ts'
import type { OwnHaulage } from '../trucks/contract.ts'
import { mayTake, type Step } from './access.ts'
import type { AnswerTerm } from './contract.ts'

/** Where no bureau said otherwise. No statute asks for it. */
export const USUAL_TERM: AnswerTerm = { hours: 24, source: '配置值，没有找到规定' }

/** What the routes of this module are given (接口部件). */
export interface PortalParts {
  readonly database: Database
  readonly clock: Clock
  readonly officers: Officers
  /** Of the enterprises' people, of a kind of their own. */
  readonly sessions: Sessions
  readonly evidence: EvidenceRoom
  readonly haulage: OwnHaulage
  readonly own: OwnTrucks
  readonly newId: () => string
  readonly bureau: { readonly name: string; readonly demo: boolean }
  readonly term: AnswerTerm
  readonly decoyHash: string
  readonly chance: (length: number) => Uint8Array
}

export async function allow({ officers }: Pick<PortalParts, 'officers'>, request: FastifyRequest, step: Step): Promise<Actor> {
  const actor = await officers.actor(request)
  if (!mayTake(actor, step)) throw notAllowed(step === 'manage' ? '企业账号和通知由中队负责人或者窗口人员办理' : '您的岗位不能进行这项操作')
  return actor
}
