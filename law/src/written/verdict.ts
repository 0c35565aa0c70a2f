import { citeShort } from '../article.ts'
import type { CaseFile } from '../case-file.ts'
import { isWithheld, notItsOwn } from '../devolution.ts'
import { CORRECTIONS } from '../correction.ts'
import { formatDay, type Day } from '../day.ts'
import type { Judge } from '../judge.ts'
import { openingOf } from '../opening.ts'
import type { Obligation } from '../obligation.ts'
import { POSTS, type Person } from '../person.ts'
import type { Refusal, Ruling } from '../ruling.ts'
import { actName, stageName } from './act.ts'

/** A ground with its citations written out (理由). */
export type WrittenRefusal = Omit<Refusal, 'basis'> & { readonly basis: string[] }
export const writtenRefusal = ({ basis, ...ground }: Refusal): WrittenRefusal => ({ ...ground, basis: basis.map(citeShort) })
export const groundsOf = (ruling: Ruling): WrittenRefusal[] => (ruling.granted ? [] : ruling.refusals.map(writtenRefusal))

/** What may be done now, and why not the rest; what is owed; whether the case has ended (裁断). */
export interface WrittenVerdict {
  readonly acts: { readonly kind: string; readonly name: string; readonly stage: string; readonly granted: boolean; readonly refusals: WrittenRefusal[]; readonly outcomes?: Record<string, WrittenRefusal[]> }[]
  readonly obligations: WrittenObligation[]
  readonly ended: boolean
}
export type WrittenObligation = Omit<Obligation, 'basis' | 'since' | 'due' | 'metOn' | 'duty'> & { readonly duty: string[]; readonly basis: string[]; readonly since: string; readonly due?: string; readonly metOn?: string }

/** Who looks at a case, and the unit in which he works. */
export interface Looker extends Person {
  readonly department: string
}

/** The judge's verdict on a case as one person sees it on a day, in words and plain JSON. */
export function writtenVerdict(judge: Judge, file: CaseFile, today: Day, who: Looker): WrittenVerdict {
  const { acts, obligations, ended } = judge.judge(file, today, who)
  const town = openingOf(judge.procedure, file)?.data.actingTown
  const ruled = acts.map(({ kind, ruling, outcomes }) => ({
    kind,
    name: actName(judge.procedure, kind),
    stage: stageName(judge.procedure, kind),
    ...(isWithheld(judge.procedure.acts[kind]?.by ?? [], who.department, town) ? { granted: false, refusals: [...groundsOf(ruling), writtenRefusal(notItsOwn([who.name], town))] } : { granted: ruling.granted, refusals: groundsOf(ruling) }),
    ...(outcomes === undefined ? {} : { outcomes: Object.fromEntries(Object.entries(outcomes).map(([outcome, one]) => [outcome, groundsOf(one)])) }),
  }))
  return { acts: [...ruled, ...correctingVerdicts(file, who)], obligations: obligations.map(writtenObligation), ended }
}

function writtenObligation({ basis, since, due, metOn, ...rest }: Obligation): WrittenObligation {
  return {
    ...rest,
    duty: [...rest.duty],
    basis: basis.map(citeShort),
    since: formatDay(since),
    ...(due === undefined ? {} : { due: formatDay(due) }),
    ...(metOn === undefined ? {} : { metOn: formatDay(metOn) }),
  }
}

/** Whether this person may put the record right: what it comes to is ruled on with the corrected answers (更正). */
function correctingVerdicts({ acts }: CaseFile, who: Person): WrittenVerdict['acts'] {
  return Object.entries(CORRECTIONS).map(([kind, spec]) => {
    const mayAct = who.posts.some((post) => spec.by.some((one) => one === post))
    const refusals = mayAct && acts.length > 0 ? [] : [{ code: 'wrong-post', basis: spec.basis.map(citeShort), because: `「${spec.name}」应由${spec.by.map((post) => POSTS[post]).join('、')}办理`, instead: '请由相应岗位的人员办理' }]
    return { kind, name: spec.name, stage: spec.stage, granted: refusals.length === 0, refusals }
  })
}
