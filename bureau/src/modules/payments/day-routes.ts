import { formatYuan, fen } from '@zhunsheng/law/money.ts'
import { addDays, formatDay, parseDay } from '@zhunsheng/law/day.ts'
import type { FastifyReply, FastifyRequest } from 'fastify'
import ExcelJS from 'exceljs'
import { z } from 'zod'
import { civilDay } from '../../platform/clock.ts'
import type { Http } from '../../platform/http.ts'
import { printPdf } from '../../platform/paper/press.ts'
import { malformed } from '../../platform/problem.ts'
import { openDay, rowOfDay, shownItem } from './day.ts'
import { dayPaper } from './papers/day-paper.ts'
import { readBankFile } from './read-file.ts'
import { allow, type PaymentParts } from './route-parts.ts'
import { closeDay, settleItem } from './settle.ts'
import { countItems, daysBetween, listItems } from './store-days.ts'
import { receiptsBySerial } from './store-receipts.ts'
import { takeIn } from './take-in.ts'
import { BankFile, Day, Days, DayView, FilePreview, ItemQuery, ITEM_KINDS, Items, NewItemEntry, SettledItem, TakenIn } from './wire.ts'

const tags = ['对账']
const OneDay = z.object({ day: Day.refine((day) => parseDay(day) !== undefined, '没有这一天') })
const MOST_DAYS = 62

/** The bank's file and the daily reconciliation over HTTP (每日对账). */
export function dayRoutes(http: Http, parts: PaymentParts): void {
  const { database } = parts
  fileRoutes(http, parts)
  http.get('/api/payments/days', { schema: { tags, summary: '对账日一览', querystring: z.object({ from: Day, to: Day }), response: { 200: Days } } }, async (request) => {
    await allow(parts, request, 'read')
    const { from, to } = request.query
    const [first, last] = [parseDay(from), parseDay(to)]
    if (first === undefined || last === undefined || first > last) throw malformed([{ path: 'to', because: '截止日期早于起始日期，或者没有这一天' }])
    const until = last - first > MOST_DAYS ? formatDay(addDays(first, MOST_DAYS)) : to
    const days = await database.read(async (queries) => {
      const views = []
      for (const day of await daysBetween(queries, from, until)) views.push((await openDay(parts, queries, day)).view)
      return views
    })
    return { days: days.map(rowOfDay) }
  })
  http.get('/api/payments/days/:day', { schema: { tags, summary: '某日对账', params: OneDay, response: { 200: DayView } } }, async (request) => {
    await allow(parts, request, 'read')
    return database.read(async (queries) => (await openDay(parts, queries, request.params.day)).view)
  })
  http.get('/api/payments/days/:day/table.xlsx', { schema: { tags, summary: '导出对账表', params: OneDay } }, async (request, reply) => {
    await allow(parts, request, 'read')
    const { view } = await database.read((queries) => openDay(parts, queries, request.params.day))
    return sendTable(reply, view, parts.bureau.name)
  })
  http.get('/api/payments/days/:day/print.pdf', { schema: { tags, summary: '打印对账表', params: OneDay } }, async (request, reply) => {
    await allow(parts, request, 'read')
    const { view } = await database.read((queries) => openDay(parts, queries, request.params.day))
    return reply.type('application/pdf').send(Buffer.from(await printPdf(dayPaper(view, parts.bureau), { createdAt: parts.clock.now() })))
  })
  http.post('/api/payments/days/:day/closing', { schema: { tags, summary: '结账', params: OneDay, body: z.object({ note: z.string().trim().max(1000).default('') }), response: { 201: DayView } } }, async (request, reply) => {
    const actor = await allow(parts, request, 'close')
    const { day } = request.params
    await database.work((tx) => closeDay(parts, tx, { day, note: request.body.note, who: actor.name }))
    return reply.status(201).send(await database.read(async (queries) => (await openDay(parts, queries, day)).view))
  })
  http.get('/api/payments/items', { schema: { tags, summary: '差异一览', querystring: ItemQuery, response: { 200: Items } } }, async (request) => {
    await allow(parts, request, 'read')
    const { query } = request
    return database.read(async (queries) => {
      const { total, open, explained, refundFen } = await countItems(queries, query)
      return { total, items: (await listItems(queries, query)).map(shownItem), counts: { open, explained, refundDue: formatYuan(fen(refundFen)) } }
    })
  })
  http.post('/api/payments/items', { schema: { tags, summary: '说明、了结差异', body: NewItemEntry, response: { 201: SettledItem } } }, async (request, reply) => {
    const actor = await allow(parts, request, 'settle')
    const item = await settleItem(parts, request.body, actor)
    return reply.status(201).send(item === undefined ? {} : { item: shownItem(item) })
  })
}

