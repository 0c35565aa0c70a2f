import type { ActVerdict, CaseView, RecordedAct } from '@zhunsheng/bureau/modules/enforcement/wire.ts'
import type { ShownProcedure } from '../act/form.ts'

/** One act of the procedure as the picture shows it. */
export interface Step {
  readonly kind: string
  readonly name: string
  readonly state: 'done' | 'lawful' | 'refused'
  /** When it was done; several times where it may be repeated. */
  readonly done: readonly RecordedAct[]
  readonly verdict: ActVerdict | undefined
}
export interface Stage {
  readonly name: string
  readonly steps: readonly Step[]
  /** The case's latest step stands here. */
  readonly isCurrent: boolean
}

/** Acts that put the record right and move the case no further. */
const CORRECTING = ['correct', 'annul', 'attachRecording']

/** The procedure stage by stage with what was done in this case (进程). */
export function stagesOf(procedure: ShownProcedure, view: CaseView): readonly Stage[] {
  const acts = procedure.acts.filter(({ kind }) => !CORRECTING.includes(kind))
  const standing = standingActs(view)
  const latest = standing.at(-1)?.stage
  return [...new Set(acts.map(({ stage }) => stage))].map((name) => ({
    name,
    isCurrent: name === latest,
    steps: acts.filter(({ stage }) => stage === name).map(({ kind, name: actName }) => stepOf(kind, actName, view, standing)),
  }))
}

/** The steps that count: no corrections, and nothing that was annulled. */
const standingActs = ({ acts }: CaseView): readonly RecordedAct[] =>
  acts.filter(({ kind, correctedBy }) => !CORRECTING.includes(kind) && acts.find(({ seq }) => seq === correctedBy)?.kind !== 'annul')

function stepOf(kind: string, name: string, view: CaseView, standing: readonly RecordedAct[]): Step {
  const done = standing.filter((act) => act.kind === kind)
  const verdict = view.verdict.acts.find((act) => act.kind === kind)
  const state = done.length > 0 ? 'done' : verdict?.granted === true ? 'lawful' : 'refused'
  return { kind, name, done, verdict, state }
}

/** The stage in which the case stands and the next one: what a person may be looking for. */
export function nearStages(stages: readonly Stage[]): readonly string[] {
  const current = Math.max(stages.findIndex(({ isCurrent }) => isCurrent), 0)
  return stages.slice(current, current + 2).map(({ name }) => name)
}
