import type { Day } from '@zhunsheng/law/day.ts'
import type { Offence } from './offences.ts'
import type { Party } from './parties.ts'
import type { Story } from './story.ts'

/** A case that was thought up: what happened, to whom, what it cost, what became of it. */
export interface Idea {
  readonly story: Story
  readonly start: Day
  readonly offence: Offence
  readonly party: Party
  readonly fine: number
  readonly team: readonly [string, string]
}
