import { checkPaymentCode } from '@zhunsheng/law/identifiers/payment-code.ts'
import { maskName } from '@zhunsheng/law/identifiers/mask.ts'
import { parseDay } from '@zhunsheng/law/day.ts'
import { fen, formatYuan } from '@zhunsheng/law/money.ts'
import { accountOn } from '@zhunsheng/law/penalty/execution/account.ts'
import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { civilDay } from '../../platform/clock.ts'
import type { Http } from '../../platform/http.ts'
import { afterFailure, lockedForMs } from '../../platform/lockout.ts'
import { printPdf } from '../../platform/paper/press.ts'
import { malformed, notAllowed, notFound, Problem } from '../../platform/problem.ts'
import { failuresOf, forgetFailures, putFailures } from '../../platform/session-store.ts'
import { distrust } from './notice.ts'
import { slipPaper } from './papers/slip-paper.ts'
import { amountIn } from './read-file.ts'
import type { PaymentParts } from './route-parts.ts'
import { collectingBy, printedSlip } from './show.ts'
import { findSlip, type SlipWithEntries } from './store.ts'
import { takeIn } from './take-in.ts'
import { Notice, Noticed, PublicSlip } from './wire.ts'

const MINUTE_MS = 60_000

/** What the payer and the payment platform may ask without logging in (缴款查询、到账通知). */
export function publicRoutes(http: Http, parts: PaymentParts): void {
  noticeRoute(http, parts)
  const { database, clock } = parts
  const query = z.object({ proof: z.string().trim().min(4, '请填写决定书文号，或者证件号码、统一社会信用代码的后四位').max(60) })
  const code = z.object({ code: z.string().max(40) })
  /** The slip for whoever shows that he has its decision; after five misses the door is closed to his address for a while. */
  const looked = async (request: { readonly ip: string; readonly params: { readonly code: string }; readonly query: { readonly proof: string } }): Promise<SlipWithEntries> => {
    const checked = checkPaymentCode(request.params.code)
    if (!checked.ok) throw malformed([{ path: 'code', because: checked.because }])
    const name = `slip:${request.ip}`
    const nowMs = clock.now().getTime()
    const failures = await database.read((queries) => failuresOf(queries, name))
    const locked = lockedForMs(failures, nowMs)
    if (locked > 0) throw new Problem('locked-out', `连续多次没有查到，请在 ${Math.ceil(locked / MINUTE_MS)} 分钟后再试`)
    const slip = await database.read((queries) => findSlip(queries, { code: checked.value }, civilDay(clock.now())))
    if (slip === undefined || !proves(slip, request.query.proof)) {
      await database.work((tx) => putFailures(tx, name, afterFailure(failures, nowMs)))
      // One answer for both, so that nobody learns which codes there are.
      throw notFound('没有查到：请核对缴款码，以及决定书文号或者证件号码后四位')
    }
    if (failures !== undefined) await database.work((tx) => forgetFailures(tx, name))
    return slip
  }
  http.get('/api/public/slips/:code', { schema: { tags: ['缴款'], summary: '查询缴款通知', params: code, querystring: query, response: { 200: PublicSlip } } }, async (request) => publicSlip(parts, await looked(request)))
  http.get('/api/public/slips/:code/print.pdf', { schema: { tags: ['缴款'], summary: '打印缴款通知（公众）', params: code, querystring: query } }, async (request, reply) => {
    const slip = await looked(request)
    if (parts.settings === undefined) throw malformed([{ path: 'code', because: '本机关还没有配置执收项目和代收机构，请到窗口领取缴款通知' }])
    const printed = printedSlip({ ...slip, payer: payerOf(slip) })
    return reply.type('application/pdf').send(Buffer.from(await printPdf(slipPaper(printed, parts.settings, await collectingBy(parts, slip)), { createdAt: new Date(slip.issued_at) })))
  })
}

/** The decision’s number can be read by everybody, so a citizen’s name is not told for it. */
const payerOf = ({ is_person, payer }: SlipWithEntries): string => (is_person ? maskName(payer) : payer)

