import type { Calendar } from '@zhunsheng/law/calendar.ts'
import { formatDay, parseDay, type Day } from '@zhunsheng/law/day.ts'
import { parse } from 'csv-parse/sync'
import type { Preview } from './wire.ts'

/** A work order as a file says it (工单). */
export interface WrittenOrder {
  readonly external: string
  readonly receivedOn: string
  readonly dueOn: string
  readonly category: string
  readonly place: string
  readonly content: string
  readonly reporter: string
  readonly phone: string
}
export interface ReadOrder {
  readonly line: number
  readonly order: WrittenOrder
  readonly faults: readonly string[]
}

/** Under which headers other systems write what we ask (字段对照); no national form was found, so these are the usual words. */
const HEADERS: Readonly<Record<keyof WrittenOrder, readonly string[]>> = {
  external: ['工单编号', '工单号', '任务号', '案卷编号', '案件编号', '编号', 'id'],
  receivedOn: ['来电时间', '来电日期', '受理时间', '受理日期', '上报时间', '立案时间', '派遣时间', '交办时间', '交办日期', '接收时间', '接收日期', 'received'],
  dueOn: ['办理时限', '办理期限', '处置时限', '处置期限', '办结时限', '办结期限', '截止时间', '截止日期', 'due'],
  category: ['归口分类', '诉求分类', '诉求类型', '大类', '问题类型', 'category'],
  place: ['事发地', '事发地址', '发生地址', '位置描述', '地址', '地点', 'place'],
  content: ['内容', '诉求内容', '问题描述', '工单内容', 'content'],
  reporter: ['诉求人', '反映人', '来电人', '上报人', 'reporter'],
  phone: ['电话', '联系电话', '来电号码', 'phone'],
}
const FIELDS = Object.keys(HEADERS).filter((name): name is keyof WrittenOrder => name in HEADERS)
const ROWS_MAX = 5000
/** Where the file says no time: five working days, as hotlines usually set (unverified). */
const DAYS_USUAL = 5

export type ReadFile = { readonly ok: true; readonly orders: readonly ReadOrder[]; readonly unread: Preview['unread'] } | { readonly ok: false; readonly because: string }

/** Reads a file of work orders, CSV with a header or a JSON list; each row says what is wrong with it. */
export function readOrders(text: string, today: Day, calendar: Calendar): ReadFile {
  const rows = text.trimStart().startsWith('[') ? jsonRows(text) : csvRows(text)
  if (typeof rows === 'string') return { ok: false, because: rows }
  const [header = [], ...body] = rows
  const places = Object.fromEntries(FIELDS.map((field) => [field, header.findIndex((name) => HEADERS[field].includes(name.trim()))]))
  for (const needed of ['external', 'content'] as const) if ((places[needed] ?? -1) < 0) return { ok: false, because: `没有找到「${HEADERS[needed][0] ?? needed}」一栏；第一行应为表头` }
  if (body.length > ROWS_MAX) return { ok: false, because: `超过 ${ROWS_MAX} 行，请分成几个文件` }
  const used = new Set(Object.values(places))
  const seen = new Set<string>()
  const orders = body.map((cells, index): ReadOrder => {
    const of = (field: keyof WrittenOrder): string => (cells[places[field] ?? -1] ?? '').trim()
    const received = dayIn(of('receivedOn')) ?? (of('receivedOn') === '' ? today : undefined)
    const due = received === undefined ? undefined : dueIn(of('dueOn'), received, calendar)
    const faults = [
      ...(of('external') === '' ? ['没有工单编号'] : seen.has(of('external')) ? ['文件中工单编号重复'] : []),
      ...(of('content') === '' ? ['没有内容'] : []),
      ...(received === undefined ? [`「${of('receivedOn')}」不是日期`] : received > today ? ['接收时间晚于今天'] : []),
      ...(due === undefined && received !== undefined ? [`「${of('dueOn')}」不是日期，也不是工作日数`] : []),
    ]
    seen.add(of('external'))
    return { line: index + 2, faults, order: { external: of('external'), content: of('content').slice(0, 5000), place: of('place').slice(0, 200) || '（未写明）', category: of('category'), reporter: of('reporter'), phone: of('phone'), receivedOn: received === undefined ? '' : formatDay(received), dueOn: due === undefined ? '' : formatDay(due) } }
  })
  return { ok: true, orders, unread: header.filter((name, index) => !used.has(index) && name.trim() !== '') }
}

const dayIn = (written: string): Day | undefined => parseDay(written.slice(0, 10).replaceAll('/', '-'))

/** A day, or so many working days, as one system writes it or another. */
function dueIn(written: string, received: Day, calendar: Calendar): Day | undefined {
  if (written === '') return calendar.addWorkdays(received, DAYS_USUAL)
  const days = /^(\d{1,3})\s*(?:个)?(?:工作日|日|天)?$/.exec(written)?.[1]
  return days === undefined ? dayIn(written) : calendar.addWorkdays(received, Number(days))
}

function csvRows(text: string): readonly (readonly string[])[] | string {
  try {
    const rows: string[][] = parse(text, { bom: true, relax_column_count: true, skip_empty_lines: true })
    return rows
  } catch (failure) {
    return `CSV 的引号或者分隔符有误${typeof failure === 'object' && failure !== null && 'lines' in failure && typeof failure.lines === 'number' ? `（第 ${failure.lines} 行）` : ''}`
  }
}

function jsonRows(text: string): readonly (readonly string[])[] | string {
  try {
    const list: unknown = JSON.parse(text)
    const objects = Array.isArray(list) ? list.filter((one): one is Readonly<Record<string, unknown>> => typeof one === 'object' && one !== null) : []
    const header = [...new Set(objects.flatMap((one) => Object.keys(one)))]
    return [header, ...objects.map((one) => header.map((name) => (typeof one[name] === 'string' || typeof one[name] === 'number' ? String(one[name]) : '')))]
  } catch {
    return '不是有效的 JSON'
  }
}
