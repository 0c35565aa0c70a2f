import { ZenEngine } from '@gorules/zen-engine'
import { Engine } from 'json-rules-engine'
import type { Benchmark as Table, Factor, Facts, Row } from '@zhunsheng/discretion/benchmark.ts'
import { check } from '@zhunsheng/discretion/check.ts'
import { evaluatorOf } from '@zhunsheng/discretion/evaluate.ts'
import { explain } from '@zhunsheng/discretion/explain.ts'
import { against } from '@zhunsheng/discretion/failed.ts'
import { drawn } from './draw.ts'
import { mustAgree, repeat, repeatWaiting, type Benchmark, type Match, type Portion } from './match.ts'

const included = (at: number) => ({ at, included: true })
const PLACES = ['lane', 'side', 'road', 'square'] as const
const HARMS = ['none', 'slight', 'some', 'grave'] as const
const [TIMES, ASKED] = [5, 4096]
const FACTORS: readonly Factor[] = [
  { kind: 'number', code: 'times', name: '次数', unit: '次', from: included(1), whole: true, worse: 'more' },
  { kind: 'choice', code: 'place', name: '地点', values: PLACES.map((code) => ({ code, name: code })), worse: 'later' },
  { kind: 'choice', code: 'harm', name: '危害后果', values: HARMS.map((code) => ({ code, name: code })), worse: 'later' },
  { kind: 'flag', code: 'corrected', name: '已经改正', worse: 'no' },
]

/** One situation of the table: how often, where, with what harm, put right or not. */
interface Spot {
  readonly times: number
  readonly place: string
  readonly harm: string
  readonly corrected: boolean
}
const SPOTS: readonly Spot[] = Array.from({ length: TIMES }, (_, at) => PLACES.flatMap((place) => HARMS.flatMap((harm) => [true, false].map((corrected) => ({ times: at + 1, place, harm, corrected }))))).flat()

/** 160 rows, of which exactly one holds for any facts; the last count of times is open upwards. */
const TABLE: Table = {
  form: 'zhunsheng.benchmark/1', matter: 'example', conduct: '示例', hit: 'unique', factors: FACTORS, notThis: [],
  ranges: [{ name: '罚款', basis: '示例', min: 10_000n, max: 420_000n, measure: { is: 'fen' } }],
  rows: SPOTS.map(rowOf),
}
function rowOf({ times, place, harm, corrected }: Spot): Row {
  const low = BigInt(1 + (times - 1) * 5 + PLACES.findIndex((one) => one === place) * 3 + HARMS.findIndex((one) => one === harm) * 2 + (corrected ? 0 : 1)) * 10_000n
  const to = times === TIMES ? {} : { to: included(times) }
  return { tier: 'ordinary', range: 0, band: { is: 'fine', min: low, max: low + 50_000n }, when: { times: { is: 'range', from: included(times), ...to }, place: { is: 'oneOf', values: [place] }, harm: { is: 'oneOf', values: [harm] }, corrected: { is: 'flag', value: corrected } } }
}

/** Asking a benchmark about a case (裁量计算), against two engines of rules on the same table. */
export const EVALUATE: Benchmark = {
  name: 'evaluate',
  says: `a table of ${SPOTS.length} rows and ${FACTORS.length} factors asked about a case: which row, and for every other row what stands against it`,
  open: matches,
}

