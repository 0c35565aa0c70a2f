import { z } from 'zod'
import type { Database } from '../../platform/database.ts'
import type { SharingProcess } from '../terminals/contract.ts'
import { partitionsOf } from './partition.ts'
import { leave, living, putBeat } from './store.ts'

/** What a process says of itself with every beat. */
const Said = z.object({ partitions: z.array(z.number()), listens: z.array(z.string()), counts: z.record(z.string(), z.number()) })
export type Said = z.infer<typeof Said>
export type LivingProcess = Omit<SharingProcess, 'partitions'> & Said

export interface Me {
  readonly id: string
  readonly role: string
}
/** Who lives (在线进程). */
export interface Roster {
  /** Says that this process lives, and looks who else does. */
  readonly beat: (said: Said) => Promise<void>
  readonly living: () => readonly LivingProcess[]
  /** The partitions of this process, by those who lived at the last beat. */
  readonly mine: () => ReadonlySet<number>
  readonly leave: () => Promise<void>
}

export const takesPositions = (role: string): boolean => role === 'worker' || role === 'all'
export const holdsLines = (role: string): boolean => role === 'gateway' || role === 'all'

export function openRoster(database: Database, { id, role }: Me, leaseMs: number): Roster {
  let [alive, mine]: [readonly LivingProcess[], ReadonlySet<number>] = [[], new Set()]
  return {
    beat: async (said) => {
      await database.work((tx) => putBeat(tx, { id, role, said }))
      const rows = await database.read((queries) => living(queries, leaseMs))
      alive = rows.flatMap((row) => {
        const read = Said.safeParse(row.said)
        return read.success ? [{ id: row.id, role: row.role, since: row.since, ...read.data }] : []
      })
      // Whoever has just written that he lives does, however long the answer took.
      mine = takesPositions(role) ? new Set(partitionsOf(id, [...new Set([id, ...alive.filter((one) => takesPositions(one.role)).map((one) => one.id)])])) : new Set()
    },
    living: () => alive,
    mine: () => mine,
    leave: () => database.work((tx) => leave(tx, id)),
  }
}
