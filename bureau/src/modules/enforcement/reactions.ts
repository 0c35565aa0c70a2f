import type { CaseFile } from '@zhunsheng/law/case-file.ts'
import { formatDay, type Day } from '@zhunsheng/law/day.ts'
import { openingOf } from '@zhunsheng/law/opening.ts'
import type { Procedure } from '@zhunsheng/law/procedure.ts'
import { CREDIT_REPAIR } from '@zhunsheng/law/publicity/repair/procedure.ts'
import { last as lastOfRepair } from '@zhunsheng/law/publicity/repair/words.ts'
import { LITIGATION } from '@zhunsheng/law/remedy/litigation/procedure.ts'
import { last as lastOfSuit } from '@zhunsheng/law/remedy/litigation/words.ts'
import { RECONSIDERATION } from '@zhunsheng/law/remedy/reconsideration/procedure.ts'
import { last as lastOfReconsideration } from '@zhunsheng/law/remedy/reconsideration/words.ts'
import { AGENCY_TRANSFER } from '@zhunsheng/law/transfer/agency/procedure.ts'
import { CRIME_TRANSFER } from '@zhunsheng/law/transfer/crime/procedure.ts'
import { afterAgencyTransfer, afterCrimeTransfer, afterOpening, type Follow } from './reactions-transfer.ts'
import type { NewAct } from './wire.ts'

/** An act that follows in another case (关联案件的后续记录): nobody types it a second time. */
export interface Reaction {
  /** The number of the case in which it follows. */
  readonly number: string
  /** What follows there, by the procedure of that case; nothing where that procedure knows no such act. */
  readonly actFor: (procedure: string) => NewAct | undefined
}

/** What a result of a remedy is called in the case that it was about. */
const RESULTS = { uphold: 'upheld', reject: 'upheld', revoke: 'revoked', redo: 'revoked', change: 'changed', unlawful: 'unlawful', perform: 'unlawful' } as const

/**
 * What follows in the case to which a dossier is related once an act of it is recorded: a remedy and its result, so that the periods stop
 * and run again by themselves (行政处罚法第七十三条); a transfer, its answer and the way back (第二十五条、第二十七条); the end of a publication by
 * a repair of credit; and, in the dossier out of which a case grew, that it was opened. `own` is the number of the dossier in which the act
 * was recorded.
 */
export function reactionTo(procedure: Procedure, file: CaseFile, own: string): Reaction | undefined {
  const latest = file.acts.at(-1)
  const number = openingOf(procedure, file)?.data.related
  if (latest === undefined || number === undefined) return undefined
  const followIn = followOf(procedure, file, { kind: latest.kind, own })
  return followIn === undefined
    ? undefined
    : {
        number,
        actFor: (related) => {
          const follow = followIn(related)
          return follow === undefined ? undefined : { ...follow, on: formatDay(latest.on), with: [] }
        },
      }
}

function followOf({ code, opens }: Procedure, file: CaseFile, { kind, own }: { readonly kind: string; readonly own: string }): ((related: string) => Follow | undefined) | undefined {
  const always = (follow: Follow | undefined) => (follow === undefined ? undefined : () => follow)
  if (code === RECONSIDERATION.code) return always(afterReconsideration(file, kind))
  if (code === LITIGATION.code) return always(afterSuit(file, kind))
  if (code === CRIME_TRANSFER.code) return always(afterCrimeTransfer(file, kind, own))
  if (code === CREDIT_REPAIR.code) return always(afterRepair(file, { kind, own }))
  if (code === AGENCY_TRANSFER.code) return always(afterAgencyTransfer(file, kind))
  return opens.includes(kind) ? (related) => afterOpening(related, own) : undefined
}

const registered = (kind: string, filedOn: Day, body: string, number: string | undefined): Follow => ({ kind: 'registerRemedy', data: { kind, filedOn: formatDay(filedOn), body, ...(number === undefined ? {} : { number }) } })
const settled = (outcome: string, endedOn: Day, reason?: string): Follow => ({ kind: 'settleRemedy', data: { outcome, endedOn: formatDay(endedOn), ...(reason === undefined ? {} : { reason }) } })

function afterReconsideration(file: CaseFile, kind: string): Follow | undefined {
  const opened = lastOfReconsideration(file, 'register')
  const decided = lastOfReconsideration(file, 'decided')
  const withdrawn = lastOfReconsideration(file, 'withdraw')
  if (kind === 'register' && opened !== undefined) return registered('reconsideration', opened.data.appliedOn, opened.data.body, opened.data.number)
  if (kind === 'decided' && decided !== undefined) return settled(RESULTS[decided.data.outcome], decided.data.receivedOn, decided.data.reason)
  if (kind === 'withdraw' && withdrawn !== undefined) return settled('withdrawn', withdrawn.data.withdrawnOn)
  const agreed = lastOfReconsideration(file, 'settle')
  return kind === 'settle' && agreed !== undefined ? settled('withdrawn', agreed.on, agreed.data.agreement) : undefined
}

/** A suit is over when its judgment is carried out, or, where there was nothing to carry out, when the file is put away. */
function afterSuit(file: CaseFile, kind: string): Follow | undefined {
  const opened = lastOfSuit(file, 'register')
  const decided = lastOfSuit(file, 'decided')
  const withdrawn = lastOfSuit(file, 'withdraw')
  if (kind === 'register' && opened !== undefined) return registered('litigation', opened.data.receivedOn, opened.data.court, opened.data.number)
  if (kind === 'withdraw' && withdrawn !== undefined) return settled('withdrawn', withdrawn.data.receivedOn)
  const agreed = lastOfSuit(file, 'settle')
  if (kind === 'settle' && agreed !== undefined) return settled('withdrawn', agreed.on, agreed.data.agreement)
  const isOver = kind === 'carryOut' || (kind === 'archive' && lastOfSuit(file, 'carryOut') === undefined && withdrawn === undefined && agreed === undefined)
  return isOver && decided !== undefined ? settled(RESULTS[decided.data.outcome], decided.data.receivedOn, decided.data.reason) : undefined
}

/** A repair that is carried out ends the publication of the penalty that it was about, and says by which case. */
function afterRepair(file: CaseFile, { kind, own }: { readonly kind: string; readonly own: string }): Follow | undefined {
  const stopped = lastOfRepair(file, 'stop')
  return kind === 'stop' && stopped !== undefined ? { kind: 'endPublication', data: { decision: own, reason: stopped.data.reason } } : undefined
}
