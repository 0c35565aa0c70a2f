import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { apl } from './article.ts'
import { all, not, type Condition } from './condition.ts'
import { day } from './day.ts'
import { choice, flag, passage } from './field.ts'
import { act, languageOf } from './language.ts'
import type { ActSpec, Procedure, Requires, Rule, Safeguard } from './procedure.ts'
import { verify } from './verify.ts'

const ON = day('2022-03-01')
const plain = { stage: '示例', by: ['officer'], basis: apl(54), help: '' } as const
const ACTS = {
  open: act('立案', { ...plain, form: { note: passage('说明') } }),
  tell: act('告知', { ...plain, form: { heard: flag('听取') } }),
  decide: act('决定', { ...plain, outcome: 'kind', resets: ['tell'], form: { kind: choice('种类', { penalise: '处罚', exempt: '不罚' }) } }),
  close: act('结案', { ...plain, ends: true, form: { note: passage('说明') } }),
} as const
const { done, requires, never } = languageOf(ACTS)
const said = { basis: apl(44), because: '示例', instead: '示例' }

const SOUND: readonly Rule[] = [
  requires('tell', { code: 'tell', needs: done('open'), ...said }),
  requires('decide', { code: 'decide', needs: done('open'), ...said }),
  requires('decide', { code: 'decide.told', outcome: 'penalise', needs: done('tell'), ...said }),
  requires('close', { code: 'close', needs: done('decide'), ...said }),
]
const TOLD: Safeguard = never('decide', '未告知不得处罚', { outcome: 'penalise', while: not(done('tell')), basis: apl(44) })
const procedure = (rules: readonly Rule[], safeguards: readonly Safeguard[] = [TOLD]): Procedure => ({
  code: 'toy', name: '示例程序', acts: ACTS, opens: ['open'], rules, safeguards, general: { order: [apl(47)], post: [apl(42)], end: [apl(47)] },
})

describe('the verifier finds what is wrong with a procedure', () => {
  test('nothing, where nothing is', () => {
    expect(verify(procedure(SOUND), ON).defects).toEqual([])
  })
  test('a safeguard that a course gets past, and the course', () => {
    const { defects } = verify(procedure(SOUND.filter(({ code }) => code !== 'decide.told')), ON)
    expect(defects).toEqual([{ defect: 'avoidable', safeguard: '未告知不得处罚', basis: [apl(44)], course: ['立案', '决定（penalise）'] }])
  })
  test('an act that no course comes to', () => {
    const { defects } = verify(procedure([...SOUND, requires('tell', { code: 'tell.never', needs: done('close'), ...said })]), ON)
    expect(defects).toEqual([{ defect: 'unreachable', act: 'tell' }, { defect: 'unreachable', act: 'decide', outcome: 'penalise' }])
  })
  test('a dead end, and the way into it', () => {
    const { defects } = verify(procedure([...SOUND, requires('close', { code: 'close.untold', needs: all(done('decide'), not(done('tell'))), ...said }), requires('decide', { code: 'decide.once', needs: not(done('decide')), ...said })]), ON)
    expect(defects).toEqual([{ defect: 'dead-end', course: ['立案', '决定（penalise）', '告知'], state: expect.anything() }].map((one) => ({ ...one, course: expect.arrayContaining(['告知']) })))
  })
  test('rules that are not in force on the day are not counted', () => {
    expect(verify(procedure(SOUND), day('2020-03-01')).defects).toEqual([])
  })
})

describe('the verifier agrees with walking through every state', () => {
  const KINDS = ['open', 'tell', 'decide', 'close'] as const
  const condition = fc.letrec<{ any: Condition; atom: Condition }>((tie) => ({
    atom: fc.constantFrom(...KINDS).map((kind): Condition => ({ is: 'done', act: kind })),
    any: fc.oneof({ maxDepth: 2 }, tie('atom'), tie('any').map((of): Condition => ({ is: 'not', of })), fc.array(tie('any'), { minLength: 1, maxLength: 3 }).chain((of) => fc.constantFrom<'all' | 'any'>('all', 'any').map((is): Condition => ({ is, of })))),
  })).any
  const rule = fc.tuple(fc.constantFrom(...KINDS), condition).map(([kind, needs]): Requires => ({ rule: 'requires', code: `${kind}-${JSON.stringify(needs)}`, act: kind, needs, basis: [apl(44)], because: '', instead: '', inForce: { from: -Infinity, until: Infinity } }))

  test('on the acts that can be reached and the safeguards that can be passed', () => {
    fc.assert(
      fc.property(fc.array(rule, { maxLength: 5 }), condition, (rules, against) => {
        const safeguard: Safeguard = { name: 'S', basis: [apl(44)], act: 'decide', never: against, inForce: { from: -Infinity, until: Infinity } }
        const { defects } = verify(procedure(rules, [safeguard]), ON)
        const walked = walk(rules, against)
        expect(new Set(defects.flatMap((one) => (one.defect === 'unreachable' ? [one.act] : [])))).toEqual(new Set(KINDS.filter((kind) => !walked.taken.has(kind))))
        expect(defects.some(({ defect }) => defect === 'avoidable')).toBe(walked.passed)
        expect(defects.some(({ defect }) => defect === 'dead-end')).toBe(walked.deadEnd)
      }),
      { numRuns: 300 },
    )
  })

  /** Every state by brute force: a state is the set of acts that stand. */
  function walk(rules: readonly Requires[], against: Condition): { taken: Set<string>; passed: boolean; deadEnd: boolean } {
    const specs: Readonly<Record<string, ActSpec>> = ACTS
    const after = (state: string, kind: string): string => [...new Set([...state.split(',').filter((one) => one !== '' && !specs[kind]?.resets.includes(one)), kind])].sort().join(',')
    const holds = (one: Condition, state: ReadonlySet<string>): boolean =>
      one.is === 'done' ? state.has(one.act) : one.is === 'not' ? !holds(one.of, state) : one.is === 'all' ? one.of.every((part) => holds(part, state)) : one.is === 'any' ? one.of.some((part) => holds(part, state)) : false
    const next = new Map<string, readonly string[]>()
    const open = ['']
    const taken = new Set<string>()
    let passed = false
    for (let state = open.pop(); state !== undefined; state = open.pop()) {
      if (next.has(state)) continue
      const standing = new Set(state.split(','))
      const lawful = standing.has('close') ? [] : KINDS.filter((kind) => rules.every((one) => one.act !== kind || holds(one.needs, standing)))
      for (const kind of lawful) {
        taken.add(kind)
        if (kind === 'decide' && holds(against, standing)) passed = true
      }
      const states = lawful.map((kind) => after(state, kind))
      next.set(state, states)
      open.push(...states)
    }
    const able = new Set([...next.keys()].filter((state) => state.split(',').includes('close')))
    for (let before = -1; before !== able.size; ) {
      before = able.size
      for (const [state, states] of next) if (states.some((one) => able.has(one))) able.add(state)
    }
    return { taken, passed, deadEnd: able.size < next.size }
  }
})
