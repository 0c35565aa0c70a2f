import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseAllDocuments } from 'yaml'
import { calendarOf } from './calendar.ts'
import type { CaseFile } from './case-file.ts'
import type { Condition } from './condition.ts'
import { effectiveActs } from './correction.ts'
import { addDays, day, parseDay, type Day } from './day.ts'
import type { Act, Data, Proposal } from './dossier.ts'
import { covers } from './interval.ts'
import { judgeOf } from './judge.ts'
import { CHONGQING } from './jurisdictions/chongqing.ts'
import { parseAnswers } from './parse.ts'
import { isCertified, type Person } from './person.ts'
import type { Procedure } from './procedure.ts'
import { PROCEDURES, type KnownProcedure } from './procedures.ts'
import { alikeBefore } from './scenario/alike.ts'
import { CAST } from './scenario/cast.ts'
import { play } from './scenario/scenario.ts'
import { inForceOn } from './statutes.ts'

const SETTING = { calendar: calendarOf(), local: CHONGQING }
const DAYS = ['2021-03-01', '2021-07-01', '2021-08-02', '2023-11-20', '2024-02-19']
const STARTS = DAYS.map((written) => day(written))
const EVERYBODY = Object.values(CAST)

/** From so many places at the end of a scenario the guarded acts are tried; before them it goes as usual. */
const LAST_PLACES = 8

/** The scenarios of a procedure, and those that come out alike under the older law. */
function scenariosOf({ code, rules }: Procedure): readonly unknown[] {
  const folder = `${import.meta.dirname}/${code.replaceAll('.', '/')}/scenarios`
  const codes = new Set(rules.map((rule) => rule.code))
  return readdirSync(folder).flatMap((name) =>
    parseAllDocuments(readFileSync(`${folder}/${name}`, 'utf8')).flatMap((document) => {
      const told: unknown = document.toJS()
      return typeof told === 'object' && told !== null ? [told, alikeBefore({ ...told }, codes)] : []
    }),
  )
}

/** Reads a condition straight off the file, without what the judge makes of it beforehand. */
function holdsIn(file: CaseFile, condition: Condition, on: Day, data: Data): boolean {
  switch (condition.is) {
    case 'done': {
      const found = file.last(condition.act)
      return found !== undefined && (condition.where === undefined || found.data[condition.where.field] === condition.where.value)
    }
    case 'elapsed': {
      const state = file.deadline(condition.deadline)
      return state.state === 'running' && on > state.due
    }
    case 'fact':
      return condition.fact.test(file)
    case 'proposed':
      return data[condition.field] === condition.value
    case 'all':
      return condition.of.every((part) => holdsIn(file, part, on, data))
    case 'any':
      return condition.of.some((part) => holdsIn(file, part, on, data))
    case 'not':
      return !holdsIn(file, condition.of, on, data)
  }
}

/** The safeguards that this act would break. */
const brokenBy = ({ acts, safeguards }: Procedure, file: CaseFile, { kind, on, data }: Proposal): readonly string[] => {
  const outcome = acts[kind]?.outcome
  return safeguards
    .filter(({ act, outcome: only, inForce }) => act === kind && covers(inForce, on) && (only === undefined || (outcome !== undefined && data[outcome] === only)))
    .flatMap(({ name, never }) => (holdsIn(file, never, on, data) ? [name] : []))
}

/** What is wrong with who acts and when, read off the acts and the rules without the judge. */
function wrongInPersonOrTime({ acts, rules }: Procedure, file: CaseFile, { kind, on, by }: Proposal): readonly string[] {
  const spec = acts[kind]
  const own = rules.filter((rule) => covers(rule.inForce, on) && 'act' in rule && rule.act === kind)
  const certified = new Set(by.filter((person) => isCertified(person, on)).map(({ id }) => id)).size
  const took = (kinds: readonly string[]): boolean => file.acts.some((one) => kinds.includes(one.kind) && one.by.some(({ id }) => by.some((person) => person.id === id)))
  return [
    ...(by.some(({ posts }) => !posts.some((post) => spec?.by.includes(post))) ? ['a post that may not take it'] : []),
    ...own.flatMap((rule) => ((rule.rule === 'staffed' && certified < rule.count) || (rule.rule === 'separates' && took(rule.these)) ? [rule.code] : [])),
    ...((file.acts.at(-1)?.on ?? on) > on ? ['earlier than the act before it'] : []),
    ...(file.acts.some((one) => acts[one.kind]?.ends === true) && spec?.afterEnd !== true ? ['after the end'] : []),
  ]
}

