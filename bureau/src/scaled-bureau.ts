import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { RelayRole } from './modules/relay/contract.ts'

/** A process of the product as an administrator starts it. */
export interface ScaledProcess {
  readonly role: RelayRole
  /** Where it listens for terminals, or for browsers. */
  readonly port: number
  /** Ends it without a word, as a power cut of its machine would. */
  readonly kill: () => Promise<void>
  /** Ends it as an administrator does. */
  readonly stop: () => Promise<void>
}
const READY_MS = 30_000

/** What the script that runs these tests has started. */
export function serversIn(env: Readonly<Record<string, string | undefined>>): { readonly databaseUrl: string; readonly natsUrl: string; readonly crashDatabase: () => void; readonly crashBroker: (keepsItsDisk: boolean) => void } {
  const { TEST_DATABASE_URL: databaseUrl, TEST_NATS_URL: natsUrl, TEST_POSTGRES_PID: postgres, TEST_NATS_PID: nats } = env
  if (databaseUrl === undefined || natsUrl === undefined || postgres === undefined || nats === undefined) throw new Error('these tests need a PostgreSQL and a NATS that may be killed: npm run test:scale starts both')
  return { databaseUrl, natsUrl, crashDatabase: () => void process.kill(Number(postgres), 'SIGUSR2'), crashBroker: (keepsItsDisk) => void process.kill(Number(nats), keepsItsDisk ? 'SIGUSR2' : 'SIGHUP') }
}

/** Starts processes of the product on one database and one broker; `close` kills those that are left. */
export function scaledBureau(databaseUrl: string, natsUrl: string): { readonly start: (role: RelayRole) => Promise<ScaledProcess>; readonly close: () => Promise<void> } {
  const folder = mkdtempSync(join(tmpdir(), 'zhunsheng-scaled-'))
  const running = new Set<ScaledProcess>()
  const start = async (role: RelayRole): Promise<ScaledProcess> => {
    const child = spawn(process.execPath, [join(import.meta.dirname, 'main.ts'), '--role', role, '--data', folder, '--port', '0', ...(role === 'gateway' || role === 'all' ? ['--terminal-port', '0'] : [])], { env: { ...process.env, DATABASE_URL: databaseUrl, NATS_URL: natsUrl }, stdio: ['ignore', 'pipe', 'pipe'] })
    const ended = new Promise<void>((done) => child.once('exit', () => done()))
    const said: string[] = []
    child.stderr.on('data', (piece: Buffer) => said.push(piece.toString()))
    let port = 0
    await new Promise<void>((ready, failed) => {
      const timer = setTimeout(() => failed(new Error(`the ${role} is not ready: ${said.join('').slice(-2000)}`)), READY_MS)
      void ended.then(() => failed(new Error(`the ${role} ended: ${said.join('').slice(-2000)}`)))
      createInterface(child.stdout).on('line', (line) => {
        said.push(line)
        port = Number(/(?:终端接入：|已启动：http:\/\/)[^:]+:(\d+)/.exec(line)?.[1] ?? port)
        if (!line.includes('本进程的角色是')) return
        clearTimeout(timer)
        ready()
      })
    })
    const end = (signal: 'SIGKILL' | 'SIGTERM') => async (): Promise<void> => {
      running.delete(one)
      child.kill(signal)
      await ended
    }
    const one: ScaledProcess = { role, port, kill: end('SIGKILL'), stop: end('SIGTERM') }
    running.add(one)
    return one
  }
  return {
    start,
    close: async () => {
      await Promise.all([...running].map(({ kill }) => kill()))
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