async function matches(): Promise<readonly Match[]> {
  mustAgree(SPOTS.length === 160 && check(TABLE).every(({ weight }) => weight !== 'fault'), 'a table without a fault')
  const { evaluate } = evaluatorOf(TABLE)
  const ours = (facts: Facts): number => {
    const answer = evaluate(facts)
    return answer.is === 'answered' ? answer.index : -1
  }
  const [zen, rules] = [zenOf(), rulesOf()]
  const cases = Array.from({ length: ASKED }, (_, n) => factsOf(n))
  for (const facts of cases.slice(0, 512)) {
    const row = ours(facts)
    mustAgree(row === rowFor(facts) && (await zen(facts)) === row && (await rules(facts)) === row, `the row for ${JSON.stringify(facts)}`)
    mustAgree(isExplained(facts), `what stands against each row for ${JSON.stringify(facts)}`)
  }
  const many = 256
  let [kept, next, answers, cpu] = [0, 0, 0, 0]
  const asked = (ms: number): Portion => {
    const before = process.cpuUsage()
    const portion = repeat(ms, many, () => { for (let n = 0; n < many; n += 1) kept += ours(one()) })
    const { user, system } = process.cpuUsage(before)
    answers += portion.count
    cpu += user + system
    return portion
  }
  const one = (): Facts => cases[next++ % ASKED] ?? {}
  const plain: Match = {
    name: `table of ${SPOTS.length} rows asked`,
    unit: 'answers',
    target: 1_000_000,
    product: { name: 'evaluate', work: asked },
    peers: [
      { name: 'zen-engine', work: (ms) => repeatWaiting(ms, 1, async () => { kept += await zen(one()) }) },
      { name: 'zen-engine, 64 at once', work: (ms) => repeatWaiting(ms, 64, async () => { for (const row of await Promise.all(Array.from({ length: 64 }, () => zen(one())))) kept += row }) },
      { name: 'json-rules-engine', work: (ms) => repeatWaiting(ms, 1, async () => { kept += await rules(one()) }) },
    ],
    notes: ['the same row on all sides for 512 cases, and the factors against each of the other rows as worked out one by one'],
    afterwards: () => [`${kept} kept; the product gave ${Math.round(answers / (cpu / 1e6)).toLocaleString('en')} answers for each second that it had of a processor`],
  }
  const inWords: Match = {
    name: 'the same, every reason in words',
    unit: 'answers',
    product: { name: 'explain', work: (ms) => repeat(ms, 1, () => { const facts = one(); kept += explain(TABLE, facts, evaluate(facts)).others.length }) },
    peers: [{ name: 'zen-engine, traced', work: (ms) => repeatWaiting(ms, 1, async () => { kept += await zen(one(), true) }) }],
    notes: ['ours says of 159 rows what stands against each; a trace names the row that held'],
  }
  return [plain, inWords]

  /** Every reason of an answer, against looking at each row by itself. */
  function isExplained(facts: Facts): boolean {
    const answer = evaluate(facts)
    return answer.is === 'answered' && SPOTS.every((spot, row) => against(answer.failed, row).join() === failing(spot, facts).join())
  }
}

const isTimes = ({ times }: Spot, found: unknown): boolean => typeof found === 'number' && (times === TIMES ? found >= times : found === times)
const failing = (spot: Spot, { times, place, harm, corrected }: Facts): readonly number[] =>
  [isTimes(spot, times), spot.place === place, spot.harm === harm, spot.corrected === corrected].flatMap((holds, factor) => (holds ? [] : [factor]))
const rowFor = (facts: Facts): number => SPOTS.findIndex((spot) => failing(spot, facts).length === 0)

/** The table as zen-engine reads it: a decision table between an input and an output. */
function zenOf(): (facts: Facts, trace?: boolean) => Promise<number> {
  const input = (field: string) => ({ id: field, name: field, type: 'expression', field })
  const rules = SPOTS.map(({ times, place, harm, corrected }, row) => ({ _id: String(row), times: times === TIMES ? `>= ${times}` : String(times), place: `"${place}"`, harm: `"${harm}"`, corrected: String(corrected), row: String(row) }))
  const decision = new ZenEngine().createDecision({
    nodes: [
      { id: 'in', name: 'in', type: 'inputNode', position: { x: 0, y: 0 } },
      { id: 'table', name: 'table', type: 'decisionTableNode', position: { x: 1, y: 0 }, content: { hitPolicy: 'first', inputs: ['times', 'place', 'harm', 'corrected'].map(input), outputs: [input('row')], rules } },
      { id: 'out', name: 'out', type: 'outputNode', position: { x: 2, y: 0 } },
    ],
    edges: [{ id: 'a', type: 'edge', sourceId: 'in', targetId: 'table' }, { id: 'b', type: 'edge', sourceId: 'table', targetId: 'out' }],
  })
  return async (facts, trace = false) => {
    const { result }: { readonly result: { readonly row?: number } } = await decision.evaluate(facts, { trace })
    return result.row ?? -1
  }
}

/** The table as json-rules-engine reads it: a rule for each row, and an event that names it. */
function rulesOf(): (facts: Facts) => Promise<number> {
  const engine = new Engine(
    SPOTS.map(({ times, place, harm, corrected }, row) => ({
      conditions: {
        all: [
          { fact: 'times', operator: times === TIMES ? 'greaterThanInclusive' : 'equal', value: times },
          { fact: 'place', operator: 'equal', value: place },
          { fact: 'harm', operator: 'equal', value: harm },
          { fact: 'corrected', operator: 'equal', value: corrected },
        ],
      },
      event: { type: 'row', params: { row } },
    })),
  )
  return async (facts) => {
    const { events } = await engine.run(facts)
    const row: unknown = events[0]?.params?.['row']
    return events.length === 1 && typeof row === 'number' ? row : -1
  }
}

/** Facts drawn from a number, each factor from bits of its own. */
function factsOf(n: number): Facts {
  return { times: 1 + (drawn(n, 0) % (TIMES + 3)), place: PLACES[drawn(n, 1) % PLACES.length] ?? 'lane', harm: HARMS[drawn(n, 2) % HARMS.length] ?? 'none', corrected: drawn(n, 3) % 2 === 0 }
}
