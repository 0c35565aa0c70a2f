import { createRequire } from 'node:module'
import { calendarOf } from '@zhunsheng/law/calendar.ts'
import { addDays, day, firstOf, formatDay, type Day } from '@zhunsheng/law/day.ts'
import { mustAgree, repeat, type Benchmark } from './match.ts'

/** The peer that the calendar's own tests hold it against; it belongs to the room of the law, so it is asked for from there. */
const { findWorkday }: { readonly findWorkday: (span: number, from: string) => string } = createRequire(import.meta.resolve('@zhunsheng/law/calendar.ts'))('chinese-days')
const SPANS = 365
const calendar = calendarOf()
/** The years that both sides know: those announced; a start in the last would end in a year that nobody has announced. */
const FROM = firstOf(Math.min(...calendar.announcedYears))
const UNTIL = day('2026-12-31')
const STARTS = Array.from({ length: UNTIL - FROM + 1 }, (_, index) => addDays(FROM, index))

/** Counting working days (工作日), against chinese-days. */
export const WORKING_DAYS: Benchmark = {
  name: 'working-days',
  says: 'the n-th working day after a day, for every start and n from 1 to 365',
  open: () => Promise.resolve([{ name: 'n-th working day', unit: 'answers', target: 20_000_000, product: { name: 'calendar', work: ours }, peers: [{ name: 'chinese-days', work: theirs }], notes: [compared()] }]),
}

let kept = 0
let next = 0
const nextStart = (): Day => STARTS[next++ % STARTS.length] ?? FROM

const ours = (ms: number) =>
  repeat(ms, SPANS * 16, () => {
    for (let starts = 0; starts < 16; starts += 1) {
      const from = nextStart()
      for (let span = 1; span <= SPANS; span += 1) kept += calendar.addWorkdays(from, span)
    }
  })

/** It takes and gives text, as its interface asks; the dates are written before the clock starts. */
const written = STARTS.map(formatDay)
const theirs = (ms: number) => repeat(ms, 1, () => { kept += findWorkday((next % SPANS) + 1, written[next++ % written.length] ?? '').length })

/**
 * Every start and every span: the peer is asked day by day whether it is a working day and, since its own count takes hours
 * for all of them, that count is held against ours for every span from the first of each quarter.
 */
function compared(): string {
  const limit = addDays(UNTIL, 1)
  const days = STARTS.filter((on) => findWorkday(0, formatDay(on)) === formatDay(on))
  const place = new Map(days.map((on, index) => [on, index]))
  let pairs = 0
  let before = -1
  for (const from of STARTS) {
    before = place.get(from) ?? before
    for (let span = 1; span <= SPANS; span += 1) {
      const expected = days[before + span]
      if (expected === undefined) break
      mustAgree(calendar.addWorkdays(from, span) === expected, `${formatDay(from)} and ${span} working days`)
      pairs += 1
    }
  }
  let counted = 0
  for (const from of STARTS.filter((on) => /-(01|04|07|10)-01$/.test(formatDay(on))))
    for (let span = 1; span <= SPANS && calendar.addWorkdays(from, span) < limit; span += 1) {
      mustAgree(formatDay(calendar.addWorkdays(from, span)) === findWorkday(span, formatDay(from)), `${formatDay(from)} and ${span} working days`)
      counted += 1
    }
  return `same answers: ${pairs} starts and spans over the peer's working days, ${counted} of them by the peer's own count (${formatDay(FROM)} to ${formatDay(UNTIL)})`
}
