const MONTHS = 12

/** A code of twenty digits in groups of four is read and typed without a mistake (缴款码). */
export const inFours = (code: string): string => code.replace(/(\d{4})(?=\d)/g, '$1 ')

/** The day so many days from another; days are only counted, so no zone of a machine has a say. */
export function dayFrom(day: string, days: number): string {
  const moved = new Date(`${day}T00:00:00Z`)
  moved.setUTCDate(moved.getUTCDate() + days)
  return moved.toISOString().slice(0, 10)
}

/** The first and the last day of a month as it is written in the address, 2021-03. */
export function spanOf(month: string): { readonly from: string; readonly to: string } {
  const [year = 0, number = 1] = month.split('-').map(Number)
  const next = number === MONTHS ? `${year + 1}-01-01` : `${year}-${String(number + 1).padStart(2, '0')}-01`
  return { from: `${month}-01`, to: dayFrom(next, -1) }
}
