import type { Citation } from './article.ts'
import type { CaseFile, Deadline, Fact, Length, Moment } from './case-file.ts'
import type { Condition } from './condition.ts'
import type { Day } from './day.ts'
import type { Act, Proposal } from './dossier.ts'
import type { Answers, Form } from './field.ts'
import type { Interval } from './interval.ts'
import type { Post } from './person.ts'
import type { Acts, ActSpec, Checks, Finding, Owes, Requires, Safeguard, Separates, Staffed } from './procedure.ts'
import { inForceTogether } from './article.ts'
import { RECORDING_FIELDS } from './recording.ts'

type Basis = Citation | readonly Citation[]
const isList = (basis: Basis): basis is readonly Citation[] => Array.isArray(basis)
const listed = (basis: Basis): readonly Citation[] => (isList(basis) ? basis : [basis])

interface ActOptions<F extends Form, O extends string> {
  readonly stage: string
  readonly by: readonly Post[]
  readonly form: F
  readonly basis: Basis
  readonly help: string
  readonly outcome?: O
  readonly resets?: readonly string[]
  readonly ends?: boolean
  readonly afterEnd?: boolean
  /** It may stand on the list of acts that must have a recording (音像记录事项清单), and asks for one. */
  readonly filmed?: boolean
}

/** Declares a kind of act (程序行为). */
export function act<const F extends Form, const O extends keyof F & string = never>(name: string, options: ActOptions<F, O>): ActSpec<F, O> {
  const { basis, resets = [], ends = false, afterEnd = false, filmed = false, form, ...rest } = options
  return { name, ...rest, form: filmed ? { ...form, ...RECORDING_FIELDS } : form, basis: listed(basis), resets, ends, afterEnd }
}

interface Ground {
  readonly code: string
  readonly basis: Basis
  /** Only where the days differ from those of the statutes that it cites. */
  readonly inForce?: Interval
}
interface Said extends Ground {
  readonly because: string
  readonly instead: string
}
const base = ({ code, basis, inForce }: Ground) => ({ code, basis: listed(basis), inForce: inForce ?? inForceTogether(listed(basis)) })

/** The words in which a procedure's rules are written, typed by its own acts, so that a rule cannot name an act or an answer that is not there. */
// oxlint-disable-next-line max-lines-per-function -- A list of small functions over what they share.
export function languageOf<const A extends Acts>(_acts?: A) {
  type Kind = keyof A & string
  type DataOf<K extends Kind> = Answers<A[K]['form']>
  type ActOf<K extends Kind> = Act<DataOf<K>>
  type OutcomeOf<K extends Kind> = A[K] extends ActSpec<Form, infer O> ? (O extends keyof DataOf<K> ? DataOf<K>[O] & string : never) : never

  /** The one place where stored answers take on their declared type: they were checked against the form before they were recorded. */
  const typed = <K extends Kind>(found: Act | undefined): ActOf<K> | undefined => found as ActOf<K> | undefined

  return {
    /** The latest act of this kind that still stands. */
    last: <K extends Kind>(file: CaseFile, kind: K): ActOf<K> | undefined => typed<K>(file.last(kind)),
    /** The latest act of this kind, reset or not. */
    ever: <K extends Kind>(file: CaseFile, kind: K): ActOf<K> | undefined => typed<K>(file.ever(kind)),
    /** Every act of this kind. */
    every: <K extends Kind>(file: CaseFile, kind: K): readonly ActOf<K>[] => file.every(kind) as readonly ActOf<K>[],

    /** This has been done, and still stands; with a field and value: the latest one says so. */
    done: <K extends Kind, F extends keyof DataOf<K> & string>(kind: K, ...where: [] | [field: F, value: DataOf<K>[F] & string]): Condition =>
      where.length === 0 ? { is: 'done', act: kind } : { is: 'done', act: kind, where: { field: where[0], value: where[1] } },

    /** A named fact about the file. */
    fact: (name: string, options: { readonly says: string; readonly of: readonly Kind[]; readonly basis: Basis; readonly test: (file: CaseFile) => boolean }): Fact => ({
      ...options,
      name,
      basis: listed(options.basis),
    }),

    /** A named day in the file: by default the day of the latest act of that kind. */
    dayOf: <K extends Kind>(kind: K, says: string, day: (act: ActOf<K>, file: CaseFile) => Day | undefined = (found) => found.on): Moment => ({
      name: `day of ${kind}`,
      says,
      of: [kind],
      day: (file) => {
        const found = typed<K>(file.last(kind))
        return found === undefined ? undefined : day(found, file)
      },
    }),

    /** A named deadline. */
    deadline: (
      name: string,
      options: {
        readonly says: string
        readonly since: Moment
        readonly length: Length
        readonly basis: Basis
        readonly extendedBy?: { readonly acts: readonly Kind[]; readonly by: NonNullable<Deadline['extendedBy']>['by'] }
        readonly suspendedBy?: { readonly acts: readonly Kind[]; readonly stretches: NonNullable<Deadline['suspendedBy']>['stretches'] }
      },
    ): Deadline => ({ ...options, name, basis: listed(options.basis) }),

    requires: <K extends Kind>(kind: K, options: Said & { readonly needs: Condition; readonly outcome?: OutcomeOf<K>; readonly names?: (file: CaseFile) => string }): Requires => ({
      rule: 'requires',
      act: kind,
      needs: options.needs,
      because: options.because,
      instead: options.instead,
      ...base(options),
      ...(options.outcome === undefined ? {} : { outcome: options.outcome }),
      ...(options.names === undefined ? {} : { names: options.names }),
    }),

    checks: <K extends Kind>(
      kind: K,
      options: Ground & {
        readonly says: string
        readonly instead: string
        readonly outcome?: OutcomeOf<K>
        readonly test: (proposal: Proposal<DataOf<K>>, file: CaseFile) => Finding | undefined
      },
    ): Checks => ({
      rule: 'checks',
      act: kind,
      says: options.says,
      instead: options.instead,
      // Answers were checked against the form of this very kind before a rule sees them.
      test: (proposal, file) => options.test(proposal as Proposal<DataOf<K>>, file),
      ...base(options),
      ...(options.outcome === undefined ? {} : { outcome: options.outcome }),
    }),

    staffed: (kind: Kind, officers: number, options: Said): Staffed => ({
      rule: 'staffed',
      act: kind,
      count: officers,
      because: options.because,
      instead: options.instead,
      ...base(options),
    }),

    separates: (these: readonly Kind[], kind: Kind, options: Said): Separates => ({
      rule: 'separates',
      these,
      act: kind,
      because: options.because,
      instead: options.instead,
      ...base(options),
    }),

    owes: (duty: Kind | readonly Kind[], by: Deadline, options: Ground & { readonly says: string; readonly while?: Condition }): Owes => ({
      rule: 'owes',
      duty: typeof duty === 'string' ? [duty] : duty,
      by,
      says: options.says,
      ...base(options),
      ...(options.while === undefined ? {} : { while: options.while }),
    }),

    /** Stated apart from the rules: this act must never happen while that holds. */
    never: <K extends Kind>(kind: K, name: string, options: { readonly while: Condition; readonly basis: Basis; readonly outcome?: OutcomeOf<K>; readonly inForce?: Interval }): Safeguard => ({
      name,
      act: kind,
      never: options.while,
      basis: listed(options.basis),
      inForce: options.inForce ?? inForceTogether(listed(options.basis)),
      ...(options.outcome === undefined ? {} : { outcome: options.outcome }),
    }),
  }
}
