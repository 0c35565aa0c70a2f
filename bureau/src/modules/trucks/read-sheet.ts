import { PLATE_COLOURS } from '@zhunsheng/law/identifiers/plate.ts'
import { cellsOf, type SheetSource } from '../../platform/sheet-cells.ts'
import { readRecord, titleOf, type AnyRecord } from './register-forms.ts'
import { COLUMNS, type Column } from './sheet-columns.ts'
import type { Standing } from './store.ts'
import { KINDS, ROAD_CLASSES, type Kind } from './wire.ts'

/** A row of a sheet: the record that it says, or what is wrong with it. */
interface SheetRecord {
  readonly line: number
  readonly title: string
  readonly faults: readonly string[]
  readonly record?: AnyRecord
}
type Sheet = { readonly ok: true; readonly rows: readonly SheetRecord[]; readonly unread: readonly string[] } | { readonly ok: false; readonly because: string }
type Titled = (kind: Kind, titles: readonly string[]) => Promise<readonly Pick<Standing, 'id' | 'title'>[]>
const ROWS_MAX = 5000

/** Reads a sheet of records of one kind, with a header. Other records are named by what they are called. */
export async function readSheet(kind: Kind, file: SheetSource, titled: Titled): Promise<Sheet> {
  const cells = await cellsOf(file)
  if (typeof cells === 'string') return { ok: false, because: cells }
  const [header = [], ...body] = cells
  const columns = COLUMNS[kind].map((column) => ({ column, place: header.findIndex((name) => column.headers.includes(name.trim())) }))
  const missing = columns.filter(({ column, place }) => place < 0 && column.optional !== true)
  if (missing.length > 0) return { ok: false, because: `没有找到${missing.map(({ column }) => `「${column.headers[0] ?? ''}」`).join('、')}栏；第一行应为表头` }
  if (body.length > ROWS_MAX) return { ok: false, because: `超过 ${ROWS_MAX} 行，请分成几个文件` }
  const ids = await idsNamed(columns, body, titled)
  const rows = body.map((row, index): SheetRecord => {
    const said = columns.map(({ column, place }) => ({ column, read: cellOf(column, (row[place] ?? '').trim(), ids) }))
    const faults = said.flatMap(({ column, read }) => (read.because === undefined ? [] : [`「${column.headers[0] ?? ''}」${read.because}`]))
    const data = Object.fromEntries(said.flatMap(({ column, read }) => (read.value === undefined ? [] : [[column.field, read.value]])))
    const line = index + 2
    const title = (row[columns.find(({ column }) => column.isTitle)?.place ?? -1] ?? '').trim()
    if (faults.length > 0) return { line, title, faults }
    const record = readRecord(kind, data)
    return record.ok ? { line, title: titleOf(record.value), faults: [], record: record.value } : { line, title, faults: record.faults.map(({ path, because }) => `${headerOf(kind, path)}${because}`) }
  })
  const used = new Set(columns.map(({ place }) => place))
  return { ok: true, rows, unread: header.filter((name, index) => !used.has(index) && name.trim() !== '') }
}

const headerOf = (kind: Kind, path: string): string => {
  const column = COLUMNS[kind].find(({ field }) => path === `data.${field}` || path.startsWith(`data.${field}.`))
  return column === undefined ? '' : `「${column.headers[0] ?? ''}」`
}
const namesIn = (cell: string): readonly string[] => cell.split(/[、;；\n]+/).map((name) => name.trim()).filter((name) => name !== '')

/** The records that the sheet names, by kind and title. */
async function idsNamed(columns: readonly { readonly column: Column; readonly place: number }[], body: readonly (readonly string[])[], titled: Titled): Promise<ReadonlyMap<string, string>> {
  const ids = new Map<string, string>()
  for (const { column, place } of columns) {
    const { names } = column
    if (names === undefined || place < 0) continue
    const titles = new Set(body.flatMap((row) => namesIn(row[place] ?? '')))
    for (const { id, title } of await titled(names, [...titles])) ids.set(`${names} ${title}`, id)
  }
  return ids
}

interface ReadCell {
  readonly value?: unknown
  readonly because?: string
}
function cellOf(column: Column, cell: string, ids: ReadonlyMap<string, string>): ReadCell {
  if (cell === '') return column.as === 'names' ? { value: [] } : {}
  switch (column.as) {
    case 'text': return { value: cell }
    case 'day': return { value: cell.slice(0, 10).replaceAll('/', '-') }
    case 'number': return Number.isFinite(Number(cell)) ? { value: Number(cell) } : { because: `「${cell}」不是数字` }
    case 'colour': return wordOf(PLATE_COLOURS, cell.replace(/[色牌]/g, ''), '号牌颜色')
    case 'roadClass': return wordOf(ROAD_CLASSES, cell, '道路类型')
    case 'points': return pointsOf(cell)
    case 'hours': return hoursOf(cell)
    case 'name': return nameOf(column, cell, ids)
    case 'names': return all(namesIn(cell).map((name) => nameOf(column, name, ids)))
  }
}
function nameOf({ names }: Column, cell: string, ids: ReadonlyMap<string, string>): ReadCell {
  const id = ids.get(`${names ?? ''} ${cell}`)
  return id === undefined ? { because: `没有登记过「${cell}」${names === undefined ? '' : `这个${KINDS[names]}`}` } : { value: id }
}
function all(cells: readonly ReadCell[]): ReadCell {
  const wrong = cells.find(({ because }) => because !== undefined)
  return wrong ?? { value: cells.map(({ value }) => value) }
}
function wordOf(words: Readonly<Record<string, string>>, said: string, asked: string): ReadCell {
  const found = Object.entries(words).find(([, word]) => word === said)
  return found === undefined ? { because: `没有「${said}」这种${asked}，应为${Object.values(words).join('、')}` } : { value: found[0] }
}
/** `106.51,29.50; 106.52,29.51; …`, or the same as WKT. */
function pointsOf(cell: string): ReadCell {
  const bare = cell.replace(/^[A-Z]+\s*\(+|\)+$/gi, '')
  const points = (bare === cell ? cell.split(/[;；\n]+/) : bare.split(',')).map((pair) => pair.trim().split(/[\s,，]+/).map(Number))
  const isClosed = points.length > 3 && String(points[0]) === String(points.at(-1))
  const open = isClosed && /polygon/i.test(cell) ? points.slice(0, -1) : points
  return open.every((pair) => pair.length === 2 && pair.every((one) => Number.isFinite(one))) ? { value: open } : { because: '坐标应写作「106.51,29.50; 106.52,29.51; …」' }
}
function hoursOf(cell: string): ReadCell {
  const [, from, until] = /^(\d{1,2}:\d{2})\s*[-—~至]+\s*(\d{1,2}:\d{2})$/.exec(cell) ?? []
  return from === undefined || until === undefined ? { because: '时段应写作 20:00-06:00' } : { value: { from: from.padStart(5, '0'), until: until.padStart(5, '0') } }
}
