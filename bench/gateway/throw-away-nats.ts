import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { join } from 'node:path'

export interface Nats {
  readonly url: string
  /** The process that the server descends from. */
  readonly process: number
  readonly stop: () => Promise<void>
}

/** Starts a NATS server with JetStream as it is out of the box, in a folder of its own. */
export async function startNats(): Promise<Nats> {
  const child = spawn(process.execPath, [join(import.meta.dirname, '../../tools/nats.mjs')], { stdio: ['ignore', 'pipe', 'inherit'] })
  process.once('exit', () => child.kill('SIGTERM'))
  const ended = new Promise<void>((done) => child.once('exit', () => done()))
  for await (const line of createInterface(child.stdout)) {
    const url = /^NATS_URL=(.+)$/.exec(line)?.[1]
    if (url === undefined) continue
    const stop = async () => {
      child.kill('SIGTERM')
      await ended
    }
    return { url, stop, process: child.pid ?? 0 }
  }
  throw new Error('no NATS could be started here')
}
