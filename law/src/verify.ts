import { FALSE, type Diagrams, type Node } from './bdd.ts'
import type { Citation } from './article.ts'
import type { Day } from './day.ts'
import type { Procedure } from './procedure.ts'
import { modelOf, type Model, type Transition } from './verify-model.ts'

/** Something that the rules of a procedure do not hold (程序缺陷), with a course of acts that shows it. */
export type Defect =
  /** No lawful end can be reached any more. */
  | { readonly defect: 'dead-end'; readonly course: readonly string[]; readonly state: readonly string[] }
  /** No lawful course ever comes to this act. */
  | { readonly defect: 'unreachable'; readonly act: string; readonly outcome?: string }
  /** A lawful course gets past a safeguard. */
  | { readonly defect: 'avoidable'; readonly safeguard: string; readonly basis: readonly Citation[]; readonly course: readonly string[] }

/** What was proved of a procedure on a day, and over how much. */
export interface Proof {
  readonly defects: readonly Defect[]
  /** Distinct states that can be reached. */
  readonly states: bigint
  readonly variables: number
  readonly transitions: number
}

/**
 * Explores every reachable state of a procedure under the law of a day (程序验证) and proves: some lawful end can always be reached,
 * every act can happen, and no safeguard can be avoided.
 * Method: symbolic reachability, as in Burch, Clarke, McMillan, Dill and Hwang, "Symbolic Model Checking: 10^20 States and Beyond", 1992.
 */
export function verify(procedure: Procedure, on: Day): Proof {
  const model = modelOf(procedure, on)
  const { diagrams } = model
  const growth = explore(model)
  const reachable = growth.at(-1)?.states ?? FALSE
  const defects: Defect[] = []

  const lost = diagrams.minus(reachable, canEnd(model, reachable))
  if (lost !== FALSE) {
    const { course, state } = courseTo(model, growth, lost)
    defects.push({ defect: 'dead-end', course, state })
  }
  for (const { act, outcome, guard } of model.transitions) {
    if (act === undefined || diagrams.and(reachable, guard) !== FALSE) continue
    defects.push({ defect: 'unreachable', act, ...(outcome === undefined ? {} : { outcome }) })
  }
  for (const safeguard of model.safeguards) {
    for (const transition of model.transitions) {
      if (transition.act !== safeguard.act || (safeguard.outcome !== undefined && safeguard.outcome !== transition.outcome)) continue
      const past = diagrams.and(diagrams.and(reachable, transition.guard), model.setOf(safeguard.never))
      if (past === FALSE) continue
      const { course } = courseTo(model, growth, past)
      defects.push({ defect: 'avoidable', safeguard: safeguard.name, basis: safeguard.basis, course: [...course, transition.name] })
      break
    }
  }
  return { defects, states: diagrams.size(reachable, model.variables.length), variables: model.variables.length, transitions: model.transitions.length }
}

/** How the reachable set grew: by which step, and to what. The first entry is the start. */
type Growth = readonly { readonly by?: Transition; readonly states: Node }[]

/** Takes each step from all that is known so far, again and again, until nothing new is found. */
function explore(model: Model): Growth {
  const { diagrams } = model
  let states = stateOf(model, new Set())
  const growth: { by?: Transition; states: Node }[] = [{ states }]
  for (let grew = true; grew; ) {
    grew = false
    for (const by of model.transitions) {
      const more = diagrams.or(states, after(diagrams, by, states))
      if (more === states) continue
      grew = true
      states = more
      growth.push({ by, states })
    }
  }
  return growth
}

function after(diagrams: Diagrams, { guard, sets, frees }: Transition, states: Node): Node {
  const able = diagrams.and(states, guard)
  if (able === FALSE) return FALSE
  const forgotten = diagrams.some(able, new Set([...sets.keys(), ...frees]))
  return [...sets].reduce((sofar, [variable, up]) => diagrams.and(sofar, up ? diagrams.variable(variable) : diagrams.not(diagrams.variable(variable))), forgotten)
}

const before = (diagrams: Diagrams, { guard, sets, frees }: Transition, states: Node): Node =>
  diagrams.and(guard, diagrams.some(diagrams.restrict(states, sets), frees))

function canEnd(model: Model, reachable: Node): Node {
  const { diagrams } = model
  let able = diagrams.and(reachable, model.ended)
  for (let grew = true; grew; ) {
    const more = model.transitions.reduce((sofar, transition) => diagrams.or(sofar, before(diagrams, transition, sofar)), able)
    const within = diagrams.and(more, reachable)
    grew = within !== able
    able = within
  }
  return able
}

/** A course of acts to one of the states, for a person to read. */
function courseTo(model: Model, growth: Growth, target: Node): { readonly course: readonly string[]; readonly state: readonly string[] } {
  const { diagrams } = model
  let index = growth.findIndex(({ states }) => diagrams.and(states, target) !== FALSE)
  const end = diagrams.pick(diagrams.and(growth[index]?.states ?? FALSE, target)) ?? new Set<number>()
  let state = stateOf(model, end)
  const course: string[] = []
  while (index > 0) {
    const { by } = growth[index] ?? {}
    const from = by === undefined ? undefined : diagrams.pick(diagrams.and(growth[index - 1]?.states ?? FALSE, before(diagrams, by, state)))
    if (by === undefined || from === undefined) break
    course.unshift(by.name)
    const previous = stateOf(model, from)
    state = previous
    index = growth.findIndex(({ states }) => diagrams.and(states, previous) !== FALSE)
  }
  return { course, state: model.variables.filter((_, number) => end.has(number)) }
}

/** The one state in which just these variables are true. */
const stateOf = ({ diagrams, variables }: Model, up: ReadonlySet<number>): Node =>
  variables.reduceRight((sofar, _, index) => diagrams.and(up.has(index) ? diagrams.variable(index) : diagrams.not(diagrams.variable(index)), sofar), 1)

