import type { CaseFile } from '../../case-file.ts'

/** How an arbitration came out for the bureau (仲裁结果): an award may also grant a part; whoever withdraws has not settled by that. */
export type ArbitrationOutcome = 'won' | 'lost' | 'partly' | 'settled' | 'withdrawn'

const RESULTS: Readonly<Record<string, ArbitrationOutcome>> = { supported: 'won', partly: 'partly', rejected: 'lost' }

/** By the last award, unless the court annulled it; nothing where the institution refused it. */
export function arbitrationOutcome(file: CaseFile): ArbitrationOutcome | undefined {
  const award = file.acts.findLast(({ kind }) => kind === 'decided')
  const ruling = file.last('ruled')
  if (award !== undefined) return ruling?.data['result'] === 'annulled' ? undefined : RESULTS[String(award.data['outcome'])]
  if (file.last('settle') !== undefined) return 'settled'
  return file.last('withdraw') === undefined ? undefined : 'withdrawn'
}
