import { databaseOn } from '@zhunsheng/bureau/platform/test-twins.ts'
import { startPostgres } from './command/durable-postgres.ts'
import { processorSeconds } from './command/processor-time.ts'
import { fleetOn, type Fleet } from './gateway.ts'
import { startGateway, type Gateway } from './gateway/child.ts'
import { startNats } from './gateway/throw-away-nats.ts'
import { mustAgree, type Benchmark, type Match } from './match.ts'
import { positionsIn } from './positions-in.ts'

/** What several processes cost on a machine that one of them fills: the same positions over sockets, judged in the gateway's process, or by workers behind a broker. */
export const SCALE: Benchmark = {
  name: 'scale',
  says: 'positions over TCP as in gateway, judged and made durable by two workers behind NATS; by one; and in the process of the gateway itself',
  open: async () => [await match()],
}

async function match(): Promise<Match> {
  const [postgres, nats] = [await startPostgres(), await startNats()]
  const side = async (name: string, workers: number) => {
    const url = await databaseOn(postgres.url, name)
    const gateway = await startGateway(workers === 0 ? 'judged' : 'relayed', url, nats.url)
    const processes: Gateway[] = [gateway]
    for (let one = 0; one < workers; one += 1) processes.push(await startGateway('worker', url, nats.url))
    const fleet = await fleetOn(gateway)
    return { url, processes, fleet, ...spending(fleet, { processes: processes.map((each) => each.process), broker: [nats.process] }) }
  }
  const [two, one, alone] = [await side('two', 2), await side('one', 1), await side('alone', 0)]
  for (const { fleet } of [two, one, alone]) mustAgree((await fleet.send(500)).count > 0, 'whether positions are answered')
  return {
    name: 'positions over sockets, shared by processes',
    unit: 'positions',
    product: { name: 'gateway, 2 workers', work: two.send },
    peers: [{ name: 'gateway, 1 worker', work: one.send }, { name: 'one process', work: alone.send }],
    notes: ['clients, gateway, workers, broker and PostgreSQL share the cores of this machine; the broker syncs as it does out of the box'],
    afterwards: () => [...[two, one, alone].map(({ processes, says }) => `${['one process', 'gateway, 1 worker', 'gateway, 2 workers'][processes.length - 1]}: ${says()}`), `${[two, one, alone].map(({ fleet }) => fleet.lost()).reduce((sum, lost) => sum + lost, 0)} positions without an answer`],
    close: async () => {
      for (const { url, processes, fleet } of [two, one, alone]) {
        const [acknowledged, stored] = [fleet.acknowledged(), await positionsIn(url)]
        fleet.close()
        for (const { stop } of processes) await stop()
        mustAgree(stored >= acknowledged, `${acknowledged} acknowledged, ${stored} stored`)
      }
      await nats.stop()
      await postgres.stop()
    },
  }
}

/** Adds up what each program uses of the processors while a fleet is served: neighbours change that less than the rate. */
function spending(fleet: Fleet, roots: Readonly<Record<string, readonly number[]>>): { readonly send: Fleet['send']; readonly says: () => string } {
  const now = () => new Map(Object.entries(roots).map(([name, of]) => [name, of.reduce((sum, root) => sum + processorSeconds(root), 0)]))
  const spent = new Map<string, number>()
  let positions = 0
  return {
    send: async (ms) => {
      const before = now()
      const portion = await fleet.send(ms)
      for (const [name, seconds] of now()) spent.set(name, (spent.get(name) ?? 0) + seconds - (before.get(name) ?? 0))
      positions += portion.count
      return portion
    },
    says: () => `processor time a position: ${[...spent].map(([name, seconds]) => `${name} ${Math.round((seconds * 1e6) / positions)} µs`).join(', ')}`,
  }
}
