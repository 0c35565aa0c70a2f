import type { Rate } from '@zhunsheng/bureau/modules/tracking/wire.ts'

/** A day on the line: a day without trips has no rate, and the line does not pass over it. */
export interface RatedDay {
  readonly day: string
  readonly rate: number | undefined
  readonly total: number
  readonly complied: number
}
const DAY_MS = 86_400_000

/** Every day of a span, whether trucks drove or not. */
export function daysOf(from: string, until: string, parts: readonly Rate[]): readonly RatedDay[] {
  const rated = new Map(parts.map((part) => [part.key, part]))
  const [first, last] = [Date.parse(`${from}T00:00:00Z`), Date.parse(`${until}T00:00:00Z`)]
  return Array.from({ length: Math.round((last - first) / DAY_MS) + 1 }, (_, index) => {
    const day = new Date(first + index * DAY_MS).toISOString().slice(0, 10)
    const part = rated.get(day)
    return { day, rate: part?.rate, total: part?.total ?? 0, complied: part?.complied ?? 0 }
  })
}

export interface Frame {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}
export interface PlacedDay extends RatedDay {
  readonly x: number
  readonly y: number
}
/** Where each rated day lies: the first day at the left edge, 0 at the bottom, 1 at the top. */
export function placed(days: readonly RatedDay[], { left, top, width, height }: Frame): readonly PlacedDay[] {
  return days.flatMap((day, index) => (day.rate === undefined ? [] : [{ ...day, x: left + (days.length < 2 ? width / 2 : (index / (days.length - 1)) * width), y: top + (1 - day.rate) * height }]))
}

/** The line in pieces: days that follow each other are joined, a day without trips leaves a gap. */
export function stretches(points: readonly PlacedDay[]): readonly (readonly PlacedDay[])[] {
  return points.reduce<readonly (readonly PlacedDay[])[]>((found, point) => {
    const last = found.at(-1)
    const before = last?.at(-1)
    const follows = before !== undefined && Date.parse(`${point.day}T00:00:00Z`) - Date.parse(`${before.day}T00:00:00Z`) === DAY_MS
    return follows && last !== undefined ? [...found.slice(0, -1), [...last, point]] : [...found, [point]]
  }, [])
}

/** What the line shows, in a sentence, for those who do not look at it. */
export function saidOf(days: readonly RatedDay[], target: number): string {
  const rated = days.flatMap(({ day, rate }) => (rate === undefined ? [] : [{ day, rate }]))
  const [first] = rated
  if (first === undefined) return '这段时间没有运输趟次'
  const best = rated.reduce((one, other) => (other.rate > one.rate ? other : one), first)
  const worst = rated.reduce((one, other) => (other.rate < one.rate ? other : one), first)
  return `${rated.length} 天有运输，其中 ${rated.filter(({ rate }) => rate >= target).length} 天达到目标；最高 ${best.day}，${percentOf(best.rate)}；最低 ${worst.day}，${percentOf(worst.rate)}`
}
export const percentOf = (rate: number | undefined): string => (rate === undefined ? '—' : `${(rate * 100).toFixed(1)}%`)
