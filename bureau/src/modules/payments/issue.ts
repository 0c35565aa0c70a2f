import { formatDay, parseDay, type Day } from '@zhunsheng/law/day.ts'
import { writePaymentCode } from '@zhunsheng/law/identifiers/payment-code.ts'
import { civilDay, type Clock } from '../../platform/clock.ts'
import type { Queries } from '../../platform/database.ts'
import { changedMeanwhile, malformed, notFound } from '../../platform/problem.ts'
import type { AgencyOf, CaseDesk, ReadCase } from '../enforcement/contract.ts'
import type { Registrar } from './book.ts'
import type { PaymentSettings } from './contract.ts'
import { offersOf, type Offers, type Standing } from './slip.ts'
import { addSlip, addSlipEntry, nextSerial, slipsOf, waitTurn, type SlipWithEntries } from './store.ts'
import type { NewSlip } from './wire.ts'

export interface IssueParts {
  readonly clock: Clock
  readonly desk: CaseDesk
  readonly newId: () => string
  readonly settings: PaymentSettings | undefined
  readonly agencyOf: AgencyOf
}

export interface CaseSlipsRead {
  readonly found: ReadCase
  readonly slips: readonly SlipWithEntries[]
  readonly offers: Offers
}
const isOpen = ({ state }: SlipWithEntries): boolean => state !== 'voided' && state !== 'paid'

/** The slips of a case, and what may be issued today. */
export async function slipsAndOffers({ clock, desk }: Pick<IssueParts, 'clock' | 'desk'>, queries: Queries, caseId: string): Promise<CaseSlipsRead> {
  const today = civilDay(clock.now())
  const found = await desk.read(queries, caseId)
  if (found === undefined) throw notFound('没有这个案件')
  const slips = await slipsOf(queries, caseId, today)
  const standing = slips.filter(({ state }) => state !== 'voided').map(({ kind, instalment, state }): Standing => ({ kind, instalment, isPaid: state === 'paid' }))
  return { found, slips, offers: offersOf(found.file, dayOf(today), standing) }
}

/** Issues a slip (开具缴款通知): its number, its code and what it replaces stand or fall together. */
export async function issue(parts: IssueParts, tx: Queries, { caseId, kind, instalment }: NewSlip, by: Registrar): Promise<string> {
  const { settings, clock, newId } = parts
  if (settings === undefined) throw malformed([{ path: 'caseId', because: '本机关还没有配置执收项目和代收机构：请在机关信息（bureau.json）的 payment 中填写' }])
  await waitTurn(tx)
  const { found, slips, offers } = await slipsAndOffers(parts, tx, caseId)
  if (found.actingTown !== undefined && parts.agencyOf(found.actingTown).unitCode === undefined)
    throw malformed([{ path: 'caseId', because: `本案以${found.actingTown}的名义处罚，没有配置它的执收单位编码：请在机关信息（bureau.json）的 towns 中填写 unitCode` }])
  const offer = offers.offers.find((one) => one.kind === kind && one.instalment === instalment)
  if (offer === undefined) throw changedMeanwhile(offers.because ?? '这一种缴款通知现在不能开具，请刷新后再看')
  const today = civilDay(clock.now())
  const year = Number(today.slice(0, 4))
  const serial = await nextSerial(tx, year)
  const code = writePaymentCode({ prefix: settings.prefix, year, serial })
  const at = clock.now().toISOString()
  // A demand asks for everything that is left, so what asked for a part of it no longer does.
  if (kind === 'demand') for (const slip of slips.filter(isOpen)) await addSlipEntry(tx, { slipId: slip.id, kind: 'voided', on: today, reason: `由缴款通知 ${code} 代替（催告）`, who: by.name, at })
  const id = newId()
  await addSlip(tx, {
    id, code, year, serial, kind, case_id: caseId, case_number: found.number, instalment: instalment ?? null, payer: found.party.name, is_person: found.party.isPerson, tail: found.party.tail ?? null,
    decision_number: found.decisionNumber ?? '', item_code: settings.itemCode,
    fine_fen: Number(offer.fine), confiscated_fen: Number(offer.confiscated), surcharge_fen: Number(offer.surcharge),
    pay_by: offer.payBy === undefined ? null : formatDay(offer.payBy), issued_on: today, issued_by: by.name, issuer_id: by.id, issued_at: at,
  })
  return id
}

function dayOf(written: string): Day {
  const day = parseDay(written)
  if (day === undefined) throw new Error('the clock shows no day')
  return day
}
