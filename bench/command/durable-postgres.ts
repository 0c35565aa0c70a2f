import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { join } from 'node:path'

export interface Postgres {
  readonly url: string
  readonly stop: () => Promise<void>
}

/** Starts a PostgreSQL that flushes every commit to the disk, in a folder of its own. */
export async function startPostgres(): Promise<Postgres> {
  const child = spawn(process.execPath, [join(import.meta.dirname, '../../tools/postgres.mjs'), '--durable'], { stdio: ['ignore', 'pipe', 'inherit'] })
  process.once('exit', () => child.kill('SIGTERM'))
  const ended = new Promise<void>((done) => child.once('exit', () => done()))
  for await (const line of createInterface(child.stdout)) {
    const url = /^DATABASE_URL=(.+)$/.exec(line)?.[1]
    if (url === undefined) continue
    const stop = async () => {
      child.kill('SIGTERM')
      await ended
    }
    return { url, stop }
  }
  throw new Error('no PostgreSQL could be started here')
}
