import type { Day } from './day.ts'
import { ALWAYS, type Interval } from './interval.ts'
import { inForceOn, STATUTES, type StatuteKey } from './statutes.ts'

/** A pointer into a statute (法律依据): article, paragraph (款), item (项). */
export interface Citation {
  readonly statute: StatuteKey
  /** Absent where the instrument as a whole is meant. */
  readonly article?: number
  readonly paragraph?: number
  readonly item?: number
}

/** Makes the pointers of one statute: `apl(72, 1, 1)` is article 72, paragraph 1, item 1. */
export const citing =
  (statute: StatuteKey) =>
  (article?: number, paragraph?: number, item?: number): Citation => ({
    statute,
    ...(article === undefined ? {} : { article }),
    ...(paragraph === undefined ? {} : { paragraph }),
    ...(item === undefined ? {} : { item }),
  })

export const apl = citing('apl')
export const apl17 = citing('apl17')
export const acl = citing('acl')
export const all = citing('all')
export const arl23 = citing('arl23')
export const arl17 = citing('arl17')
export const rir = citing('rir')
export const alitl = citing('alitl')
export const cpl = citing('cpl')
export const cpl17 = citing('cpl17')
export const ccl = citing('ccl')
export const arb25 = citing('arb25')
export const arb17 = citing('arb17')
export const spc13 = citing('spc13')
export const spc18 = citing('spc18')
export const tcr = citing('tcr')
export const ber = citing('ber')
export const spc20 = citing('spc20')
export const cqbe = citing('cqbe')
export const upl = citing('upl')
export const pipl = citing('pipl')
export const gbf118 = citing('gbf118')
export const gbf27 = citing('gbf27')
export const arch = citing('arch')
export const archr = citing('archr')
export const mad = citing('mad')
export const ogi = citing('ogi')
/** The instruments on the repair of credit (信用修复的规定), each in force in its own days; none of them was read in the text. */
export const REPAIR_NORMS: readonly Citation[] = [citing('ndrc36')(), citing('ndrc58')(), citing('ndrc527')()]

/** The days on which a rule that rests on these articles applies: while the first of them is in force. */
export function inForceTogether(basis: readonly Citation[]): Interval {
  const [first] = basis
  return first === undefined ? ALWAYS : STATUTES[first.statute].inForce
}

/** Of articles that say the same in their times, those in force on that day (当日有效的条文); all of them where none was. */
export function citedOn(basis: readonly Citation[], on: Day): readonly Citation[] {
  if (basis.length < 2) return basis
  const current = basis.filter(({ statute }) => inForceOn(statute, on))
  return current.length === 0 ? basis : current
}

/** The citation as papers write it: 《中华人民共和国行政处罚法》第七十二条第一款第（一）项. */
export const cite = (citation: Citation): string => `《${STATUTES[citation.statute].name}》${place(citation)}`
/** The citation as screens write it: 《行政处罚法》第五十一条, 法释〔2018〕1号第一百五十六条. */
export const citeShort = (citation: Citation): string => titled(STATUTES[citation.statute].short) + place(citation)
/** Several citations, joined, each statute named once. */
export function citeAll(citations: readonly Citation[]): string {
  return citations.map((citation, index) => (citations[index - 1]?.statute === citation.statute ? place(citation) : citeShort(citation))).join('、')
}

/** Several citations as papers write them, each statute named once. */
export function citeAllInFull(citations: readonly Citation[]): string {
  return citations.map((citation, index) => (citations[index - 1]?.statute === citation.statute ? place(citation) : cite(citation))).join('、')
}

/** 《》 are for titles; a document number stands by itself (GB/T 9704). */
const titled = (short: string): string => (short.endsWith('号') ? short : `《${short}》`)

/** The place within an instrument alone: 第六十六条第二款. */
export function place({ article, paragraph, item }: Pick<Citation, 'article' | 'paragraph' | 'item'>): string {
  return [article === undefined ? '' : `第${numeral(article)}条`, paragraph === undefined ? '' : `第${numeral(paragraph)}款`, item === undefined ? '' : `第（${numeral(item)}）项`].join('')
}

const DIGITS = '零一二三四五六七八九'
const UNITS = ['', '十', '百', '千']

/** A whole number from 1 to 9999 in Chinese numerals, as statutes number their articles: 51 is 五十一. */
export function numeral(value: number): string {
  let written = ''
  let skipped = false
  const digits = String(value)
  for (const [index, digit] of [...digits].entries()) {
    if (digit === '0') {
      skipped = written !== ''
      continue
    }
    written += (skipped ? '零' : '') + (DIGITS[Number(digit)] ?? '') + (UNITS[digits.length - 1 - index] ?? '')
    skipped = false
  }
  return value >= 10 && value < 20 ? written.slice(1) : written
}
