import type { Setting } from '@zhunsheng/law/dossier.ts'
import { Problem } from '../../platform/problem.ts'
import type { CaseDesk } from './contract.ts'
import { readCase } from './read-case.ts'
import type { recorder } from './record-act.ts'
import { penaltiesAfter } from './store-decided.ts'
import { casesWithMoneyOn } from './store-money.ts'
import { caseHead } from './store-projections.ts'

/** Lets other modules read cases, and record in them under the same judge (案件台). */
export const caseDesk = ({ recordWithin }: Pick<ReturnType<typeof recorder>, 'recordWithin'>, setting: Setting): CaseDesk => ({
  read: (queries, caseId) => readCase(queries, setting, caseId),
  withMoneyOn: async (queries, day) => (await Promise.all((await casesWithMoneyOn(queries, day)).map((id) => readCase(queries, setting, id)))).flatMap((one) => (one?.isPenalty === true ? [one] : [])),
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
