import type { Setting } from '@zhunsheng/law/dossier.ts'
import { findJudge } from '@zhunsheng/law/judges.ts'
import { openingOf } from '@zhunsheng/law/opening.ts'
import type { Queries } from '../../platform/database.ts'
import { Problem } from '../../platform/problem.ts'
import type { CaseDesk, ReadCase } from './contract.ts'
import type { recorder } from './record-act.ts'
import { actsFrom } from './stored-acts.ts'
import { actsOf, papersOf } from './store.ts'
import { penaltiesAfter } from './store-decided.ts'
import { casesWithMoneyOn } from './store-money.ts'
import { caseHead } from './store-projections.ts'

const TAIL = 4
/** Every procedure of the penalty law begins so. */
const PENALTY = 'penalty.'

/** Lets other modules read cases, and record in them under the same judge (案件台). */
export const caseDesk = ({ recordWithin }: Pick<ReturnType<typeof recorder>, 'recordWithin'>, setting: Setting): CaseDesk => ({
  read: (queries, caseId) => read(queries, setting, caseId),
  withMoneyOn: async (queries, day) => (await Promise.all((await casesWithMoneyOn(queries, day)).map((id) => read(queries, setting, id)))).flatMap((one) => (one?.isPenalty === true ? [one] : [])),
  penaltiesAfter,
  record: async (tx, { caseId, act, actor, key }) => {
    const head = await caseHead(tx, caseId)
    try {
      return { granted: true, recorded: await recordWithin(tx, { act, actor, key, on: { caseId, version: head?.version ?? 0 } }) }
    } catch (failure) {
      if (!(failure instanceof Problem) || failure.type !== '/problems/refused') throw failure
      return { granted: false, grounds: failure.detail.split('；') }
    }
  },
})

async function read(queries: Queries, setting: Setting, caseId: string): Promise<ReadCase | undefined> {
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