function fileRoutes(http: Http, parts: PaymentParts): void {
  const { database, clock } = parts
  const read = async (request: FastifyRequest<{ Body: BankFile }>) => {
    const { day, content } = request.body
    if (parseDay(day) === undefined || day > civilDay(clock.now())) throw malformed([{ path: 'day', because: '对账日不是真实存在的日期，或者晚于今天' }])
    const bytes = new Uint8Array(Buffer.from(content, 'base64'))
    const file = await readBankFile(bytes, day)
    if (!file.ok) throw malformed(file.faults)
    return { file, bytes }
  }
  http.post('/api/payments/files/preview', { schema: { tags, summary: '银行文件预览', body: BankFile, response: { 200: FilePreview } } }, async (request) => {
    await allow(parts, request, 'takeIn')
    const { file } = await read(request)
    const known = await database.read((queries) => receiptsBySerial(queries, file.lines.map(({ serial }) => serial)))
    return { total: formatYuan(file.total), unread: [...file.unread], encoding: file.encoding, rows: file.lines.map(({ line, serial, code, amount, payer, voucher }) => ({ line, serial, code, amount: formatYuan(amount), payer, voucher, known: known.has(serial) })) }
  })
  http.post('/api/payments/files', { schema: { tags, summary: '导入银行文件', body: BankFile, response: { 200: TakenIn } } }, async (request) => {
    const actor = await allow(parts, request, 'takeIn')
    const { file, bytes } = await read(request)
    const { added, known, outcomes } = await takeIn(parts, file.lines, { via: 'file', by: actor, day: request.body.day, name: request.body.name, bytes, lines: file.lines })
    return { added, known, booked: outcomes.filter((one) => one?.kind === 'booked').length, held: outcomes.filter((one) => one?.kind === 'held').length }
  })
}

/** The day as a table to file (对账表): totals, what agrees, what does not and what was said of it. */
async function sendTable(reply: FastifyReply, { day, totals, matched, items, closings }: DayView, agency: string) {
  const book = new ExcelJS.Workbook()
  const sheet = book.addWorksheet('对账表', { pageSetup: { paperSize: 9, orientation: 'landscape', fitToWidth: 1, fitToHeight: 0 } })
  sheet.addRow([`${agency}罚款收缴对账表（${day}）`])
  sheet.addRow(['我方合计（元）', Number(totals.books), '银行合计（元）', Number(totals.bank), '相符（元）', Number(totals.matched)])
  sheet.addRow(['结果', '银行流水号', '案件编号', '缴款人', '我方（元）', '银行（元）', '说明'])
  for (const one of items) sheet.addRow([ITEM_KINDS[one.kind], one.serial ?? '', one.caseNumber ?? '', one.payer ?? '', Number(one.ours), Number(one.theirs), [one.says, ...one.entries.map(({ reason, who }) => `${reason}（${who}）`)].join('；')])
  for (const one of matched) sheet.addRow([one.spot ? '相符（当场收缴）' : '相符', one.serial, one.caseNumber, one.payer, Number(one.amount), Number(one.amount), ''])
  for (const { round, who, at, note } of closings) sheet.addRow([`第 ${round} 次结账`, who, at, note])
  return reply.type('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet').header('content-disposition', `attachment; filename="reconciliation-${day}.xlsx"`).send(Buffer.from(await book.xlsx.writeBuffer()))
}
