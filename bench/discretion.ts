import type { Benchmark as Table, Factor, Facts, Row } from '@zhunsheng/discretion/benchmark.ts'
import { check } from '@zhunsheng/discretion/check.ts'
import { apart, axesOf, pointOf } from '@zhunsheng/discretion/similar/point.ts'
import { similarCases } from '@zhunsheng/discretion/similar/similar.ts'
import { drawn } from './draw.ts'
import { mustAgree, repeat, type Benchmark } from './match.ts'

const included = (at: number) => ({ at, included: true })
const STREETS = ['lane', 'side', 'road', 'square'] as const
const FACTORS: readonly Factor[] = [
  { kind: 'number', code: 'times', name: '次数', unit: '次', from: included(1), whole: true, worse: 'more' },
  { kind: 'choice', code: 'place', name: '地点', values: STREETS.map((code) => ({ code, name: code })), worse: 'later' },
  { kind: 'flag', code: 'corrected', name: '已经改正', worse: 'no' },
  { kind: 'number', code: 'area', name: '面积', unit: '平方米', from: included(0), whole: false, worse: 'more' },
  { kind: 'flag', code: 'harm', name: '有危害后果', worse: 'yes' },
]
const [TIMES, COUNT, NEAREST] = [5, 50_000, 20]

/** Forty rows: five counts of times, four places, corrected or not; the area and the harm are known and free. */
const TABLE: Table = {
  form: 'zhunsheng.benchmark/1',
  matter: 'example',
  conduct: '示例',
  hit: 'unique',
  factors: FACTORS,
  ranges: [{ name: '罚款', basis: '示例', min: 10_000n, max: 400_000n, measure: { is: 'fen' } }],
  notThis: [],
  rows: Array.from({ length: TIMES }, (_, times) => STREETS.flatMap((street, place) => [true, false].map((corrected) => rowOf({ times, street, place, corrected })))).flat(),
}

interface Spot {
  readonly times: number
  readonly street: string
  readonly place: number
  readonly corrected: boolean
}
function rowOf({ times, street, place, corrected }: Spot): Row {
  const low = BigInt(1 + times * 5 + place * 4 + (corrected ? 0 : 2)) * 10_000n
  const to = times === TIMES - 1 ? {} : { to: included(times + 1) }
  return { tier: 'ordinary', range: 0, band: { is: 'fine', min: low, max: low + 50_000n }, when: { times: { is: 'range', from: included(times + 1), ...to }, place: { is: 'oneOf', values: [street] }, corrected: { is: 'flag', value: corrected } } }
}

/** Checking a benchmark before it is published (发布前检查). */
export const CHECK: Benchmark = {
  name: 'check',
  says: 'a table of five factors and forty rows checked: complete, apart, within its range, never lighter for worse',
  open: () => {
    const faults = (table: Table) => check(table).filter(({ weight }) => weight === 'fault').map(({ kind }) => kind)
    mustAgree(TABLE.rows.length === 40 && faults(TABLE).length === 0, 'a table without a fault')
    mustAgree(faults({ ...TABLE, rows: TABLE.rows.slice(1) }).includes('gap'), 'a row taken out leaves a gap')
    let kept = 0
    const work = (ms: number) => repeat(ms, 1, () => { kept += check(TABLE).length })
    return Promise.resolve([{ name: 'table of 40 rows checked', unit: 'checks', target: 20, product: { name: 'check', work }, peers: [], notes: ['the table is found without a fault, and with a gap when a row is taken out', 'target: 50 ms a check'], afterwards: () => [`${kept} findings kept`] }])
  },
}

/** Finding like cases (类案检索), against looking at every case. */
export const SIMILAR: Benchmark = {
  name: 'similar',
  says: `the ${NEAREST} nearest of ${COUNT} decided cases`,
  open: () => {
    const cases = Array.from({ length: COUNT }, (_, n) => ({ id: String(n), facts: factsOf(n) }))
    const start = performance.now()
    const like = similarCases(FACTORS, cases)
    const built = performance.now() - start
    const axes = axesOf(FACTORS, cases.map(({ facts }) => facts))
    const points = new Float64Array(COUNT * axes.length)
    for (const [at, { facts }] of cases.entries()) points.set(pointOf(axes, facts), at * axes.length)
    const everyCase = (facts: Facts): readonly number[] => nearestOf(points, pointOf(axes, facts))
    for (let n = 0; n < 200; n += 1) {
      const asked = factsOf(COUNT + n)
      mustAgree(like.find(asked, NEAREST).map(({ past }) => past.id).join() === everyCase(asked).join(), `question ${n}`)
    }
    let [kept, next] = [0, 0]
    const ours = (ms: number) => repeat(ms, 1, () => { kept += like.find(factsOf(COUNT + next++), NEAREST).length })
    const theirs = (ms: number) => repeat(ms, 1, () => { kept += everyCase(factsOf(COUNT + next++)).length })
    const notes = [`same ${NEAREST} cases in the same order for 200 questions`, `made ready in ${built.toFixed(0)} ms`]
    return Promise.resolve([{ name: `like cases among ${COUNT}`, unit: 'questions', product: { name: 'tree', work: ours }, peers: [{ name: 'every case', work: theirs }], notes, afterwards: () => [`${kept} cases kept`] }])
  },
}

/** Facts drawn from a number, each factor from bits of its own. */
function factsOf(n: number): Facts {
  return { times: 1 + (drawn(n, 0) % TIMES), place: STREETS[drawn(n, 1) % STREETS.length] ?? 'lane', corrected: drawn(n, 2) % 2 === 0, area: (drawn(n, 3) % 20_000) / 100, harm: drawn(n, 4) % 4 === 0 }
}

/** Every distance, and the least of them kept; of equal ones the lower number. */
function nearestOf(points: Float64Array, from: Float64Array): readonly number[] {
  const width = from.length
  const best: { readonly index: number; readonly distance: number }[] = []
  let limit = Infinity
  for (let index = 0; index * width < points.length; index += 1) {
    let distance = 0
    for (let axis = 0; axis < width; axis += 1) distance += apart(from[axis] ?? 0, points[index * width + axis] ?? 0)
    if (distance >= limit) continue
    const place = best.findIndex((one) => one.distance > distance)
    best.splice(place === -1 ? best.length : place, 0, { index, distance })
    if (best.length > NEAREST) best.pop()
    if (best.length === NEAREST) limit = best.at(-1)?.distance ?? limit
  }
  return best.map(({ index }) => index)
}
