import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runScan } from '@zhunsheng/bureau/modules/consistency/scan-run.ts'
import { addCompared, type ComparedRow } from '@zhunsheng/bureau/modules/consistency/store-compared.ts'
import { openDatabase, type Database } from '@zhunsheng/bureau/platform/database.ts'
import { MIGRATIONS } from '@zhunsheng/bureau/server.ts'
import type { DecidedCase } from '@zhunsheng/discretion/deviation/columns.ts'
import { USUAL_OPTIONS } from '@zhunsheng/discretion/deviation/scan.ts'
import { sql } from 'kysely'
import { startPostgres } from './command/durable-postgres.ts'
import { mustAgree, repeatWaiting, type Benchmark, type Match } from './match.ts'
import { HARSH, year } from './scan.ts'

const BATCH = 5000
const SPAN = { from: '2021-01-01', to: '2021-12-31' }

/** The scan as the server does it: cases read page by page from the database, columns and findings in a thread of their own. */
export const SCAN_STORED: Benchmark = {
  name: 'scan-stored',
  says: 'decided cases read from the database and scanned, the digest of every row included',
  open: async () => [await onServer(1_000_000, 60), await embedded(100_000, 30)],
}

async function onServer(count: number, seconds: number): Promise<Match> {
  const postgres = await startPostgres()
  return matchOf(`scan of ${count} cases on PostgreSQL`, await openDatabase({ url: postgres.url }), { count, seconds, close: postgres.stop })
}
async function embedded(count: number, seconds: number): Promise<Match> {
  const folder = mkdtempSync(join(tmpdir(), 'zhunsheng-scan-'))
  return matchOf(`scan of ${count} cases, embedded`, await openDatabase({ folder }), { count, seconds, close: () => Promise.resolve(rmSync(folder, { recursive: true, force: true })) })
}

async function matchOf(name: string, database: Database, { count, seconds, close }: { readonly count: number; readonly seconds: number; readonly close: () => Promise<void> }): Promise<Match> {
  await database.migrate(MIGRATIONS)
  await fill(database, count)
  let most = 0
  const one = async () => {
    const { scan, cases } = await runScan(database, SPAN, USUAL_OPTIONS)
    mustAgree(cases === count && scan.deviations.length === 1 && scan.deviations[0]?.value === HARSH, `one deviation planted, found ${scan.deviations.map(({ value }) => value).join('、')} in ${cases}`)
    most = Math.max(most, process.memoryUsage().rss)
  }
  return {
    name, unit: 'scans', inSeconds: true, mostRounds: 3, target: 1 / seconds,
    product: { name: 'scan', work: (ms) => repeatWaiting(ms, 1, one) },
    peers: [{ name: 'means by SQL', work: (ms) => repeatWaiting(ms, 1, () => meansBySql(database)) }],
    notes: ['one officer deviates, and he alone is found; the means say neither how sure nor who', 'database, server and thread share the cores of this machine'],
    afterwards: () => [`${Math.round(most / 2 ** 20)} MiB resident after a scan, both threads together`],
    close: async () => {
      await database.close()
      await close()
    },
  }
}

async function fill(database: Database, count: number): Promise<void> {
  let batch: ComparedRow[] = []
  const flush = async () => {
    const rows = batch
    batch = []
    await database.work((tx) => addCompared(tx, rows))
  }
  for (const one of year(count)) {
    batch.push(rowOf(one))
    if (batch.length === BATCH) await flush()
  }
  if (batch.length > 0) await flush()
}

function rowOf({ id, matter, stratum, amount, exempt, by }: DecidedCase): ComparedRow {
  const fine = amount ?? null
  return {
    case_id: id.padStart(36, '0'), number: `例〔2021〕${id}号`, matter, decided_on: `${by.month}-${String(1 + (Number(id) % 28)).padStart(2, '0')}`, officer: by.officer ?? '', officer_name: by.officer ?? '', team: by.team ?? '', town: by.town ?? null,
    exempt, fine_fen: fine, amount: fine, benchmark: `${matter}/1`, tier: 'ordinary', row_no: Number(stratum), lighter: false, beforehand: `citizen slight ${stratum}`, answers: { times: Number(stratum), corrected: true, harm: 'slight' },
  }
}

/** What one writes first: by how much each one's fines lie above those of his stratum, on the average. */
const meansBySql = (database: Database) =>
  database.read((queries) =>
    sql`select officer, matter, count(*), exp(avg(apart)) from (
      select officer, matter, ln(amount) - avg(ln(amount)) over (partition by matter, benchmark, row_no, lighter) as apart from consistency_cases where decided_on between ${SPAN.from} and ${SPAN.to} and amount > 0
    ) one group by officer, matter having count(*) >= 10 order by exp(avg(apart)) desc`.execute(queries))
