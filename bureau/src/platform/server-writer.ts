import type { CompiledQuery } from 'kysely'
import type pg from 'pg'

/** A connection on which transactions are written one behind another (写入连接). */
export interface Writer {
  /** One transaction: all of it, or nothing. They take effect in the order in which they were handed over. */
  readonly write: (statements: readonly CompiledQuery[]) => Promise<void>
  readonly close: () => Promise<void>
}

/**
 * Writes transactions whose statements are known beforehand. Each travels in one piece with its commit, and does not wait for the answer to
 * the one before: the server works them off in turn, so that of two that build on each other the second finds the first in place.
 */
export function writerOn(pool: pg.Pool): Writer {
  let line: Promise<pg.PoolClient> | undefined
  const leave = async (broken: Promise<pg.PoolClient>, isBroken: boolean): Promise<void> => {
    if (line !== broken) return
    line = undefined
    await broken.then((client) => client.release(isBroken), () => undefined)
  }
  return {
    write: async (statements) => {
      line ??= pool.connect()
      const mine = line
      const client = await mine.catch(async (failure: unknown) => {
        await leave(mine, true)
        throw failure
      })
      // After one that fails the server refuses the others, and the commit undoes.
      const [begun, ...answers] = await Promise.allSettled([client.query('begin'), ...statements.map(({ sql, parameters }) => client.query(sql, [...parameters])), client.query('commit')])
      const failed = [begun, ...answers].find((answer) => answer.status === 'rejected')
      if (failed === undefined) return
      if (answers.at(-1)?.status === 'rejected') await leave(mine, true)
      throw failed.reason
    },
    close: async () => {
      if (line !== undefined) await leave(line, false)
    },
  }
}
