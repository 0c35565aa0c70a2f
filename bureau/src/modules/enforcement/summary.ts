import type { CaseFile } from '@zhunsheng/law/case-file.ts'
import { formatDay, type Day } from '@zhunsheng/law/day.ts'
import { arbitrationOutcome, type ArbitrationOutcome } from '@zhunsheng/law/dispute/arbitration/outcome.ts'
import { ARBITRATION } from '@zhunsheng/law/dispute/arbitration/procedure.ts'
import { headAppeared, remedyOutcome, type RemedyOutcome } from '@zhunsheng/law/remedy/outcome.ts'
import { findMatter } from '@zhunsheng/law/matters/matters.ts'
import type { Obligation } from '@zhunsheng/law/obligation.ts'
import { accountOn } from '@zhunsheng/law/penalty/execution/account.ts'
import { reviewWasDue } from '@zhunsheng/law/penalty/ordinary/facts.ts'
import { receiptDay } from '@zhunsheng/law/served-paper.ts'
import { ever, last } from '@zhunsheng/law/penalty/execution/words.ts'
import { ORDINARY_PENALTY } from '@zhunsheng/law/penalty/ordinary/procedure.ts'
import { SIMPLE_PENALTY } from '@zhunsheng/law/penalty/simple/procedure.ts'
import { SOFT_ENFORCEMENT } from '@zhunsheng/law/penalty/soft/procedure.ts'
import { solvedBy, type Solved } from '@zhunsheng/law/penalty/soft/solved.ts'
import { openingOf, partyKey } from '@zhunsheng/law/opening.ts'
import type { Procedure } from '@zhunsheng/law/procedure.ts'
import { awaitsRecordings, recordingsOf } from '@zhunsheng/law/recording.ts'
import { AGENCY_TRANSFER } from '@zhunsheng/law/transfer/agency/procedure.ts'
import { CRIME_TRANSFER } from '@zhunsheng/law/transfer/crime/procedure.ts'
import { flowOf, nameOf, type Flow } from './summary-flow.ts'
import { publicPart, type PublicAs } from './public-part.ts'

/** What lists, searches and figures read of a case (案件概要), computed from its acts alone. */
export interface Summary extends Flow {
  readonly title: string
  readonly party: string
  readonly party_kind: string
  /** By what the party is known again in another case; never shown. */
  readonly party_key: string
  /** The number of the case out of which this one grew. */
  readonly related: string | null
  /** By service, by management or by enforcement, once the problem is solved (七二一). */
  readonly solved: Solved | null
  /** How a reconsideration, a suit or an arbitration came out for the bureau, and when. */
  readonly remedy: RemedyOutcome | ArbitrationOutcome | null
  readonly remedy_on: string | null
  readonly head_appeared: boolean | null
  /** What became of an application to the court, and when it was made. */
  readonly court: CourtAnswer | null
  readonly court_on: string | null
  /** When the court's view was first asked before the decision (法院提前介入指导). */
  readonly consulted_on: string | null
  readonly credit_code: string | null
  /** The town or street that handles it in its own name (行政处罚法第二十四条). */
  readonly acting_town: string | null
  readonly matter: string
  readonly matter_name: string
  readonly stage: string
  readonly status: string
  readonly officers: readonly string[]
  readonly officer_names: readonly string[]
  readonly opened_on: string
  readonly filed_on: string | null
  readonly concluded_on: string | null
  readonly decided_on: string | null
  readonly decide_due: string | null
  readonly outcome: string | null
  readonly kinds: readonly string[]
  readonly fine_fen: bigint
  readonly confiscated_fen: bigint
  readonly paid_fen: bigint
  readonly served_on: string | null
  readonly published_on: string | null
  readonly publish_due: string | null
  readonly withdrawn_on: string | null
  readonly public_as: PublicAs | null
  readonly public_decided_on: string | null
  readonly public_until: string | null
  readonly public_ended_on: string | null
  readonly reviewed: boolean
  readonly review_due: boolean
  /** Acts that must have a recording, and those that have (音像记录). */
  readonly recordings_due: number
  readonly recordings_made: number
  readonly closed_on: string | null
  readonly close_result: string | null
  readonly archived_on: string | null
  readonly ended: boolean
  readonly next_due: string | null
}

const written = (day: Day | undefined): string | null => (day === undefined ? null : formatDay(day))

/** Computes the summary of a case. */
export function summaryOf(procedure: Procedure, file: CaseFile, obligations: readonly Obligation[]): Summary {
  const opening = openingOf(procedure, file)
  if (opening === undefined) throw new Error(`a case of ${procedure.code} begins with one of ${procedure.opens.join()}`)
  const { party, matter = '', related, actingTown } = opening.data
  const latest = file.acts.findLast(({ kind }) => awaitsRecordings(kind)) ?? opening
  const open = obligations.filter(({ standing, due }) => due !== undefined && (standing === 'owed' || standing === 'overdue'))
  const officers = new Map(file.every(...procedure.opens, ...INVESTIGATING).flatMap(({ by }) => by.map(({ id, name }) => [id, name] as const)))
  const matterName = findMatter(matter)?.name ?? matter
  return {
    title: nameOf(procedure, file) ?? `${party?.name ?? opening.data.place ?? ''}${matterName}${ENDINGS[procedure.code] ?? procedure.name}`,
    party: party?.name ?? '',
    party_kind: party?.kind ?? '',
    party_key: party === undefined ? '' : partyKey(party),
    credit_code: party?.creditCode ?? null,
    related: related ?? null,
    acting_town: actingTown ?? null,
    matter,
    matter_name: matterName,
    stage: procedure.acts[latest.kind]?.stage ?? '',
    status: procedure.acts[latest.kind]?.name ?? latest.kind,
    officers: [...officers.keys()],
    officer_names: [...officers.values()],
    opened_on: formatDay(opening.on),
    filed_on: written(file.last('file')?.on),
    concluded_on: written(file.last('conclude')?.on),
    archived_on: written(file.last('archive')?.on),
    closed_on: written((file.last('close') ?? file.last('finish'))?.on),
    ended: file.acts.some(({ kind }) => procedure.acts[kind]?.ends === true),
    next_due: written(open.map(({ due }) => due).sort((a, b) => (a ?? 0) - (b ?? 0))[0]),
    solved: solved(procedure, file) ?? null,
    consulted_on: written(file.every('consultCourt')[0]?.on),
    ...flowOf(procedure, file),
    ...remedyOf(procedure, file),
    ...courtOf(file),
    ...recordedOf(procedure, file),
    ...penaltyOf(procedure, file, obligations, latest.on),
    ...publicPart(procedure, file),
  }
}

