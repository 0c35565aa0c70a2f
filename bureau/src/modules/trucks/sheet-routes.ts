import { z } from 'zod'
import type { Queries } from '../../platform/database.ts'
import { csvOf } from '../../platform/csv.ts'
import type { Http } from '../../platform/http.ts'
import { workOnce } from '../../platform/once.ts'
import { malformed } from '../../platform/problem.ts'
import { allow, type TruckParts } from './parts.ts'
import { readSheet } from './read-sheet.ts'
import { againstRegister } from './register-check.ts'
import { COLUMNS } from './sheet-columns.ts'
import { stepFor, taken, writeRecord } from './register-write.ts'
import { listStanding, standingOf, standingTitled } from './store.ts'
import { writeSheet } from './write-sheet.ts'
import { Imported, Kind, RowQuery, SheetFile, SheetPreview } from './wire.ts'

const tags = ['渣土车辆']
/** As many as an import takes at once. */
const EXPORTED = 5000
const OfKind = z.object({ kind: Kind })

/** Lists brought in from a sheet (批量导入): looked at first, then taken in row by row, those without a fault. */
export function truckSheetRoutes(http: Http, parts: TruckParts): void {
  const { database, clock, newId } = parts
  http.get('/api/trucks/register/:kind/template.csv', { schema: { tags, summary: '导入文件的表头', params: OfKind } }, async (request, reply) => {
    const { kind } = request.params
    await allow(parts, request, stepFor(kind))
    return reply.type('text/csv; charset=utf-8').header('content-disposition', `attachment; filename="${kind}-template.csv"`).send(csvOf([COLUMNS[kind].map(({ headers }) => headers[0] ?? '')]))
  })
  http.get('/api/trucks/register/:kind/export.csv', { schema: { tags, summary: '导出登记，可以再导入', params: OfKind, querystring: RowQuery } }, async (request, reply) => {
    const { kind } = request.params
    await allow(parts, request, 'read')
    const rows = await database.read(async (queries) => {
      const { rows: found } = await listStanding(queries, kind, { ...request.query, page: 1, size: EXPORTED })
      const named = await standingOf(queries, [...new Set(found.flatMap(({ belongs }) => belongs))])
      return writeSheet(kind, found, (id) => named.get(id)?.title ?? id)
    })
    return reply.type('text/csv; charset=utf-8').header('content-disposition', `attachment; filename="${kind}.csv"`).send(csvOf(rows))
  })
  http.post('/api/trucks/register/:kind/preview', { schema: { tags, summary: '预览导入文件', params: OfKind, body: SheetFile, response: { 200: SheetPreview } } }, async (request) => {
    const { kind } = request.params
    await allow(parts, request, stepFor(kind))
    return database.read(async (queries) => {
      const { rows, unread } = await sheetOf(queries, kind, request.body)
      return { rows: rows.map(({ line, title, known, faults }) => ({ line, title, known, faults: [...faults] })), unread: [...unread] }
    })
  })
  http.post('/api/trucks/register/:kind/import', { schema: { tags, summary: '导入文件中没有错误的各行', params: OfKind, body: SheetFile, response: { 200: Imported } } }, async (request) => {
    const { kind } = request.params
    const { name } = await allow(parts, request, stepFor(kind))
    return workOnce(parts.database, taken(kind), async (tx) => {
      const { rows } = await sheetOf(tx, kind, request.body)
      const fresh = rows.filter(({ known, faults }) => !known && faults.length === 0)
      for (const { record } of fresh) if (record !== undefined) await writeRecord(tx, record, { id: newId(), version: 1, who: name, at: clock.now(), key: null })
      return { added: fresh.length, known: rows.filter(({ known }) => known).length, faulty: rows.filter(({ faults }) => faults.length > 0).length }
    })
  })
}

/** What a sheet says, with what is wrong with it or known already. */
async function sheetOf(queries: Queries, kind: Kind, file: SheetFile) {
  const sheet = await readSheet(kind, file, (of, titles) => standingTitled(queries, of, titles))
  if (!sheet.ok) throw malformed([{ path: 'text', because: sheet.because }])
  const known = new Set((await standingTitled(queries, kind, sheet.rows.map(({ title }) => title))).map(({ title }) => title))
  const seen = new Set<string>()
  const rows = []
  for (const { line, title, faults, record } of sheet.rows) {
    const again = seen.has(title)
    seen.add(title)
    const more = record === undefined || known.has(title) ? [] : (await againstRegister(queries, record, '')).map(({ because }) => because)
    rows.push({ line, title, record, known: known.has(title), faults: [...faults, ...(again ? ['文件中重复'] : []), ...more] })
  }
  return { rows, unread: sheet.unread }
}
