import type { Calendar } from '@zhunsheng/law/calendar.ts'
import { addDays, day, type Day } from '@zhunsheng/law/day.ts'
import { courseOf } from './course.ts'
import { drawFrom, type Draw } from './draw.ts'
import type { Idea } from './idea.ts'
import type { Step } from './itinerary.ts'
import { DUMP, FENCE, OFFENCES, usualOffence, type Offence } from './offences.ts'
import { citizen } from './parties.ts'
import { SHARES, STORIES, type Story } from './story.ts'

/** The year that the demonstration lives (演示年度), half of it under the penalty law of 2017. */
export const FIRST: Day = day('2021-01-04')
export const LAST: Day = day('2021-12-31')
const SEED = 20_210_715

/** One case of the year: its story and every act that it comes to before the year is over. */
export interface PlannedCase {
  readonly idea: Idea
  readonly steps: readonly Step[]
}

const isStory = (word: string): word is Story => word in STORIES
const TEAMS = [['zhang', 'li'], ['li', 'chen'], ['zhang', 'chen'], ['chen', 'li']] as const
/** Stories that need most of the year, so that they begin in its first weeks. */
const EARLY: readonly Story[] = ['courtEnforced', 'courtRefused', 'ended', 'sued', 'crime', 'crimeReturned', 'elsewhereBack']
/** Known only to the law of 2021. */
const NEW_LAW: readonly Story[] = ['exemptFirst', 'exemptFaultless', 'forgotDeciding']
const LATE: readonly Story[] = ['applied', 'forgotPublishing']

/** Plans so many cases, each from its own draw, so that one more changes no other. */
export function planYear(cases: number, calendar: Calendar): readonly PlannedCase[] {
  return storiesOf(cases).map((story, index) => {
    const draw = drawFrom(SEED + index * 7919)
    const idea = think(story, index, draw)
    return { idea, steps: courseOf(idea, draw, calendar).filter(({ on }) => on <= LAST) }
  })
}

/** Which story each case tells: the shares of a year of three hundred, spread evenly. */
export function storiesOf(cases: number): readonly Story[] {
  const told = Object.entries(SHARES).flatMap(([story, count]) => (isStory(story) ? Array.from({ length: Math.max(1, Math.round((count * cases) / 300)) }, () => story) : []))
  const all: Story[] = [...told.slice(0, cases), ...Array.from({ length: Math.max(0, cases - told.length) }, (): Story => 'paid')]
  const draw = drawFrom(SEED)
  for (let index = all.length - 1; index > 0; index -= 1) {
    const other = draw.below(index + 1)
    const [one, two] = [all[index], all[other]]
    if (one !== undefined && two !== undefined) [all[index], all[other]] = [two, one]
  }
  return all
}

function think(story: Story, index: number, draw: Draw): Idea {
  const offence = offenceFor(story, draw)
  const party = story === 'exemptChild' ? citizen(draw, 2009) : offence.party(draw)
  return { story, offence, party, start: startOf(story, draw), fine: story === 'mitigated' ? 20 : story === 'defenceAdopted' ? draw.one([130, 150, 180]) : draw.one(offence.fines), team: TEAMS[index % TEAMS.length] ?? TEAMS[0] }
}

function offenceFor(story: Story, draw: Draw): Offence {
  if (story === 'heard' || story === 'heardAbsent') return FENCE
  if (story === 'collective' || story === 'crime' || story === 'crimeReturned') return DUMP
  if (story === 'defenceAdopted' || story === 'mitigated' || story === 'exemptChild' || story.startsWith('exempt') || story === 'preserved') return OFFENCES[0]
  if (story === 'hearingWaived') return OFFENCES.find(({ matter }) => matter === 'muck.spill') ?? OFFENCES[0]
  return usualOffence(draw)
}

function startOf(story: Story, draw: Draw): Day {
  if (EARLY.includes(story)) return addDays(FIRST, draw.below(14))
  if (story === 'forgotDeciding') return addDays(day('2021-08-02'), draw.below(20))
  if (LATE.includes(story)) return addDays(LAST, -(story === 'applied' ? 3 : 45) - draw.below(6))
  if (NEW_LAW.includes(story)) return addDays(day('2021-07-19'), draw.below(120))
  if (story === 'revoked' || story === 'changed' || story === 'upheld') return addDays(FIRST, draw.below(200))
  // The year's end finds more cases under way than an even spread would.
  return story === 'paid' && draw.below(8) === 0 ? addDays(LAST, -4 - draw.below(34)) : addDays(FIRST, draw.below(355))
}
