import type { Act } from '@zhunsheng/law/dossier.ts'
import type { Queries } from '../../platform/database.ts'
import { papersMadeBy } from './papers/catalogue.ts'
import { addPaper, nextNumber } from './store.ts'

/** Gives the papers of an act their numbers, one series a kind of paper and year, without gaps (GB/T 9704: 〔2021〕, no 第, no leading zero). */
export async function numberPapers(tx: Queries, procedure: string, caseId: string, { seq, kind, data }: Pick<Act, 'seq' | 'kind' | 'data'>, { year, agency }: { readonly year: number; readonly agency: string }): Promise<void> {
  for (const { form, word } of papersMadeBy(procedure, kind, data)) {
    if (word === undefined) continue
    const serial = await nextNumber(tx, `paper.${form}`, year)
    await addPaper(tx, { series: form, year, serial, number: `${agency}${word}〔${year}〕${serial}号`, case_id: caseId, seq, form })
  }
}
