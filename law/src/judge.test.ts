import { describe, expect, test } from 'vitest'
import { calendarOf } from './calendar.ts'
import { day } from './day.ts'
import type { Act, Proposal, Setting } from './dossier.ts'
import { judgeOf } from './judge.ts'
import { CHONGQING } from './jurisdictions/chongqing.ts'
import { parseAnswers } from './parse.ts'
import { typicalAnswers, usuallyBy } from './penalty/ordinary/typical-answers.ts'
import { ORDINARY_COURSE } from './penalty/ordinary/course.ts'
import { ORDINARY_PENALTY } from './penalty/ordinary/procedure.ts'
import { CAST } from './scenario/cast.ts'

const SETTING: Setting = { calendar: calendarOf(), local: CHONGQING }
const JUDGE = judgeOf(ORDINARY_PENALTY)
const cast = (id: string) => {
  const person = CAST[id]
  if (person === undefined) throw new Error(`nobody is called ${id}`)
  return person
}
function proposed(kind: string, written: string, answers: Readonly<Record<string, unknown>> = {}): Proposal {
  const on = day(written)
  const form = ORDINARY_PENALTY.acts[kind]?.form ?? {}
  const parsed = parseAnswers(form, { ...typicalAnswers(kind, on), ...answers }, () => undefined)
  if (!parsed.ok) throw new Error(parsed.faults.map(({ because }) => because).join())
  return { kind, on, by: usuallyBy(kind).map(cast), data: parsed.value }
}
const stepsFrom = (from: string) => ORDINARY_COURSE.steps({ upTo: 'archive', from }, SETTING, [])
const USUAL: readonly Act[] = stepsFrom('2021-08-02').map(({ act, on }, index) => ({ ...proposed(act, on), seq: index + 1, recordedOn: day(on) }))
const upTo = (kind: string) => ({ procedure: ORDINARY_PENALTY.code, acts: USUAL.slice(0, USUAL.findIndex((act) => act.kind === kind) + 1) })
const codes = (ruling: ReturnType<typeof JUDGE.rule>) => (ruling.granted ? [] : ruling.refusals.map(({ code }) => code))

describe('the judge answers for the person who asks (权限)', () => {
  const file = JUDGE.read(upTo('conclude'), SETTING)
  const may = (id: string, kind: string) => JUDGE.judge(file, day('2021-08-10'), cast(id)).acts.find((act) => act.kind === kind)?.ruling

  test('an officer may notify; a leader, whose act it is not, is told whose it is', () => {
    expect(may('zhang', 'notify')).toEqual({ granted: true })
    expect(may('zhao', 'notify')).toMatchObject({ granted: false, refusals: expect.arrayContaining([expect.objectContaining({ code: 'wrong-post', because: expect.stringContaining('执法人员') })]) })
  })
  test('whoever investigated is not offered the review, whatever his posts', () => {
    const both = { ...cast('zhang'), posts: ['officer', 'legalReviewer'] as const }
    const review = JUDGE.judge(file, day('2021-08-10'), both).acts.find(({ kind }) => kind === 'review')
    expect(review?.ruling).toMatchObject({ granted: false, refusals: [expect.objectContaining({ code: 'review.investigator' })] })
  })
  test('an officer without a valid certificate is not offered an inspection', () => {
    const expired = { ...cast('li'), certificate: { number: 'X', from: day('2015-01-01'), until: day('2021-08-09') } }
    const on = (written: string) => JUDGE.judge(file, day(written), expired).acts.find(({ kind }) => kind === 'inspect')?.ruling.granted
    expect(on('2021-08-09')).toBe(true)
    expect(on('2021-08-10')).toBe(false)
  })
  test('a refusal always says why, under which article, and what to do instead', () => {
    for (const { ruling } of JUDGE.judge(file, day('2021-08-10')).acts) {
      if (ruling.granted) continue
      for (const { because, instead, basis } of ruling.refusals) {
        expect(because).not.toBe('')
        expect(instead).not.toBe('')
        expect(basis.length).toBeGreaterThan(0)
      }
    }
  })
})

describe('行政处罚法第四十七条 · a mistake in the record is put right by a further record', () => {
  const dossier = upTo('serveNotice')
  const on = '2021-08-12'
  const correction = (target: number, answers: Readonly<Record<string, unknown>>): Proposal => ({ kind: 'correct', on: day(on), by: [cast('zhang')], data: { target, answers, reason: '笔误' } })
  const seqOf = (kind: string) => dossier.acts.find((act) => act.kind === kind)?.seq ?? 0

  test('granted where the file, put right, would have been granted step by step', () => {
    const right = proposed('notify', '2021-08-10', { fine: '200' }).data
    expect(codes(JUDGE.ruleCorrection(dossier, correction(seqOf('notify'), right), day(on), SETTING))).toEqual([])
  })
  test('refused, with the step that would have failed, where it would not', () => {
    const wrong = proposed('notify', '2021-08-10', { fine: '600' }).data
    const ruling = JUDGE.ruleCorrection(dossier, correction(seqOf('notify'), wrong), day(on), SETTING)
    expect(ruling).toMatchObject({ granted: false, refusals: [expect.objectContaining({ code: 'notify.range', because: expect.stringContaining('更正后') })] })
  })
  test('an act that others rest on cannot be struck out', () => {
    const strike: Proposal = { kind: 'annul', on: day(on), by: [cast('zhang')], data: { target: seqOf('file'), reason: '误记' } }
    expect(codes(JUDGE.ruleCorrection(dossier, strike, day(on), SETTING))).toContain('interview.not-filed')
  })
  test('an act that nothing rests on can', () => {
    const strike: Proposal = { kind: 'annul', on: day(on), by: [cast('zhang')], data: { target: seqOf('serveNotice'), reason: '误记' } }
    expect(codes(JUDGE.ruleCorrection(dossier, strike, day(on), SETTING))).toEqual([])
  })
  test('a correction cannot correct a correction, nor something that is not there', () => {
    expect(codes(JUDGE.ruleCorrection(dossier, correction(99, {}), day(on), SETTING))).toEqual(['no-such-act'])
  })
  test('a window clerk may not correct the record', () => {
    const clerk: Proposal = { ...correction(seqOf('notify'), proposed('notify', '2021-08-10').data), by: [cast('sun')] }
    expect(codes(JUDGE.ruleCorrection(dossier, clerk, day(on), SETTING))).toContain('wrong-post')
  })
})

test('the usual course is lawful from end to end, in every set of statutes', () => {
  for (const start of ['2019-03-04', '2021-03-01', '2021-08-02', '2022-02-14', '2024-02-19']) {
    const acts: Act[] = []
    for (const { act, on } of stepsFrom(start)) {
      const proposal = proposed(act, on)
      expect(codes(JUDGE.rule(JUDGE.read({ procedure: ORDINARY_PENALTY.code, acts }, SETTING), proposal, day(on)))).toEqual([])
      acts.push({ ...proposal, seq: acts.length + 1, recordedOn: day(on) })
    }
    expect(JUDGE.judge(JUDGE.read({ procedure: ORDINARY_PENALTY.code, acts }, SETTING), day('2025-01-01')).ended).toBe(true)
  }
})
