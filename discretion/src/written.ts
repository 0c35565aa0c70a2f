import { TIERS_IN_ORDER, type Band, type Benchmark, type Bound, type Factor, type HitPolicy, type Measure, type Row, type StatutoryRange, type Test, type Tier, type When } from './benchmark.ts'

/** What is wrong with a written benchmark: where, and why. */
export interface Fault {
  /** rows[3].when.times */
  readonly path: string
  readonly because: string
}
export type ReadBenchmark = { readonly ok: true; readonly benchmark: Benchmark } | { readonly ok: false; readonly faults: readonly Fault[] }

/** A benchmark as plain JSON (书面形式): as it is, but for amounts, which are written as text so that no reader rounds them. */
export const writeBenchmark = (benchmark: Benchmark): unknown => JSON.parse(JSON.stringify(benchmark, (_, value: unknown) => (typeof value === 'bigint' ? value.toString() : value)))

/** Reads a benchmark from plain JSON. Every fault is told, not only the first; nothing of a faulty one is used. */
export function readBenchmark(written: unknown): ReadBenchmark {
  const faults: Fault[] = []
  const reader = readerOf(faults)
  const benchmark = reader.benchmark(written)
  return faults.length === 0 && benchmark !== undefined ? { ok: true, benchmark } : { ok: false, faults }
}

const HITS: readonly HitPolicy[] = ['unique', 'any', 'first', 'gravest']
const AMOUNT = /^\d{1,18}$/
type Fields = Readonly<Record<string, unknown>>
const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value)

