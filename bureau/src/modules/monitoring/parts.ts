import type { Day } from '@zhunsheng/law/day.ts'
import type { Refusal } from '@zhunsheng/law/ruling.ts'
import { writtenRefusal } from '@zhunsheng/law/written/verdict.ts'
import type { FastifyRequest } from 'fastify'
import { isTaken, type Database, type Queries } from '../../platform/database.ts'
import { notAllowed, refused } from '../../platform/problem.ts'
import type { LeadOffice } from '../enforcement/contract.ts'
import type { Actor, Officers } from '../officers/contract.ts'
import { mayTake, type Step } from './access.ts'
import type { MonitoringDoor } from './contract.ts'
import { dayOf } from './dossiers.ts'
import type { DoorParts } from './door.ts'

/** What the routes of this module are given (接口部件). */
export interface MonitoringParts extends DoorParts {
  readonly database: Database
  readonly officers: Officers
  readonly leads: LeadOffice
  readonly door: MonitoringDoor
}

export const allow = async ({ officers }: MonitoringParts, request: FastifyRequest, step: Step): Promise<Actor> => {
  const actor = await officers.actor(request)
  if (!mayTake(actor, step)) throw notAllowed('您的岗位不能进行这项操作')
  return actor
}

/** The moment of the question: the bureau's day, and milliseconds since 1970. */
export const nowOf = ({ clock, setting }: MonitoringParts) => {
  const now = clock.now()
  const today: Day = dayOf(now)
  return { today, nowMs: now.getTime(), setting }
}
export const refusedBy = (refusals: readonly Refusal[]) => refused(refusals.map(writtenRefusal))

/** What whoever came second is told. */
export const TAKEN = '别人刚刚办理了同一项，请刷新后再办理'

const TRIES = 5

/** One unit of work for those who must not be turned away because somebody wrote at the same moment: a machine, and a party who answers. Looking again finds what the other wrote. */
export async function workAgain<T>({ database }: MonitoringParts, how: (tx: Queries) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await database.work(how)
    } catch (failure) {
      if (attempt >= TRIES || !isTaken(failure)) throw failure
    }
  }
}
