import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { createInterface } from 'node:readline'
import { join } from 'node:path'
import { Pool } from 'undici'
import { ORDINARY_COURSE } from '@zhunsheng/law/penalty/ordinary/course.ts'
import { day } from '@zhunsheng/law/day.ts'
import { mustAgree } from '../match.ts'

/** A case as far as the twentieth act; every act is lawful after those before it. */
const KINDS: readonly string[] = ['apply', 'inspect', 'orderCorrection', 'file', 'interview', ...Array.from({ length: 15 }, () => 'collect')]
const ON = '2021-08-10'

export interface Product {
  /** One client: its n-th command, each recorded and answered before the next. */
  readonly command: (client: number) => Promise<void>
  readonly acknowledged: () => number
  readonly process: number
  /** The last command of a client once more, under the same key. */
  readonly again: (client: number) => Promise<void>
  readonly stop: () => Promise<void>
}
interface Client {
  readonly done: number
  readonly caseId?: string
  readonly last?: { readonly path: string; readonly body: string; readonly key: string; readonly token: string; readonly answer: string }
}

/** The server in a process of its own, and clients that run cases through it, act by act. */
export async function startProduct(url: string): Promise<Product> {
  const child = spawn(process.execPath, [...(process.env['BENCH_SERVER_FLAGS']?.split(' ') ?? []), join(import.meta.dirname, 'server.ts'), url], { stdio: ['ignore', 'pipe', 'inherit'] })
  process.once('exit', () => child.kill('SIGTERM'))
  const { address, officer, leader } = await firstLine(child.stdout)
  const pool = new Pool(address, { connections: 64 })
  const clients = new Map<number, Client>()
  let acknowledged = 0

  const send = (path: string, body: string, key: string, token: string): Promise<string> =>
    new Promise((answered, failed) => {
      const parts: Buffer[] = []
      let status = 0
      // The client's own interface is the cheapest that it has: what the clients use of the processors is not there for the server.
      pool.dispatch({ path, method: 'POST', headers: { 'content-type': 'application/json', 'idempotency-key': key, cookie: `zhunsheng=${token}` }, body }, {
        onRequestStart: () => undefined,
        onResponseStart: (_, statusCode) => void (status = statusCode),
        onResponseData: (_, part) => void parts.push(part),
        onResponseEnd: () => {
          const text = Buffer.concat(parts).toString('utf8')
          if (status === 201) answered(text)
          else failed(new Error(`${status} ${text}`))
        },
        onResponseError: (_, failure) => failed(failure),
      })
    })

  return {
    command: async (client) => {
      const { done, caseId } = clients.get(client) ?? { done: 0 }
      const kind = KINDS[done % KINDS.length] ?? 'apply'
      const act = { kind, on: ON, with: kind === 'file' ? [] : ['li'], data: DATA[kind] }
      const token = kind === 'file' ? leader : officer
      const [path, body] = kind === 'apply' ? ['/api/cases', JSON.stringify(act)] : [`/api/cases/${caseId}/acts`, JSON.stringify({ ...act, version: done % KINDS.length })]
      const key = randomUUID()
      const answer = await send(path, body, key, token)
      acknowledged += 1
      clients.set(client, { done: done + 1, caseId: kind === 'apply' ? idIn(answer) : (caseId ?? ''), last: { path, body, key, token, answer } })
    },
    acknowledged: () => acknowledged,
    process: child.pid ?? 0,
    again: async (client) => {
      const last = clients.get(client)?.last
      if (last === undefined) return
      mustAgree((await send(last.path, last.body, last.key, last.token)) === last.answer, 'a request sent twice is answered alike')
    },
    stop: async () => {
      await pool.close()
      const ended = new Promise<void>((done) => child.once('exit', () => done()))
      child.kill('SIGTERM')
      await ended
    },
  }
}

const DATA: Readonly<Record<string, Readonly<Record<string, unknown>>>> = Object.fromEntries(KINDS.map((kind) => [kind, ORDINARY_COURSE.typical(kind, day(ON))]))

const idIn = (answer: string): string => {
  const { id }: { readonly id: string } = JSON.parse(answer)
  return id
}

async function firstLine(output: NodeJS.ReadableStream): Promise<{ readonly address: string; readonly officer: string; readonly leader: string }> {
  for await (const line of createInterface(output)) return JSON.parse(line)
  throw new Error('the server said nothing')
}
