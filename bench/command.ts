import pg from 'pg'
import { startPostgres } from './command/durable-postgres.ts'
import { dbos, fourInserts, pgBoss } from './command/peers.ts'
import { parentOf, processorSeconds } from './command/processor-time.ts'
import { startProduct, type Product } from './command/product.ts'
import { mustAgree, repeatTogether, type Benchmark, type Match, type Portion } from './match.ts'

const CLIENTS = 32

/** A durable, idempotent case command over HTTP on PostgreSQL. */
export const COMMAND: Benchmark = {
  name: 'command',
  says: `an act of a case recorded over HTTP: act, leaf, projections, outbox; ${CLIENTS} clients, every commit flushed to disk`,
  open: async () => [await match()],
}

async function match(): Promise<Match> {
  const postgres = await startPostgres()
  const main = new pg.Client(postgres.url)
  await main.connect()
  const databaseFor = async (name: string) => {
    await main.query(`create database ${name}`)
    return postgres.url.replace(/\/postgres$/, `/${name}`)
  }
  const own = await databaseFor('product')
  const product = await startProduct(own)
  const written = await everythingIsWritten(product, own)
  const spent = timeOf({ server: product.process, database: await postmasterOf(main) })
  const peers = [await fourInserts(await databaseFor('bare')), await pgBoss(await databaseFor('boss')), await dbos(await databaseFor('dbos'))]
  return {
    name: 'case command over HTTP',
    unit: 'commands',
    target: 4000,
    p99TargetMs: 20,
    product: { name: 'bureau', work: (ms) => spent.during(() => repeatTogether(ms, CLIENTS, product.command)) },
    peers: peers.map(({ name, once }) => ({ name, work: (ms) => repeatTogether(ms, CLIENTS, once) })),
    notes: [
      written,
      'the product is a process of its own and answers over HTTP, having judged the act by law; the peers are called within this process and judge nothing',
      'all of them, the database and the clients share the cores of this machine',
    ],
    afterwards: () => [spent.says()],
    close: async () => {
      await product.stop()
      for (const peer of peers) await peer.stop()
      await main.end()
      await postgres.stop()
    },
  }
}

/** Adds up what each program uses of the processors while the product works. */
function timeOf({ server, database }: { readonly server: number; readonly database: number }) {
  const now = () => ({ server: processorSeconds(server), database: processorSeconds(database), clients: process.cpuUsage() })
  const spent = { server: 0, database: 0, clients: 0 }
  let commands = 0
  const each = (seconds: number) => `${Math.round((seconds * 1e6) / commands)} µs`
  return {
    during: async (work: () => Promise<Portion>): Promise<Portion> => {
      const before = now()
      const portion = await work()
      const after = now()
      const { user, system } = process.cpuUsage(before.clients)
      spent.server += after.server - before.server
      spent.database += after.database - before.database
      spent.clients += (user + system) / 1e6
      commands += portion.count
      return portion
    },
    says: () => `processor time a command: server ${each(spent.server)}, database ${each(spent.database)}, clients ${each(spent.clients)}`,
  }
}

/** The process that all processes of the database server descend from. */
async function postmasterOf(client: pg.Client): Promise<number> {
  const { rows } = await client.query<{ backend: number }>('select pg_backend_pid() as backend')
  const [[, parent] = [0, 0]] = parentOf(rows[0]?.backend ?? 0)
  return parent
}

/** Ten cases of each client, which also warm the server up: each has its act, its leaf and its outbox row, and a repetition adds nothing. */
async function everythingIsWritten(product: Product, url: string): Promise<string> {
  await Promise.all(
    Array.from({ length: CLIENTS }, async (_, client) => {
      for (let command = 0; command < 200; command += 1) await product.command(client)
      await product.again(client)
    }),
  )
  const database = new pg.Client(url)
  await database.connect()
  const { rows } = await database.query<Record<string, string>>(`select (select count(*) from enforcement_acts) as acts, (select count(*) from ledger_leaves) as leaves,
    (select count(*) from enforcement_outbox) as outbox, (select sum(version) from enforcement_cases) as versions`)
  await database.end()
  const expected = product.acknowledged()
  for (const [name, count] of Object.entries(rows[0] ?? {})) mustAgree(Number(count) === expected, `${expected} commands, but ${count} ${name}`)
  return `${expected} commands left as many acts, leaves, outbox rows and steps of cases; one repetition for each client changed nothing and was answered alike`
}