function recordedOf({ code }: Procedure, file: CaseFile): Pick<Summary, 'recordings_due' | 'recordings_made'> {
  const due = recordingsOf(code, file)
  return { recordings_due: due.length, recordings_made: due.filter(({ state }) => state === 'attached').length }
}

/** 非诉执行: applied for, granted, or refused. */
type CourtAnswer = 'applied' | 'granted' | 'refused'

function courtOf(file: CaseFile): Pick<Summary, 'court' | 'court_on'> {
  const applied = file.every('applyCourt').at(-1)
  if (applied === undefined) return { court: null, court_on: null }
  const ruled = file.every('courtRules').at(-1)
  const answer = ruled === undefined || ruled.seq < applied.seq ? 'applied' : ruled.data['outcome'] === 'granted' ? 'granted' : 'refused'
  return { court: answer, court_on: formatDay(applied.on) }
}

/** Acts by which a reconsideration, a suit or an arbitration comes to its end (复议、诉讼、仲裁结束). */
const SETTLED = ['decided', 'withdraw', 'settle']

function remedyOf({ code }: Procedure, file: CaseFile): Pick<Summary, 'remedy' | 'remedy_on' | 'head_appeared'> {
  const ended = written(file.every(...SETTLED).at(-1)?.on)
  if (code === ARBITRATION.code) return { remedy: arbitrationOutcome(file) ?? null, remedy_on: ended, head_appeared: null }
  if (!code.startsWith('remedy.')) return { remedy: null, remedy_on: null, head_appeared: null }
  return { remedy: remedyOutcome(file) ?? null, remedy_on: ended, head_appeared: headAppeared(file) ?? null }
}

/** Acts by which somebody becomes an officer of the case (承办). */
const INVESTIGATING = ['inspect', 'interview', 'collect', 'conclude']
const ENDINGS: Readonly<Record<string, string>> = { [ORDINARY_PENALTY.code]: '案', [SIMPLE_PENALTY.code]: '案（当场处罚）', [SOFT_ENFORCEMENT.code]: '（柔性执法）', [CRIME_TRANSFER.code]: '（涉嫌犯罪移送）', [AGENCY_TRANSFER.code]: '（移送与管辖）' }
const PENALTIES: readonly string[] = [ORDINARY_PENALTY.code, SIMPLE_PENALTY.code]

type PenaltyPart = Pick<Summary, 'decided_on' | 'decide_due' | 'outcome' | 'kinds' | 'fine_fen' | 'confiscated_fen' | 'paid_fen' | 'served_on' | 'publish_due' | 'reviewed' | 'review_due' | 'close_result'>
const NO_PENALTY: PenaltyPart = { decided_on: null, decide_due: null, outcome: null, kinds: [], fine_fen: 0n, confiscated_fen: 0n, paid_fen: 0n, served_on: null, publish_due: null, reviewed: false, review_due: false, close_result: null }

/** What the figures on penalties read: nothing of a file under another procedure. */
function penaltyOf({ code }: Procedure, file: CaseFile, obligations: readonly Obligation[], on: Day): PenaltyPart {
  if (!PENALTIES.includes(code)) return NO_PENALTY
  const decision = ever(file, 'decide')
  const served = last(file, 'serveDecision')
  const account = accountOn(file, on)
  const dueOf = (duty: string) => obligations.find((one) => one.code === duty)?.due
  return {
    decided_on: written(decision?.on),
    decide_due: written(dueOf('owes.decide')),
    outcome: decision?.data.outcome ?? null,
    kinds: decision?.data.kinds ?? [],
    fine_fen: decision?.data.fine ?? 0n,
    confiscated_fen: decision?.data.confiscated ?? 0n,
    paid_fen: account === undefined ? 0n : account.paidFine + account.paidConfiscation + account.paidSurcharge,
    served_on: written(served === undefined ? undefined : receiptDay(served, file)),
    publish_due: written(dueOf('owes.publish')),
    reviewed: file.every('review', 'panelReview').length > 0,
    review_due: code === ORDINARY_PENALTY.code && reviewWasDue(file),
    close_result: last(file, 'close')?.data.result ?? null,
  }
}

/** How the problem of a case was solved (七二一工作法): a penalty is enforcement, a decision not to punish is management. */
function solved({ code }: Procedure, file: CaseFile): Solved | undefined {
  if (code === SOFT_ENFORCEMENT.code) {
    const by = solvedBy(file)
    // What went on into a penalty procedure is counted there.
    return by === 'enforcement' ? undefined : by
  }
  if (!PENALTIES.includes(code)) return undefined
  const outcome = last(file, 'decide')?.data.outcome
  return outcome === undefined ? undefined : outcome === 'penalise' ? 'enforcement' : outcome === 'exempt' ? 'management' : undefined
}
