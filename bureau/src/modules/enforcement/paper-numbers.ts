import type { Queries } from '../../platform/database.ts'
import { addPaper, nextNumber } from './store.ts'

/** The word that stands for each paper in its number (文种字), by the act that makes it. */
export const PAPER_WORDS: Readonly<Record<string, { readonly form: string; readonly word: string }>> = {
  file: { form: 'filing', word: '立' },
  preserve: { form: 'preservation', word: '先保通' },
  orderCorrection: { form: 'correction', word: '责改' },
  notify: { form: 'notice', word: '罚告' },
  noticeHearing: { form: 'hearing-notice', word: '听通' },
  review: { form: 'legal-review', word: '法审' },
  decide: { form: 'decision', word: '罚决' },
  demand: { form: 'demand', word: '催' },
  close: { form: 'closing', word: '结' },
}

/** The bureau's own word in its numbers (机关代字). */
const AGENCY_WORD = '九龙坡城管'

/** Gives the paper of an act its number, one series a kind of paper and year, without gaps (GB/T 9704: 〔2021〕, no 第, no leading zero). */
export async function numberPaper(tx: Queries, of: { readonly caseId: string; readonly seq: number; readonly kind: string; readonly year: number }): Promise<void> {
  const paper = PAPER_WORDS[of.kind]
  if (paper === undefined) return
  const serial = await nextNumber(tx, `paper.${paper.form}`, of.year)
  const number = `${AGENCY_WORD}${paper.word}字〔${of.year}〕${serial}号`
  await addPaper(tx, { series: paper.form, year: of.year, serial, number, case_id: of.caseId, seq: of.seq, form: paper.form })
}
