import type { CaseView } from '@zhunsheng/bureau/modules/enforcement/wire.ts'
import { describe, expect, test } from 'vitest'
import { waysOn } from './onward.tsx'

const act = (seq: number, kind: string, data: Readonly<Record<string, unknown>> = {}): CaseView['acts'][number] => ({ seq, kind, name: kind, stage: '', on: '2021-08-02', by: [], data: { ...data }, recordedAt: '' })
const granted = (kind: string) => ({ kind, name: kind, stage: '', granted: true, refusals: [] })
function view(procedure: string, acts: CaseView['acts'], may: readonly string[] = [], more: Partial<CaseView['row']> = {}): CaseView {
  const row = { id: 'x', number: '2021-00001', procedure, procedureName: '', title: '', party: '', partyKind: '', matter: '', matterName: '', stage: '', status: '', openedOn: '2021-08-02', filedOn: '2021-08-03', officers: [], overdue: false, ...more }
  return { row, version: acts.length, procedure, acts, verdict: { acts: may.map(granted), obligations: [], ended: false }, papers: [], related: [], majors: [], recordings: [] }
}
const names = (of: CaseView) => waysOn(of).map(({ name }) => name)

describe('where a case can go on from here', () => {
  test('a case under way may go to the police, to another agency, or ask for help', () => {
    expect(waysOn(view('penalty.ordinary', [act(1, 'apply'), act(2, 'file')])).map(({ procedure }) => procedure)).toEqual(['transfer.crime', 'transfer.agency', 'transfer.assistance'])
  })
  test('while it is away it does not go away twice; when it is back it may', () => {
    const away = [act(1, 'apply'), act(2, 'file'), act(3, 'transferCrime')]
    expect(names(view('penalty.ordinary', away))).toEqual([])
    expect(names(view('penalty.ordinary', [...away, act(4, 'crimeSettled')]))).toHaveLength(3)
  })
  test('a case that is not filed or is closed goes nowhere', () => {
    expect(names(view('penalty.ordinary', [act(1, 'apply'), act(2, 'close')]))).toEqual([])
  })
  test('what another agency sent is opened out of it once it was accepted', () => {
    expect(names(view('transfer.agency', [act(1, 'receive')]))).toEqual([])
    expect(names(view('transfer.agency', [act(1, 'receive'), act(2, 'answer')], ['opened']))).toEqual(['由此呈请立案'])
  })
  test('each finding of ours in a joint operation carries its own answers; what is another agency’s does not', () => {
    const ways = waysOn(view('operation.joint', [act(1, 'plan'), act(4, 'find', { competent: 'ours', place: '夜市' }), act(5, 'find', { competent: 'other' })], ['followUp']))
    expect(ways.map(({ seq }) => seq)).toEqual([4, 4])
  })
  test('after a conversion the ordinary procedure is next', () => {
    expect(waysOn(view('penalty.simple', [act(1, 'discover'), act(2, 'convert')]))).toMatchObject([{ procedure: 'penalty.ordinary', isNext: true }])
  })
})
