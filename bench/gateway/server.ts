import { createServer, type Server } from 'node:net'
import { gbkText } from '@zhunsheng/jt808/bytes/text.ts'
import type { Identity, TerminalDesk } from '@zhunsheng/bureau/modules/terminals/line.ts'
import { USUAL_GATEWAY } from '@zhunsheng/bureau/modules/terminals/limits.ts'
import { rollOf } from '@zhunsheng/bureau/modules/terminals/roll.ts'
import { tallyOf } from '@zhunsheng/bureau/modules/terminals/tally.ts'
import { tcpGateway } from '@zhunsheng/bureau/modules/terminals/tcp.ts'
import { follower, happeningOf } from '@zhunsheng/bureau/modules/tracking/follow.ts'
import { openRelay } from '@zhunsheng/bureau/modules/relay/module.ts'
import { systemClock } from '@zhunsheng/bureau/platform/clock.ts'
import { openDatabase, type Database } from '@zhunsheng/bureau/platform/database.ts'
import { MIGRATIONS } from '@zhunsheng/bureau/server.ts'
import { worldOf } from '@zhunsheng/trucks/sim/run.ts'
import { district, truckOf } from './fleet.ts'
import { plainAnswers } from './plain.ts'

/**
 * A gateway in a process of its own, by the first word of the command line: `judged` with the pipeline on the database of the second word,
 * `unjudged` with a desk that takes everything and keeps nothing, `plain` a bare server that acknowledges what looks like a frame;
 * `relayed` with workers of that database behind the broker of the third word, of which `worker` is one.
 * Every terminal is let in with any code: who it is follows from its number.
 */
async function main(kind: string, url: string, broker: string): Promise<void> {
  const server = kind === 'plain' ? plain() : gateway(await takerOf(kind, url, broker))
  await new Promise<void>((done) => void server.listen({ port: 0, host: '127.0.0.1', backlog: 4096 }, done))
  const address = server.address()
  say({ port: typeof address === 'object' && address !== null ? address.port : 0 })
  // What it holds in memory is told whenever the benchmark asks.
  process.stdin.on('data', () => {
    globalThis.gc?.()
    say({ bytes: process.memoryUsage().rss })
  })
}
const say = (line: Readonly<Record<string, number>>): void => void process.stdout.write(`${JSON.stringify(line)}\n`)

function plain(): Server {
  return createServer({ noDelay: true }, (socket) => {
    const answersTo = plainAnswers()
    socket.on('error', () => undefined)
    socket.on('data', (piece) => void socket.write(answersTo(Buffer.from(piece))))
  })
}

function gateway(take: TerminalDesk['take']): Server {
  const decoder = new TextDecoder('gbk')
  const identityOf = (terminal: string): Identity => ({ truckId: truckOf(terminal), plate: '', version: 2019 })
  const nowMs = (): number => Date.now()
  const desk: TerminalDesk = { register: () => Promise.resolve({ refused: 4 }), authenticate: (terminal) => Promise.resolve(identityOf(terminal)), identify: (terminal) => Promise.resolve(identityOf(terminal)), logOut: () => Promise.resolve(), hold: () => Promise.resolve(), take, record: () => Promise.resolve('kept'), card: () => Promise.resolve(), warn: () => Promise.resolve() }
  return tcpGateway({ desk, text: gbkText((bytes) => decoder.decode(bytes)), tally: tallyOf(), nowMs, roll: rollOf(nowMs), limits: { ...USUAL_GATEWAY, perAddress: USUAL_GATEWAY.connections } })
}

async function takerOf(kind: string, url: string, broker: string): Promise<TerminalDesk['take']> {
  if (kind === 'unjudged') return () => Promise.resolve()
  const database = await openDatabase({ url })
  await database.migrate(MIGRATIONS)
  const judging = pipeline(database)
  if (kind === 'judged') return judging
  const relay = await openRelay({ place: { servers: [broker], replicas: 1 }, role: kind === 'worker' ? 'worker' : 'gateway', database, onFault: (fault) => process.stderr.write(`${String(fault)}\n`) })
  relay.introduce({ take: judging, alarmed: () => undefined })
  relay.lines({ view: () => Promise.resolve({ listens: [], online: [], counts: {} }), find: () => Promise.resolve(undefined), ofTruck: () => Promise.resolve(undefined), order: () => Promise.resolve({ fate: 'offline' }) })
  await relay.open()
  return relay.take
}

function pipeline(database: Database): TerminalDesk['take'] {
  const world = worldOf({ data: district() })
  const { take } = follower({ database, clock: systemClock, known: () => Promise.resolve({ world, named: () => undefined, vehicles: [] }) })
  return (arrivals) => take(arrivals.map(happeningOf))
}

await main(process.argv[2] ?? '', process.argv[3] ?? '', process.argv[4] ?? '')
process.once('SIGTERM', () => process.exit(0))
