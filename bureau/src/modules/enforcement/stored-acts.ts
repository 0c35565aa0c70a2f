import { formatDay, parseDay, type Day } from '@zhunsheng/law/day.ts'
import { CORRECTIONS, isCorrection } from '@zhunsheng/law/correction.ts'
import type { Act, Proposal } from '@zhunsheng/law/dossier.ts'
import type { Form } from '@zhunsheng/law/field.ts'
import { formatClock, parseAnswers, plainAnswers } from '@zhunsheng/law/parse.ts'
import { isPost, type Person } from '@zhunsheng/law/person.ts'
import type { Procedure } from '@zhunsheng/law/procedure.ts'
import type { Act as LedgerAct } from '@zhunsheng/record/act.ts'
import type { Canonical } from '@zhunsheng/record/canonical.ts'
import type { ActRow } from './store.ts'

/** The form of a kind of act, corrections included. */
export const formFor = (procedure: Procedure, kind: string): Form | undefined => (isCorrection(kind) ? CORRECTIONS[kind].form : procedure.acts[kind]?.form)
export const actName = (procedure: Procedure, kind: string): string => (isCorrection(kind) ? CORRECTIONS[kind].name : (procedure.acts[kind]?.name ?? kind))
export const stageName = (procedure: Procedure, kind: string): string => (isCorrection(kind) ? CORRECTIONS[kind].stage : (procedure.acts[kind]?.stage ?? ''))

/** A person as he is written beside an act. */
export interface PlainPerson {
  readonly id: string
  readonly name: string
  readonly posts: readonly string[]
  readonly legalQualification: boolean
  readonly reviewedBefore: boolean
  readonly certificate?: { readonly number: string; readonly from: string; readonly until: string }
}

export const plainPerson = ({ certificate, ...person }: Person): PlainPerson => ({
  ...person,
  ...(certificate === undefined ? {} : { certificate: { number: certificate.number, from: formatDay(certificate.from), until: formatDay(certificate.until) } }),
})

/** Reads stored acts back into what the law judges, after those that were read before. What does not fit its form any more is a fault of ours, not of the file. */
export function actsFrom(procedure: Procedure, rows: readonly ActRow[], before: readonly Act[] = []): readonly Act[] {
  if (rows.length === 0) return before
  const kindOf = new Map([...before, ...rows].map(({ seq, kind }) => [seq, kind]))
  const read = rows.map((row): Act => {
    const form = formFor(procedure, row.kind)
    const parsed = form === undefined ? undefined : parseAnswers(form, row.data, (seq) => formFor(procedure, kindOf.get(seq) ?? ''))
    if (parsed?.ok !== true) throw new Error(`case ${row.case_id} act ${row.seq} (${row.kind}) does not fit its form`)
    return {
      seq: row.seq,
      kind: row.kind,
      on: storedDay(row.on_day),
      recordedOn: storedDay(row.recorded_on),
      by: (row.actors as readonly PlainPerson[]).map(personFrom),
      data: parsed.value,
      ...(row.minute === null ? {} : { minute: row.minute }),
    }
  })
  return before.length === 0 ? read : [...before, ...read]
}

function personFrom({ certificate, posts, ...person }: PlainPerson): Person {
  return {
    ...person,
    posts: posts.filter(isPost),
    ...(certificate === undefined ? {} : { certificate: { number: certificate.number, from: storedDay(certificate.from), until: storedDay(certificate.until) } }),
  }
}

function storedDay(written: string): Day {
  const day = parseDay(written)
  if (day === undefined) throw new Error(`the database holds no such day: ${written}`)
  return day
}

/** The answers of a proposal as plain JSON, in the one form in which they are stored and committed to. */
export const plainData = (procedure: Procedure, proposal: Proposal, kindOf: (seq: number) => string | undefined): Readonly<Record<string, unknown>> =>
  plainAnswers(formFor(procedure, proposal.kind) ?? {}, proposal.data, (seq) => formFor(procedure, kindOf(seq) ?? ''))

/** An act as the ledger commits to it. */
export function ledgerAct(bureau: string, procedure: Procedure, row: Omit<ActRow, 'request_hash'>, before: string | null): LedgerAct {
  const body = {
    kind: row.kind,
    on: row.on_day,
    ...(row.minute === null ? {} : { at: formatClock(row.minute) }),
    actors: row.actors as Canonical,
    data: row.data as Canonical,
    recordedAt: row.recorded_at,
    recordedOn: row.recorded_on,
  }
  return { bureau, dossier: row.case_id, seq: row.seq, before, title: actName(procedure, row.kind), body, files: [] }
}
