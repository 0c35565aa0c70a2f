import { PLATE_COLOURS } from '@zhunsheng/law/identifiers/plate.ts'
import { cellsOf, type SheetSource } from '../../platform/sheet-cells.ts'
import { NewEvent } from './wire.ts'

/** A row of a file: what it says, or what is wrong with it. */
export interface ReadEvent {
  readonly line: number
  readonly said: Readonly<Record<Column, string>>
  readonly event?: NewEvent
  readonly faults: readonly string[]
}
type Column = 'external' | 'device' | 'at' | 'content' | 'matter' | 'plate' | 'plateColour' | 'party' | 'value' | 'unit' | 'place' | 'records'

/** Under which headers systems write what we ask (字段对照); no national form was found, so these are the usual words. */
const HEADERS: Readonly<Record<Column, readonly string[]>> = {
  external: ['事件编号', '事件号', '抓拍编号', '报警编号', '流水号', '编号', 'id'],
  device: ['设备编号', '设备编码', '终端号', '摄像机编号', 'device'],
  at: ['抓拍时间', '事件时间', '报警时间', '发生时间', '时间', 'time'],
  content: ['内容', '事件类型', '报警类型', '违法行为', '描述', 'content'],
  matter: ['事项编号', 'matter'],
  plate: ['号牌号码', '车牌号', '车牌', '号牌', 'plate'],
  plateColour: ['号牌颜色', '车牌颜色'],
  party: ['当事人', '单位名称', 'party'],
  value: ['测量值', '数值', 'value'],
  unit: ['单位', '计量单位', 'unit'],
  place: ['地点', '位置', '抓拍地点', '路口', 'place'],
  records: ['文件摘要', '图片摘要', 'SHA-256', 'sha256'],
}
const COLUMNS = Object.keys(HEADERS).filter((name): name is Column => name in HEADERS)
const ROWS_MAX = 5000
const LOCAL = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})[ T](\d{1,2}):(\d{2})(?::(\d{2}))?$/

export type ReadFile = { readonly ok: true; readonly rows: readonly ReadEvent[]; readonly unread: readonly string[] } | { readonly ok: false; readonly because: string }

/** Reads a file of records, CSV or a workbook's first sheet, with a header; each row says what is wrong with it. */
export async function readEvents(file: SheetSource): Promise<ReadFile> {
  const cells = await cellsOf(file)
  if (typeof cells === 'string') return { ok: false, because: cells }
  const [header = [], ...body] = cells
  const places = Object.fromEntries(COLUMNS.map((column) => [column, header.findIndex((name) => HEADERS[column].includes(name.trim()))]))
  for (const needed of ['external', 'device', 'at'] as const) if ((places[needed] ?? -1) < 0) return { ok: false, because: `没有找到「${HEADERS[needed][0] ?? needed}」一栏；第一行应为表头` }
  if (body.length > ROWS_MAX) return { ok: false, because: `超过 ${ROWS_MAX} 行，请分成几个文件` }
  const used = new Set(Object.values(places))
  const seen = new Set<string>()
  const rows = body.map((row, index) => {
    const of = (column: Column): string => (row[places[column] ?? -1] ?? '').trim()
    const read = rowOf({ external: of('external'), device: of('device'), at: of('at'), content: of('content'), matter: of('matter'), plate: of('plate'), plateColour: of('plateColour'), party: of('party'), value: of('value'), unit: of('unit'), place: of('place'), records: of('records') }, index + 2)
    const isAgain = seen.has(of('external'))
    seen.add(of('external'))
    return isAgain ? { line: read.line, said: read.said, faults: ['文件中事件编号重复'] } : read
  })
  return { ok: true, rows, unread: header.filter((name, index) => !used.has(index) && name.trim() !== '') }
}

function rowOf(said: ReadEvent['said'], line: number): ReadEvent {
  const colour = Object.entries(PLATE_COLOURS).find(([, name]) => name === said.plateColour.replace(/[色牌]/g, ''))?.[0]
  const faults = said.plateColour !== '' && colour === undefined ? [`没有「${said.plateColour}」这种号牌颜色`] : []
  const filled = Object.entries({ external: said.external, device: said.device, at: momentOf(said.at), content: said.content === '' ? '（没有说明）' : said.content, matter: said.matter, plate: said.plate, plateColour: colour ?? '', party: said.party, place: said.place }).filter(([, value]) => value !== '')
  const parsed = NewEvent.safeParse({ ...Object.fromEntries(filled), ...(said.value === '' ? {} : { measured: { value: said.value, unit: said.unit } }), records: said.records.split(/[\s,，;；]+/).filter((one) => one !== '') })
  if (parsed.success && faults.length === 0) return { line, said, faults, event: parsed.data }
  return { line, said, faults: [...faults, ...(parsed.success ? [] : parsed.error.issues.map(({ path, message }) => `${nameOf(path[0])}${message}`))] }
}
const nameOf = (column: PropertyKey | undefined): string => {
  const found = COLUMNS.find((one) => one === column)
  return found === undefined ? '' : `「${HEADERS[found][0] ?? ''}」`
}

/** A time without a zone is China's. */
function momentOf(written: string): string {
  const [, year, month = '', date = '', hour = '', minute, second = '00'] = LOCAL.exec(written) ?? []
  return year === undefined ? written : `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}T${hour.padStart(2, '0')}:${minute}:${second}+08:00`
}