/** Typical answers, with one of the act's outcomes put in. */
function answersOf({ procedure, course }: KnownProcedure, kind: string, on: Day, outcome?: string): Data | undefined {
  const spec = procedure.acts[kind]
  if (spec === undefined) return undefined
  const written = { ...course.typical(kind, on), ...(outcome === undefined || spec.outcome === undefined ? {} : { [spec.outcome]: outcome }) }
  const parsed = parseAnswers(spec.form, written, () => undefined)
  return parsed.ok ? parsed.value : undefined
}
function outcomesOf({ acts }: Procedure, kind: string): readonly string[] {
  const spec = acts[kind]
  const shape = spec?.outcome === undefined ? undefined : spec.form[spec.outcome]?.shape
  return shape?.type === 'choice' ? Object.keys(shape.options) : []
}
const usuallyBy = ({ course }: KnownProcedure, kind: string): readonly Person[] => course.by(kind).flatMap((id) => CAST[id] ?? [])
const recorded = (acts: readonly Act[], proposal: Proposal, now: Day = proposal.on): Act => ({ ...proposal, seq: acts.length + 1, recordedOn: now })

/** The acts of the usual course from a day on, as far as it goes. */
function usualActs(known: KnownProcedure, from: string): readonly Act[] {
  const acts: Act[] = []
  const last = known.procedure.acts['archive'] === undefined ? 'finish' : 'archive'
  for (const { act, on, data } of known.course.steps({ upTo: last, from }, SETTING, [])) {
    const at = parseDay(on)
    const answers = at === undefined ? undefined : answersOf(known, act, at)
    if (at === undefined || answers === undefined) throw new Error(`${act} on ${on}`)
    acts.push(recorded(acts, { kind: act, on: at, by: usuallyBy(known, act), data: { ...answers, ...data } }))
  }
  return acts
}

/** With a quarter of them chance granted too little of a short procedure in one run of thirty. */
const WALKS = 480

