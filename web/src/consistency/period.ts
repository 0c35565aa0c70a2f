/** Over which days a scan looks (扫描期间). */
export const PERIODS = { year: '今年', before: '去年', months: '近十二个月', own: '自定' } as const
export type Period = keyof typeof PERIODS

/** The days of a period, seen from today; none of them is still to come. */
export function daysOf(period: Exclude<Period, 'own'>, today: string): { readonly from: string; readonly to: string } {
  const year = Number(today.slice(0, 4))
  switch (period) {
    case 'year':
      return { from: `${year}-01-01`, to: today }
    case 'before':
      return { from: `${year - 1}-01-01`, to: `${year - 1}-12-31` }
    case 'months': {
      const first = new Date(Date.UTC(year - 1, Number(today.slice(5, 7)) - 1, Number(today.slice(8)) + 1))
      return { from: first.toISOString().slice(0, 10), to: today }
    }
  }
}

/** How sure to be, with what it means (置信度): of so many scans in which nobody deviates, one at most finds anything. */
export const CONFIDENCES: readonly { readonly value: number; readonly name: string; readonly oneIn: string }[] = [
  { value: 0.95, name: '95%', oneIn: '二十次' },
  { value: 0.99, name: '99%', oneIn: '一百次' },
  { value: 0.999, name: '99.9%（通常）', oneIn: '一千次' },
  { value: 0.9999, name: '99.99%', oneIn: '一万次' },
]
export const USUAL_CONFIDENCE = 0.999
export const percentWords = (confidence: number): string => `${Number((confidence * 100).toFixed(3))}%`
