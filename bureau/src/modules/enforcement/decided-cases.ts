import type { Setting } from '@zhunsheng/law/dossier.ts'
import { findJudge } from '@zhunsheng/law/judges.ts'
import { discretionIn } from '@zhunsheng/law/penalty/discretion.ts'
import type { Queries } from '../../platform/database.ts'
import type { DecidedCase, DecidedCases } from './contract.ts'
import { actsFrom } from './stored-acts.ts'
import { actsAfter, type ActRow } from './store.ts'
import { decidedWithin, type DecidedRow } from './store-decided.ts'

/** So many cases are in memory with all their acts at once. */
const BATCH = 200

/** What was decided in penalty cases in a period, read from the recorded acts themselves (已决处罚案件). */
export const decidedCases = (setting: Setting): DecidedCases => async (queries, period) => {
  const heads = await decidedWithin(queries, period)
  const found: DecidedCase[] = []
  for (let at = 0; at < heads.length; at += BATCH) found.push(...(await readBatch(queries, setting, heads.slice(at, at + BATCH))))
  return found
}

async function readBatch(queries: Queries, setting: Setting, heads: readonly DecidedRow[]): Promise<readonly DecidedCase[]> {
  const rows = new Map<string, ActRow[]>(heads.map(({ id }) => [id, []]))
  for (const row of await actsAfter(queries, heads.map(({ id }) => ({ id, after: 0 })))) rows.get(row.case_id)?.push(row)
  return heads.map((head) => decidedCase(setting, head, rows.get(head.id) ?? []))
}

/** The decision as it counts, with what was corrected in it. */
function decidedCase(setting: Setting, { id, number, procedure, decided_on }: DecidedRow, rows: readonly ActRow[]): DecidedCase {
  const judge = findJudge(procedure)
  const data = judge?.read({ procedure, acts: actsFrom(judge.procedure, rows) }, setting).last('decide')?.data ?? {}
  const [discretion, fine] = [discretionIn(data), data['fine']]
  return { id, number, decidedOn: decided_on, ...(discretion === undefined ? {} : { discretion }), ...(typeof fine === 'bigint' ? { fine } : {}) }
}

