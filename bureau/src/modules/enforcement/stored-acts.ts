import type { Act } from '@zhunsheng/law/dossier.ts'
import { formatClock } from '@zhunsheng/law/parse.ts'
import type { Procedure } from '@zhunsheng/law/procedure.ts'
import { actName, readActs, type PlainPerson, type WrittenAct } from '@zhunsheng/law/written/act.ts'
import type { Act as LedgerAct } from '@zhunsheng/record/act.ts'
import type { Canonical } from '@zhunsheng/record/canonical.ts'
import type { ActRow } from './store.ts'

/** A stored act in plain JSON. */
export const writtenAct = ({ seq, kind, on_day, minute, recorded_on, actors, data }: ActRow): WrittenAct => ({
  seq,
  kind,
  on: on_day,
  recordedOn: recorded_on,
  by: actors as readonly PlainPerson[],
  data,
  ...(minute === null ? {} : { minute }),
})

/** Reads stored acts back into what the law judges, after those that were read before. */
export const actsFrom = (procedure: Procedure, rows: readonly ActRow[], before: readonly Act[] = []): readonly Act[] => readActs(procedure, rows.map(writtenAct), before)

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
    ...(row.made === null ? {} : { made: { ...row.made } }),
  }
  return { bureau, dossier: row.case_id, seq: row.seq, before, title: actName(procedure, row.kind), body, files: [] }
}
