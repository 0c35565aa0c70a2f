import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { mustAgree, type Benchmark, type Match, type Portion } from './match.ts'

const ROOT = join(import.meta.dirname, '..')
const LONGEST_MS = 120_000

/** From the command to the first page that answers. */
export const START: Benchmark = {
  name: 'start',
  says: 'npm start to the first page, on the embedded database: first with an empty data folder, then again',
  open: () => Promise.resolve(matches()),
}

function matches(): readonly Match[] {
  const folder = mkdtempSync(join(tmpdir(), 'zhunsheng-bench-'))
  let made = 0
  const again = join(folder, 'data-1')
  const base = { unit: 'start', inSeconds: true, peers: [] }
  return [
    {
      ...base,
      name: 'first start with demo data',
      target: 1 / 30,
      mostRounds: 2,
      product: { name: 'bureau', work: () => started(join(folder, `data-${(made += 1)}`)) },
      notes: ['the web is built already; where it is not, the first start builds it, which is not counted here'],
    },
    {
      ...base,
      name: 'later start',
      target: 1 / 5,
      mostRounds: 5,
      product: { name: 'bureau', work: () => started(again) },
      notes: ['the data folder of a first start'],
      close: () => Promise.resolve(rmSync(folder, { recursive: true })),
    },
  ]
}

/** Starts the server, waits for its first page and for the cases behind it, and ends it in order. */
async function started(data: string): Promise<Portion> {
  const port = await freePort()
  const begun = performance.now()
  const child = spawn(process.execPath, [join(ROOT, 'start.mjs'), '--port', String(port), '--data', data], { stdio: ['ignore', 'ignore', 'inherit'] })
  process.once('exit', () => child.kill('SIGTERM'))
  const ended = new Promise<void>((done) => child.once('exit', () => done()))
  const page = await firstPage(`http://127.0.0.1:${port}/`, begun)
  const ms = performance.now() - begun
  mustAgree(page.includes('<script'), 'the first page is the application')
  const { total }: { readonly total: number } = JSON.parse(await (await fetch(`http://127.0.0.1:${port}/api/public/decisions`)).text())
  mustAgree(total > 0, 'the decisions of the demonstration are there')
  child.kill('SIGTERM')
  await ended
  return { count: 1, ms }
}

async function firstPage(url: string, begun: number): Promise<string> {
  while (performance.now() - begun < LONGEST_MS) {
    const answer = await fetch(url).catch(() => undefined)
    if (answer?.status === 200) return answer.text()
    await pause(20)
  }
  throw new Error(`no page within ${LONGEST_MS} ms`)
}

const freePort = (): Promise<number> =>
  new Promise((found) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => found(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })
