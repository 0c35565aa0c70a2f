import { isMoney } from './amount.ts'
import { CONCERN_KEYS, CONCERNS, TIERS, TIERS_IN_ORDER, type Benchmark, type Factor, type HitPolicy, type Measure, type Row, type StatutoryRange, type Tier, type When } from './benchmark.ts'
import { cellWords, readCell } from './cell-text.ts'
import { factorCells, readFactor } from './sheet-factor.ts'
import { amountText, readAmount } from './sheet-amount.ts'

/** A sheet as a table program holds it (电子表格): texts, and the cells that are merged, by their names. */
export interface Grid {
  readonly cells: readonly (readonly string[])[]
  readonly merged: readonly string[]
}
/** What is wrong, by the name of the cell: C5. */
export interface SheetFault {
  readonly cell: string
  readonly because: string
}
export type ReadSheet = { readonly ok: true; readonly benchmark: Benchmark } | { readonly ok: false; readonly faults: readonly SheetFault[] }

/** 命中策略, as the sheet says it. */
export const HIT_WORDS: Readonly<Record<HitPolicy, string>> = { unique: '唯一', any: '相同', first: '先后', gravest: '从重' }
const BEFORE_FACTORS = ['行', '阶次'] as const
const AFTER_FACTORS = ['下限', '上限', '幅度', '并处'] as const
const EXEMPT = '不予处罚'
const WARNING = '警告'

/** Writes a benchmark as the rows of a sheet that a bureau edits: what each row is stands in its first column. */
export function writeSheet({ matter, conduct, concerns, hit, factors, ranges, rows, notThis }: Benchmark): readonly (readonly string[])[] {
  const conditions = (when: When) => factors.map((factor) => cellWords(factor, when[factor.code]))
  return [
    ['事项', matter, conduct, HIT_WORDS[hit], ...(concerns === undefined ? [] : [CONCERNS[concerns]])],
    ...factors.map((factor) => ['因素', ...factorCells(factor)]),
    ...ranges.map(({ name, basis, min, max, measure }) => ['幅度', name, basis, min === undefined ? '' : amountText(min, measure), amountText(max, measure), measureText(measure)]),
    [...BEFORE_FACTORS, ...factors.map(({ name }) => name), ...AFTER_FACTORS],
    ...rows.map(({ tier, label, when, band, range, and = '' }) => {
      const measure = ranges[range]?.measure ?? { is: 'fen' }
      const amounts = 'min' in band ? [amountText(band.min, measure), amountText(band.max, measure)] : [band.is === 'exempt' ? EXEMPT : WARNING, '']
      return ['行', label === undefined ? TIERS[tier] : `${TIERS[tier]}：${label}`, ...conditions(when), ...amounts, ranges[range]?.name ?? '', and]
    }),
    ...notThis.map(({ when, says }) => ['不属本项', says, ...conditions(when)]),
  ]
}

function measureText(measure: Measure): string {
  switch (measure.is) {
    case 'fen':
      return '元'
    case 'fenEach':
      return `元每${measure.factor}`
    case 'millionths':
      return `占${measure.factor}的%`
    case 'count':
      return `数：${measure.unit}`
    case 'steps':
      return `结果：${measure.steps.join('/')}`
    default:
      return measure satisfies never
  }
}
function readMeasure(said: string): Measure | undefined {
  const [, each] = /^元每(\w+)$/.exec(said) ?? []
  const [, share] = /^占(\w+)的%$/.exec(said) ?? []
  const [, unit] = /^数[:：](.+)$/.exec(said) ?? []
  const [, steps] = /^结果[:：](.+)$/.exec(said) ?? []
  if (said === '元' || said === '') return { is: 'fen' }
  if (unit !== undefined) return { is: 'count', unit }
  if (steps !== undefined) return { is: 'steps', steps: steps.split('/') }
  if (each !== undefined) return { is: 'fenEach', factor: each }
  return share === undefined ? undefined : { is: 'millionths', factor: share }
}

/** The name of a cell, counted from 0: C5 for row 4, column 2. */
export function cellName(row: number, column: number): string {
  const letters = column < 26 ? '' : String.fromCharCode(64 + Math.floor(column / 26))
  return `${letters}${String.fromCharCode(65 + (column % 26))}${row + 1}`
}

