import type { CaseFile } from '../case-file.ts'

/** How a remedy came out for the bureau (复议、诉讼结果): won, lost, or settled without a decision on the merits. */
export type RemedyOutcome = 'won' | 'lost' | 'settled'

/** The results by which the bureau's act did not stand. */
export const LOSING: readonly string[] = ['revoke', 'redo', 'change', 'unlawful', 'perform']
const SETTLING: readonly string[] = ['withdraw', 'settle']

/** How the remedy of a file came out (复议维持率、诉讼胜诉率的口径): the last decision counts, of an appeal the second instance. */
export function remedyOutcome(file: CaseFile): RemedyOutcome | undefined {
  const decided = file.acts.findLast(({ kind }) => kind === 'decided')
  if (decided !== undefined) return LOSING.includes(String(decided.data['outcome'])) ? 'lost' : 'won'
  return file.acts.some(({ kind }) => SETTLING.includes(kind)) ? 'settled' : undefined
}

/** Whether the head of the agency appeared (负责人出庭、参加听证): one sitting counts for the instance (法释〔2020〕3号第七条); nothing where there was no sitting. */
export function headAppeared(file: CaseFile): boolean | undefined {
  const sittings = file.every('appear')
  return sittings.length === 0 ? undefined : sittings.some(({ data }) => data['who'] === 'head')
}
