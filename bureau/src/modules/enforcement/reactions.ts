import type { CaseFile } from '@zhunsheng/law/case-file.ts'
import { formatDay, type Day } from '@zhunsheng/law/day.ts'
import type { Procedure } from '@zhunsheng/law/procedure.ts'
import { LITIGATION } from '@zhunsheng/law/remedy/litigation/procedure.ts'
import { last as lastOfSuit } from '@zhunsheng/law/remedy/litigation/words.ts'
import { RECONSIDERATION } from '@zhunsheng/law/remedy/reconsideration/procedure.ts'
import { last as lastOfReconsideration } from '@zhunsheng/law/remedy/reconsideration/words.ts'
import type { NewAct } from './wire.ts'

/** An act that follows in another case (关联案件的后续记录): nobody types it a second time. */
export interface Reaction {
  /** The number of the case in which it follows. */
  readonly number: string
  readonly act: NewAct
}
type Follow = Pick<NewAct, 'kind' | 'data'>

/** What a result of a remedy is called in the case that it was about. */
const RESULTS = { uphold: 'upheld', reject: 'upheld', revoke: 'revoked', redo: 'revoked', change: 'changed', unlawful: 'unlawful', perform: 'unlawful' } as const

/**
 * What follows in the case that a remedy is about once an act of it is recorded: the remedy is registered there, and its result,
 * so that the periods stop and run again by themselves (行政处罚法第七十三条).
 */
export function reactionTo({ code }: Procedure, file: CaseFile): Reaction | undefined {
  const latest = file.acts.at(-1)
  const number = (code === RECONSIDERATION.code ? lastOfReconsideration(file, 'register') : code === LITIGATION.code ? lastOfSuit(file, 'register') : undefined)?.data.related
  if (latest === undefined || number === undefined) return undefined
  const follow = code === RECONSIDERATION.code ? afterReconsideration(file, latest.kind) : afterSuit(file, latest.kind)
  return follow === undefined ? undefined : { number, act: { ...follow, on: formatDay(latest.on), with: [] } }
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
