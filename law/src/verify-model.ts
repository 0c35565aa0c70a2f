import { Diagrams, FALSE, TRUE, type Node } from './bdd.ts'
import { outcomesOf } from './compile.ts'
import type { Deadline, Fact } from './case-file.ts'
import { atomName, atomsOf, type Condition } from './condition.ts'
import type { Day } from './day.ts'
import { covers } from './interval.ts'
import type { ActSpec, Procedure, Requires, Safeguard } from './procedure.ts'

/** A step of the abstract procedure: an act with one outcome, or time passing. */
export interface Transition {
  readonly name: string
  readonly act?: string
  readonly outcome?: string
  /** The states in which it is lawful. */
  readonly guard: Node
  /** The variables that it sets. */
  readonly sets: ReadonlyMap<number, boolean>
  /** The variables that may be either afterwards, because they depend on the answers. */
  readonly frees: ReadonlySet<number>
}

/**
 * A procedure as a finite machine (抽象状态机): which acts stand, what the latest ones said, which facts hold, which deadlines
 * have run out. Answers and days are abstracted: a fact may come out either way, time may pass or not.
 * So the machine can do everything that the real procedure can, and what is proved of it is true of the procedure.
 */
export interface Model {
  readonly diagrams: Diagrams
  readonly variables: readonly string[]
  readonly transitions: readonly Transition[]
  /** The states at a lawful end. */
  readonly ended: Node
  /** The states in which a safeguard's condition holds. */
  readonly setOf: (condition: Condition, outcome?: { readonly field: string; readonly value: string }) => Node
  readonly safeguards: readonly Safeguard[]
}

/** Builds the machine from the rules in force on a day. */
// oxlint-disable-next-line max-lines-per-function -- A list of small functions over what they share.
export function modelOf(procedure: Procedure, on: Day): Model {
  const diagrams = new Diagrams()
  const requires = procedure.rules.filter((rule): rule is Requires => rule.rule === 'requires' && covers(rule.inForce, on))
  const safeguards = procedure.safeguards.filter(({ inForce }) => covers(inForce, on))
  const read = [...requires.map(({ needs }) => needs), ...safeguards.map(({ never }) => never)].flatMap((condition) => [...atomsOf(condition)])

  const facts = new Map<string, Fact>()
  const deadlines = new Map<string, Deadline>()
  const wheres = new Map<string, Extract<Condition, { is: 'done' }>>()
  const doneOf = new Set<string>()
  for (const atom of read) {
    if (atom.is === 'fact') facts.set(atomName(atom), atom.fact)
    if (atom.is === 'elapsed') {
      deadlines.set(atomName(atom), atom.deadline)
      for (const act of atom.deadline.since.of) doneOf.add(act)
    }
    if (atom.is === 'done') {
      if (atom.where === undefined) doneOf.add(atom.act)
      else wheres.set(atomName(atom), atom)
    }
  }

  const variables = ordered(procedure, doneOf, wheres, facts, deadlines)
  const numberOf = new Map(variables.map((name, index) => [name, index]))
  const number = (name: string): number => {
    const found = numberOf.get(name)
    if (found === undefined) throw new Error(`the model has no variable ${name}`)
    return found
  }
  const variable = (name: string): Node => diagrams.variable(number(name))

  const setOf: Model['setOf'] = (condition, outcome) => {
    switch (condition.is) {
      case 'all':
        return condition.of.reduce((sofar, part) => diagrams.and(sofar, setOf(part, outcome)), TRUE)
      case 'any':
        return condition.of.reduce((sofar, part) => diagrams.or(sofar, setOf(part, outcome)), FALSE)
      case 'not':
        return diagrams.not(setOf(condition.of, outcome))
      case 'proposed':
        return outcome?.field === condition.field && outcome.value === condition.value ? TRUE : FALSE
      default:
        return variable(atomName(condition))
    }
  }

  const notEnded = diagrams.not(variable('ended'))
  const steps = Object.entries(procedure.acts).flatMap(([kind, spec]) => {
    const outcomes = outcomesOf(spec)
    return outcomes.length === 0 ? [step(kind, spec)] : outcomes.map((outcome) => step(kind, spec, outcome))
  })

  function step(kind: string, spec: ActSpec, value?: string): Transition {
    const outcome = value === undefined || spec.outcome === undefined ? undefined : { field: spec.outcome, value }
    const own = requires.filter((rule) => rule.act === kind && (rule.outcome === undefined || rule.outcome === value))
    const guard = own.reduce((sofar, rule) => diagrams.and(sofar, setOf(rule.needs, outcome)), spec.afterEnd ? TRUE : notEnded)
    const sets = new Map<number, boolean>()
    const frees = new Set<number>()
    for (const reset of spec.resets) {
      if (doneOf.has(reset)) sets.set(number(`done ${reset}`), false)
      for (const [name, where] of wheres) if (where.act === reset) sets.set(number(name), false)
    }
    if (doneOf.has(kind)) sets.set(number(`done ${kind}`), true)
    for (const [name, { act, where }] of wheres) {
      if (act !== kind || where === undefined) continue
      if (where.field === spec.outcome) sets.set(number(name), where.value === value)
      else frees.add(number(name))
    }
    const touched = [kind, ...spec.resets]
    for (const [name, fact] of facts) if (fact.of.some((act) => touched.includes(act))) frees.add(number(name))
    for (const [name, deadline] of deadlines) {
      if (deadline.since.of.some((act) => touched.includes(act))) sets.set(number(name), false)
      else if ([...(deadline.extendedBy?.acts ?? []), ...(deadline.suspendedBy?.acts ?? [])].includes(kind)) frees.add(number(name))
    }
    if (spec.ends) sets.set(number('ended'), true)
    return { name: value === undefined ? spec.name : `${spec.name}（${value}）`, act: kind, guard, sets, frees, ...(value === undefined ? {} : { outcome: value }) }
  }

  const ticks = [...deadlines].map(([name, deadline]): Transition => {
    const begun = deadline.since.of.reduce((sofar, act) => diagrams.or(sofar, variable(`done ${act}`)), FALSE)
    return { name: `${deadline.says}届满`, guard: diagrams.and(notEnded, begun), sets: new Map([[number(name), true]]), frees: new Set() }
  })

  return { diagrams, variables, transitions: [...steps, ...ticks], ended: variable('ended'), setOf, safeguards }
}

/** Variables that belong to the same act stand together: the diagrams stay small. */
function ordered(
  procedure: Procedure,
  doneOf: ReadonlySet<string>,
  wheres: ReadonlyMap<string, Extract<Condition, { is: 'done' }>>,
  facts: ReadonlyMap<string, Fact>,
  deadlines: ReadonlyMap<string, Deadline>,
): readonly string[] {
  const names: string[] = ['ended']
  for (const kind of Object.keys(procedure.acts)) {
    if (doneOf.has(kind)) names.push(`done ${kind}`)
    for (const [name, { act }] of wheres) if (act === kind) names.push(name)
    for (const [name, fact] of facts) if (fact.of[0] === kind) names.push(name)
    for (const [name, deadline] of deadlines) if (deadline.since.of[0] === kind) names.push(name)
  }
  return names
}
