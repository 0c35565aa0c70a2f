import { calendarOf } from '@zhunsheng/law/calendar.ts'
import { formatDay } from '@zhunsheng/law/day.ts'
import type { Act, Proposal, Setting } from '@zhunsheng/law/dossier.ts'
import { judgeOf } from '@zhunsheng/law/judge.ts'
import { CHONGQING } from '@zhunsheng/law/jurisdictions/chongqing.ts'
import { parseAnswers } from '@zhunsheng/law/parse.ts'
import { ORDINARY_PENALTY } from '@zhunsheng/law/penalty/ordinary/procedure.ts'
import { findProcedure } from '@zhunsheng/law/procedures.ts'
import { CAST, TOWN_CAST } from '@zhunsheng/law/scenario/cast.ts'
import { describe, expect, test } from 'vitest'
import { EXAMPLE_BUREAU } from '../../bureau/src/bureau-file.ts'
import type { Step } from './itinerary.ts'
import { leadsOf } from './leads.ts'
import { STORIES } from './story.ts'
import { planStreet } from './street.ts'
import { LAST, planYear, type PlannedCase } from './year.ts'

const CALENDAR = calendarOf()
const SETTING: Setting = { calendar: CALENDAR, local: { ...CHONGQING, devolutions: EXAMPLE_BUREAU.devolutions } }
const PEOPLE = { ...CAST, ...TOWN_CAST }
const JUDGE = judgeOf(ORDINARY_PENALTY)
const YEAR = planYear(300, CALENDAR)

/** The acts that a story comes to in the dossier of one procedure: its own, and what dossiers beside it bring about there. */
function stepsIn(main: string, steps: readonly Step[], procedure: string): readonly Step[] {
  return steps.filter(({ act }) => act !== 'correct').flatMap((step) => {
    if ((step.beside ?? main) === procedure) return [step]
    return step.brings !== undefined && procedure === main ? [{ act: step.brings.act, on: step.on, data: step.brings.data }] : []
  })
}
/** The acts as the judge takes them; throws at the first that it refuses. Corrections need the server and are left out. */
function judged(code: string, story: string, steps: readonly Step[]): readonly Act[] {
  const known = findProcedure(code)
  if (known === undefined) throw new Error(code)
  const judge = judgeOf(known.procedure)
  const acts: Act[] = []
  for (const { act, on, by, data } of steps) {
    const written = Object.fromEntries(Object.entries({ ...known.course.typical(act, on), ...data }).filter(([, value]) => value !== null))
    const parsed = parseAnswers(known.procedure.acts[act]?.form ?? {}, written, () => undefined)
    if (!parsed.ok) throw new Error(`${story} ${act}: ${parsed.faults.map(({ path, because }) => `${path} ${because}`).join()}`)
    const proposal: Proposal = { kind: act, on, by: (by ?? known.course.by(act)).flatMap((id) => PEOPLE[id] ?? []), data: parsed.value }
    const ruling = judge.rule(judge.read({ procedure: code, acts }, SETTING), proposal, on)
    if (!ruling.granted) throw new Error(`${story} ${formatDay(on)} ${act}: ${ruling.refusals.map(({ code: ground, because }) => `${ground} ${because}`).join()}`)
    acts.push({ ...proposal, seq: acts.length + 1, recordedOn: on })
  }
  return acts
}
const ofYear = ({ idea, steps }: PlannedCase): readonly Act[] => judged(ORDINARY_PENALTY.code, idea.story, stepsIn(ORDINARY_PENALTY.code, steps, ORDINARY_PENALTY.code))
/** Why one of the dossiers of a story is not lawful. */
function faultsOf(main: string, story: string, steps: readonly Step[]): readonly string[] {
  return [...new Set([main, ...steps.flatMap(({ beside }) => beside ?? [])])].flatMap((code) => {
    try {
      judged(code, story, stepsIn(main, steps, code))
      return []
    } catch (failure) {
      return [failure instanceof Error ? failure.message : String(failure)]
    }
  })
}

describe('the demonstration year (演示年度)', () => {
  test('a few penalties leave the benchmark, told and decided with the same reason, reviewed and discussed', () => {
    const leaving = YEAR.filter(({ steps }) => steps.some(({ deviates }) => deviates !== undefined))
    expect(leaving.length).toBeGreaterThan(2)
    for (const { steps } of leaving) {
      expect(steps.filter(({ deviates }) => deviates !== undefined).map(({ act }) => act)).toEqual(['notify', 'decide'])
      expect(steps.map(({ act }) => act)).toEqual(expect.arrayContaining(['review', 'discuss']))
    }
  })
  test('every act of three hundred cases is lawful on its day', () => {
    const faults = YEAR.flatMap(({ idea, steps }) => faultsOf(ORDINARY_PENALTY.code, idea.story, steps))
    expect(faults).toEqual([])
  })
  test('every story is told', () => {
    expect(Object.keys(STORIES).filter((story) => !YEAR.some(({ idea }) => idea.story === story))).toEqual([])
  })
  test('no act on a day off, none after the year', () => {
    for (const { steps } of YEAR) for (const { on } of steps) expect(CALENDAR.isWorkday(on) && on <= LAST).toBe(true)
  })
  test('the same seed gives the same year, and one case more changes no other story’s people', () => {
    expect(planYear(300, CALENDAR)).toEqual(YEAR)
  })
  test('the year decides, exempts, transfers, contests; some cases are open and some duties overdue', () => {
    const files = YEAR.map((planned) => JUDGE.read({ procedure: ORDINARY_PENALTY.code, acts: ofYear(planned) }, SETTING))
    const outcomes = files.map((file) => file.ever('decide')?.data['outcome'])
    for (const outcome of ['penalise', 'exempt', 'unfounded']) expect(outcomes).toContain(outcome)
    expect(files.some((file) => file.ever('crimeFiled') !== undefined) && files.some((file) => file.ever('crimeSettled') !== undefined && file.ever('decide') !== undefined)).toBe(true)
    const verdicts = files.map((file) => JUDGE.judge(file, LAST))
    expect(verdicts.filter(({ ended }) => !ended).length).toBeGreaterThan(20)
    const standing = (wanted: string) => verdicts.filter(({ obligations }) => obligations.some((one) => one.standing === wanted)).length
    expect(standing('owed')).toBeGreaterThan(5)
    expect(standing('overdue')).toBeGreaterThan(1)
    expect(standing('overdue')).toBeLessThan(12)
  })
  test('leads come before their cases, and some wait at the end of the year', () => {
    const leads = leadsOf(YEAR, CALENDAR)
    for (const { leadsTo, body } of leads) if (leadsTo !== undefined) expect(body.receivedOn <= formatDay(YEAR[leadsTo]?.steps[0]?.on ?? LAST)).toBe(true)
    expect(leads.filter(({ leadsTo, dismissed }) => leadsTo === undefined && dismissed === undefined).length).toBe(7)
  })
})

describe('the everyday beside it (日常执法)', () => {
  test('every act is lawful on its day; service, management and enforcement all happen', () => {
    const faults = planStreet(300, CALENDAR).flatMap(({ procedure, story, steps }) => faultsOf(procedure, story, steps))
    expect(faults).toEqual([])
  })
})
