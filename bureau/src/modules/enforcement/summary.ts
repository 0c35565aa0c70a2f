import type { CaseFile } from '@zhunsheng/law/case-file.ts'
import { formatDay, type Day } from '@zhunsheng/law/day.ts'
import { findMatter } from '@zhunsheng/law/matters/matters.ts'
import type { Obligation } from '@zhunsheng/law/obligation.ts'
import { accountOn } from '@zhunsheng/law/penalty/execution/account.ts'
import { reviewWasDue } from '@zhunsheng/law/penalty/ordinary/facts.ts'
import { receiptDay } from '@zhunsheng/law/served-paper.ts'
import { ever, every, last } from '@zhunsheng/law/penalty/ordinary/words.ts'
import type { Procedure } from '@zhunsheng/law/procedure.ts'

/** What lists, searches and figures read of a case (案件概要), computed from its acts alone. */
export interface Summary {
  readonly title: string
  readonly party: string
  readonly party_kind: string
  readonly credit_code: string | null
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
  readonly reviewed: boolean
  readonly review_due: boolean
  readonly closed_on: string | null
  readonly close_result: string | null
  readonly archived_on: string | null
  readonly ended: boolean
  readonly next_due: string | null
}

const written = (day: Day | undefined): string | null => (day === undefined ? null : formatDay(day))

/** Computes the summary of a case. */
export function summaryOf(procedure: Procedure, file: CaseFile, obligations: readonly Obligation[]): Summary {
  const lead = last(file, 'apply')
  if (lead === undefined) throw new Error('a case begins with the proposal to file it')
  const { party } = lead.data
  const latest = file.acts.at(-1) ?? lead
  const decision = ever(file, 'decide')
  const served = last(file, 'serveDecision')
  const account = accountOn(file, latest.on)
  const open = obligations.filter(({ standing, due }) => due !== undefined && (standing === 'owed' || standing === 'overdue'))
  const officers = new Map(file.every('apply', 'inspect', 'interview', 'collect', 'conclude').flatMap(({ by }) => by.map(({ id, name }) => [id, name] as const)))
  const dueOf = (code: string) => obligations.find((one) => one.code === code)?.due
  const matterName = findMatter(lead.data.matter)?.name ?? lead.data.matter
  return {
    title: `${party.name}${matterName}案`,
    party: party.name,
    party_kind: party.kind,
    credit_code: party.creditCode ?? null,
    matter: lead.data.matter,
    matter_name: matterName,
    stage: procedure.acts[latest.kind]?.stage ?? '',
    status: procedure.acts[latest.kind]?.name ?? latest.kind,
    officers: [...officers.keys()],
    officer_names: [...officers.values()],
    opened_on: formatDay(lead.on),
    filed_on: written(last(file, 'file')?.on),
    concluded_on: written(last(file, 'conclude')?.on),
    decided_on: written(decision?.on),
    decide_due: written(dueOf('owes.decide')),
    outcome: decision?.data.outcome ?? null,
    kinds: decision?.data.kinds ?? [],
    fine_fen: decision?.data.fine ?? 0n,
    confiscated_fen: decision?.data.confiscated ?? 0n,
    paid_fen: account === undefined ? 0n : account.paidFine + account.paidConfiscation + account.paidSurcharge,
    served_on: written(served === undefined ? undefined : receiptDay(served, file)),
    published_on: written(ever(file, 'publish')?.on),
    publish_due: written(dueOf('owes.publish')),
    withdrawn_on: written(last(file, 'withdrawPublication')?.on),
    reviewed: every(file, 'review').length > 0,
    review_due: reviewWasDue(file),
    closed_on: written(last(file, 'close')?.on),
    close_result: last(file, 'close')?.data.result ?? null,
    archived_on: written(last(file, 'archive')?.on),
    ended: file.acts.some(({ kind }) => procedure.acts[kind]?.ends === true),
    next_due: written(open.map(({ due }) => due).sort((a, b) => (a ?? 0) - (b ?? 0))[0]),
  }
}
