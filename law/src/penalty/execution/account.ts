import type { CaseFile } from '../../case-file.ts'
import type { Day } from '../../day.ts'
import type { Fen } from '../../money.ts'
import { surcharge, type Pause, type Payment } from '../surcharge.ts'
import { PAY_BY } from './deadlines.ts'
import { ever, every, last } from './words.ts'

/** What the party owes and has paid (缴款账目), in fen, on a day. */
export interface Account {
  readonly fine: Fen
  readonly confiscated: Fen
  readonly surcharge: Fen
  readonly paidFine: Fen
  readonly paidConfiscation: Fen
  readonly paidSurcharge: Fen
  readonly waived: Fen
}

const sum = (amounts: readonly bigint[]): Fen => amounts.reduce((total, amount) => total + amount, 0n) as Fen

/** The account of a penalty as it stands at the end of a day, or nothing where no penalty has been decided. */
export function accountOn(file: CaseFile, on: Day): Account | undefined {
  const decision = ever(file, 'decide')
  if (decision === undefined || decision.data.outcome !== 'penalise') return undefined
  const change = last(file, 'changeDecision')
  const revoked = change?.data.outcome === 'revoked'
  const fine = revoked ? sum([]) : (change?.data.fine ?? decision.data.fine ?? sum([]))
  const confiscated = revoked ? sum([]) : (decision.data.confiscated ?? sum([]))
  const paid = (toward: 'fine' | 'surcharge' | 'confiscation') =>
    every(file, 'pay')
      .filter((act) => act.data.toward === toward && act.data.paidOn <= on)
      .map((act): Payment => ({ on: act.data.paidOn, amount: act.data.amount }))
  const payBy = file.deadline(PAY_BY)
  const onSpot = every(file, 'collectOnSpot')
    .filter((act) => act.on <= on)
    .map((act): Payment => ({ on: act.on, amount: act.data.amount }))
  const toFine = [...paid('fine'), ...onSpot]
  return {
    fine,
    confiscated,
    surcharge: payBy.state === 'running' ? surcharge(fine, payBy.due, on, toFine, remedyPauses(file)) : sum([]),
    paidFine: sum(toFine.map(({ amount }) => amount)),
    paidConfiscation: sum(paid('confiscation').map(({ amount }) => amount)),
    paidSurcharge: sum(paid('surcharge').map(({ amount }) => amount)),
    waived: last(file, 'waiveSurcharge')?.data.waived ?? sum([]),
  }
}

/** What is still owed in all. */
export const outstanding = (account: Account): Fen =>
  sum([
    least(account.fine - account.paidFine),
    least(account.confiscated - account.paidConfiscation),
    least(account.surcharge - account.waived - account.paidSurcharge),
  ])
const least = (amount: bigint): bigint => (amount < 0n ? 0n : amount)

/** 行政处罚法第七十三条第三款: the additional fine does not run while a reconsideration or a suit is pending. */
function remedyPauses(file: CaseFile): readonly Pause[] {
  const pauses: Pause[] = []
  for (const act of file.every('registerRemedy', 'settleRemedy')) {
    const open = pauses.at(-1)
    if (act.kind === 'registerRemedy') pauses.push({ from: every(file, 'registerRemedy').find(({ seq }) => seq === act.seq)?.data.filedOn ?? act.on })
    else if (open !== undefined && open.to === undefined)
      pauses[pauses.length - 1] = { from: open.from, to: every(file, 'settleRemedy').find(({ seq }) => seq === act.seq)?.data.endedOn ?? act.on }
  }
  return pauses
}
