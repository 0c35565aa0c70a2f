import { thingsOf } from '@zhunsheng/law/custody/things.ts'
import { parseDay } from '@zhunsheng/law/day.ts'
import { SETTING } from '@zhunsheng/law/judges.ts'
import { openingOf } from '@zhunsheng/law/opening.ts'
import { findProcedure } from '@zhunsheng/law/procedures.ts'
import { actName } from '@zhunsheng/law/written/act.ts'
import type { Database, Queries } from '../../platform/database.ts'
import type { OpenedCase } from './cases.ts'
import type { CaseRecords, RecordUse } from './contract.ts'
import { caseNumbered } from './store-projections.ts'
import { usesOf, type UseRow } from './store-uses.ts'

/** What the keepers of files and things ask about cases (案件记录查询). */
export function caseRecords(cases: { readonly open: (queries: Queries, id: string) => Promise<OpenedCase> }, database: Database): CaseRecords {
  return {
    usesOf: async (queries, digests, also) => (digests?.length === 0 ? [] : (await usesOf(queries, digests, also)).map(useOf)),
    caseNumbered: async (queries, number) => (await caseNumbered(queries, number))?.id,
    thingsIn: (caseId) =>
      database.read(async (queries) => {
        const { head, judge, acts } = await cases.open(queries, caseId)
        const file = judge.read({ procedure: judge.procedure.code, acts }, SETTING)
        const settled = file.every('settlePreserved').map(({ seq }) => seq)
        const actingTown = openingOf(judge.procedure, file)?.data.actingTown
        return { number: head.number, ...(actingTown === undefined ? {} : { actingTown }), ended: file.last('close') !== undefined || file.last('archive') !== undefined, things: thingsOf(file).map((thing) => ({ ...thing, settled: thing.source === 'preserved' && settled.some((seq) => seq > thing.seq) })) }
      }),
  }
}

function useOf({ sha256, case_id, number, seq, kind, procedure, on_day, actors, ended, archived_on, keeping, in_remedy }: UseRow): RecordUse {
  const archivedOn = archived_on === null ? undefined : parseDay(archived_on)
  const law = procedure === null ? undefined : findProcedure(procedure)?.procedure
  return {
    sha256, number, ended, inRemedy: in_remedy,
    by: Array.isArray(actors) ? actors.map((one: { readonly name: string }) => one.name) : [],
    ...(case_id === null ? {} : { caseId: case_id }),
    ...(seq === null ? {} : { seq }),
    ...(kind === null || law === undefined ? {} : { act: actName(law, kind) }),
    ...(on_day === null ? {} : { on: on_day }),
    ...(archivedOn === undefined ? {} : { archivedOn }),
    ...(keeping === null ? {} : { keeping }),
  }
}
