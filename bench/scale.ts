import { databaseOn } from '@zhunsheng/bureau/platform/test-twins.ts'
import { startPostgres } from './command/durable-postgres.ts'
import { fleetOn } from './gateway.ts'
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
    return { url, processes, fleet: await fleetOn(gateway) }
  }
  const [two, one, alone] = [await side('two', 2), await side('one', 1), await side('alone', 0)]
  for (const { fleet } of [two, one, alone]) mustAgree((await fleet.send(500)).count > 0, 'whether positions are answered')
  return {
    name: 'positions over sockets, shared by processes',
    unit: 'positions',
    product: { name: 'gateway, 2 workers', work: two.fleet.send },
    peers: [{ name: 'gateway, 1 worker', work: one.fleet.send }, { name: 'one process', work: alone.fleet.send }],
    notes: ['clients, gateway, workers, broker and PostgreSQL share the cores of this machine; the broker syncs as it does out of the box'],
    afterwards: () => [`${[two, one, alone].map(({ fleet }) => fleet.lost()).reduce((sum, lost) => sum + lost, 0)} positions without an answer`],
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
