import type { Day } from '@zhunsheng/law/day.ts'
import type { Person } from '@zhunsheng/law/person.ts'
import type { FastifyRequest } from 'fastify'
import type { Queries, Statement } from '../../platform/database.ts'

/** A person who is logged in (当前用户). */
export interface Actor {
  readonly id: string
  readonly name: string
  readonly department: string
  readonly posts: readonly string[]
}

/** A person with the department in which he works (在册人员). */
export interface Staff extends Person {
  readonly department: string
}

/** People as they were read lately (近期查询的人员). */
export interface RememberedPeople {
  /** As they stood on a day; nothing if one of them was not asked for. */
  readonly asOf: (ids: readonly string[], on: Day) => readonly Person[] | undefined
  /** Lets the transaction in which it stands fail if the register is another by now. */
  readonly unchanged: Statement
}

/** What people and log-in offer to other modules. */
export interface Officers {
  /** People as they stood on a day, by identifier; unknown ones are left out. */
  readonly asOf: (queries: Queries, ids: readonly string[], on: Day) => Promise<readonly Person[]>
  /** Whoever was asked for lately, as long as nobody has changed the register since. */
  readonly remembered: () => RememberedPeople | undefined
  /** Everybody of the bureau as he stood on a day (在册人员). */
  readonly staffOn: (queries: Queries, on: Day) => Promise<readonly Staff[]>
  /** Whose session it is, where the person himself is looked up later anyway; answers 401 to a stranger. */
  readonly identity: (request: FastifyRequest) => Promise<string>
  /** Who is asking; answers 401 to a stranger. */
  readonly actor: (request: FastifyRequest) => Promise<Actor>
}
