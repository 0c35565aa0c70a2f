import type { CaseFile } from '../../../case-file.ts'
import type { Day } from '../../../day.ts'
import { valueOn } from '../../../jurisdiction.ts'
import type { Finding } from '../../../procedure.ts'
import { every } from '../words.ts'

interface Away {
  readonly who: string
}
const HUNDRED = 100

/** The persons of the bureau among the members of a meeting, by identifier. */
export const personsIn = (members: readonly { readonly who?: string | undefined }[]): readonly string[] => members.flatMap(({ who }) => who ?? [])

/** Somebody who must stand aside sat in the meeting (应当回避而参加), by what the meeting says itself or by a decision in the file. */
export function recusedAmong(ids: readonly string[], recused: readonly Away[], file: CaseFile): Finding | undefined {
  const aside = new Set([...recused.map(({ who }) => who), ...every(file, 'decideRecusal').flatMap(({ data }) => (data.outcome === 'recused' ? [data.whom] : []))])
  return ids.some((id) => aside.has(id)) ? { because: '应当回避的人员参加了会议', field: 'members' } : undefined
}

/** Too few of those who should have come were there (到会人数不足). Who stands aside does not count. */
export function quorumFault({ members, absent = [] }: { readonly members: readonly Away[]; readonly absent?: readonly Away[] | undefined }, file: CaseFile, on: Day): Finding | undefined {
  const quorum = valueOn(file.setting.local.discussionQuorum, on)
  const due = members.length + absent.length
  if (quorum === undefined || members.length * HUNDRED > due * quorum.value.ofHundred) return undefined
  return { because: `应到 ${due} 人，实到 ${members.length} 人，没有超过百分之${quorum.value.ofHundred}`, field: 'members' }
}
