import type { Calendar } from '../calendar.ts'
import { addDays, formatDay, parseDay, type Day } from '../day.ts'
import type { Form } from '../field.ts'

const RELATIVE = /^([+-])(\d{1,4})(d?)$/

/** A day as scenarios write it (日期): `2021-03-01`; `+3` is the third working day after `from`, `+3d` the third calendar day, `-1d` the day before. */
export function readDay(written: unknown, from: Day | undefined, calendar: Calendar): Day | undefined {
  // YAML reads +3 as the number 3.
  if (typeof written === 'number' && Number.isInteger(written) && written >= 0) return readDay(`+${written}`, from, calendar)
  if (typeof written !== 'string') return undefined
  const [, sign, number, unit] = RELATIVE.exec(written) ?? []
  if (number === undefined) return parseDay(written)
  if (from === undefined) return undefined
  const count = Number(number)
  if (unit === 'd') return addDays(from, sign === '-' ? -count : count)
  if (sign === '-') return undefined
  return count === 0 ? from : calendar.addWorkdays(from, count)
}

/** Answers with the relative days of their day fields written out, counted from the day of the act. */
export function withDays(form: Form, answers: Readonly<Record<string, unknown>>, from: Day, calendar: Calendar): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(answers).map(([name, value]) => [name, written(form[name], value, from, calendar)]))
}

function written(field: Form[string] | undefined, value: unknown, from: Day, calendar: Calendar): unknown {
  const shape = field?.shape
  if (shape?.type === 'day') {
    const found = readDay(value, from, calendar)
    return found === undefined ? value : formatDay(found)
  }
  if (shape?.type === 'group' && isPlain(value)) return withDays(shape.of, value, from, calendar)
  if (shape?.type === 'list' && Array.isArray(value)) return value.map((row: unknown) => (isPlain(row) ? withDays(shape.of, row, from, calendar) : row))
  return value
}
const isPlain = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value)
