import { createActor, setup, type SnapshotFrom } from 'xstate'
import { outcomesOf } from '@zhunsheng/law/compile.ts'
import { atomName, atomsOf, type Condition } from '@zhunsheng/law/condition.ts'
import { addDays, day, type Day } from '@zhunsheng/law/day.ts'
import type { Act } from '@zhunsheng/law/dossier.ts'
import { ruleApplies, type Verdict } from '@zhunsheng/law/judge.ts'
import { conditionHolds } from '@zhunsheng/law/obligation.ts'
import { ORDINARY_PENALTY } from '@zhunsheng/law/penalty/ordinary/procedure.ts'
import type { Requires } from '@zhunsheng/law/procedure.ts'
import { mustAgree, repeat, type Benchmark, type Match } from './match.ts'
import { judge, SETTING, twentyActs } from './ready-case.ts'

const ASKED = day('2021-12-01')
const PIECE = 100

/** The judge (裁断) against the same procedure as a state machine. */
export const JUDGE: Benchmark = {
  name: 'judge',
  says: 'every kind of act ruled on for a dossier of 20 acts, on one core',
  open: () => Promise.resolve([fileAtHand(), readAnew()]),
}

const acts = twentyActs()

function fileAtHand(): Match {
  const file = judge.read({ procedure: judge.procedure.code, acts }, SETTING)
  const standing = machineAfter(acts.length)
  const kinds = Object.keys(judge.procedure.acts)
  const answered = agreed(kinds)
  return {
    name: 'verdict, dossier at hand',
    unit: 'verdicts',
    target: 200_000,
    product: { name: 'judge', work: (ms) => repeat(ms, PIECE, () => { for (let one = 0; one < PIECE; one += 1) keep(judge.judge(file, later(one))) }) },
    peers: [{ name: 'xstate can', work: (ms) => repeat(ms, PIECE, () => { for (let one = 0; one < PIECE; one += 1) for (const type of kinds) kept += standing.can({ type, on: later(one) }) ? 1 : 0 }) }],
    notes: [answered, 'a verdict holds every ground, every outcome and what is owed; the machine answers yes or no'],
  }
}

function readAnew(): Match {
  const kinds = Object.keys(judge.procedure.acts)
  return {
    name: 'verdict, dossier read anew',
    unit: 'verdicts',
    target: 200_000,
    product: {
      name: 'judge',
      work: (ms) => repeat(ms, PIECE, () => { for (let one = 0; one < PIECE; one += 1) keep(judge.judge(judge.read({ procedure: judge.procedure.code, acts }, SETTING), later(one))) }),
    },
    peers: [{ name: 'xstate, 20 events, then can', work: (ms) => repeat(ms, 1, () => { const standing = machineAfter(acts.length); for (const type of kinds) kept += standing.can({ type, on: ASKED }) ? 1 : 0 }) }],
    notes: ['the same, with the 20 acts read into a file, or sent to a machine, each time'],
  }
}

/** Another day each time, so that nothing can be answered from memory. */
const later = (one: number): Day => addDays(ASKED, one)

let kept = 0
/** Uses a verdict, so that computing it cannot be left out. */
function keep(verdict: Verdict): void {
  kept += verdict.acts.length + verdict.obligations.length
}

/** What the guards read: names of what holds, and last days of deadlines. */
interface Situation {
  readonly acts: readonly Act[]
  readonly holds: ReadonlySet<string>
  readonly due: ReadonlyMap<string, Day>
  readonly ended: boolean
}
interface Step {
  readonly type: string
  readonly on: Day
  readonly act?: Act
}

/**
 * The procedure as a machine: one event for each kind of act, guarded by the same conditions, over facts that are kept in
 * the context and brought up to date with each act. Left out: grounds, outcomes one by one, obligations.
 */
