import { readFileSync } from 'node:fs'
import { citeAll } from '@zhunsheng/law/article.ts'
import { calendarOf } from '@zhunsheng/law/calendar.ts'
import { formatDay } from '@zhunsheng/law/day.ts'
import { judgeOf } from '@zhunsheng/law/judge.ts'
import { CHONGQING } from '@zhunsheng/law/jurisdictions/chongqing.ts'
import type { Obligation } from '@zhunsheng/law/obligation.ts'
import type { Procedure } from '@zhunsheng/law/procedure.ts'
import { findProcedure, PROCEDURES } from '@zhunsheng/law/procedures.ts'
import { play, type Answer } from '@zhunsheng/law/scenario/scenario.ts'
import { parseAllDocuments } from 'yaml'

const SETTING = { calendar: calendarOf(), local: CHONGQING }
/** What a scenario is about that names no procedure. */
const USUALLY = 'penalty.ordinary'
const STANDINGS = { owed: '应履行', overdue: '已逾期', suspended: '中止', met: '已履行', 'met-late': '逾期履行' } as const

/** What a command ended with: 0 as expected, 1 otherwise than expected, 2 the file cannot be read or understood. */
export type ExitCode = 0 | 1 | 2

/** Questions every scenario of a file (情景推演) and says each answer by `say`. */
export function judgeFile(path: string, say: (line: string) => void): ExitCode {
  const written = readScenarios(path, say)
  if (written === undefined) return 2
  const codes = written.map((scenario) => judgeOne(scenario, say))
  return codes.includes(2) ? 2 : codes.includes(1) ? 1 : 0
}

function readScenarios(path: string, say: (line: string) => void): readonly unknown[] | undefined {
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch {
    say(`读不到文件 ${path}：请核对路径和权限`)
    return undefined
  }
  const documents = parseAllDocuments(text)
  for (const { errors } of documents) {
    const [error] = errors
    if (error === undefined) continue
    say(`${path} 第 ${error.linePos?.[0].line ?? 1} 行不是有效的 YAML：${error.message.split('\n')[0] ?? ''}`)
    return undefined
  }
  const scenarios = documents.map((document): unknown => document.toJS()).filter((scenario) => scenario !== null)
  if (scenarios.length > 0) return scenarios
  say(`${path} 中没有情景`)
  return undefined
}

function judgeOne(scenario: unknown, say: (line: string) => void): ExitCode {
  const code = typeof scenario === 'object' && scenario !== null && 'procedure' in scenario ? String(scenario.procedure) : USUALLY
  const known = findProcedure(code)
  if (known === undefined) {
    say(`没有编号为「${code}」的程序；可用的有：${PROCEDURES.map(({ procedure }) => procedure.code).join('、')}`)
    return 2
  }
  const { procedure, course } = known
  const outcome = play(scenario, { judge: judgeOf(procedure), course, setting: SETTING })
  if (outcome.ok) return printed(outcome.answer, procedure, say)
  for (const { path: place, because } of outcome.faults) say(`${place}：${because}`)
  return 2
}

function printed({ title, acts, days, surprises }: Answer, procedure: Procedure, say: (line: string) => void): ExitCode {
  say(title === '' ? '（无标题）' : title)
  for (const { name, on, by, ruling } of acts) {
    say(`  ${formatDay(on)} ${name}（${by.join('、')}）：${ruling.granted ? '准予' : '拒绝'}`)
    if (!ruling.granted) for (const { code, basis, because, instead } of ruling.refusals) say(`    [${code}] ${because}。依据${citeAll(basis)}。${instead}`)
  }
  for (const { on, obligations, lawful, refused } of days) {
    say(`  ${formatDay(on)} 应履行的义务：${obligations.length === 0 ? '无' : ''}`)
    for (const obligation of obligations) say(`    ${owed(obligation)}`)
    say(`  ${formatDay(on)} 可以实施：${lawful.length === 0 ? '无' : lawful.map((kind) => procedure.acts[kind]?.name ?? kind).join('、')}`)
    say(`  ${formatDay(on)} 不能实施：${Object.keys(refused).length} 项`)
  }
  for (const surprise of surprises) say(`  与预期不符：${surprise}`)
  return surprises.length === 0 ? 0 : 1
}

function owed({ says, due, basis, provisional, standing }: Obligation): string {
  const by = due === undefined ? '期限中止' : `至 ${formatDay(due)}${provisional ? '（暂定：国务院尚未公布该年放假安排）' : ''}`
  return `${says}：${by}，${STANDINGS[standing]}。依据${citeAll(basis)}`
}
