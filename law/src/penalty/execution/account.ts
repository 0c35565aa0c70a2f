import type { CaseFile } from '../../case-file.ts'
import type { Day } from '../../day.ts'
import { fen, type Fen } from '../../money.ts'
import { surcharge, type Pause, type Payment } from '../surcharge.ts'
import { PAY_BY } from './deadlines.ts'
import type { Account } from './owed.ts'
import { shareOut, type Toward } from './share-out.ts'
import { ever, every, last } from './words.ts'

/** A payment with what it counts toward. */
interface Counted extends Payment {
  readonly toward: Toward
}

/**
 * The account of a penalty as it stands at the end of a day, or nothing where no penalty has been decided. What the court collects
 * (行政强制法第五十七条以下) counts as any other payment, toward what was owed on the day on which its execution ended.
 */
export function accountOn(file: CaseFile, on: Day): Account | undefined {
  const decision = ever(file, 'decide')
  if (decision === undefined || decision.data.outcome !== 'penalise') return undefined
  const paid = paymentsIn(file)
  for (const { data } of every(file, 'courtEnds')) {
    const { toward } = shareOut(struck(file, paid, data.endedOn), data.collected)
    paid.push(...toward.map((share) => ({ ...share, on: data.endedOn })))
  }
  return struck(file, paid, on)
}

function paymentsIn(file: CaseFile): Counted[] {
  const paid = every(file, 'pay').map(({ data }): Counted => ({ toward: data.toward, on: data.paidOn, amount: data.amount }))
  const onSpot = every(file, 'collectOnSpot').map(({ on, data }): Counted => ({ toward: 'fine', on, amount: data.amount }))
  return [...paid, ...onSpot]
}

/** Strikes the balance of a day over these payments. */
function struck(file: CaseFile, payments: readonly Counted[], on: Day): Account {
  const decision = ever(file, 'decide')?.data
  const change = last(file, 'changeDecision')?.data
  const isRevoked = change?.outcome === 'revoked'
  const fine = isRevoked ? NOTHING : (change?.fine ?? decision?.fine ?? NOTHING)
  const paid = (toward: Toward): readonly Counted[] => payments.filter((one) => one.toward === toward && one.on <= on)
  const payBy = file.deadline(PAY_BY)
  return {
    fine,
    confiscated: isRevoked ? NOTHING : (decision?.confiscated ?? NOTHING),
    surcharge: payBy.state === 'running' ? surcharge(fine, payBy.due, on, paid('fine'), remedyPauses(file)) : NOTHING,
    paidFine: sum(paid('fine')),
    paidConfiscation: sum(paid('confiscation')),
    paidSurcharge: sum(paid('surcharge')),
    waived: last(file, 'waiveSurcharge')?.data.waived ?? NOTHING,
  }
}

const NOTHING = fen(0n)
const sum = (payments: readonly Payment[]): Fen => fen(payments.reduce((total, { amount }) => total + amount, 0n))

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
