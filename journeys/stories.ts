import { json } from './api.ts'
import { courtCase } from './court-case.ts'
import type { Tour } from './guide.ts'
import { hearingCase } from './hearing-case.ts'
import { carriedOut, contestedCase, reconsideration, revoked } from './revoked-case.ts'
import { streetCase } from './street-case.ts'

/** What a story left behind: its cases, the one that it is about first. */
export type Told = readonly [caseId: string, ...others: readonly string[]]

/** A story of the tour (走查故事): one case, or several that act upon each other. */
export interface Story {
  readonly title: string
  readonly tell: (tour: Tour) => Promise<Told>
}

/** A credit code that is rightly formed and nobody's. */
const CREDIT_CODE = '91500999MA12345692'

/** A decision falls in the reconsideration, and both files follow (复议撤销): the money goes back, the publication is withdrawn. */
async function revokedStory(tour: Tour): Promise<Told> {
  const caseId = await tour.tell(contestedCase())
  const officer = await tour.roomOf('zhang')
  const { row }: { readonly row?: { readonly number?: string } } = await json(officer.request, `/api/cases/${caseId}`)
  const remedyId = await tour.tell(reconsideration(row?.number ?? ''))
  await tour.tell(revoked(), caseId)
  await tour.tell(carriedOut(), remedyId)
  return [caseId, remedyId]
}

export const STORIES = {
  street: { title: '当场处罚', tell: async (tour) => [await tour.tell(streetCase(await tour.today()))] },
  hearing: { title: '听证案件', tell: async (tour) => [await tour.tell(hearingCase(CREDIT_CODE))] },
  court: { title: '非诉执行', tell: async (tour) => [await tour.tell(courtCase())] },
  revoked: { title: '复议撤销', tell: revokedStory },
} as const satisfies Readonly<Record<string, Story>>