describe.each(PROCEDURES.map((known) => [known.procedure.name, known] as const))('%s · random courses, lawful and unlawful', (_, known) => {
  const { procedure } = known
  const judge = judgeOf(procedure)
  const kinds = Object.keys(procedure.acts)

  /** What the law says of an act beside what it must never be; the grounds of a refusal are checked on the way. */
  function ruled(file: CaseFile, proposal: Proposal, now: Day): boolean {
    const ruling = judge.rule(file, proposal, now)
    if (ruling.granted) {
      expect([proposal.kind, ...brokenBy(procedure, file, proposal), ...wrongInPersonOrTime(procedure, file, proposal)]).toEqual([proposal.kind])
      expect(proposal.on <= now).toBe(true)
      return true
    }
    expect(ruling.refusals.length).toBeGreaterThan(0)
    for (const { code, basis, because, instead } of ruling.refusals) {
      expect([code, because, instead].every((word) => word !== '') && basis.length > 0).toBe(true)
      // Nobody is refused under a law of another day.
      expect([code, proposal.on, basis.filter(({ statute }) => !inForceOn(statute, proposal.on))]).toEqual([code, proposal.on, []])
    }
    return false
  }

  /** A step of a walk: how many days on (or back), which of the acts, which outcome, by whom, and whether to ask the judge for what is open. */
  const STEP = fc.record({ wait: fc.oneof(fc.constant(0), fc.nat(4), fc.nat(40), fc.nat(240), fc.constant(-1)), act: fc.nat(999), pick: fc.nat(19), lawful: fc.boolean(), by: fc.option(fc.subarray(EVERYBODY, { minLength: 1, maxLength: 2 }), { freq: 6 }) })

  test('whatever was granted kept every safeguard, by who may do it and when; every refusal names its ground and a law of its day', () => {
    let granted = 0
    let refused = 0
    fc.assert(
      fc.property(fc.constantFrom(...DAYS), fc.nat(18), fc.array(STEP, { minLength: 15, maxLength: 40 }), (start, done, steps) => {
        const acts: Act[] = usualActs(known, start).slice(0, done)
        let on = acts.at(-1)?.on ?? day(start)
        for (const step of steps) {
          const file = judge.read({ procedure: procedure.code, acts }, SETTING)
          const at = addDays(on, step.wait)
          for (const { code, since, basis } of judge.judge(file, at).obligations) expect([code, since, basis.filter(({ statute }) => !inForceOn(statute, since))]).toEqual([code, since, []])
          const open = step.lawful ? judge.judge(file, at).acts.filter(({ ruling }) => ruling.granted).map(({ kind }) => kind) : kinds
          const kind = acts.length === 0 && step.lawful ? procedure.opens[step.act % procedure.opens.length] : open[step.act % Math.max(1, open.length)]
          const outcomes = kind === undefined ? [] : outcomesOf(procedure, kind)
          const data = kind === undefined ? undefined : answersOf(known, kind, at, outcomes[step.pick % Math.max(1, outcomes.length)])
          if (kind === undefined || data === undefined) continue
          const proposal = { kind, on: at, by: step.by ?? usuallyBy(known, kind), data }
          if (!ruled(file, proposal, at)) {
            refused += 1
            continue
          }
          granted += 1
          on = at
          acts.push(recorded(acts, proposal))
        }
      }),
      { numRuns: WALKS },
    )
    // A procedure of a few acts has less to grant.
    const enough = (WALKS / 120) * Math.min(60, kinds.length * 6)
    expect(granted).toBeGreaterThan(enough)
    expect(refused).toBeGreaterThan(enough)
  })

  test('a file that was put right by annulling acts still keeps every safeguard, act by act', () => {
    let annulled = 0
    fc.assert(
      fc.property(fc.constantFrom(...DAYS), fc.integer({ min: 2, max: 18 }), fc.array(fc.nat(17), { minLength: 1, maxLength: 4 }), (start, length, targets) => {
        const acts = usualActs(known, start).slice(0, length)
        const on = acts.at(-1)?.on ?? day(start)
        for (const target of targets) {
          const proposal = { kind: 'annul', on, by: EVERYBODY.filter(({ id }) => id === 'zhang'), data: { target: 1 + (target % length), reason: '误记。' } }
          if (!judge.ruleCorrection({ procedure: procedure.code, acts }, proposal, on, SETTING).granted) continue
          annulled += 1
          acts.push(recorded(acts, proposal))
        }
        const effective = effectiveActs(acts)
        for (const [index, act] of effective.entries()) {
          const file = judge.read({ procedure: procedure.code, acts: effective.slice(0, index) }, SETTING)
          expect([act.kind, ...brokenBy(procedure, file, act), ...wrongInPersonOrTime(procedure, file, act)]).toEqual([act.kind])
        }
      }),
      { numRuns: 60 },
    )
    expect(annulled).toBeGreaterThan(5)
  })

  test('no safeguard stands for nothing: somewhere on the way only a rule keeps an act from breaking it', () => {
    const lawless = judgeOf({ ...procedure, rules: [] })
    const guarded = [...new Set(procedure.safeguards.map(({ act }) => act))]
    const stopped = new Set<string>()
    /** Tries every guarded act with every outcome after a while; notes the safeguards that only the rules kept from being broken. */
    const tryAll = (acts: readonly Act[], start: Day): void => {
      const file = judge.read({ procedure: procedure.code, acts }, SETTING)
      const days = [0, 20, 300, 1200].map((wait) => addDays(acts.at(-1)?.on ?? start, wait))
      const tries = days.flatMap((on) => guarded.flatMap((kind) => [...outcomesOf(procedure, kind), undefined].map((outcome) => ({ on, kind, outcome }))))
      for (const { on, kind, outcome } of tries) {
        const data = answersOf(known, kind, on, outcome)
        if (data === undefined) continue
        const proposal = { kind, on, by: usuallyBy(known, kind), data }
        const broken = brokenBy(procedure, file, proposal).filter((name) => !stopped.has(name))
        const isStopped = broken.length > 0 && !ruled(file, proposal, on) && lawless.rule(file, proposal, on).granted
        for (const name of isStopped ? broken : []) stopped.add(name)
      }
    }
    for (const start of DAYS) for (let length = 0; length <= usualActs(known, start).length; length += 1) tryAll(usualActs(known, start).slice(0, length), day(start))
    for (const told of scenariosOf(procedure)) {
      const outcome = play(told, { judge, course: known.course, setting: SETTING })
      const acts = outcome.ok ? outcome.answer.file : []
      for (let length = acts.length; length > 0 && length > acts.length - LAST_PLACES; length -= 1) tryAll(acts.slice(0, length), day('2021-08-02'))
    }
    const names = procedure.safeguards.filter(({ inForce }) => STARTS.some((on) => covers(inForce, on))).map(({ name }) => name)
    expect(names.filter((name) => !stopped.has(name))).toEqual([])
  })
})
