import { checkCredit, type CreditFinding, type CreditRow } from '@zhunsheng/law/credit/check.ts'
import { LICENCE_COLUMNS, PENALTY_COLUMNS, type Column } from '@zhunsheng/law/credit/columns.ts'
import { readTable } from './credit-file.ts'

/** What a check ended with: 0 clean, 1 faults, 2 the file cannot be read. */
type ExitCode = 0 | 1 | 2

/** Checks a file of double-publicity records (双公示数据核查), whichever system wrote it, and says each finding by `say`. */
export async function checkCreditFile(path: string, asJson: boolean, say: (line: string) => void): Promise<ExitCode> {
  const read = await readTable(path)
  if (!read.ok) {
    say(read.because)
    return 2
  }
  const { header, rows } = read.table
  const columns = columnsOf(header)
  if (columns === undefined) {
    say('表头不是双公示的行政处罚或者行政许可数据项；第一行应为中文项目名称或者项目代码')
    return 2
  }
  const codes = header.map((name) => columns.find(({ code, header: words }) => name === code || plain(name) === plain(words))?.code)
  const strange = header.filter((name, index) => name !== '' && codes[index] === undefined)
  const missing = columns.filter(({ code, must }) => must === 'always' && !codes.includes(code))
  const findings = checkCredit(columns, rows.map((cells): CreditRow => Object.fromEntries(codes.flatMap((code, index) => (code === undefined ? [] : [[code, cells[index] ?? '']])))))
  const isClean = findings.every(({ weight }) => weight === 'doubt') && missing.length === 0
  if (asJson) say(JSON.stringify({ kind: columns === PENALTY_COLUMNS ? 'penalty' : 'licence', rows: rows.length, missing: missing.map(({ header: words }) => words), strange, findings }))
  else sayAll(findings, { kind: columns === PENALTY_COLUMNS ? '行政处罚' : '行政许可', rows: rows.length, missing, strange }, say)
  return isClean ? 0 : 1
}

/** Brackets and spaces are written now full, now half. */
const plain = (words: string): string => words.replace(/[\s()（）、，,*＊]/g, '')

function columnsOf(header: readonly string[]): readonly Column[] | undefined {
  const known = (columns: readonly Column[]): number => header.filter((name) => columns.some(({ code, header: words }) => name === code || plain(name) === plain(words))).length
  const [penalty, licence] = [known(PENALTY_COLUMNS), known(LICENCE_COLUMNS)]
  if (Math.max(penalty, licence) < 5) return undefined
  return penalty >= licence ? PENALTY_COLUMNS : LICENCE_COLUMNS
}

interface Head {
  readonly kind: string
  readonly rows: number
  readonly missing: readonly Column[]
  readonly strange: readonly string[]
}
function sayAll(findings: readonly CreditFinding[], { kind, rows, missing, strange }: Head, say: (line: string) => void): void {
  say(`${kind}信息 ${rows} 条`)
  for (const { header } of missing) say(`缺少必填的一栏「${header}」`)
  for (const name of strange) say(`多出一栏「${name}」，没有核查`)
  for (const { row, header, weight, because, instead } of findings) say(`第 ${row} 条「${header}」${weight === 'fault' ? '有误' : '存疑'}：${because}。${instead}`)
  const faults = findings.filter(({ weight }) => weight === 'fault').length
  say(findings.length === 0 && missing.length === 0 ? '没有发现问题' : `共 ${faults + missing.length} 处有误，${findings.length - faults} 处存疑`)
}