/** The number of the decision as the paper has it, or the last four places by which the payer is known. */
function proves({ decision_number, tail }: SlipWithEntries, proof: string): boolean {
  const plain = (text: string) => text.replace(/\s/g, '').replace(/[（([【〔]/g, '〔').replace(/[）)\]】〕]/g, '〕')
  return (decision_number !== '' && plain(proof) === plain(decision_number)) || (tail !== null && proof.toUpperCase() === tail.toUpperCase())
}

async function publicSlip({ database, clock, desk, settings, agencyOf }: PaymentParts, slip: SlipWithEntries): Promise<PublicSlip> {
  const today = civilDay(clock.now())
  const day = parseDay(today)
  const found = await database.read((queries) => desk.read(queries, slip.case_id))
  const account = found === undefined || day === undefined ? undefined : accountOn(found.file, day)
  const grown = account === undefined ? 0n : account.surcharge - account.waived - account.paidSurcharge
  const total = slip.fine_fen + slip.confiscated_fen + slip.surcharge_fen
  const isOpen = slip.state !== 'voided' && slip.state !== 'paid'
  // The additional fine that grew since the slip was issued is taken by the bank with it.
  const left = BigInt(total - slip.paid_fen)
  const owed = !isOpen ? 0n : slip.surcharge_fen > 0 || grown < 0n ? left - BigInt(slip.surcharge_fen) + (grown > 0n ? grown : 0n) : left + grown
  return {
    code: slip.code,
    payer: payerOf(slip),
    agency: agencyOf(found?.actingTown).name,
    decisionNumber: slip.decision_number,
    kind: slip.kind,
    state: slip.state,
    total: formatYuan(fen(BigInt(total))),
    paid: formatYuan(fen(BigInt(slip.paid_fen))),
    surcharge: formatYuan(fen(grown > 0n ? grown : 0n)),
    owed: formatYuan(fen(owed > 0n ? owed : 0n)),
    today,
    bank: settings?.bank ?? '',
    bankAddress: settings?.bankAddress ?? '',
    isExample: settings?.verified !== true,
    ...(slip.pay_by === null ? {} : { payBy: slip.pay_by }),
  }
}

const header = (request: FastifyRequest, name: string): string | undefined => {
  const value = request.headers[name]
  return typeof value === 'string' ? value : undefined
}

function noticeRoute(http: Http, parts: PaymentParts): void {
  const { platformKey, outside, clock } = parts
  http.post('/api/public/payments/notices', { schema: { tags: ['缴款'], summary: '支付平台到账通知', body: Notice, response: { 200: Noticed } } }, async (request) => {
    if (platformKey === undefined) throw notAllowed('没有启用支付平台通知：请在数据目录放置 payment-platform.key（三十二位以上的共享密钥）后重新启动')
    const doubt = distrust(request.body, { key: platformKey, time: header(request, 'x-payment-time'), signature: header(request, 'x-payment-signature'), now: outside.now() })
    if (doubt !== undefined) throw notAllowed(doubt)
    const { serial, code, amount: written, paidOn, payer, voucher = '' } = request.body
    const amount = amountIn(written)
    const checked = checkPaymentCode(code)
    const faults = [
      ...(typeof amount === 'string' ? [{ path: 'amount', because: `金额：${amount}` }] : []),
      ...(parseDay(paidOn) === undefined || paidOn > civilDay(clock.now()) ? [{ path: 'paidOn', because: `入账日期「${paidOn}」不是日期，或者晚于今天` }] : []),
      ...(checked.ok ? [] : [{ path: 'code', because: checked.because }]),
    ]
    if (faults.length > 0 || typeof amount === 'string') throw malformed(faults)
    const { known, outcomes } = await takeIn(parts, [{ serial, code: code.replace(/\s/g, ''), amount, paidOn, payer, voucher }], { via: 'notice' })
    const outcome = outcomes[0]
    return { serial, known: known > 0, booked: outcome?.kind === 'booked', ...(outcome?.kind === 'held' ? { held: outcome.grounds || (outcome.cause ?? '') } : {}) }
  })
}
