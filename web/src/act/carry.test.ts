import type { RecordedAct } from '@zhunsheng/bureau/modules/enforcement/wire.ts'
import { describe, expect, test } from 'vitest'
import { carriedOver } from './carry.ts'
import type { ShownAct, ShownField, ShownForm } from './form.ts'

const passage = (label: string): ShownField => ({ label, optional: false, basis: [], shape: { type: 'text', lines: 'many', max: 200 } })
const flag: ShownField = { label: '已告知', optional: false, basis: [], shape: { type: 'flag' } }
const spec = (kind: string, form: ShownForm): readonly [string, ShownAct] => [kind, { kind, name: kind, stage: '', by: [], help: '', basis: [], form }]
const SPECS = new Map([spec('conclude', { facts: passage('事实'), opinion: passage('意见'), told: flag }), spec('other', { facts: { ...passage('事实'), shape: { type: 'money' } } })])
const act = (seq: number, kind: string, data: Readonly<Record<string, unknown>>, more: Partial<RecordedAct> = {}): RecordedAct => ({ seq, kind, name: kind, stage: '', on: '2026-03-02', by: [], data, recordedAt: '', ...more })
const FORM: ShownForm = { facts: passage('认定的事实'), opinion: passage('意见'), told: flag }

describe('带入 · nothing is typed twice', () => {
  test('the latest answer to the same question is offered', () => {
    expect(carriedOver(FORM, [act(1, 'conclude', { facts: '旧' }), act(2, 'conclude', { facts: '新' })], SPECS)).toEqual({ facts: '新' })
  })
  test('an approver\'s words and an attestation are each time one\'s own', () => {
    expect(carriedOver(FORM, [act(1, 'conclude', { opinion: '同意', told: true })], SPECS)).toEqual({})
  })
  test('an act that was put right is not copied', () => {
    expect(carriedOver(FORM, [act(1, 'conclude', { facts: '错' }, { correctedBy: 2 })], SPECS)).toEqual({})
  })
  test('a question of the same name but another shape is another question', () => {
    expect(carriedOver(FORM, [act(1, 'other', { facts: '300' })], SPECS)).toEqual({})
  })
})
