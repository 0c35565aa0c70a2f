import { formatDay } from '@zhunsheng/law/day.ts'
import type { Act, Proposal } from '@zhunsheng/law/dossier.ts'
import type { CaseFile } from '@zhunsheng/law/case-file.ts'
import { obligationsOf } from '@zhunsheng/law/obligation.ts'
import { openingOf } from '@zhunsheng/law/opening.ts'
import type { Procedure } from '@zhunsheng/law/procedure.ts'
import { plainData, plainPerson } from '@zhunsheng/law/written/act.ts'
import type { Queries } from '../../platform/database.ts'
import { agenciesOf } from './acting-agency.ts'
import type { Prepared } from './judge-request.ts'
import { numberAll } from './paper-numbers.ts'
import type { RecentFiles } from './recent-files.ts'
import type { RecordParts } from './request.ts'
import { ledgerAct } from './stored-acts.ts'
import { addActs, addPapers, type ActRow } from './store.ts'
import { putObligations, putSummaries, writtenObligations, settleLeads, type CaseHead } from './store-projections.ts'
import { summaryOf } from './summary.ts'
import type { Recorded } from './wire.ts'

/** An act that was written (已记录的行为): its place, and the file as it is now. */
export interface Written {
  readonly recorded: Recorded
  readonly acts: readonly Act[]
  readonly file: CaseFile
  /** What is owed now, as it is stored. */
  readonly owed: string
}
export interface Granted {
  readonly granted: Prepared
  readonly requestHash: string
}

/** Writes acts with all that follows from them: leaves, the numbers of papers, projections, outbox. All of it stands or falls together. */
export async function writeActs(parts: RecordParts, recent: Pick<RecentFiles, 'owed'>, tx: Queries, all: readonly Granted[]): Promise<readonly Written[]> {
  if (all.length === 0) return []
  const opened = all.map(({ granted }) => ({ made: granted, id: granted.head?.id ?? parts.newId() }))
  const { cases, papers } = await numberAll(tx, agenciesOf(parts.bureau), opened.map(({ made: { judge, proposal, acts, head, file }, id }) => ({ procedure: judge.procedure.code, caseId: id, isNew: head === undefined, actingTown: townOf(judge.procedure, file, proposal), act: { ...proposal, seq: acts.length + 1 } })))
  const written = opened.map(({ made, id }, at) => becomesOf(parts, made, { id, number: made.head?.number ?? cases[at] ?? '', requestHash: all[at]?.requestHash ?? '' }))
  // Sent together: one journey to the database. The acts come first, so that whoever was overtaken learns it from the act.
  await Promise.all([
    addActs(tx, written.map(({ row }) => row)),
    parts.ledger.append(tx, written.map(({ leaf }) => leaf)),
    putSummaries(tx, written),
    putObligations(tx, written.flatMap(({ head: { id, version }, owed }) => (recent.owed(id, version - 1) === owed ? [] : [{ caseId: id, obligations: owed }]))),
    addPapers(tx, papers),
    settleLeads(tx, opened.flatMap(({ made, id }) => (made.request.leadId === undefined ? [] : [{ lead: made.request.leadId, caseId: id }]))),
  ])
  return written
}

/** In whose own name the case is handled, as the act that opens it says. */
function townOf(procedure: Procedure, file: CaseFile, { data: { actingTown } }: Proposal): string | undefined {
  return openingOf(procedure, file)?.data.actingTown ?? (typeof actingTown === 'string' ? actingTown : undefined)
}

/** Everything that an act becomes, computed before anything is written. */
function becomesOf(parts: RecordParts, { judge, acts, proposal, today, request, before, head: old }: Prepared, { id, number, requestHash }: { readonly id: string; readonly number: string; readonly requestHash: string }) {
  const { procedure } = judge
  const act: Act = { ...proposal, seq: acts.length + 1, recordedOn: today }
  const row: ActRow & { readonly idempotency_key: string } = {
    case_id: id,
    seq: act.seq,
    kind: act.kind,
    on_day: formatDay(act.on),
    minute: act.minute ?? null,
    actors: act.by.map(plainPerson),
    data: plainData(procedure, proposal, (seq) => acts.find((one) => one.seq === seq)?.kind),
    recorded_at: parts.clock.now().toISOString(),
    recorded_on: formatDay(today),
    made: request.act.made ?? null,
    idempotency_key: request.key,
    request_hash: requestHash,
  }
  const head: CaseHead = { id, number, version: act.seq, procedure: procedure.code, lead_id: old?.lead_id ?? request.leadId ?? null }
  const all = [...acts, act]
  const file = judge.read({ procedure: procedure.code, acts: all }, parts.setting)
  const obligations = obligationsOf(procedure, file, today)
  const recorded: Recorded = { id, number, seq: act.seq, version: act.seq }
  return { recorded, acts: all, file, row, head, owed: writtenObligations(id, obligations), leaf: ledgerAct(parts.bureau.name, procedure, row, before), summary: summaryOf(procedure, file, obligations) }
}
