import { execFileSync } from 'node:child_process'
import { startPostgres } from './command/durable-postgres.ts'
import { call, startGateway, type Caller, type Gateway } from './gateway/child.ts'
import { CONNECTIONS, frameOf, phoneOf, reportsOf } from './gateway/fleet.ts'
import { mustAgree, type Benchmark, type Match, type Portion } from './match.ts'
import { positionsIn } from './positions-in.ts'

/** So many reports of a terminal wait for their answer at once: a terminal with a memory sends on. */
const WINDOW = 16
const IDLE = 20_000
/** Files that a process has open besides its connections. */
const OTHER_FILES = 150
const AT_ONCE = 200

/** Terminals over real sockets, as far as the acknowledgement of a position that is durable and judged; and terminals that say nothing. */
export const GATEWAY: Benchmark = {
  name: 'gateway',
  says: `positions over ${CONNECTIONS} TCP connections, ${WINDOW} of each under way, acknowledged when they are durable and judged; and idle connections`,
  open: async () => [await reports(), await idle()],
}

async function reports(): Promise<Match> {
  const postgres = await startPostgres()
  const [judged, unjudged, plain] = [await startGateway('judged', postgres.url), await startGateway('unjudged'), await startGateway('plain')]
  const fleets = new Map<Gateway, Fleet>()
  for (const gateway of [judged, unjudged, plain]) fleets.set(gateway, await fleetOn(gateway))
  const work = (gateway: Gateway) => (ms: number) => fleets.get(gateway)?.send(ms) ?? Promise.reject(new Error('no fleet'))
  for (const gateway of [judged, unjudged, plain]) mustAgree((await work(gateway)(200)).count > 0, 'whether positions are answered')
  return {
    name: 'positions over sockets, judged and durable',
    unit: 'positions',
    target: 10_000,
    product: { name: 'bureau', work: work(judged) },
    peers: [{ name: 'the same gateway, pipeline off', work: work(unjudged) }, { name: 'bare Node, acknowledges', work: work(plain) }],
    notes: ['each side is a server process of its own; the clients, which encode every frame anew, share the cores of this machine with it and with PostgreSQL'],
    afterwards: () => [`${[...fleets.values()].map(({ lost }) => lost()).reduce((sum, one) => sum + one, 0)} positions without an answer`],
    close: async () => {
      for (const fleet of fleets.values()) fleet.close()
      const acknowledged = fleets.get(judged)?.acknowledged() ?? 0
      const stored = await positionsIn(postgres.url)
      await Promise.all([judged.stop(), unjudged.stop(), plain.stop()])
      await postgres.stop()
      mustAgree(stored >= acknowledged, `${acknowledged} acknowledged, ${stored} stored`)
    },
  }
}
export interface Fleet {
  readonly send: (ms: number) => Promise<Portion>
  readonly acknowledged: () => number
  readonly lost: () => number
  readonly close: () => void
}
/** A fleet that has been let in, and sends as fast as it is answered. */
export async function fleetOn(gateway: Gateway): Promise<Fleet> {
  const callers = await calling(gateway, 0, CONNECTIONS)
  const reports = callers.map((_, index) => reportsOf(index))
  const serials = new Uint16Array(callers.length)
  let [acknowledged, lost] = [0, 0]
  return {
    acknowledged: () => acknowledged,
    lost: () => lost,
    close: () => callers.forEach(({ socket }) => socket.destroy()),
    send: async (ms) => {
      const start = performance.now()
      const times: number[] = []
      await Promise.all(callers.map(({ socket, onAnswers }, index) => new Promise<void>((done) => {
        const sent: number[] = []
        const finish = (): void => {
          socket.off('close', closed)
          done()
        }
        function closed(): void {
          lost += sent.length
          done()
        }
        const more = (): void => {
          const frames: Uint8Array[] = []
          while (sent.length < WINDOW && performance.now() - start < ms) {
            const next = reports[index]
            if (next === undefined) break
            serials[index] = (serials[index] ?? 0) + 1
            frames.push(frameOf(phoneOf(index), serials[index] ?? 0, 'location', next()))
            sent.push(performance.now())
          }
          if (frames.length > 0) socket.write(Buffer.concat(frames))
          if (sent.length === 0) finish()
        }
        onAnswers((answers) => {
          const now = performance.now()
          for (const at of sent.splice(0, answers)) times.push(now - at)
          acknowledged += answers
          more()
        })
        socket.once('close', closed)
        more()
      })))
      times.sort((a, b) => a - b)
      return { count: times.length, ms: performance.now() - start, p99Ms: times[Math.floor(times.length * 0.99)] ?? NaN }
    },
  }
}

async function calling(gateway: Gateway, first: number, many: number): Promise<readonly Caller[]> {
  const callers: Caller[] = []
  while (callers.length < many) callers.push(...(await Promise.all(Array.from({ length: Math.min(AT_ONCE, many - callers.length) }, (_, one) => call(gateway.port, first + callers.length + one)))))
  return callers
}

async function idle(): Promise<Match> {
  const allowed = Number(execFileSync('sh', ['-c', 'ulimit -n'], { encoding: 'utf8' })) || IDLE
  const wanted = Math.min(IDLE, allowed - OTHER_FILES)
  const seen: string[] = []
  const once = (kind: 'unjudged' | 'plain') => async (): Promise<Portion> => {
    const gateway = await startGateway(kind)
    const before = await gateway.memory()
    const start = performance.now()
    const callers = await calling(gateway, CONNECTIONS, wanted)
    const ms = performance.now() - start
    const each = ((await gateway.memory()) - before) / wanted / 1024
    const asked = performance.now()
    const [some] = callers
    await new Promise<void>((done) => { some?.onAnswers(() => done()); some?.socket.write(frameOf(phoneOf(CONNECTIONS), 1, 'heartbeat', {})) })
    seen.push(`${kind === 'plain' ? 'bare Node' : 'bureau'}: ${wanted} connections (the machine allows ${allowed} open files), ${each.toFixed(1)} KiB each in the server, a heartbeat answered in ${(performance.now() - asked).toFixed(1)} ms`)
    for (const { socket } of callers) socket.destroy()
    await gateway.stop()
    return { count: wanted, ms }
  }
  return {
    name: 'idle terminals let in',
    unit: 'connections',
    mostRounds: 1,
    product: { name: 'bureau', work: once('unjudged') },
    peers: [{ name: 'bare Node, acknowledges', work: once('plain') }],
    notes: ['register and code are not looked up: what is counted is the line'],
    afterwards: () => seen,
  }
}
