import { formatDay } from '@zhunsheng/law/day.ts'
import { fen, formatYuan } from '@zhunsheng/law/money.ts'
import type { Offered } from './slip.ts'
import { totalOf } from './slip.ts'
import type { SlipWithEntries } from './store.ts'
import type { PaymentParts } from './route-parts.ts'
import type { Collecting, PrintedSlip } from './papers/slip-paper.ts'
import type { Offer, Slip } from './wire.ts'

const yuanOf = (cents: number): string => formatYuan(fen(BigInt(cents)))

/** Who collects by a slip (执收单位): whoever decided in its case. */
export async function collectingBy({ database, desk, agencyOf, bureau: { demo } }: Pick<PaymentParts, 'database' | 'desk' | 'agencyOf' | 'bureau'>, { case_id }: SlipWithEntries): Promise<Collecting> {
  const found = await database.read((queries) => desk.read(queries, case_id))
  const { name, unitCode } = agencyOf(found?.actingTown)
  return { name, demo, ...(unitCode === undefined ? {} : { unitCode }) }
}

/** A slip as it crosses HTTP. */
export const shownSlip = (row: SlipWithEntries): Slip => ({
  id: row.id,
  code: row.code,
  caseId: row.case_id,
  caseNumber: row.case_number,
  kind: row.kind,
  payer: row.payer,
  decisionNumber: row.decision_number,
  fine: yuanOf(row.fine_fen),
  confiscated: yuanOf(row.confiscated_fen),
  surcharge: yuanOf(row.surcharge_fen),
  total: yuanOf(row.fine_fen + row.confiscated_fen + row.surcharge_fen),
  paid: yuanOf(row.paid_fen),
  itemCode: row.item_code,
  issuedOn: row.issued_on,
  issuedBy: row.issued_by,
  state: row.state,
  entries: row.entries.map(({ kind, on, who, at, amount, serial, reason }) => ({ kind, on, who, at, ...(kind === 'paid' ? { amount: yuanOf(amount) } : {}), ...(serial === null ? {} : { serial }), ...(reason === null ? {} : { reason }) })),
  ...(row.instalment === null ? {} : { instalment: row.instalment }),
  ...(row.pay_by === null ? {} : { payBy: row.pay_by }),
})

export const shownOffer = (offer: Offered): Offer => ({
  kind: offer.kind,
  fine: formatYuan(offer.fine),
  confiscated: formatYuan(offer.confiscated),
  surcharge: formatYuan(offer.surcharge),
  total: formatYuan(totalOf(offer)),
  ...(offer.instalment === undefined ? {} : { instalment: offer.instalment }),
  ...(offer.payBy === undefined ? {} : { payBy: formatDay(offer.payBy) }),
})

export const printedSlip = (row: SlipWithEntries): PrintedSlip => ({
  code: row.code,
  kind: row.kind,
  payer: row.payer,
  decisionNumber: row.decision_number,
  caseNumber: row.case_number,
  itemCode: row.item_code,
  fine: BigInt(row.fine_fen),
  confiscated: BigInt(row.confiscated_fen),
  surcharge: BigInt(row.surcharge_fen),
  issuedOn: row.issued_on,
  voided: row.state === 'voided',
  ...(row.instalment === null ? {} : { instalment: row.instalment }),
  ...(row.pay_by === null ? {} : { payBy: row.pay_by }),
})
