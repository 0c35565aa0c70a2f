import { check } from '@zhunsheng/discretion/check.ts'
import { contradictions } from '@zhunsheng/discretion/contradictions.ts'
import type { Finding } from '@zhunsheng/discretion/finding.ts'
import { readBenchmarkFile } from './benchmark-file.ts'

/** What a check ended with: 0 may be published, 1 has faults, 2 cannot be read. */
type ExitCode = 0 | 1 | 2

/** Checks a file of benchmarks (裁量基准检查) and says each finding by `say`, with the facts that show it. */
export async function checkBenchmarkFile(path: string, asJson: boolean, say: (line: string) => void): Promise<ExitCode> {
  const read = await readBenchmarkFile(path)
  if (!read.ok) {
    for (const because of read.because) say(because)
    return 2
  }
  const checked = read.benchmarks.map(({ name, benchmark }) => ({ name, matter: benchmark.matter, conduct: benchmark.conduct, rows: benchmark.rows.length, findings: check(benchmark) }))
  const between = contradictions(read.benchmarks.map(({ benchmark }) => benchmark))
  if (asJson) say(JSON.stringify({ checked, between }))
  else {
    for (const { name, conduct, rows, findings } of checked) sayOne(`${name === '' ? '' : `${name} `}「${conduct}」${rows} 行`, findings, say)
    for (const { says } of between) say(`事项之间有误：${says}`)
  }
  const faults = checked.flatMap(({ findings }) => findings).filter(({ weight }) => weight === 'fault').length + between.length
  if (!asJson) say(faults === 0 ? `共 ${checked.length} 个事项，没有发现问题，可以发布` : `共 ${checked.length} 个事项，${faults} 处有误，不能发布`)
  return faults === 0 ? 0 : 1
}

function sayOne(head: string, findings: readonly Finding[], say: (line: string) => void): void {
  const said = findings.filter(({ kind }) => kind !== 'settled')
  if (said.length > 0) say(head)
  for (const { weight, says } of said) say(`  ${weight === 'fault' ? '有误' : '提示'}：${says}`)
}
