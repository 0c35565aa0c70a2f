import type { Citation } from './article.ts'
import type { CaseFile, Deadline } from './case-file.ts'
import type { Condition } from './condition.ts'
import type { Interval } from './interval.ts'
import type { Proposal } from './dossier.ts'
import type { Form } from './field.ts'
import type { Post } from './person.ts'

/** One kind of act (程序行为) that a procedure knows. */
export interface ActSpec<F extends Form = Form, O extends string = string> {
  readonly name: string
  /** The part of the procedure in which it stands (阶段), for the picture and the list of buttons. */
  readonly stage: string
  /** The posts that may take it. */
  readonly by: readonly Post[]
  readonly form: F
  /** The choice field by which the act splits into outcomes, such as a decision's kind. */
  readonly outcome?: O
  /** Earlier acts that no longer stand once this one is done, such as a review of what was changed since. */
  readonly resets: readonly string[]
  readonly basis: readonly Citation[]
  /** The dossier is at a lawful end (程序终结) after this act. */
  readonly ends: boolean
  /** It may still come after the end, such as a suit against the decision. */
  readonly afterEnd: boolean
  /** One sentence for the person who is about to do it. */
  readonly help: string
}
export type Acts = Readonly<Record<string, ActSpec>>

interface RuleBase {
  /** Unique in its procedure; stable, since it is published and linked. */
  readonly code: string
  readonly basis: readonly Citation[]
  /** When the rule applies: by the statute that it cites, unless a transition rule says otherwise. */
  readonly inForce: Interval
}
interface Because {
  readonly because: string
  readonly instead: string
}
interface OnAct {
  readonly act: string
  /** Only for this outcome of the act. */
  readonly outcome?: string
}

/** The act is lawful only while the condition holds (前提). */
export interface Requires extends RuleBase, Because, OnAct {
  readonly rule: 'requires'
  readonly needs: Condition
  /** What in this file makes the demand, added to the ground: such as the rows of a list. */
  readonly names?: (file: CaseFile) => string
}
/** What a check of substance found. */
export interface Finding {
  readonly because: string
  readonly instead?: string
  readonly field?: string
  /** A nearer article than the rule's own, such as the matter's fine clause. */
  readonly basis?: readonly Citation[]
}
/** A named, explained, pure check over the facts (实体审查). It answers what is wrong, or nothing. */
export interface Checks extends RuleBase, OnAct {
  readonly rule: 'checks'
  readonly says: string
  readonly instead: string
  readonly test: (proposal: Proposal, file: CaseFile) => Finding | undefined
}
/** At least so many certified officers take part (执法人员不得少于两人). */
export interface Staffed extends RuleBase, Because, OnAct {
  readonly rule: 'staffed'
  readonly count: number
}
/** Nobody who took one of the first acts may take the second (职能分离). */
export interface Separates extends RuleBase, Because {
  readonly rule: 'separates'
  readonly these: readonly string[]
  readonly act: string
}
/** An act is owed by a day (法定义务). */
export interface Owes extends RuleBase {
  readonly rule: 'owes'
  readonly says: string
  readonly by: Deadline
  /** Any of these fulfils it. */
  readonly duty: readonly string[]
  /** It is owed only while this holds. */
  readonly while?: Condition
}
export type Rule = Requires | Checks | Staffed | Separates | Owes

/** What must be true of every lawful course (程序保障), stated apart from the rules and proved by the verifier. */
export interface Safeguard {
  readonly name: string
  readonly basis: readonly Citation[]
  readonly act: string
  readonly outcome?: string
  readonly never: Condition
  readonly inForce: Interval
}

/** A legal procedure (程序), declared as data. */
export interface Procedure {
  readonly code: string
  readonly name: string
  readonly acts: Acts
  /** The acts that open a dossier. */
  readonly opens: readonly string[]
  readonly rules: readonly Rule[]
  readonly safeguards: readonly Safeguard[]
  /** Under what the general grounds stand: the order of acts in time, who may act, and that nothing follows the end. */
  readonly general: { readonly order: readonly Citation[]; readonly post: readonly Citation[]; readonly end: readonly Citation[] }
}
