import type { Citation } from './article.ts'
import { CaseFile } from './case-file.ts'
import type { Condition } from './condition.ts'
import type { Day } from './day.ts'
import type { Setting } from './dossier.ts'
import { covers } from './interval.ts'
import { describePeriod, type Period } from './period.ts'
import { POSTS } from './person.ts'
import type { Procedure, Rule } from './procedure.ts'

/** What is owed as this act, and within which time (期限). */
export interface ChartDuty {
  readonly says: string
  readonly since: string
  /** In words: 七个工作日, 九十日, 立即; absent where the file itself sets the day. */
  readonly within?: string
  readonly basis: readonly Citation[]
}
/** One kind of act in the chart (流程图中的环节). */
export interface ChartAct {
  readonly kind: string
  readonly name: string
  readonly by: readonly string[]
  readonly basis: readonly Citation[]
  readonly help: string
  /** Names of the acts that must come before. */
  readonly after: readonly string[]
  readonly duties: readonly ChartDuty[]
  readonly opens: boolean
  readonly ends: boolean
}
export interface ChartStage {
  readonly name: string
  readonly acts: readonly ChartAct[]
}
/** A procedure drawn from its own declaration (执法流程图): stages, acts, by whom, by when, under which article. */
export interface Chart {
  readonly code: string
  readonly name: string
  readonly stages: readonly ChartStage[]
}

/**
 * Draws a procedure under the law of a day (流程图). Nothing is drawn by hand: the acts, posts, periods and orders are those by which the
 * judge rules. A period that depends on the answers of a case is that of a case which says nothing special.
 */
export function chartOf(procedure: Procedure, on: Day, setting: Setting): Chart {
  const rules = procedure.rules.filter(({ inForce }) => covers(inForce, on))
  const nameOf = (kind: string) => procedure.acts[kind]?.name ?? kind
  const acts = Object.entries(procedure.acts).map(([kind, spec]) => ({
    stage: spec.stage,
    act: {
      kind,
      name: spec.name,
      by: spec.by.map((post) => POSTS[post]),
      basis: spec.basis,
      help: spec.help,
      after: [...new Set(rules.flatMap((rule) => (rule.rule === 'requires' && rule.act === kind && rule.outcome === undefined ? doneIn(rule.needs) : [])).filter((one) => one !== kind).map(nameOf))],
      duties: rules.flatMap((rule) => dutyOf(rule, kind, on, setting)),
      opens: procedure.opens.includes(kind),
      ends: spec.ends,
    } satisfies ChartAct,
  }))
  const stages = [...new Set(acts.map(({ stage }) => stage))].map((name) => ({ name, acts: acts.filter(({ stage }) => stage === name).map(({ act }) => act) }))
  return { code: procedure.code, name: procedure.name, stages }
}

/** The acts that a condition asks for without alternative. */
function doneIn(condition: Condition): readonly string[] {
  if (condition.is === 'done') return [condition.act]
  return condition.is === 'all' ? condition.of.flatMap(doneIn) : []
}

function dutyOf(rule: Rule, kind: string, on: Day, setting: Setting): readonly ChartDuty[] {
  if (rule.rule !== 'owes' || !rule.duty.includes(kind)) return []
  const length = rule.by.length(on, new CaseFile([], setting, () => []))
  return [{ says: rule.says, since: rule.by.since.says, basis: rule.basis, ...(length === undefined ? {} : { within: periodInWords(length) }) }]
}
/** A period of no length is at once. */
const periodInWords = (period: Period): string => (period.length === 0 ? '立即' : describePeriod(period))
