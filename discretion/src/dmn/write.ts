import { TIERS_IN_ORDER, type Benchmark, type Factor, type HitPolicy, type Measure, type Row, type When } from '../benchmark.ts'
import { cellText } from '../cell-text.ts'
import { factorCells } from '../sheet-factor.ts'
import { element, elementText, type Element } from './element.ts'

const MODEL = 'https://www.omg.org/spec/DMN/20191111/MODEL/'
/** What DMN has no word for stands in elements of this name space, which other tools keep and pass over. */
export const OWN = 'urn:zhunsheng:benchmark:1'
export const HIT: Readonly<Record<HitPolicy, string>> = { unique: 'UNIQUE', any: 'ANY', first: 'FIRST', gravest: 'PRIORITY' }
/** In the place of a tier: with these facts the act is no offence under the clause. */
export const NOT_THIS = 'notThis'
const TYPES = { number: 'number', choice: 'string', flag: 'boolean' } as const

/** Writes a benchmark as DMN 1.3: one decision with its table. Amounts are in the unit of the row's range: fen, or millionths. */
export function writeDmn(benchmark: Benchmark): string {
  const { matter, conduct, concerns, hit, factors, ranges, rows, notThis } = benchmark
  const own = element('extensionElements', {}, [
    ...(concerns === undefined ? [] : [element('zs:concerns', { what: concerns })]),
    ...factors.map((factor) => element('zs:factor', { cells: factorCells(factor).join('|') })),
    ...ranges.map(({ name, basis, min, max, measure }) => element('zs:range', { name, basis, ...(min === undefined ? {} : { min: String(min) }), max: String(max), measure: measure.is, ...measureOf(measure) })),
  ])
  const outputs = OUTPUTS.map(({ name, type, values }) => element('output', { id: `output-${name}`, name, label: name, typeRef: type }, values === undefined ? [] : [element('outputValues', {}, [text(values)])]))
  const table = element('decisionTable', { id: 'table', hitPolicy: HIT[hit] }, [...factors.map(inputOf), ...outputs, ...rows.map((row, at) => ruleOf(factors, row.when, answerOf(row), at)), ...notThis.map(({ when, says }, at) => ruleOf(factors, when, [quoted(NOT_THIS), '-', '-', '-', '-', quoted(says), '-'], rows.length + at))])
  const decision = element('decision', { id: 'decision', name: conduct }, [own, element('variable', { id: 'variable', name: conduct }), table])
  return `<?xml version="1.0" encoding="UTF-8"?>\n${elementText(element('definitions', { xmlns: MODEL, 'xmlns:zs': OWN, id: 'definitions', name: matter, namespace: OWN }, [decision]))}\n`
}

/** PRIORITY takes the first of the values listed, so that the gravest tier stands first. */
const OUTPUTS = [
  { name: 'tier', type: 'string', values: [NOT_THIS, ...TIERS_IN_ORDER.toReversed()].map((one) => quoted(one)).join(',') },
  { name: 'band', type: 'string', values: undefined },
  { name: 'min', type: 'number', values: undefined },
  { name: 'max', type: 'number', values: undefined },
  { name: 'range', type: 'number', values: undefined },
  { name: 'and', type: 'string', values: undefined },
  { name: 'label', type: 'string', values: undefined },
] as const

function quoted(word: string): string {
  return `"${word.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`
}
function text(inside: string): Element {
  return element('text', {}, inside)
}

function inputOf(factor: Factor): Element {
  const values = factor.kind === 'choice' ? [element('inputValues', {}, [text(factor.values.map(({ code }) => quoted(code)).join(','))])] : []
  return element('input', { id: `input-${factor.code}`, label: factor.name }, [element('inputExpression', { id: `expression-${factor.code}`, typeRef: TYPES[factor.kind] }, [text(factor.code)]), ...values])
}

function measureOf(measure: Measure): Readonly<Record<string, string>> {
  if (measure.is === 'count') return { unit: measure.unit }
  if (measure.is === 'steps') return { steps: measure.steps.join('|') }
  return measure.is === 'fen' ? {} : { factor: measure.factor }
}

function answerOf({ band, range, and, label, tier }: Row): readonly string[] {
  const [min, max] = 'min' in band ? [String(band.min), String(band.max)] : ['-', '-']
  return [quoted(tier), quoted(band.is), min, max, String(range), and === undefined ? '-' : quoted(and), label === undefined ? '-' : quoted(label)]
}

function ruleOf(factors: readonly Factor[], when: When, answers: readonly string[], at: number): Element {
  const entry = (kind: string, place: number, inside: string) => element(kind, { id: `rule-${at}-${kind}-${place}` }, [text(inside)])
  return element('rule', { id: `rule-${at}` }, [...factors.map(({ code }, place) => entry('inputEntry', place, cellText(when[code]))), ...answers.map((answer, place) => entry('outputEntry', place, answer))])
}
