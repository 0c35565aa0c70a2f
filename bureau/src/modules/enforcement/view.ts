import { isCorrection } from '@zhunsheng/law/correction.ts'
import { formatDay, type Day } from '@zhunsheng/law/day.ts'
import type { Act, Setting } from '@zhunsheng/law/dossier.ts'
import type { Judge } from '@zhunsheng/law/judge.ts'
import { majorRowsOf } from '@zhunsheng/law/major-of.ts'
import { formatClock } from '@zhunsheng/law/parse.ts'
import { ORDINARY_ACTS } from '@zhunsheng/law/penalty/ordinary/acts/acts.ts'
import { findProcedure } from '@zhunsheng/law/procedures.ts'
import { writtenAccount } from '@zhunsheng/law/penalty/execution/written-account.ts'
import { actName, stageName } from '@zhunsheng/law/written/act.ts'
import { writtenMajor, writtenRecordings } from '@zhunsheng/law/written/lists.ts'
import { writtenVerdict, type Looker } from '@zhunsheng/law/written/verdict.ts'
import type { PaperRow } from './store.ts'
import type { ListedCase } from './store-docket.ts'
import type { SignatureRow } from './store-signatures.ts'
import type { ActRow } from './store.ts'
import { correctedMoment, type CaseRow, type CaseView, type PaperRef, type RecordedAct } from './wire.ts'

const yuanOf = (fen: number | bigint): string => `${fen}`.padStart(3, '0').replace(/(\d\d)$/, '.$1')

const { shape } = ORDINARY_ACTS.decide.form.outcome
/** The words of each decision (决定种类). */
const DECISIONS: Readonly<Record<string, string>> = shape.type === 'choice' ? shape.options : {}

/** A stored case as lists show it. */
export function caseRow(row: ListedCase, today: string): CaseRow {
  return {
    id: row.id,
    number: row.number,
    procedure: row.procedure,
    procedureName: findProcedure(row.procedure)?.procedure.name ?? row.procedure,
    title: row.title,
    party: row.party,
    partyKind: row.party_kind,
    matter: row.matter,
    matterName: row.matter_name,
    stage: row.stage,
    status: row.status,
    openedOn: row.opened_on,
    officers: [...row.officer_names],
    overdue: row.next_due !== null && row.next_due < today && !row.ended,
    ...(row.acting_town === null ? {} : { actingTown: row.acting_town }),
    ...(row.filed_on === null ? {} : { filedOn: row.filed_on }),
    ...(row.decided_on === null ? {} : { decidedOn: row.decided_on }),
    ...(row.outcome === null ? {} : { outcome: DECISIONS[row.outcome] ?? row.outcome }),
    ...(row.fine_fen === 0 ? {} : { fine: yuanOf(row.fine_fen) }),
    ...(row.next_due === null ? {} : { nextDue: row.next_due }),
  }
}

interface Seen {
  readonly judge: Judge
  readonly row: ListedCase
  readonly stored: readonly ActRow[]
  readonly acts: readonly Act[]
  readonly signatures: readonly SignatureRow[]
  readonly places: ReadonlyMap<number, number>
  readonly papers: readonly PaperRef[]
  readonly related: CaseView['related']
  readonly today: Day
  readonly who: Looker
  readonly setting: Setting
}

/** The whole case as one person sees it today. */
export function caseView({ judge, row, stored, acts, signatures, places, papers, related, today, who, setting }: Seen): CaseView {
  const file = judge.read({ procedure: judge.procedure.code, acts }, setting)
  const account = writtenAccount(file, today)
  return {
    row: caseRow(row, formatDay(today)),
    version: row.version,
    procedure: judge.procedure.code,
    acts: stored.map((one, index) => ({ ...recordedAct(judge, one, acts[index], acts, places), ...signedBy(signatures.filter(({ seq }) => seq === one.seq)) })),
    verdict: writtenVerdict(judge, file, today, who),
    papers: [...papers],
    related: [...related],
    majors: majorRowsOf(judge.procedure.code, file).map(writtenMajor),
    recordings: writtenRecordings(judge.procedure.code, file),
    ...(account === undefined ? {} : { account }),
  }
}

const signedBy = (rows: readonly SignatureRow[]): Pick<RecordedAct, 'signatures'> => (rows.length === 0 ? {} : { signatures: rows.map((row) => ({ role: row.role, name: row.name, signedAt: signedAt(row) })) })
/** By the bureau's clock: a device says how far its own was ahead when it had no connection. */
const signedAt = ({ made, signed_at, received_at }: SignatureRow): string => (made === null ? received_at : correctedMoment(signed_at, made.ahead))

function recordedAct(judge: Judge, row: ActRow, act: Act | undefined, acts: readonly Act[], places: ReadonlyMap<number, number>): RecordedAct {
  const correction = acts.findLast((one) => isCorrection(one.kind) && one.data['target'] === row.seq)
  const place = places.get(row.seq)
  return {
    seq: row.seq,
    kind: row.kind,
    name: actName(judge.procedure, row.kind),
    stage: stageName(judge.procedure, row.kind),
    on: row.on_day,
    by: (act?.by ?? []).map(({ id, name, certificate }) => ({ id, name, ...(certificate === undefined ? {} : { certificate: certificate.number }) })),
    data: row.data,
    recordedAt: row.recorded_at,
    ...(row.minute === null ? {} : { at: formatClock(row.minute) }),
    ...(row.made === null ? {} : { made: row.made }),
    ...(place === undefined ? {} : { leaf: place }),
    ...(correction === undefined ? {} : { correctedBy: correction.seq }),
  }
}

export const paperRef = ({ number, seq, form }: PaperRow, title: string, on: string): PaperRef => ({ number, seq, form, title, on })
