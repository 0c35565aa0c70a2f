/**
 * How a bureau numbers one of its papers (文号): 机关代字, 文种字, 〔年〕, 号. One template a paper.
 * Official letters have neither 第 nor padding (GB/T 9704); papers of enforcement often have both.
 */
export interface NumberTemplate {
  /** 机关代字, such as 九龙坡城管. */
  readonly agency: string
  /** 文种字, such as 罚决; empty where the number names none. */
  readonly kind: string
  /** Whether 第 stands before the serial number. */
  readonly ordinal: boolean
  /** To how many places the serial number is filled with noughts; 1 fills none. */
  readonly places: number
}

/** A number that was given: a counter a bureau, paper and year. */
export interface GivenNumber {
  readonly year: number
  readonly serial: number
}
export type ReadNumber = { readonly ok: true; readonly value: GivenNumber } | { readonly ok: false; readonly because: string }

/** Writes a number (编写文号): 九龙坡城管罚决字〔2021〕1号, 九龙坡城管罚决字〔2021〕第001号. A serial number begins with 1, or it is a fault. */
export function writeNumber(template: NumberTemplate, { year, serial }: GivenNumber): string {
  if (!Number.isSafeInteger(serial) || serial < 1) throw new RangeError(`no serial number: ${serial}`)
  if (!Number.isInteger(year) || year < FIRST_YEAR || year > LAST_YEAR) throw new RangeError(`no year: ${year}`)
  return `${head(template)}〔${year}〕${template.ordinal ? '第' : ''}${String(serial).padStart(template.places, '0')}号`
}

/** Reads a number back (识别文号). It must be written as the template writes it: two ways of writing would be two papers. */
export function readNumber(template: NumberTemplate, written: string): ReadNumber {
  const start = head(template)
  if (!written.startsWith(start)) return { ok: false, because: `文号应当以「${start}」开头` }
  const rest = written.slice(start.length)
  if (/^[[(【（［]/.test(rest)) return { ok: false, because: '年份应当用六角括号〔〕括起' }
  const [, year, serial] = /^〔(\d{4})〕第?(\d{1,9})号$/.exec(rest) ?? []
  if (year === undefined || serial === undefined) return { ok: false, because: '文号应当写明〔年份〕和序号，以「号」结尾' }
  const value = { year: Number(year), serial: Number(serial) }
  if (value.serial < 1 || value.year < FIRST_YEAR || value.year > LAST_YEAR) return { ok: false, because: '文号的年份或者序号不存在' }
  const proper = writeNumber(template, value)
  return proper === written ? { ok: true, value } : { ok: false, because: `文号应当写作「${proper}」` }
}

const FIRST_YEAR = 1949
const LAST_YEAR = 2199
const head = ({ agency, kind }: NumberTemplate): string => agency + (kind === '' ? '' : `${kind}字`)
