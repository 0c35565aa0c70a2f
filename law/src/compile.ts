import { citedOn } from './article.ts'
import { atomName, atomsOf, type Condition } from './condition.ts'
import type { CaseFile } from './case-file.ts'
import type { Day } from './day.ts'
import { covers } from './interval.ts'
import type { ActSpec, Checks, Procedure, Requires, Rule, Separates, Staffed } from './procedure.ts'
import type { Refusal } from './ruling.ts'

/** What a compiled condition reads: atoms that hold, and last days of deadlines. */
export interface Bits {
  /** 1 where the atom of that number holds. */
  readonly holds: Uint8Array
  /** The last day of each deadline; infinite where none is running. */
  readonly due: Float64Array
}
/** 1 for each condition of that number that holds. */
export type Met = Uint8Array
type Test = (bits: Bits, now: Day) => boolean

/** A `requires` rule made ready: the number of its condition, and the ground that it gives, built once. */
interface Gate {
  readonly condition: number
  readonly refusal: Refusal
  /** What in the file makes the demand, to be added to the ground. */
  readonly names?: (file: CaseFile) => string
}
/** One kind of act made ready to be judged many times. */
export interface Gates {
  readonly kind: string
  readonly spec: ActSpec
  /** For every outcome. */
  readonly common: readonly Gate[]
  /** For one outcome only, in the order of the form's options; empty where the act has no outcomes. */
  readonly outcomes: readonly { readonly outcome: string; readonly gates: readonly Gate[] }[]
  /** Some condition asks about a deadline, so that the answer may change from one day to the next. */
  readonly clocked: boolean
  /** The rules on who may take it (人员要求). */
  readonly staffed: readonly Staffed[]
  readonly separates: readonly Separates[]
  readonly checks: readonly Checks[]
}
/** A procedure as it stands while the same statutes are in force. */
export interface Compiled {
  readonly procedure: Procedure
  readonly gates: readonly Gates[]
  readonly gatesOf: ReadonlyMap<string, Gates>
  readonly bitsOf: (file: CaseFile) => Bits
  /** What holds whatever the day is; the places of the clocked conditions are left open. */
  readonly steady: (bits: Bits) => Met
  /** What holds on a day, given what holds on every day. */
  readonly metOn: (bits: Bits, steady: Met, now: Day) => Met
}

type Atom = ReturnType<typeof atomsOf> extends Generator<infer A> ? A : never

const TRUE: Test = () => true
const FALSE: Test = () => false

/** Makes the rules that are in force on a day ready for judging. */
export function compile(procedure: Procedure, on: Day): Compiled {
  const rules = procedure.rules.filter((rule) => covers(rule.inForce, on)).map((rule) => ({ ...rule, basis: citedOn(rule.basis, on) }))
  const atoms = new Map<string, number>()
  const deadlines = new Map<string, number>()
  const read: Atom[] = []
  const clocks: Extract<Atom, { is: 'elapsed' }>[] = []

  const place = (atom: Atom): number => {
    const table = atom.is === 'elapsed' ? deadlines : atoms
    const name = atomName(atom)
    const known = table.get(name)
    if (known !== undefined) return known
    table.set(name, table.size)
    if (atom.is === 'elapsed') clocks.push(atom)
    else read.push(atom)
    return table.size - 1
  }

  function testOf(condition: Condition, outcome: { readonly field: string; readonly value: string } | undefined): Test {
    switch (condition.is) {
      case 'proposed':
        return outcome?.field === condition.field && outcome.value === condition.value ? TRUE : FALSE
      case 'elapsed': {
        const index = place(condition)
        return (bits, now) => (bits.due[index] ?? Infinity) < now
      }
      case 'not': {
        const inner = testOf(condition.of, outcome)
        return (bits, now) => !inner(bits, now)
      }
      case 'all':
      case 'any':
        return joined(condition.is, condition.of.map((part) => testOf(part, outcome)))
      default: {
        const index = place(condition)
        return (bits) => bits.holds[index] === 1
      }
    }
  }

  const conditions = new Map<string, number>()
  const tests: NumberedTest[] = []
  /** Many rules ask the same; each condition is tested once for all of them. */
  const numberOf: Numbering = (condition, outcome) => {
    const name = nameOf(condition, outcome)
    const known = conditions.get(name)
    if (known !== undefined) return known
    conditions.set(name, tests.length)
    return tests.push({ test: testOf(condition, outcome), clocked: isClocked(condition) }) - 1
  }

  const gates = Object.entries(procedure.acts).map(([kind, spec]) => gatesFor(kind, spec, rules, numberOf))
  return { procedure, gates, gatesOf: new Map(gates.map((one) => [one.kind, one])), bitsOf: (file) => readBits(file, read, clocks), ...evaluating(tests, on) }
}

