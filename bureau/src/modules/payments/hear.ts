import { parseDay } from '@zhunsheng/law/day.ts'
import { accountOn } from '@zhunsheng/law/penalty/execution/account.ts'
import type { Account } from '@zhunsheng/law/penalty/execution/owed.ts'
import { every, last } from '@zhunsheng/law/penalty/execution/words.ts'
import { formatDay } from '@zhunsheng/law/day.ts'
import { civilDay, type Clock } from '../../platform/clock.ts'
import type { Queries } from '../../platform/database.ts'
import type { CaseDesk, CaseListener, ReadCase } from '../enforcement/contract.ts'
import { refreshDay } from './day.ts'
import { addSlipEntry, slipsOf, type SlipWithEntries } from './store.ts'
import { putRefund } from './store-days.ts'

/** What a slip waits for no longer exists once one of these is recorded (缴款通知随案卷作废). */
const REASONS: Readonly<Record<string, (found: ReadCase) => string | undefined>> = {
  changeDecision: ({ file }) => (last(file, 'changeDecision')?.data.outcome === 'revoked' ? '处罚决定已经撤销' : '处罚决定已经变更，应缴数额改变，请重新开具'),
  approveDeferral: () => '已批准延期缴纳，请按新的期限重新开具',
  approveInstalments: () => '已批准分期缴纳，请按各期重新开具',
  endEnforcement: () => '已终结执行',
}
const MOVES_MONEY = ['pay', 'collectOnSpot', 'courtEnds', 'waiveSurcharge', 'correct', 'annul']
const MOVES_DAY = ['pay', 'bankIn', 'correct', 'annul']

/** Listens to the acts of cases (案件动态): slips go with their case, in the same unit of work. */
export const paymentListener = ({ clock, desk }: { readonly clock: Clock; readonly desk: () => CaseDesk }): CaseListener => async (tx, { caseId, kind, read }) => {
  const why = REASONS[kind]
  if (why === undefined && !MOVES_MONEY.includes(kind) && !MOVES_DAY.includes(kind)) return
  const found = await read()
  if (found?.isPenalty !== true) return
  const today = civilDay(clock.now())
  const account = accountOn(found.file, dayOf(today))
  const open = (await slipsOf(tx, caseId, today)).filter(({ state }) => state !== 'voided' && state !== 'paid')
  for (const slip of open) {
    const reason = why === undefined ? settledOtherwise(slip, account) : why(found)
    if (reason !== undefined) await addSlipEntry(tx, { slipId: slip.id, kind: 'voided', on: today, reason, who: '随案卷自动作废', at: clock.now().toISOString() })
  }
  if (MOVES_DAY.includes(kind)) for (const day of daysOf(found)) await refreshDay({ desk: desk() }, tx, day)
  await refundOf(tx, found, account, today)
}

function dayOf(written: string) {
  const day = parseDay(written)
  if (day === undefined) throw new Error('the clock shows no day')
  return day
}

/** A slip asks for no more than is owed: what was paid by another way is not asked for again. */
function settledOtherwise({ fine_fen, confiscated_fen, surcharge_fen, paid_fen }: SlipWithEntries, account: Account | undefined): string | undefined {
  if (account === undefined) return '没有处罚决定'
  const left = account.fine - account.paidFine + (account.confiscated - account.paidConfiscation) + (surcharge_fen > 0 ? account.surcharge - account.waived - account.paidSurcharge : 0n)
  return left < BigInt(fine_fen + confiscated_fen + surcharge_fen - paid_fen) ? '案卷已登记以其他方式缴纳，尚欠数额少于本通知' : undefined
}

const daysOf = ({ file }: ReadCase): ReadonlySet<string> => new Set([...every(file, 'pay').map(({ data }) => formatDay(data.paidOn)), ...every(file, 'bankIn').map(({ on }) => formatDay(on))])

/** What was paid on a decision that was later changed or revoked is paid back (退付): it is an item until somebody records that it was. */
async function refundOf(tx: Queries, { id, number, party, file }: ReadCase, account: Account | undefined, today: string): Promise<void> {
  if (account === undefined || last(file, 'changeDecision') === undefined) return
  const over = [account.paidFine - account.fine, account.paidConfiscation - account.confiscated, account.paidSurcharge - account.surcharge].reduce((sum, one) => (one > 0n ? sum + one : sum), 0n)
  const key = `c:${id}`
  await putRefund(tx, key, over === 0n ? undefined : { key, day: today, kind: 'overpaid', says: '决定撤销或者变更以前已经缴纳，超过部分应当退还', ours_fen: '0', theirs_fen: over.toString(), serial: null, code: null, payer: party.name, case_id: id, case_number: number })
}
