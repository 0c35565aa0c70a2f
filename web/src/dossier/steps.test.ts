import type { CaseView, RecordedAct } from '@zhunsheng/bureau/modules/enforcement/wire.ts'
import { describe, expect, test } from 'vitest'
import type { ShownProcedure } from '../act/form.ts'
import { nearStages, stagesOf } from './steps.ts'

const spec = (kind: string, stage: string) => ({ kind, name: kind, stage, by: [], help: '', basis: [], form: {} })
const PROCEDURE: ShownProcedure = { code: 'p', name: '程序', acts: [spec('apply', '立案'), spec('file', '立案'), spec('inspect', '调查'), spec('decide', '决定'), spec('correct', '更正')] }
const act = (seq: number, kind: string, stage: string): RecordedAct => ({ seq, kind, name: kind, stage, on: '2026-03-02', by: [], data: {}, recordedAt: '' })
const ROW: CaseView['row'] = { id: 'c', number: '', title: '', party: '', partyKind: '', matter: '', matterName: '', stage: '', status: '', procedure: 'penalty.ordinary', procedureName: '行政处罚普通程序', openedOn: '', officers: [], overdue: false }
const view = (acts: readonly RecordedAct[], lawful: readonly string[]): CaseView => ({
  row: ROW,
  version: acts.length,
  procedure: 'p',
  acts: [...acts],
  papers: [], related: [], majors: [], recordings: [],
  verdict: { ended: false, obligations: [], acts: PROCEDURE.acts.map(({ kind, name, stage }) => ({ kind, name, stage, granted: lawful.includes(kind), refusals: [] })) },
})
const FILED = view([act(1, 'apply', '立案'), act(2, 'file', '立案'), act(3, 'correct', '更正')], ['inspect'])

describe('进程图 · where the case stands', () => {
  const stages = stagesOf(PROCEDURE, FILED)

  test('stages stand in the order of the procedure; corrections are no stage of it', () => {
    expect(stages.map(({ name }) => name)).toEqual(['立案', '调查', '决定'])
  })
  test('the case stands where its last step stands, not where its last correction does', () => {
    expect(stages.filter(({ isCurrent }) => isCurrent).map(({ name }) => name)).toEqual(['立案'])
  })
  test('every act is done, lawful now, or refused', () => {
    expect(stages.flatMap(({ steps }) => steps.map(({ kind, state }) => [kind, state]))).toEqual([['apply', 'done'], ['file', 'done'], ['inspect', 'lawful'], ['decide', 'refused']])
  })
  test('what comes next is near: this stage and the following one', () => {
    expect(nearStages(stages)).toEqual(['立案', '调查'])
  })
  test('what was annulled was not done; what was corrected was', () => {
    const acts = [act(1, 'apply', '立案'), { ...act(2, 'file', '立案'), correctedBy: 4 }, { ...act(3, 'inspect', '调查'), correctedBy: 5 }, act(4, 'correct', '更正'), act(5, 'annul', '更正')]
    const after = stagesOf(PROCEDURE, view(acts, ['inspect']))
    expect(after.flatMap(({ steps }) => steps.flatMap(({ kind, state }) => (state === 'done' ? [kind] : [])))).toEqual(['apply', 'file'])
    expect(after.find(({ isCurrent }) => isCurrent)?.name).toBe('立案')
  })
  test('a case without a step is at the beginning', () => {
    expect(nearStages(stagesOf(PROCEDURE, view([], ['apply'])))).toEqual(['立案', '调查'])
  })
})
