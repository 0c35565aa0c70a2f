#!/usr/bin/env node
import { readFileSync } from 'node:fs'
import { citeAll } from '@zhunsheng/law/article.ts'
import { calendarOf } from '@zhunsheng/law/calendar.ts'
import { formatDay } from '@zhunsheng/law/day.ts'
import { judgeOf } from '@zhunsheng/law/judge.ts'
import { CHONGQING } from '@zhunsheng/law/jurisdictions/chongqing.ts'
import { ORDINARY_COURSE } from '@zhunsheng/law/penalty/ordinary/course.ts'
import { ORDINARY_PENALTY } from '@zhunsheng/law/penalty/ordinary/procedure.ts'
import { play, type Answer } from '@zhunsheng/law/scenario/scenario.ts'
import { plainCryptography } from '@zhunsheng/record/plain-cryptography.ts'
import { verifyBundle } from '@zhunsheng/record/verify-bundle.ts'
import { readVkey } from '@zhunsheng/record/vkey.ts'
import { parse } from 'yaml'

const HELP = `用法：
  npx zhunsheng judge 情景文件.yaml          对情景中的每一项行为和每一个日期作出裁断
  npx zhunsheng verify 案卷包 公钥文本…      离线验证案卷包；公钥由机关公布，形如 名称+编号+密钥
`
const say = (line: string) => process.stdout.write(`${line}\n`)

/** Questions one scenario, and prints every ground and every duty. */
function judge(path: string): number {
  const stage = { judge: judgeOf(ORDINARY_PENALTY), course: ORDINARY_COURSE, setting: { calendar: calendarOf(), local: CHONGQING } }
  const outcome = play(parse(readFileSync(path, 'utf8')), stage)
  if (outcome.ok) return printed(outcome.answer)
  for (const { path: place, because } of outcome.faults) say(`${place}：${because}`)
  return 2
}

function printed({ title, acts, days, surprises }: Answer): number {
  say(title)
  for (const { name, on, by, ruling } of acts) {
    say(`${formatDay(on)} ${name}（${by.join('、')}）：${ruling.granted ? '准予' : '拒绝'}`)
    if (!ruling.granted) for (const { code, basis, because, instead } of ruling.refusals) say(`  ${code}：${because} · ${citeAll(basis)} · ${instead}`)
  }
  for (const { on, obligations } of days)
    for (const { says, due, basis, provisional, standing } of obligations) say(`${formatDay(on)} ${says}：${due === undefined ? '期限中止' : formatDay(due)}${provisional ? '（暂定）' : ''} · ${standing} · ${citeAll(basis)}`)
  for (const surprise of surprises) say(`与预期不符：${surprise}`)
  return surprises.length === 0 ? 0 : 1
}

/** Checks a case bundle without any server. */
function verify(path: string, keys: readonly string[]): number {
  const logKeys = keys.flatMap((key) => {
    const read = readVkey(plainCryptography.sha256, key)
    return read.ok ? [read.value] : []
  })
  const verdict = verifyBundle(new Uint8Array(readFileSync(path)), { logKeys, witnessKeys: [], witnessesNeeded: 0 }, plainCryptography)
  for (const { place, because } of verdict.findings) say(`${place}：${because}`)
  say(verdict.ok ? '验证通过' : '验证不通过')
  return verdict.ok ? 0 : 1
}

const [command, path, ...rest] = process.argv.slice(2)
if (command === 'judge' && path !== undefined) process.exitCode = judge(path)
else if (command === 'verify' && path !== undefined) process.exitCode = verify(path, rest)
else {
  process.stdout.write(HELP)
  process.exitCode = command === undefined || command === '--help' ? 0 : 2
}