/** Reads a sheet. Every fault is told by its cell; nothing of a faulty sheet is used. A merged cell is one: it says for some rows what it does not say for others. */
export function readSheet({ cells, merged }: Grid): ReadSheet {
  const faults: SheetFault[] = merged.map((cell) => ({ cell, because: '这里是合并单元格，请拆开，每一行写全' }))
  const fault = (row: number, column: number, because: string): undefined => void faults.push({ cell: cellName(row, column), because })
  const lines = cells.map((line, row) => ({ row, kind: (line[0] ?? '').trim(), at: (column: number) => (line[column] ?? '').trim() })).filter(({ at, row }) => cells[row]?.some((_, column) => at(column) !== '') === true)
  const of = (kind: string) => lines.filter((line) => line.kind === kind)
  const [head] = of('事项')
  if (head === undefined) fault(0, 0, '没有「事项」一行')
  const header = lines.find(({ kind, at }) => kind === BEFORE_FACTORS[0] && at(1) === BEFORE_FACTORS[1])
  if (header === undefined) fault(0, 0, '没有表头（行、阶次、各因素、下限、上限、幅度、并处）')
  for (const { kind, row } of lines) if (!KINDS.has(kind)) fault(row, 0, `第一列应为事项、因素、幅度、行或者不属本项，现为「${kind}」`)

  const factors = of('因素').flatMap(({ row, at }): readonly Factor[] => {
    const read = readFactor(at)
    if (read.ok) return [read.factor]
    fault(row, read.column, read.because)
    return []
  })
  // Without its head or its factors no column of a row can be read.
  if (faults.length > merged.length) return { ok: false, faults }
  const ranges = of('幅度').flatMap((line) => readRange(line, fault) ?? [])
  for (const [at, { row, at: cell }] of of('幅度').entries()) if (of('幅度').findIndex((other) => other.at(1) === cell(1)) !== at) fault(row, 1, '法定幅度的名称重复')
  const columns = factors.map((factor, place) => ({ factor, column: BEFORE_FACTORS.length + place }))
  for (const { factor, column } of columns) if (header !== undefined && header.at(column) !== factor.name) fault(header.row, column, `这一列应为「${factor.name}」`)
  const when = ({ row, at }: Line): When => Object.fromEntries(columns.flatMap(({ factor, column }) => {
    const read = readCell(factor, at(column))
    if (!read.ok) fault(row, column, read.because)
    return read.ok && read.test !== undefined ? [[factor.code, read.test]] : []
  }))
  const rows = of('行').filter(({ row }) => row !== header?.row).flatMap((line) => readRow(line, { ranges, when: when(line), after: BEFORE_FACTORS.length + factors.length, fault }) ?? [])
  const notThis = of('不属本项').map((line) => ({ when: when(line), says: line.at(1) }))
  const hit = hitOf(head?.at(3) ?? '')
  const said = head?.at(4) ?? ''
  const concern = CONCERN_KEYS.find((one) => CONCERNS[one] === said)
  if (head !== undefined && said !== '' && concern === undefined) fault(head.row, 4, `种类应为${Object.values(CONCERNS).join('、')}`)
  if (head !== undefined && hit === undefined) fault(head.row, 3, `命中策略应为${Object.values(HIT_WORDS).join('、')}`)
  if (faults.length > 0 || head === undefined || hit === undefined) return { ok: false, faults: faults.toSorted((a, b) => rowOf(a) - rowOf(b)) }
  return { ok: true, benchmark: { form: 'zhunsheng.benchmark/1', ...(concern === undefined || concern === 'penalty' ? {} : { concerns: concern }), matter: head.at(1), conduct: head.at(2), hit, factors, ranges, rows, notThis } }
}

const rowOf = ({ cell }: SheetFault): number => Number(/\d+$/.exec(cell)?.[0] ?? 0)

interface Line {
  readonly row: number
  readonly at: (column: number) => string
}
type Complain = (row: number, column: number, because: string) => undefined
const KINDS = new Set(['事项', '因素', '幅度', '行', '不属本项'])
const HITS: readonly HitPolicy[] = ['unique', 'any', 'first', 'gravest']
const hitOf = (said: string): HitPolicy | undefined => HITS.find((one) => HIT_WORDS[one] === said)

function readRange({ row, at }: Line, fault: Complain): StatutoryRange | undefined {
  const measure = readMeasure(at(5))
  if (measure === undefined) return fault(row, 5, '单位应为「元」「元每〈因素代码〉」「占〈因素代码〉的%」「数：〈单位〉」或者「结果：〈从轻到重的各种结果，以 / 分开〉」')
  const [min, max] = [at(3) === '' ? undefined : readAmount(at(3), measure), readAmount(at(4), measure)]
  if (at(3) !== '' && min === undefined) fault(row, 3, NO_AMOUNT(at(3)))
  if (max === undefined) return fault(row, 4, NO_AMOUNT(at(4)))
  return { name: at(1), basis: at(2), max, measure, ...(min === undefined ? {} : { min }) }
}

interface Around {
  readonly ranges: readonly StatutoryRange[]
  readonly when: When
  /** The first column after the factors. */
  readonly after: number
  readonly fault: Complain
}
function readRow({ row, at }: Line, { ranges, when, after, fault }: Around): Row | undefined {
  const [word = '', label] = at(1).split(/[:：]/)
  const tier: Tier | undefined = TIERS_IN_ORDER.find((one) => TIERS[one] === word)
  if (tier === undefined) fault(row, 1, `阶次应为${TIERS_IN_ORDER.map((one) => TIERS[one]).join('、')}，现为「${word}」`)
  const range = ranges.findIndex(({ name }) => name === at(after + 2))
  if (range < 0) fault(row, after + 2, `没有「${at(after + 2)}」这个法定幅度`)
  const measure = ranges[range]?.measure ?? { is: 'fen' }
  const more = { when, range, place: `第 ${row + 1} 行`, ...(label === undefined ? {} : { label }), ...(at(after + 3) === '' ? {} : { and: at(after + 3) }) }
  if (tier === undefined || range < 0) return undefined
  if (at(after) === EXEMPT) return { tier, band: { is: 'exempt' }, ...more }
  if (at(after) === WARNING) return { tier, band: { is: 'warning' }, ...more }
  const [min, max] = [readAmount(at(after), measure), readAmount(at(after + 1), measure)]
  if (min === undefined) fault(row, after, NO_AMOUNT(at(after)))
  if (max === undefined) fault(row, after + 1, NO_AMOUNT(at(after + 1)))
  return min === undefined || max === undefined ? undefined : { tier, band: { is: isMoney(measure) ? 'fine' : 'span', min, max }, ...more }
}
const NO_AMOUNT = (said: string) => `「${said}」不是金额：请写不带逗号和单位的数，至多两位小数，如 2000 或者 0.5`
