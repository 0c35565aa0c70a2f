import type { CompiledQuery } from 'kysely'
import type pg from 'pg'

/** A connection on which transactions are written one behind another (写入连接). */
export interface Writer {
  /** One transaction: all of it, or nothing. They take effect in the order in which they were handed over. */
  readonly write: (statements: readonly CompiledQuery[]) => Promise<void>
  readonly close: () => Promise<void>
}

/** As long as nobody writes, the connection is kept so long. */
const REST_MS = 5000

/**
 * Writes transactions whose statements are known beforehand. Each travels in one piece with its commit, and does not wait for the answer to
 * the one before: the server works them off in turn, so that of two that build on each other the second finds the first in place.
 *
 * A connection that rests is given back to the pool: a firewall forgets an idle one without a word, and whoever wrote on it next would wait for ever.
 */
export function writerOn(pool: pg.Pool, restMs: number = REST_MS): Writer {
  let line: Promise<pg.PoolClient> | undefined
  let underWay = 0
  let resting: NodeJS.Timeout | undefined
  const leave = async (used: Promise<pg.PoolClient>, isBroken: boolean): Promise<void> => {
    if (line !== used) return
    line = undefined
    await used.then((client) => client.release(isBroken), () => undefined)
  }
  const rest = (): void => {
    underWay -= 1
    if (underWay > 0 || line === undefined) return
    const idle = line
    resting = setTimeout(() => void leave(idle, false), restMs).unref()
  }
  async function send(statements: readonly CompiledQuery[]): Promise<void> {
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
  }
  return {
    write: (statements) => {
      clearTimeout(resting)
      underWay += 1
      return send(statements).finally(rest)
    },
    close: async () => {
      clearTimeout(resting)
      if (line !== undefined) await leave(line, false)
    },
  }
}
