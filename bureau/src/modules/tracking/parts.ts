import type { FastifyRequest } from 'fastify'
import type { Clock } from '../../platform/clock.ts'
import type { Database, Queries } from '../../platform/database.ts'
import { notAllowed } from '../../platform/problem.ts'
import type { EvidenceRoom } from '../evidence/contract.ts'
import type { MonitoringDoor } from '../monitoring/contract.ts'
import type { Actor, Officers } from '../officers/contract.ts'
import type { TruckRegister } from '../trucks/contract.ts'
import { mayTake, type Step } from './access.ts'
import type { Exhibits } from './contract.ts'
import type { Keeping } from './turn.ts'
import type { Settings } from './wire.ts'
import type { Known } from './world.ts'

/** What the routes of this module are given (接口部件). */
export interface TrackingParts {
  readonly database: Database
  readonly clock: Clock
  readonly officers: Officers
  readonly newId: () => string
  readonly register: TruckRegister
  /** Where an alarm goes that a person has found to be true. */
  readonly monitoring: MonitoringDoor
  /** Where its evidence is kept. */
  readonly evidence: EvidenceRoom
  readonly bureau: { readonly name: string; readonly demo: boolean }
  readonly known: (queries: Queries) => Promise<Known>
  readonly keeping: Keeping
  /** The pictures of an alarm that is handed on. */
  readonly exhibits: Exhibits
  /** How the bureau watches its trucks, line by line. */
  readonly settings: Settings['rows']
}

const REFUSALS: Partial<Readonly<Record<Step, string>>> = { track: '轨迹是驾驶员的敏感个人信息，您的岗位不能查看', looks: '查看记录由法制审核、督察和领导岗位查阅' }
export async function allow({ officers }: Pick<TrackingParts, 'officers'>, request: FastifyRequest, step: Step): Promise<Actor> {
  const actor = await officers.actor(request)
  if (!mayTake(actor, step)) throw notAllowed(REFUSALS[step] ?? '您的岗位不能进行这项操作')
  return actor
}

/** How many rows a file for a spreadsheet holds at most. */
export const EXPORTED = 20_000
