import { citedOn, type Citation } from './article.ts'
import type { CaseFile } from './case-file.ts'
import { atomName, type Condition } from './condition.ts'
import type { Day } from './day.ts'
import { covers } from './interval.ts'
import type { Owes, Procedure } from './procedure.ts'

/** How an obligation stands on the day that is asked about. */
export type Standing = 'owed' | 'overdue' | 'suspended' | 'met' | 'met-late'

/** What the law demands of the bureau in this file, by when, under which article (法定义务). */
export interface Obligation {
  readonly code: string
  readonly says: string
  readonly duty: readonly string[]
  readonly basis: readonly Citation[]
  readonly since: Day
  /** The last day. Absent while the deadline stands still. */
  readonly due?: Day
  /** The last day rests on a holiday calendar that is not published yet. */
  readonly provisional: boolean
  readonly standing: Standing
  /** The day on which it was fulfilled. */
  readonly metOn?: Day
}

/** Every obligation that has arisen in the file, fulfilled or not. The law of the day on which it arose decides, not that of today. */
export function obligationsOf(procedure: Procedure, file: CaseFile, now: Day): readonly Obligation[] {
  const found: Obligation[] = []
  for (const rule of duties(procedure)) {
    const obligation = obligationOf(rule, file, now)
    if (obligation !== undefined) found.push(obligation)
  }
  return found
}

const known = new WeakMap<Procedure, readonly Owes[]>()
/** The few rules that say what is owed, among the many of a procedure. */
function duties(procedure: Procedure): readonly Owes[] {
  const found = known.get(procedure) ?? procedure.rules.filter((rule): rule is Owes => rule.rule === 'owes')
  known.set(procedure, found)
  return found
}

function obligationOf(rule: Owes, file: CaseFile, now: Day): Obligation | undefined {
  const state = file.deadline(rule.by)
  if (state.state === 'not-begun' || !covers(rule.inForce, state.since)) return undefined
  const begun = { code: rule.code, says: rule.says, duty: rule.duty, basis: citedOn(rule.basis, state.since), since: state.since }
  const trigger = latestOf(file, rule.by.since.of)
  const fulfilled = file.acts.find((act) => act.seq > trigger && rule.duty.includes(act.kind))
  if (fulfilled === undefined && rule.while !== undefined && !conditionHolds(rule.while, file, now)) return undefined
  if (state.state === 'suspended')
    return { ...begun, provisional: false, standing: fulfilled === undefined ? 'suspended' : 'met', ...(fulfilled === undefined ? {} : { metOn: fulfilled.on }) }
  const { due, provisional } = state
  if (fulfilled !== undefined) return { ...begun, due, provisional, standing: fulfilled.on > due ? 'met-late' : 'met', metOn: fulfilled.on }
  return { ...begun, due, provisional, standing: now > due ? 'overdue' : 'owed' }
}

const latestOf = (file: CaseFile, kinds: readonly string[]): number => file.acts.findLast((act) => kinds.includes(act.kind))?.seq ?? 0

/** Evaluates a condition directly, for the places that are not worth compiling. */
export function conditionHolds(condition: Condition, file: CaseFile, now: Day): boolean {
  switch (condition.is) {
    case 'all':
      return condition.of.every((part) => conditionHolds(part, file, now))
    case 'any':
      return condition.of.some((part) => conditionHolds(part, file, now))
    case 'not':
      return !conditionHolds(condition.of, file, now)
    case 'fact':
      return condition.fact.test(file)
    case 'elapsed': {
      const state = file.deadline(condition.deadline)
      return state.state === 'running' && state.due < now
    }
    case 'done': {
      const found = file.last(condition.act)
      return found !== undefined && (condition.where === undefined || found.data[condition.where.field] === condition.where.value)
    }
    case 'proposed':
      throw new Error(`${atomName(condition)} asks about a proposal; this place has none`)
  }
}
