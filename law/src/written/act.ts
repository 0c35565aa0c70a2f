import { CORRECTIONS, isCorrection } from '../correction.ts'
import { formatDay, parseDay, type Day } from '../day.ts'
import type { Act, Proposal } from '../dossier.ts'
import type { Form } from '../field.ts'
import { parseAnswers, plainAnswers } from '../parse.ts'
import { isPost, type Person } from '../person.ts'
import type { Procedure } from '../procedure.ts'

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

export function personFrom({ certificate, posts, ...person }: PlainPerson): Person {
  return {
    ...person,
    posts: posts.filter(isPost),
    ...(certificate === undefined ? {} : { certificate: { number: certificate.number, from: writtenDay(certificate.from), until: writtenDay(certificate.until) } }),
  }
}

/** An act in plain JSON (书面的程序行为): days as 2021-03-01, the time of day in minutes. */
export interface WrittenAct {
  readonly seq: number
  readonly kind: string
  readonly on: string
  readonly minute?: number
  readonly recordedOn: string
  readonly by: readonly PlainPerson[]
  readonly data: Readonly<Record<string, unknown>>
}

/** Reads written acts back into what the law judges, after those that were read before. Throws at what does not fit its form: no file that we wrote does that. */
export function readActs(procedure: Procedure, written: readonly WrittenAct[], before: readonly Act[] = []): readonly Act[] {
  if (written.length === 0) return before
  const kindOf = new Map([...before, ...written].map(({ seq, kind }) => [seq, kind]))
  const read = written.map(({ seq, kind, on, minute, recordedOn, by, data }): Act => {
    const form = formFor(procedure, kind)
    const parsed = form === undefined ? undefined : parseAnswers(form, data, (target) => formFor(procedure, kindOf.get(target) ?? ''))
    if (parsed?.ok !== true) throw new Error(`act ${seq} (${kind}) does not fit its form`)
    return { seq, kind, on: writtenDay(on), recordedOn: writtenDay(recordedOn), by: by.map(personFrom), data: parsed.value, ...(minute === undefined ? {} : { minute }) }
  })
  return before.length === 0 ? read : [...before, ...read]
}

function writtenDay(written: string): Day {
  const day = parseDay(written)
  if (day === undefined) throw new Error(`no such day was written: ${written}`)
  return day
}

/** The answers of a proposal as plain JSON, in the one form in which they are stored and committed to. */
export const plainData = (procedure: Procedure, proposal: Proposal, kindOf: (seq: number) => string | undefined): Readonly<Record<string, unknown>> =>
  plainAnswers(formFor(procedure, proposal.kind) ?? {}, proposal.data, (seq) => formFor(procedure, kindOf(seq) ?? ''))
