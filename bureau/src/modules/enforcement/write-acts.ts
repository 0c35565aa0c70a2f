import { formatDay } from '@zhunsheng/law/day.ts'
import type { Act, Proposal } from '@zhunsheng/law/dossier.ts'
import type { CaseFile } from '@zhunsheng/law/case-file.ts'
import { obligationsOf } from '@zhunsheng/law/obligation.ts'
import { openingOf } from '@zhunsheng/law/opening.ts'
import type { Procedure } from '@zhunsheng/law/procedure.ts'
import { plainData, plainPerson } from '@zhunsheng/law/written/act.ts'
import type { Queries, Statement } from '../../platform/database.ts'
import { agenciesOf } from './acting-agency.ts'
import type { Prepared } from './judge-request.ts'
import type { Memory } from './memory.ts'
import { numbering } from './paper-numbers.ts'
import type { Receipt } from '../ledger/contract.ts'
import type { RecentFiles, Standing } from './recent-files.ts'
import type { RecordParts } from './request.ts'
import { ledgerAct } from './stored-acts.ts'
import { addActs, addPapers, nextNumbers, type ActRow, type Series } from './store.ts'
import { putObligations, putSummaries, settleLeads, writtenObligations, writtenSummary, type CaseHead } from './store-projections.ts'
import { summaryOf } from './summary.ts'
import type { Recorded } from './wire.ts'

/** An act that was written (已记录的行为), and how its case stands now. */
export interface Written {
  readonly recorded: Recorded
  readonly standing: Standing
}
export interface Granted {
  readonly granted: Prepared
  readonly requestHash: string
}
/** Acts that are to be written (拟写入的行为): what they need of numbers, and everything that they become with them. */
export interface Writing {
  readonly wanted: readonly Series[]
  readonly with: (numbers: readonly number[]) => { readonly written: readonly Written[]; readonly statements: readonly Statement[] }
}

/** Writes acts with all that follows from them: leaves, the numbers of papers, projections, outbox. All of it stands or falls together. */
export async function writeActs(parts: RecordParts, { recent, numbers }: Memory, tx: Queries, all: readonly Granted[]): Promise<readonly Written[]> {
  if (all.length === 0) return []
  const writing = writingOf(parts, recent, all)
  const given = await nextNumbers(tx, writing.wanted)
  numbers.learn(writing.wanted, given)
  const { written, statements } = writing.with(given)
  // Sent together: one journey to the database.
  await Promise.all(statements.map((statement) => statement.execute(tx)))
  return written
}

/** Works out what acts become before anything is written. The acts come first, so that whoever was overtaken learns it from the act. */
export function writingOf(parts: RecordParts, recent: Pick<RecentFiles, 'standing'>, all: readonly Granted[]): Writing {
  const opened = all.map(({ granted }) => ({ made: granted, id: granted.head?.id ?? parts.newId() }))
  const { wanted, give } = numbering(agenciesOf(parts.bureau), opened.map(({ made: { judge, proposal, acts, head, file }, id }) => ({ procedure: judge.procedure.code, caseId: id, isNew: head === undefined, actingTown: townOf(judge.procedure, file, proposal), act: { ...proposal, seq: acts.length + 1 } })))
  return {
    wanted,
    with: (numbers) => {
      const { cases, papers } = give(numbers)
      const made = opened.map((one, at) => becomesOf(parts, one.made, { id: one.id, number: one.made.head?.number ?? cases[at] ?? '', requestHash: all[at]?.requestHash ?? '' }))
      const before = made.map(({ head: { id, version } }) => recent.standing(id, version - 1))
      const { receipts, statement } = parts.ledger.leavesOf(made.map(({ leaf }) => leaf))
      const owing = made.filter(({ owed }, at) => before[at]?.owed !== owed)
      const leads = opened.flatMap((one) => (one.made.request.leadId === undefined ? [] : [{ lead: one.made.request.leadId, caseId: one.id }]))
      return {
        written: made.map(({ recorded, head, acts, file, owed, summary }, at) => ({ recorded, standing: { head, acts, file, leaf: leafAt(receipts, at), owed, summary } })),
        statements: [
          addActs(made.map(({ row }) => row)),
          statement,
          ...putSummaries(made.map(({ head, summary }, at) => ({ head, summary, isAsBefore: before[at]?.summary === summary }))),
          ...(owing.length === 0 ? [] : [putObligations(owing.map(({ head: { id }, owed }) => ({ caseId: id, obligations: owed })))]),
          ...(papers.length === 0 ? [] : [addPapers(papers)]),
          ...(leads.length === 0 ? [] : [settleLeads(leads)]),
        ],
      }
    },
  }
}
const leafAt = (receipts: readonly Receipt[], at: number): string => {
  const receipt = receipts[at]
  if (receipt === undefined) throw new Error('an act left nothing in the ledger')
  return receipt.hash
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
  return { recorded, acts: all, file, row, head, owed: writtenObligations(id, obligations), leaf: ledgerAct(parts.bureau.name, procedure, row, before), summary: writtenSummary(head, summaryOf(procedure, file, obligations)) }
}
