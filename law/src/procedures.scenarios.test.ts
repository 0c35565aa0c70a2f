import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parseAllDocuments } from 'yaml'
import { calendarOf } from './calendar.ts'
import { judgeOf, type Judge } from './judge.ts'
import { CHONGQING } from './jurisdictions/chongqing.ts'
import { PROCEDURES, type KnownProcedure } from './procedures.ts'
import { alikeBefore, codesExpected } from './scenario/alike.ts'
import { play } from './scenario/scenario.ts'

const SETTING = { calendar: calendarOf(), local: CHONGQING }

type Plain = Readonly<Record<string, unknown>>
const isPlain = (value: unknown): value is Plain => typeof value === 'object' && value !== null && !Array.isArray(value)

function read(path: string, codes: ReadonlySet<string>): readonly Plain[] {
  return parseAllDocuments(readFileSync(path, 'utf8')).flatMap((document) => {
    if (document.errors.length > 0) throw new Error(`${path}: ${String(document.errors[0])}`)
    const scenario: unknown = document.toJS()
    if (!isPlain(scenario)) return []
    const older = alikeBefore(scenario, codes)
    return older === undefined ? [scenario] : [scenario, older]
  })
}

function surprisesOf(scenario: Plain, judge: Judge, { course }: KnownProcedure): readonly string[] {
  const outcome = play(scenario, { judge, course, setting: SETTING })
  if (!outcome.ok) return outcome.faults.map(({ path, because }) => `${path}：${because}`)
  // In a test, an act without an expectation is part of the way there.
  const stumbled = outcome.answer.acts.flatMap(({ name, ruling, expected }, index) =>
    expected !== undefined || ruling.granted ? [] : [`第 ${index + 1} 项「${name}」没有预期，被拒绝：${ruling.refusals.map(({ code }) => code).join('、')}`],
  )
  return [...outcome.answer.surprises, ...stumbled]
}

describe.each(PROCEDURES.map((known) => [known.procedure.name, known] as const))('%s', (_, known) => {
  const { procedure } = known
  const folder = `${import.meta.dirname}/${procedure.code.replaceAll('.', '/')}/scenarios`
  const codes = new Set(procedure.rules.map(({ code }) => code))
  const judge = judgeOf(procedure)
  const names = readdirSync(folder).filter((name) => name.endsWith('.yaml')).sort()
  const files = names.map((name) => ({ name, scenarios: read(`${folder}/${name}`, codes) }))
  const all = files.flatMap(({ scenarios }) => scenarios)

  describe.each(files)('$name', ({ scenarios }) => {
    test.each(scenarios.map((scenario) => [String(scenario['title']), scenario] as const))('%s', (__, scenario) => {
      expect(surprisesOf(scenario, judge, known)).toEqual([])
    })
  })

  test('the scenarios are the specification: there are some, no title twice', () => {
    const titles = all.map(({ title }) => title)
    expect(titles.filter((title, index) => titles.indexOf(title) !== index)).toEqual([])
    expect(all.length).toBeGreaterThanOrEqual(procedure.rules.length / 4)
  })

  describe('every rule is noticed when it is taken away', () => {
    const elsewhere = new Set(known.toldElsewhere?.flatMap(({ code }) => [code, `${code}.2017`]))
    const expecting = new Map<string, Plain>()
    for (const scenario of all) for (const code of codesExpected(scenario)) if (!expecting.has(code)) expecting.set(code, scenario)

    test('each rule stands in the expectation of a scenario', () => {
      expect([...codes].filter((code) => !expecting.has(code) && !elsewhere.has(code))).toEqual([])
    })
    test('without it, that scenario comes out otherwise', () => {
      const unnoticed = [...codes].filter((code) => {
        const scenario = expecting.get(code)
        const without = judgeOf({ ...procedure, rules: procedure.rules.filter((rule) => rule.code !== code) })
        return scenario !== undefined && surprisesOf(scenario, without, known).length === 0
      })
      expect(unnoticed).toEqual([])
    })
  })
})
