import { columnsOf, type DecidedCase } from '@zhunsheng/discretion/deviation/columns.ts'
import { scan } from '@zhunsheng/discretion/deviation/scan.ts'
import { drawn } from './draw.ts'
import { mustAgree, repeat, type Benchmark, type Match } from './match.ts'

const [MATTERS, TOWNS, OFFICERS_EACH, STRATA] = [40, 12, 8, 6]
/** He fines the first matter a quarter higher than anybody else, and must be found. */
export const HARSH = '镇街7-3'

/** Looking for who decides like cases otherwise (同案不同罚的扫描), in memory: reading the cases from a database is not in it. */
export const SCAN: Benchmark = {
  name: 'scan',
  says: 'decided cases laid out in columns as they stream in, and scanned by officer, team, town and month',
  open: () => Promise.resolve([100_000, 1_000_000].map(matchOf)),
}

function matchOf(count: number): Match {
  let heap = 0
  const one = (): void => {
    const { deviations } = scan(columnsOf(year(count)))
    mustAgree(deviations.length === 1 && deviations[0]?.value === HARSH, `one deviation planted, found ${deviations.map(({ value }) => value).join('、')}`)
    heap = Math.max(heap, process.memoryUsage().rss)
  }
  return { name: `scan of ${count} cases`, unit: 'scans', inSeconds: true, mostRounds: 3, product: { name: 'scan', work: (ms) => repeat(ms, 1, one) }, peers: [], notes: ['one officer deviates, and he alone is found'], afterwards: () => [`${Math.round(heap / 2 ** 20)} MiB resident after a scan`] }
}

/** The same cases on every machine. */
export function* year(count: number): Generator<DecidedCase> {
  for (let n = 0; n < count; n += 1) {
    const [matter, town] = [drawn(n, 0) % MATTERS, drawn(n, 1) % TOWNS]
    const officer = `镇街${town}-${drawn(n, 2) % OFFICERS_EACH}`
    const stratum = drawn(n, 3) % STRATA
    const by = { officer, team: `中队${town % 4}`, town: `镇街${town}`, month: `2021-${String(1 + (drawn(n, 4) % 12)).padStart(2, '0')}` }
    const decided = { id: String(n), matter: `事项${matter}`, stratum: String(stratum), by }
    const amount = (stratum + 1) * (750 + (drawn(n, 6) % 11) * 50) * (officer === HARSH && matter === 0 ? 1.25 : 1)
    yield drawn(n, 5) % 10 === 0 ? { ...decided, exempt: true } : { ...decided, exempt: false, amount: Math.round(amount) * 100 }
  }
}
