import { SOLVED, type Solved } from '@zhunsheng/law/penalty/soft/solved.ts'
import type { LeadStanding } from '../enforcement/contract.ts'

const isSolved = (word: string): word is Solved => word in SOLVED

/** What could be answered now (答复草稿), from what was really done, and without anybody's name: whoever reported is not a party. */
export function draftOf({ state, dismissedReason, filed }: LeadStanding): string {
  if (state === 'dismissed') return `经核查，${dismissedReason ?? '不符合立案标准'}`
  if (filed === undefined) return '您反映的问题已收悉，我局已安排执法人员核实处理。'
  const { solved, decidedOn, outcome, status } = filed
  if (outcome === 'penalise') return `您反映的问题经查属实，我局已依法立案查处，于 ${decidedOn ?? ''} 作出行政处罚决定。`
  if (outcome === 'exempt' || outcome === 'unfounded') return `您反映的问题已依法立案调查，于 ${decidedOn ?? ''} 作出不予行政处罚的决定，并已要求当事人改正。`
  if (solved !== undefined && isSolved(solved)) return `您反映的问题经现场处置，已通过${SOLVED[solved]}方式解决。`
  return `您反映的问题已依法立案办理，目前办理到「${status}」。`
}
