import { giveNumbers, type Series, type Step } from './store.ts'
import type { Statement } from '../../platform/database.ts'

/** Numbers that are given out before the database has been asked (预先编号). */
interface Ahead {
  /** In the order in which they were wanted. */
  readonly numbers: readonly number[]
  /** Gives them in the database, or lets the transaction fail if somebody else was first; nothing where none was wanted. */
  readonly statements: readonly Statement[]
}

/** The last number of each series, as far as this process knows (末号). */
export interface NumbersAhead {
  /** Nothing, if a series is not known. Whoever is given numbers and does not commit them must say so by `forget`. */
  readonly give: (wanted: readonly Series[]) => Ahead | undefined
  /** What the database gave. */
  readonly learn: (wanted: readonly Series[], numbers: readonly number[]) => void
  readonly forget: () => void
}

/**
 * Remembers which number of each series was given last, so that the next can travel with the acts that need it. A number that
 * somebody else has given meanwhile makes the transaction fail, and a transaction that failed gave none: there are no gaps.
 */
export function numbersAhead(): NumbersAhead {
  const last = new Map<string, number>()
  const nameOf = ({ series, year }: Series) => `${series} ${year}`
  return {
    give: (wanted) => {
      const steps = new Map<string, Step>()
      const numbers: number[] = []
      for (const one of wanted) {
        const name = nameOf(one)
        const was = steps.get(name)?.was ?? last.get(name)
        if (was === undefined) return undefined
        const number = (steps.get(name)?.last ?? was) + 1
        steps.set(name, { series: one.series, year: one.year, was, last: number })
        numbers.push(number)
      }
      for (const [name, step] of steps) last.set(name, step.last)
      return { numbers, statements: steps.size === 0 ? [] : [giveNumbers([...steps.values()])] }
    },
    learn: (wanted, numbers) => {
      for (const [at, one] of wanted.entries()) last.set(nameOf(one), Math.max(numbers[at] ?? 0, last.get(nameOf(one)) ?? 0))
    },
    forget: () => last.clear(),
  }
}
