import { startPostgres } from './command/durable-postgres.ts'
import { fleetOn } from './gateway.ts'
import { startGateway } from './gateway/child.ts'
import { mustAgree, type Benchmark, type Match, type Portion } from './match.ts'
import { positionsIn } from './positions-in.ts'

const [MINUTES, MINUTE_MS, MIB] = [10, 60_000, 2 ** 20]

/** Ten minutes of positions over real sockets: whether the rate lasts, nothing is lost, and memory stays. */
export const HOLD: Benchmark = {
  name: 'hold',
  says: `positions over TCP for ${MINUTES} minutes without a pause, acknowledged when they are durable and judged`,
  open: async () => [await match()],
}

async function match(): Promise<Match> {
  const postgres = await startPostgres()
  const gateway = await startGateway('judged', postgres.url)
  const fleet = await fleetOn(gateway)
  const seen: string[] = []
  return {
    name: 'positions over sockets, ten minutes',
    unit: 'positions',
    target: 10_000,
    mostRounds: 1,
    product: {
      name: 'bureau',
      work: async (): Promise<Portion> => {
        const whole = { count: 0, ms: 0, p99Ms: 0 }
        for (let minute = 1; minute <= MINUTES; minute += 1) {
          const { count, ms, p99Ms = NaN } = await fleet.send(MINUTE_MS)
          whole.count += count
          whole.ms += ms
          whole.p99Ms = Math.max(whole.p99Ms, p99Ms)
          seen.push(`minute ${minute}: ${Math.round((count * 1000) / ms)} positions/s, p99 ${p99Ms.toFixed(0)} ms, ${Math.round((await gateway.memory()) / MIB)} MiB in the server`)
        }
        return whole
      },
    },
    peers: [],
    notes: ['clients, server and PostgreSQL share the cores of this machine'],
    afterwards: () => [...seen, `${fleet.acknowledged()} acknowledged, ${fleet.lost()} without an answer`],
    close: async () => {
      const [acknowledged, stored] = [fleet.acknowledged(), await positionsIn(postgres.url)]
      fleet.close()
      await gateway.stop()
      await postgres.stop()
      mustAgree(stored >= acknowledged, `${acknowledged} acknowledged, ${stored} stored`)
    },
  }
}
