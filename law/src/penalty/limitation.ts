import { addYears, type Day } from '../day.ts'

/** Two years, or five where life, health or financial safety is harmed (行政处罚法第三十六条第一款). */
const YEARS = 2
const YEARS_WITH_HARM = 5

/**
 * The last day on which an offence can still be discovered and punished (追究期限届满之日).
 * 行政处罚法第三十六条: counted from the act, or from the end of a continuing one. The law of 2017 knew two years only (第二十九条).
 */
export function limitationEnd(offence: { readonly actedFrom: Day; readonly actedUntil?: Day; readonly endangersLife: boolean }): Day {
  return addYears(offence.actedUntil ?? offence.actedFrom, offence.endangersLife ? YEARS_WITH_HARM : YEARS)
}
