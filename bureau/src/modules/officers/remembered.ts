import type { Day } from '@zhunsheng/law/day.ts'
import type { Person } from '@zhunsheng/law/person.ts'
import type { RememberedPeople } from './contract.ts'
import { insistOnEdition } from './store.ts'

/** So many days are remembered at most; most acts are of today. */
const MOST_DAYS = 100

/** People of one edition of the register (某一版人员名册), by day and identifier. */
interface Edition {
  readonly edition: string
  readonly days: Map<Day, Map<string, Person>>
}

/**
 * Remembers who was read of the register, as long as it is the same edition. Another process may have made a newer one: whoever uses
 * what is remembered lets the database look at the edition in the same transaction.
 */
export function rememberedPeople(): { readonly keep: (edition: string, on: Day, people: readonly Person[]) => void; readonly now: () => RememberedPeople | undefined } {
  let known: Edition | undefined
  return {
    keep: (edition, on, people) => {
      if (known?.edition !== edition || known.days.size >= MOST_DAYS) known = { edition, days: new Map() }
      const day = known.days.get(on) ?? new Map<string, Person>()
      known.days.set(on, day)
      for (const person of people) day.set(person.id, person)
    },
    now: () => (known === undefined ? undefined : inEdition(known)),
  }
}

const inEdition = ({ edition, days }: Edition): RememberedPeople => ({
  asOf: (ids, on) => {
    const people = ids.flatMap((id) => days.get(on)?.get(id) ?? [])
    return people.length === ids.length ? people : undefined
  },
  unchanged: insistOnEdition(edition),
})
