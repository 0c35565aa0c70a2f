import { atomName, atomsOf, type Condition } from './condition.ts'
import type { CaseFile } from './case-file.ts'
import type { Day } from './day.ts'
import { covers } from './interval.ts'
import type { ActSpec, Procedure, Requires, Rule } from './procedure.ts'
import type { Refusal } from './ruling.ts'

/** What a compiled condition reads: atoms that hold, and last days of deadlines. */
export interface Bits {
  /** 1 where the atom of that number holds. */
  readonly holds: Uint8Array
  /** The last day of each deadline; infinite where none is running. */
  readonly due: Float64Array
}
export type Test = (bits: Bits, now: Day) => boolean

/** A `requires` rule made ready: its test, and the ground that it gives, built once. */
interface Gate {
  readonly test: Test
  readonly refusal: Refusal
}
/** One kind of act made ready to be judged many times. */
export interface Gates {
  readonly kind: string
  readonly spec: ActSpec
  /** For every outcome. */
  readonly common: readonly Gate[]
  /** For one outcome only, in the order of the form's options; empty where the act has no outcomes. */
  readonly outcomes: readonly { readonly outcome: string; readonly gates: readonly Gate[] }[]
}
/** A procedure as it stands while the same statutes are in force. */
export interface Compiled {
  readonly procedure: Procedure
  readonly rules: readonly Rule[]
  readonly gates: readonly Gates[]
  readonly bitsOf: (file: CaseFile) => Bits
}

type Atom = ReturnType<typeof atomsOf> extends Generator<infer A> ? A : never

const TRUE: Test = () => true
const FALSE: Test = () => false

/** Makes the rules that are in force on a day ready for judging. */
export function compile(procedure: Procedure, on: Day): Compiled {
  const rules = procedure.rules.filter((rule) => covers(rule.inForce, on))
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

  const gates = Object.entries(procedure.acts).map(([kind, spec]): Gates => {
    const own = rules.filter((rule): rule is Requires => rule.rule === 'requires' && rule.act === kind)
    const options = outcomesOf(spec)
    const gate = (rule: Requires, value?: string): Gate => ({
      test: testOf(rule.needs, value === undefined || spec.outcome === undefined ? undefined : { field: spec.outcome, value }),
      refusal: { code: rule.code, basis: rule.basis, because: rule.because, instead: rule.instead },
    })
    const isCommon = (rule: Requires) => rule.outcome === undefined && ![...atomsOf(rule.needs)].some((atom) => atom.is === 'proposed')
    return {
      kind,
      spec,
      common: own.filter(isCommon).map((rule) => gate(rule)),
      outcomes: options.map((value) => ({
        outcome: value,
        gates: own.filter((rule) => !isCommon(rule) && (rule.outcome === undefined || rule.outcome === value)).map((rule) => gate(rule, value)),
      })),
    }
  })

  return { procedure, rules, gates, bitsOf: (file) => readBits(file, read, clocks) }
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
