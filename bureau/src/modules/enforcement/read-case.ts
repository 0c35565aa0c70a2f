import type { Setting } from '@zhunsheng/law/dossier.ts'
import { findJudge } from '@zhunsheng/law/judges.ts'
import { openingOf } from '@zhunsheng/law/opening.ts'
import type { Queries } from '../../platform/database.ts'
import type { ReadCase } from './contract.ts'
import { actsFrom } from './stored-acts.ts'
import { actsOf, papersOf } from './store.ts'
import { caseHead } from './store-projections.ts'

const TAIL = 4
/** Every procedure of the penalty law begins so. */
const PENALTY = 'penalty.'

/** A case as other modules read it (案件), from its acts. */
export async function readCase(queries: Queries, setting: Setting, caseId: string): Promise<ReadCase | undefined> {
  const head = await caseHead(queries, caseId)
  const judge = head === undefined ? undefined : findJudge(head.procedure)
  if (head === undefined || judge === undefined) return undefined
  const [rows, papers] = await Promise.all([actsOf(queries, caseId), papersOf(queries, caseId)])
  const file = judge.read({ procedure: head.procedure, acts: actsFrom(judge.procedure, rows) }, setting)
  const { party, actingTown } = openingOf(judge.procedure, file)?.data ?? {}
  const known = party?.idNumber ?? party?.creditCode
  const decision = papers.find(({ form }) => DECISIONS.includes(form))?.number
  return {
    id: head.id,
    number: head.number,
    version: head.version,
    party: { name: party?.name ?? '', isPerson: party?.kind === 'citizen', ...(known === undefined ? {} : { tail: known.slice(-TAIL) }) },
    isPenalty: head.procedure.startsWith(PENALTY),
    file,
    ...(actingTown === undefined ? {} : { actingTown }),
    ...(decision === undefined ? {} : { decisionNumber: decision }),
  }
}
/** The papers by which a penalty is decided. */
const DECISIONS: readonly string[] = ['decision', 'spot-decision']
