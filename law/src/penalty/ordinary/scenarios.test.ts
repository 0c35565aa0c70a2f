import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parseAllDocuments } from 'yaml'
import { calendarOf } from '../../calendar.ts'
import { judgeOf } from '../../judge.ts'
import { CHONGQING } from '../../jurisdictions/chongqing.ts'
import { alikeBefore, codesExpected } from '../../scenario/alike.ts'
import { play } from '../../scenario/scenario.ts'
import { ORDINARY_COURSE } from './course.ts'
import { ORDINARY_PENALTY } from './procedure.ts'

const SETTING = { calendar: calendarOf(), local: CHONGQING }
const FOLDER = `${import.meta.dirname}/scenarios`
const CODES = new Set(ORDINARY_PENALTY.rules.map(({ code }) => code))

type Plain = Readonly<Record<string, unknown>>
const isPlain = (value: unknown): value is Plain => typeof value === 'object' && value !== null && !Array.isArray(value)

const FILES = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.yaml'))
  .sort()
  .map((name) => ({ name, scenarios: read(`${FOLDER}/${name}`) }))
const ALL = FILES.flatMap(({ scenarios }) => scenarios)

function read(path: string): readonly Plain[] {
  return parseAllDocuments(readFileSync(path, 'utf8')).flatMap((document) => {
    if (document.errors.length > 0) throw new Error(`${path}: ${String(document.errors[0])}`)
    const scenario: unknown = document.toJS()
    if (!isPlain(scenario)) return []
    const older = alikeBefore(scenario, CODES)
    return older === undefined ? [scenario] : [scenario, older]
  })
}
function surprisesOf(scenario: Plain, judge: ReturnType<typeof judgeOf>): readonly string[] {
  const outcome = play(scenario, { judge, course: ORDINARY_COURSE, setting: SETTING })
  if (!outcome.ok) return outcome.faults.map(({ path, because }) => `${path}：${because}`)
  // In a test, an act without an expectation is part of the way there.
  const stumbled = outcome.answer.acts.flatMap(({ name, ruling, expected }, index) =>
    expected !== undefined || ruling.granted ? [] : [`第 ${index + 1} 项「${name}」没有预期，被拒绝：${ruling.refusals.map(({ code }) => code).join('、')}`],
  )
  return [...outcome.answer.surprises, ...stumbled]
}

const JUDGE = judgeOf(ORDINARY_PENALTY)
describe.each(FILES)('普通程序 · $name', ({ scenarios }) => {
  test.each(scenarios.map((scenario) => [String(scenario['title']), scenario] as const))('%s', (_, scenario) => {
    expect(surprisesOf(scenario, JUDGE)).toEqual([])
  })
})

test('the scenarios are the specification: at least 150 of them, no title twice', () => {
  const titles = ALL.map(({ title }) => title)
  expect(titles.filter((title, index) => titles.indexOf(title) !== index)).toEqual([])
  expect(ALL.length).toBeGreaterThanOrEqual(150)
})

describe('every rule is noticed when it is taken away', () => {
  const expecting = new Map<string, Plain>()
  for (const scenario of ALL) for (const code of codesExpected(scenario)) if (!expecting.has(code)) expecting.set(code, scenario)

  test('each rule stands in the expectation of a scenario', () => {
    expect([...CODES].filter((code) => !expecting.has(code))).toEqual([])
  })
  test('without it, that scenario comes out otherwise', () => {
    const unnoticed = [...CODES].filter((code) => {
      const scenario = expecting.get(code)
      const without = judgeOf({ ...ORDINARY_PENALTY, rules: ORDINARY_PENALTY.rules.filter((rule) => rule.code !== code) })
      return scenario !== undefined && surprisesOf(scenario, without).length === 0
    })
    expect(unnoticed).toEqual([])
  })
})
