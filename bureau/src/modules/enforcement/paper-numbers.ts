import { formatDay } from '@zhunsheng/law/day.ts'
import type { Act } from '@zhunsheng/law/dossier.ts'
import type { AgencyOf } from './contract.ts'
import { papersMadeBy } from './papers/catalogue.ts'
import type { NewPaperRow, Series } from './store.ts'

/** An act about to be recorded, as far as numbers depend on it. */
interface Numbered {
  readonly procedure: string
  readonly caseId: string
  readonly isNew: boolean
  /** The town or street in whose own name the case is handled. */
  readonly actingTown?: string | undefined
  readonly act: Pick<Act, 'seq' | 'kind' | 'data' | 'on'>
}
/** What acts need of numbers (编号需求), and what becomes of it once they are given. */
interface Numbering {
  /** One for each number, in their order. */
  readonly wanted: readonly Series[]
  /** The number of the case that an act opens, at the place of that act, and the papers. */
  readonly give: (numbers: readonly number[]) => { readonly cases: readonly (string | undefined)[]; readonly papers: readonly NewPaperRow[] }
}

/**
 * Gives the cases that these acts open, and the papers that they make, their numbers: one series for cases, one a kind of paper,
 * by year, without gaps (GB/T 9704: 〔2021〕, no 第, no leading zero); a town that acts in its own name has its own series of papers.
 */
export function numbering(agencyOf: AgencyOf, acts: readonly Numbered[]): Numbering {
  const opened = acts.filter(({ isNew }) => isNew)
  const made = acts.flatMap(({ procedure, caseId, act, actingTown }) => {
    const agency = agencyOf(actingTown).word
    return papersMadeBy(procedure, act.kind, act.data).flatMap(({ form, word }) => (word === undefined ? [] : [{ form, series: actingTown === undefined ? form : `${form} ${actingTown}`, word: `${agency}${word}`, year: yearOf(act), case_id: caseId, seq: act.seq }]))
  })
  return {
    wanted: [...opened.map(({ act }) => ({ series: 'case', year: yearOf(act) })), ...made.map(({ series, year }) => ({ series: `paper.${series}`, year }))],
    give: (numbers) => {
      const serialAt = (at: number): number => {
        const serial = numbers[at]
        if (serial === undefined) throw new Error('a series gave no number')
        return serial
      }
      return {
        cases: acts.map((one) => (one.isNew ? `${yearOf(one.act)}-${String(serialAt(opened.indexOf(one))).padStart(5, '0')}` : undefined)),
        papers: made.map(({ form, series, word, year, case_id, seq }, at) => {
          const serial = serialAt(opened.length + at)
          return { series, year, serial, number: `${word}〔${year}〕${serial}号`, case_id, seq, form }
        }),
      }
    },
  }
}

const yearOf = ({ on }: Pick<Act, 'on'>): number => Number(formatDay(on).slice(0, 4))
