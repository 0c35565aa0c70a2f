import { calendarOf } from '@zhunsheng/law/calendar.ts'
import { formatDay } from '@zhunsheng/law/day.ts'
import type { Act, Proposal, Setting } from '@zhunsheng/law/dossier.ts'
import { judgeOf } from '@zhunsheng/law/judge.ts'
import { CHONGQING } from '@zhunsheng/law/jurisdictions/chongqing.ts'
import { parseAnswers } from '@zhunsheng/law/parse.ts'
import { ORDINARY_PENALTY } from '@zhunsheng/law/penalty/ordinary/procedure.ts'
import { typicalAnswers, usuallyBy } from '@zhunsheng/law/penalty/ordinary/typical-answers.ts'
import { findProcedure } from '@zhunsheng/law/procedures.ts'
import { CAST } from '@zhunsheng/law/scenario/cast.ts'
import { describe, expect, test } from 'vitest'
import type { Step } from './itinerary.ts'
import { leadsOf } from './leads.ts'
import { STORIES } from './story.ts'
import { planStreet } from './street.ts'
import { LAST, planYear, type PlannedCase } from './year.ts'

const CALENDAR = calendarOf()
const SETTING: Setting = { calendar: CALENDAR, local: CHONGQING }
const JUDGE = judgeOf(ORDINARY_PENALTY)
const YEAR = planYear(300, CALENDAR)

function proposalOf({ act, on, by, data }: Step): Proposal {
  const written = Object.fromEntries(Object.entries({ ...typicalAnswers(act, on), ...data }).filter(([, value]) => value !== null))
  const parsed = parseAnswers(ORDINARY_PENALTY.acts[act]?.form ?? {}, written, () => undefined)
  if (!parsed.ok) throw new Error(`${act}: ${parsed.faults.map(({ path, because }) => `${path} ${because}`).join()}`)
  return { kind: act, on, by: (by ?? usuallyBy(act)).flatMap((id) => CAST[id] ?? []), data: parsed.value }
}
/** The acts as the judge takes them; throws at the first that it refuses. Corrections need the server and are left out. */
function judged({ idea, steps }: PlannedCase): readonly Act[] {
  const acts: Act[] = []
  for (const step of steps.filter(({ act }) => act !== 'correct')) {
    const proposal = proposalOf(step)
    const ruling = JUDGE.rule(JUDGE.read({ procedure: ORDINARY_PENALTY.code, acts }, SETTING), proposal, step.on)
    if (!ruling.granted) throw new Error(`${idea.story} ${idea.offence.matter} ${formatDay(step.on)} ${step.act}: ${ruling.refusals.map(({ code, because }) => `${code} ${because}`).join()}`)
    acts.push({ ...proposal, seq: acts.length + 1, recordedOn: step.on })
  }
  return acts
}

describe('the demonstration year (演示年度)', () => {
  test('every act of three hundred cases is lawful on its day', () => {
    const faults = YEAR.flatMap((planned) => {
      try {
        judged(planned)
        return []
      } catch (failure) {
        return [failure instanceof Error ? failure.message : String(failure)]
      }
    })
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
    const files = YEAR.map((planned) => JUDGE.read({ procedure: ORDINARY_PENALTY.code, acts: judged(planned) }, SETTING))
    const outcomes = files.map((file) => file.ever('decide')?.data['outcome'])
    for (const outcome of ['penalise', 'exempt', 'unfounded', 'crime']) expect(outcomes).toContain(outcome)
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
    const faults = planStreet(300, CALENDAR).flatMap(({ procedure: code, story, steps }) => {
      const known = findProcedure(code)
      if (known === undefined) return [code]
      const judge = judgeOf(known.procedure)
      const acts: Act[] = []
      for (const { act, on, by, data } of steps) {
        const written = Object.fromEntries(Object.entries({ ...known.course.typical(act, on), ...data }).filter(([, value]) => value !== null))
        const parsed = parseAnswers(known.procedure.acts[act]?.form ?? {}, written, () => undefined)
        if (!parsed.ok) return [`${story} ${act}: ${parsed.faults.map(({ path, because }) => `${path} ${because}`).join()}`]
        const proposal = { kind: act, on, by: (by ?? known.course.by(act)).flatMap((id) => CAST[id] ?? []), data: parsed.value }
        const ruling = judge.rule(judge.read({ procedure: code, acts }, SETTING), proposal, on)
        if (!ruling.granted) return [`${story} ${formatDay(on)} ${act}: ${ruling.refusals.map(({ code: ground }) => ground).join()}`]
        acts.push({ ...proposal, seq: acts.length + 1, recordedOn: on })
      }
      return []
    })
    expect(faults).toEqual([])
  })
})
