import { checkPlate } from '@zhunsheng/law/identifiers/plate.ts'
import { z } from 'zod'
import { civilDay } from '../../platform/clock.ts'
import type { Http } from '../../platform/http.ts'
import { keyOf, workOnce } from '../../platform/once.ts'
import { malformed, notFound } from '../../platform/problem.ts'
import { rateLimit } from '../../platform/rate-limit.ts'
import type { TipoffParts } from './parts.ts'
import { readForm } from './photos.ts'
import { progressOf } from './progress.ts'
import { addReport, reportOf, reportUnder, type Photo } from './store.ts'
import { TipoffProgress, TipoffReceipt, type NewTipoff } from './wire.ts'

const tags = ['群众举报']
/** From one address; a whole street may share one (配置值，没有找到规定). */
const SENDING = { requests: 10, everySeconds: 3600 }
const ASKING = { requests: 60, everySeconds: 60 }
/** Ninety-six bits: nobody guesses one, and it can be written down. */
const RECEIPT_LENGTH = 16
/** The clock of a telephone may be ahead of ours by so much. */
const AHEAD_MS = 5 * 60_000
/** 行政处罚法第三十六条第一款: what was not found for two years, or where lives were in danger five, is not punished any more. */
const OLDEST_DAYS = 5 * 366
const DAY_MS = 86_400_000
const REPORTER = { id: 'tipoff', name: '群众举报' }

/** Reports from the street without an account (群众举报渣土车): taken in once for each key, answered with a receipt. */
export function publicTipoffRoutes(http: Http, parts: TipoffParts): void {
  const { database, clock, outside, evidence, leads, newId, secret } = parts
  const nowMs = () => outside.now().getTime()
  const [sending, asking] = [rateLimit({ ...SENDING, nowMs }), rateLimit({ ...ASKING, nowMs })]
  const taken = async (bytes: Buffer, index: number): Promise<Photo> => {
    const kept = await evidence.takePicture(bytes, { ...REPORTER, filename: `举报照片${index + 1}` })
    if (kept === undefined) throw malformed([{ path: 'photo', because: `第 ${index + 1} 张不是可以打开的照片（JPEG、PNG 或者 WebP），请换一张` }])
    return kept
  }

  http.post('/api/public/tipoffs', { schema: { tags, summary: '举报渣土车（表单：report 为 JSON，photo 为照片，最多三张）', response: { 201: TipoffReceipt } } }, async (request, reply) => {
    sending(request, reply)
    const key = keyOf(request)
    const { report, photos } = await readForm(request, (said) => checked(said, clock.now()))
    const before = await database.read((queries) => reportUnder(queries, key))
    const kept: Photo[] = []
    // One after the other: three large pictures at once are too much memory for one caller.
    if (before === undefined) for (const [index, bytes] of photos.entries()) kept.push(await taken(bytes, index))
    const receipt = await workOnce(database, '这件举报刚刚已经收到', async (tx) => {
      const earlier = await reportUnder(tx, key)
      if (earlier !== undefined) return again(earlier, report)
      const now = clock.now()
      const made = `JB${secret().slice(0, RECEIPT_LENGTH)}`
      await addReport(tx, { ...report, id: newId(), receipt: made, key, photos: kept, receivedOn: civilDay(now), now: now.toISOString() })
      return made
    })
    return reply.status(201).send({ receipt })
  })
  http.get('/api/public/tipoffs/:receipt', { schema: { tags, summary: '查询举报的办理情况', params: z.object({ receipt: z.string().max(64) }), response: { 200: TipoffProgress } } }, async (request, reply) => {
    asking(request, reply)
    return database.read(async (queries) => {
      const row = await reportOf(queries, request.params.receipt)
      if (row === undefined) throw notFound('没有这个举报编号，请核对')
      return progressOf(row, row.lead === null ? undefined : (await leads.standing(queries, [row.lead])).get(row.lead))
    })
  })
}

/** The plate in the form in which it is compared; every fault of the words at once. */
function checked(report: NewTipoff, now: Date): NewTipoff {
  const plate = checkPlate(report.plate, report.plateColour)
  const atMs = Date.parse(report.at)
  const faults = [
    ...(plate.ok ? [] : [{ path: 'plate', because: plate.because }]),
    ...(atMs > now.getTime() + AHEAD_MS ? [{ path: 'at', because: '看到的时间晚于现在，请核对' }] : []),
    ...(atMs < now.getTime() - OLDEST_DAYS * DAY_MS ? [{ path: 'at', because: '看到的时间过于久远，已经超过追究的期限（《行政处罚法》第三十六条第一款）' }] : []),
  ]
  if (faults.length > 0 || !plate.ok) throw malformed(faults)
  return { ...report, plate: plate.value.number }
}

/** The same report on its way twice has one receipt; another one needs another key. */
function again(earlier: { readonly receipt: string; readonly plate: string; readonly place: string; readonly content: string }, { plate, place, text }: NewTipoff): string {
  if (earlier.plate !== plate || earlier.place !== place || earlier.content !== text) throw malformed([{ path: 'Idempotency-Key', because: '这个幂等键已经用于另一件举报' }])
  return earlier.receipt
}