/** Functions that read one part each, and note what is wrong with it. */
// oxlint-disable-next-line max-lines-per-function -- One reader for each part, over the faults that they share.
function readerOf(faults: Fault[]) {
  const fault = (path: string, because: string): undefined => void faults.push({ path, because })
  const fields = (value: unknown, path: string): Fields | undefined => (isFields(value) ? value : fault(path, '应为一组字段'))
  const text = (value: unknown, path: string): string | undefined => (typeof value === 'string' && value !== '' ? value : fault(path, '应为文字'))
  const number = (value: unknown, path: string): number | undefined => (typeof value === 'number' && Number.isFinite(value) ? value : fault(path, '应为数'))
  const flag = (value: unknown, path: string): boolean | undefined => (typeof value === 'boolean' ? value : fault(path, '应为 true 或者 false'))
  const amount = (value: unknown, path: string): bigint | undefined => (typeof value === 'string' && AMOUNT.test(value) ? BigInt(value) : fault(path, '应为以分为单位、写作文字的整数'))
  const oneOf = <T extends string>(value: unknown, all: readonly T[], path: string): T | undefined => all.find((one) => one === value) ?? fault(path, `应为 ${all.join('、')} 之一`)
  const list = <T>(value: unknown, path: string, read: (one: unknown, path: string) => T | undefined): readonly T[] | undefined =>
    Array.isArray(value) ? value.flatMap((one: unknown, at) => read(one, `${path}[${at}]`) ?? []) : fault(path, '应为列表')
  const bound = (value: unknown, path: string): Bound | undefined => {
    const found = fields(value, path)
    const [at, included] = [number(found?.['at'], `${path}.at`), flag(found?.['included'], `${path}.included`)]
    return at === undefined || included === undefined ? undefined : { at, included }
  }
  const ends = (found: Fields, path: string): { readonly from?: Bound; readonly to?: Bound } => {
    const [from, to] = [found['from'] === undefined ? undefined : bound(found['from'], `${path}.from`), found['to'] === undefined ? undefined : bound(found['to'], `${path}.to`)]
    return { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) }
  }

  function factor(value: unknown, path: string): Factor | undefined {
    const found = fields(value, path)
    if (found === undefined) return undefined
    const [code, name, kind] = [text(found['code'], `${path}.code`), text(found['name'], `${path}.name`), oneOf(found['kind'], ['number', 'choice', 'flag'], `${path}.kind`)]
    if (code === undefined || name === undefined || kind === undefined) return undefined
    const named = { code, name, ...(typeof found['help'] === 'string' ? { help: found['help'] } : {}) }
    if (kind === 'flag') {
      const worse = oneOf(found['worse'], ['yes', 'no', 'neither'], `${path}.worse`)
      return worse === undefined ? undefined : { ...named, kind, worse }
    }
    if (kind === 'choice') {
      const worse = oneOf(found['worse'], ['later', 'neither'], `${path}.worse`)
      const values = list(found['values'], `${path}.values`, (one, at) => {
        const choice = fields(one, at)
        const [own, said] = [text(choice?.['code'], `${at}.code`), text(choice?.['name'], `${at}.name`)]
        return own === undefined || said === undefined ? undefined : { code: own, name: said }
      })
      return worse === undefined || values === undefined ? undefined : { ...named, kind, worse, values }
    }
    const [worse, unit, whole, { from, to }] = [oneOf(found['worse'], ['more', 'less', 'neither'], `${path}.worse`), text(found['unit'], `${path}.unit`), flag(found['whole'], `${path}.whole`), ends(found, path)]
    if (from === undefined) return fault(`${path}.from`, '应写明最小值')
    return worse === undefined || unit === undefined || whole === undefined ? undefined : { ...named, kind, worse, unit, whole, from, ...(to === undefined ? {} : { to }) }
  }

  function test(value: unknown, path: string): Test | undefined {
    const found = fields(value, path)
    const is = oneOf(found?.['is'], ['range', 'oneOf', 'flag'], `${path}.is`)
    if (found === undefined || is === undefined) return undefined
    if (is === 'range') return { is, ...ends(found, path) }
    if (is === 'oneOf') {
      const values = list(found['values'], `${path}.values`, text)
      return values === undefined ? undefined : { is, values }
    }
    const said = flag(found['value'], `${path}.value`)
    return said === undefined ? undefined : { is, value: said }
  }
  const when = (value: unknown, path: string): When | undefined => {
    const found = fields(value, path)
    return found === undefined ? undefined : Object.fromEntries(Object.entries(found).flatMap(([code, one]) => {
      const read = test(one, `${path}.${code}`)
      return read === undefined ? [] : [[code, read]]
    }))
  }

  function band(value: unknown, path: string): Band | undefined {
    const found = fields(value, path)
    const is = oneOf(found?.['is'], ['exempt', 'warning', 'fine', 'span'], `${path}.is`)
    if (is !== 'fine' && is !== 'span') return is === undefined ? undefined : { is }
    const [min, max] = [amount(found?.['min'], `${path}.min`), amount(found?.['max'], `${path}.max`)]
    return min === undefined || max === undefined ? undefined : { is, min, max }
  }

  function measure(value: unknown, path: string): Measure | undefined {
    const found = fields(value, path)
    const is = oneOf(found?.['is'], ['fen', 'fenEach', 'millionths', 'count', 'steps'], `${path}.is`)
    if (is === 'fen' || is === undefined) return is === undefined ? undefined : { is }
    if (is === 'count') {
      const unit = text(found?.['unit'], `${path}.unit`)
      return unit === undefined ? undefined : { is, unit }
    }
    if (is === 'steps') {
      const steps = list(found?.['steps'], `${path}.steps`, text)
      if (steps !== undefined && (steps.length === 0 || new Set(steps).size !== steps.length)) return fault(`${path}.steps`, '应写明从轻到重的各种结果，不重复')
      return steps === undefined ? undefined : { is, steps }
    }
    const code = text(found?.['factor'], `${path}.factor`)
    return code === undefined ? undefined : { is, factor: code }
  }

  function range(value: unknown, path: string): StatutoryRange | undefined {
    const found = fields(value, path)
    if (found === undefined) return undefined
    const [name, basis, max, own] = [text(found['name'], `${path}.name`), text(found['basis'], `${path}.basis`), amount(found['max'], `${path}.max`), measure(found['measure'], `${path}.measure`)]
    const min = found['min'] === undefined ? undefined : amount(found['min'], `${path}.min`)
    return name === undefined || basis === undefined || max === undefined || own === undefined ? undefined : { name, basis, max, measure: own, ...(min === undefined ? {} : { min }) }
  }

  function row(value: unknown, path: string): Row | undefined {
    const found = fields(value, path)
    if (found === undefined) return undefined
    const tier: Tier | undefined = oneOf(found['tier'], TIERS_IN_ORDER, `${path}.tier`)
    const [conditions, answer, place] = [when(found['when'], `${path}.when`), band(found['band'], `${path}.band`), number(found['range'], `${path}.range`)]
    const said = (['label', 'and', 'place'] as const).flatMap((key) => (typeof found[key] === 'string' ? [[key, found[key]] as const] : []))
    return tier === undefined || conditions === undefined || answer === undefined || place === undefined ? undefined : { tier, when: conditions, band: answer, range: place, ...Object.fromEntries(said) }
  }

  return {
    benchmark: (value: unknown): Benchmark | undefined => {
      const found = fields(value, '')
      if (found === undefined) return undefined
      const form = oneOf(found['form'], ['zhunsheng.benchmark/1'], 'form')
      const concerns = found['concerns'] === undefined ? undefined : oneOf(found['concerns'], ['licence', 'inspection', 'coercion'], 'concerns')
      const [matter, conduct, hit] = [text(found['matter'], 'matter'), text(found['conduct'], 'conduct'), oneOf(found['hit'], HITS, 'hit')]
      const [factors, ranges, rows] = [list(found['factors'], 'factors', factor), list(found['ranges'], 'ranges', range), list(found['rows'], 'rows', row)]
      const notThis = list(found['notThis'] ?? [], 'notThis', (one, path) => {
        const part = fields(one, path)
        const [conditions, says] = [when(part?.['when'], `${path}.when`), text(part?.['says'], `${path}.says`)]
        return conditions === undefined || says === undefined ? undefined : { when: conditions, says }
      })
      if (factors !== undefined && new Set(factors.map(({ code }) => code)).size !== factors.length) fault('factors', '裁量因素的代码重复')
      if (form === undefined || matter === undefined || conduct === undefined || hit === undefined || factors === undefined || ranges === undefined || rows === undefined || notThis === undefined) return undefined
      return { form, ...(concerns === undefined ? {} : { concerns }), matter, conduct, hit, factors, ranges, rows, notThis }
    },
  }
}
