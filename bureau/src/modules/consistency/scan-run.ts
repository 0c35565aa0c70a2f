import { createHash } from 'node:crypto'
import { Worker } from 'node:worker_threads'
import type { DecidedCase } from '@zhunsheng/discretion/deviation/columns.ts'
import type { Scan, ScanOptions } from '@zhunsheng/discretion/deviation/scan.ts'
import type { Database } from '../../platform/database.ts'
import { comparedPage, type ComparedRow, type Place, type Span } from './store-compared.ts'

/** What the thread is told: cases, page by page, and then how to look. */
export type ScanPiece = { readonly rows: readonly DecidedCase[] } | { readonly options: ScanOptions }
export type ScanAnswer = { readonly taken: number } | { readonly scan: Scan } | { readonly because: string }

/** What a scan looked at and found (扫描结果). */
export interface Scanned {
  readonly scan: Scan
  readonly cases: number
  /** SHA-256 of every row that was looked at, in hex. */
  readonly digest: string
  /** Names of people by identifier. */
  readonly names: Readonly<Record<string, string>>
}

const PAGE = 10_000

/**
 * Scans the decided cases of a period (同案不同罚的扫描) beside the server's own work: a page at a time is read here, and columns of
 * numbers are kept there, so that memory does not grow with what a case tells.
 */
export async function runScan(database: Database, span: Span, options: ScanOptions): Promise<Scanned> {
  const worker = new Worker(new URL('./scan-worker.ts', import.meta.url))
  try {
    const digest = createHash('sha256')
    const names: Record<string, string> = {}
    let cases = 0
    // The next page is read while the thread takes in the last one, and no page more lies in memory.
    let taken: Promise<ScanAnswer> | undefined
    for await (const rows of pages(database, span)) {
      digest.update(rows.map((row) => `${lineOf(row)}\n`).join(''))
      Object.assign(names, namesIn(rows))
      cases += rows.length
      await taken
      taken = ask(worker, { rows: rows.map(decidedCase) })
      // Whoever waits for it is told; until then it is nobody's fault.
      taken.catch(() => undefined)
    }
    await taken
    const answer = await ask(worker, { options })
    if (!('scan' in answer)) throw new Error('because' in answer ? answer.because : 'the scan did not end')
    return { scan: answer.scan, cases, digest: digest.digest('hex'), names }
  } finally {
    await worker.terminate()
  }
}

const namesIn = (rows: readonly ComparedRow[]) => Object.fromEntries(rows.filter(({ officer }) => officer !== '').map(({ officer, officer_name }) => [officer, officer_name]))

async function* pages(database: Database, span: Span): AsyncGenerator<readonly ComparedRow[]> {
  let rows: readonly ComparedRow[] = []
  let after: Place | undefined
  do {
    const from = after
    rows = await database.read((queries) => comparedPage(queries, span, from, PAGE))
    yield rows
    after = rows.at(-1)
  } while (rows.length === PAGE)
}

/** One piece for the thread, and its answer. A thread that breaks down answers nothing more. */
function ask(worker: Worker, piece: ScanPiece): Promise<ScanAnswer> {
  return new Promise((done, failed) => {
    const stopped = () => failed(new Error('the scan stopped'))
    worker.once('error', failed)
    worker.once('exit', stopped)
    worker.once('message', (answer: ScanAnswer) => {
      worker.off('error', failed).off('exit', stopped)
      done(answer)
    })
    worker.postMessage(piece)
  })
}

/** Everything that a scan looks at, so that the same digest means the same data. */
const lineOf = (row: ComparedRow): string => JSON.stringify([row.case_id, row.matter, row.decided_on, row.officer, row.team, row.town, row.exempt, row.amount, row.benchmark, row.row_no, row.lighter, row.beforehand])

function decidedCase(row: ComparedRow): DecidedCase {
  const { case_id: id, matter, officer, team, town, decided_on, amount, exempt, beforehand } = row
  return {
    id, matter, exempt, beforehand, stratum: stratumOf(row),
    by: { month: decided_on.slice(0, 7), ...(officer === '' ? {} : { officer }), ...(team === '' ? {} : { team }), ...(town === null ? {} : { town }) },
    ...(amount === null ? {} : { amount }),
  }
}

/** Cases that answer to one row of one version, or, without one, that were alike beforehand; those that the law makes lighter are by themselves. */
export const stratumOf = ({ benchmark, row_no, beforehand, lighter }: Pick<ComparedRow, 'benchmark' | 'row_no' | 'beforehand' | 'lighter'>): string =>
  `${benchmark === null || row_no === null ? `- ${beforehand}` : `${benchmark}#${row_no}`}${lighter ? ' lighter' : ''}`