type Numbering = (condition: Condition, outcome: { readonly field: string; readonly value: string } | undefined) => number

/** The rules of one kind of act, made ready. */
function gatesFor(kind: string, spec: ActSpec, rules: readonly Rule[], numberOf: Numbering): Gates {
  const own = rules.filter((rule): rule is Requires => rule.rule === 'requires' && rule.act === kind)
  const gate = (rule: Requires, value?: string): Gate => ({
    condition: numberOf(rule.needs, value === undefined || spec.outcome === undefined ? undefined : { field: spec.outcome, value }),
    refusal: { code: rule.code, basis: rule.basis, because: rule.because, instead: rule.instead },
    ...(rule.names === undefined ? {} : { names: rule.names }),
  })
  const isCommon = (rule: Requires) => rule.outcome === undefined && ![...atomsOf(rule.needs)].some((atom) => atom.is === 'proposed')
  return {
    kind,
    spec,
    common: own.filter(isCommon).map((rule) => gate(rule)),
    outcomes: outcomesOf(spec).map((value) => ({
      outcome: value,
      gates: own.filter((rule) => !isCommon(rule) && (rule.outcome === undefined || rule.outcome === value)).map((rule) => gate(rule, value)),
    })),
    clocked: own.some((rule) => isClocked(rule.needs)),
    staffed: rules.filter((rule): rule is Staffed => rule.rule === 'staffed' && rule.act === kind),
    separates: rules.filter((rule): rule is Separates => rule.rule === 'separates' && rule.act === kind),
    checks: rules.filter((rule): rule is Checks => rule.rule === 'checks' && rule.act === kind),
  }
}

interface NumberedTest {
  readonly test: Test
  readonly clocked: boolean
}
/** Testing all conditions of a procedure: most of them once for a file, the few that ask about a deadline for each day. */
function evaluating(tests: readonly NumberedTest[], on: Day): Pick<Compiled, 'steady' | 'metOn'> {
  const clocked = tests.flatMap((one, index) => (one.clocked ? [{ index, test: one.test }] : []))
  return {
    steady: (bits) => {
      const met = new Uint8Array(tests.length)
      for (let index = 0; index < tests.length; index += 1) {
        const one = tests[index]
        if (one !== undefined && !one.clocked && one.test(bits, on)) met[index] = 1
      }
      return met
    },
    metOn: (bits, steady, now) => {
      const met = steady.slice()
      for (const { index, test } of clocked) met[index] = test(bits, now) ? 1 : 0
      return met
    },
  }
}

const isClocked = (condition: Condition): boolean => [...atomsOf(condition)].some((atom) => atom.is === 'elapsed')

/** The same name for conditions that always hold together: what they say, with the outcome put in. */
function nameOf(condition: Condition, outcome: { readonly field: string; readonly value: string } | undefined): string {
  switch (condition.is) {
    case 'all':
    case 'any':
      return `${condition.is}(${condition.of.map((part) => nameOf(part, outcome)).join(', ')})`
    case 'not':
      return `not(${nameOf(condition.of, outcome)})`
    case 'proposed':
      return String(outcome?.field === condition.field && outcome.value === condition.value)
    default:
      return atomName(condition)
  }
}

/** The outcomes into which an act splits (处理结果), in the order of its form. */
export function outcomesOf(spec: ActSpec): readonly string[] {
  const shape = spec.outcome === undefined ? undefined : spec.form[spec.outcome]?.shape
  return shape?.type === 'choice' ? Object.keys(shape.options) : []
}

function joined(how: 'all' | 'any', parts: readonly Test[]): Test {
  const [first, second] = parts
  if (first === undefined) return how === 'all' ? TRUE : FALSE
  if (second === undefined) return first
  const rest = parts.length === 2 ? second : joined(how, parts.slice(1))
  return how === 'all' ? (bits, now) => first(bits, now) && rest(bits, now) : (bits, now) => first(bits, now) || rest(bits, now)
}

function readBits(file: CaseFile, atoms: readonly Atom[], clocks: readonly Extract<Atom, { is: 'elapsed' }>[]): Bits {
  const holds = new Uint8Array(atoms.length)
  atoms.forEach((atom, index) => {
    if (atomHolds(atom, file)) holds[index] = 1
  })
  const due = new Float64Array(clocks.length)
  clocks.forEach(({ deadline }, index) => {
    const state = file.deadline(deadline)
    due[index] = state.state === 'running' ? state.due : Infinity
  })
  return { holds, due }
}

function atomHolds(atom: Atom, file: CaseFile): boolean {
  if (atom.is === 'fact') return atom.fact.test(file)
  if (atom.is !== 'done') return false
  const found = file.last(atom.act)
  return found !== undefined && (atom.where === undefined || found.data[atom.where.field] === atom.where.value)
}
