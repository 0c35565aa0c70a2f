import type { Measure } from './benchmark.ts'
import { yuanWords } from './words.ts'

const AMOUNT = /^(\d{1,12})(?:\.(\d{1,2}))?$/
const PERCENT = /^(\d{1,6})(?:\.(\d{1,4}))?$/
const COUNT = /^\d{1,9}$/
const PERCENT_DIGITS = 4

/** An amount as a cell holds it: yuan, percent where it is a share, a whole number, or the name of a step. */
export function amountText(amount: bigint, measure: Measure): string {
  if (measure.is === 'count') return String(amount)
  if (measure.is === 'steps') return measure.steps[Number(amount)] ?? ''
  if (measure.is !== 'millionths') return yuanWords(amount)
  const [whole, rest] = [amount / 10_000n, amount % 10_000n]
  return rest === 0n ? `${whole}` : `${whole}.${String(rest).padStart(PERCENT_DIGITS, '0').replace(/0+$/, '')}`
}

/** Reads an amount: no sign, no comma, no unit. 2，000 and 2000万 are typing errors, and are not guessed at. */
export function readAmount(said: string, measure: Measure): bigint | undefined {
  if (measure.is === 'count') return COUNT.test(said.normalize('NFKC')) ? BigInt(said.normalize('NFKC')) : undefined
  if (measure.is === 'steps') return measure.steps.includes(said) ? BigInt(measure.steps.indexOf(said)) : undefined
  const digits = measure.is === 'millionths' ? PERCENT_DIGITS : 2
  const found = (measure.is === 'millionths' ? PERCENT : AMOUNT).exec(said.normalize('NFKC'))
  return found === null ? undefined : BigInt(found[1] ?? '0') * 10n ** BigInt(digits) + BigInt((found[2] ?? '').padEnd(digits, '0'))
}
