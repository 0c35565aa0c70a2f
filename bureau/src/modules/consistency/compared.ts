import { likenessOf } from '@zhunsheng/discretion/deviation/likeness.ts'
import { formatDay } from '@zhunsheng/law/day.ts'
import { comparableIn, type Comparable } from '@zhunsheng/law/penalty/comparable.ts'
import type { Database, Queries } from '../../platform/database.ts'
import type { Benchmarks } from '../discretion/contract.ts'
import type { CaseDesk, CaseListener, ReadCase } from '../enforcement/contract.ts'
import type { Officers } from '../officers/contract.ts'
import { beforehandOf } from './beforehand.ts'
import { keepProgress, progressOf, putCompared, type ComparedRow } from './store-compared.ts'

export interface ComparedParts {
  readonly database: Database
  readonly desk: () => CaseDesk
  readonly benchmarks: Benchmarks
  readonly officers: Officers
}

/** Acts after which a decision stands, no longer stands, or is another one. */
const CHANGES = ['decide', 'exempt', 'enforce', 'changeDecision', 'correct', 'annul']
const BATCH = 100

/** Keeps what is compared in step with the acts (案件动态), in the same unit of work. */
export const comparedListener = (parts: Pick<ComparedParts, 'benchmarks' | 'officers'>): CaseListener => async (tx, { caseId, kind, read }) => {
  if (CHANGES.includes(kind)) await refreshCompared(parts, tx, { caseId, found: await read() })
}

/** Computes one case anew from its acts (重建). */
async function refreshCompared({ benchmarks, officers }: Pick<ComparedParts, 'benchmarks' | 'officers'>, tx: Queries, { caseId, found }: { readonly caseId: string; readonly found: ReadCase | undefined }): Promise<void> {
  const told = found?.isPenalty === true ? comparableIn(found.file) : undefined
  await putCompared(tx, caseId, found === undefined || told === undefined ? undefined : await rowOf({ benchmarks, officers }, tx, { id: caseId, number: found.number, told }))
}

/** Computes the next of the cases that were decided before there was such a row; answers whether more are left. */
export async function catchUp(parts: ComparedParts): Promise<boolean> {
  return parts.database.work(async (tx) => {
    const { after_case: after, done } = (await progressOf(tx)) ?? { after_case: '', done: false }
    if (done) return false
    const ids = await parts.desk().penaltiesAfter(tx, after, BATCH)
    for (const id of ids) await refreshCompared(parts, tx, { caseId: id, found: await parts.desk().read(tx, id) })
    const isDone = ids.length < BATCH
    await keepProgress(tx, { after_case: ids.at(-1) ?? after, done: isDone })
    return !isDone
  })
}

interface Told {
  readonly id: string
  readonly number: string
  readonly told: Comparable
}
async function rowOf({ benchmarks, officers }: Pick<ComparedParts, 'benchmarks' | 'officers'>, tx: Queries, { id, number, told }: Told): Promise<ComparedRow> {
  const { matter, town, decidedOn, officer, exempt, fine, discretion, lighter, beforehand } = told
  const lead = (await officers.staffOn(tx, decidedOn)).find((one) => one.id === officer)
  const benchmark = discretion === undefined ? undefined : await benchmarks.find(tx, discretion.benchmark)
  const likeness = benchmark === undefined || discretion === undefined ? undefined : likenessOf(benchmark.evaluator, discretion.answers, fine)
  return {
    case_id: id, number, matter, decided_on: formatDay(decidedOn), officer: officer ?? '', officer_name: lead?.name ?? '', team: lead?.department ?? '', town: town ?? null,
    exempt, fine_fen: fine === undefined ? null : Number(fine), amount: (likeness === undefined ? numberOf(fine) : likeness.amount) ?? null,
    benchmark: discretion?.benchmark ?? null, tier: discretion?.tier ?? null, row_no: likeness?.row ?? null, lighter,
    beforehand: beforehandOf(beforehand), answers: discretion?.answers ?? {},
  }
}
const numberOf = (fine: bigint | undefined): number | undefined => (fine === undefined ? undefined : Number(fine))