function machineOf() {
  const rules = ORDINARY_PENALTY.rules.filter((rule): rule is Requires => rule.rule === 'requires' && ruleApplies(rule, ASKED))
  const atoms = new Map(rules.flatMap(({ needs }) => [...atomsOf(needs)].map((atom) => [atomName(atom), atom] as const)))
  const first = situationAfter(atoms, [])
  const events: Step = { type: '', on: ASKED }
  const kit = setup({ types: { context: first, events } })
  const on = Object.fromEntries(
    Object.entries(ORDINARY_PENALTY.acts).map(([kind, spec]) => {
      const outcomes = outcomesOf(spec)
      const own = rules.filter(({ act }) => act === kind)
      const tests = (outcomes.length === 0 ? [undefined] : outcomes).map((outcome) =>
        own.filter((rule) => rule.outcome === undefined || rule.outcome === outcome).map(({ needs }) => guardOf(needs, outcome)),
      )
      return [
        kind,
        {
          guard: ({ context, event }: { readonly context: Situation; readonly event: Step }) =>
            (!context.ended || spec.afterEnd) && tests.some((all) => all.every((test) => test(context, event.on))),
          actions: kit.assign(({ context, event }) => (event.act === undefined ? {} : situationAfter(atoms, [...context.acts, event.act]))),
        },
      ]
    }),
  )
  return kit.createMachine({ context: first, on })
}

function situationAfter(atoms: ReadonlyMap<string, Condition>, done: readonly Act[]): Situation {
  const file = judge.read({ procedure: judge.procedure.code, acts: done }, SETTING)
  const holds = new Set<string>()
  const due = new Map<string, Day>()
  for (const [name, atom] of atoms) {
    if (atom.is === 'proposed') continue
    if (atom.is !== 'elapsed') {
      if (conditionHolds(atom, file, ASKED)) holds.add(name)
      continue
    }
    const state = file.deadline(atom.deadline)
    if (state.state === 'running') due.set(name, state.due)
  }
  return { acts: done, holds, due, ended: done.some(({ kind }) => judge.procedure.acts[kind]?.ends === true) }
}

type Guard = (situation: Situation, now: Day) => boolean
function guardOf(condition: Condition, outcome: string | undefined): Guard {
  switch (condition.is) {
    case 'all':
    case 'any': {
      const parts = condition.of.map((part) => guardOf(part, outcome))
      return condition.is === 'all' ? (at, now) => parts.every((part) => part(at, now)) : (at, now) => parts.some((part) => part(at, now))
    }
    case 'not': {
      const part = guardOf(condition.of, outcome)
      return (at, now) => !part(at, now)
    }
    case 'proposed':
      return () => condition.value === outcome
    default: {
      const name = atomName(condition)
      return condition.is === 'elapsed' ? (at, now) => (at.due.get(name) ?? Infinity) < now : (at) => at.holds.has(name)
    }
  }
}

const machine = machineOf()

function machineAfter(count: number): SnapshotFrom<typeof machine> {
  const actor = createActor(machine)
  actor.start()
  for (const act of acts.slice(0, count)) actor.send({ type: act.kind, on: act.on, act })
  const snapshot = actor.getSnapshot()
  actor.stop()
  return snapshot
}

/** Both answer alike after each of the twenty acts, for every kind of act. */
function agreed(kinds: readonly string[]): string {
  let compared = 0
  for (let count = 0; count <= acts.length; count += 1) {
    const standing = machineAfter(count)
    mustAgree(standing.context.acts.length === count, `the machine took act ${count}`)
    const verdict = judge.judge(judge.read({ procedure: judge.procedure.code, acts: acts.slice(0, count) }, SETTING), ASKED)
    for (const { kind, ruling } of verdict.acts) {
      mustAgree(standing.can({ type: kind, on: ASKED }) === ruling.granted, `${kind} after ${count} acts`)
      compared += 1
    }
  }
  return `both gave the same ${compared} answers (${kinds.length} kinds of act after each of ${acts.length} acts)`
}
