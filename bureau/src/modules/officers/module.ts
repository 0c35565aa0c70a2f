import { formatDay } from '@zhunsheng/law/day.ts'
import { civilDay, type Clock } from '../../platform/clock.ts'
import type { Database } from '../../platform/database.ts'
import { notLoggedIn } from '../../platform/problem.ts'
import { COOKIE, type Sessions } from '../../platform/session.ts'
import type { Officers } from './contract.ts'
import { personOf } from './people.ts'
import { rememberedPeople } from './remembered.ts'
import { peopleOn } from './store.ts'

/** Builds people and log-in (人员). */
export function officers({ database, clock, sessions }: { readonly database: Database; readonly clock: Clock; readonly sessions: Sessions }): Officers {
  const identity: Officers['identity'] = async (request) => {
    const token = request.cookies[COOKIE]
    const id = token === undefined ? undefined : await sessions.find(token)
    if (id === undefined) throw notLoggedIn()
    return id
  }
  const remembered = rememberedPeople()
  return {
    asOf: async (queries, ids, on) => {
      const rows = await peopleOn(queries, formatDay(on), ids)
      const people = rows.map(personOf)
      if (rows[0] !== undefined) remembered.keep(rows[0].edition, on, people)
      return people
    },
    remembered: remembered.now,
    staffOn: async (queries, on) => (await peopleOn(queries, formatDay(on))).map((row) => ({ ...personOf(row), department: row.department })),
    identity,
    actor: async (request) => {
      const id = await identity(request)
      const [row] = await database.read((queries) => peopleOn(queries, civilDay(clock.now()), [id]))
      if (row === undefined) throw notLoggedIn()
      return { id: row.id, name: row.name, department: row.department, posts: row.posts }
    },
  }
}
