#!/usr/bin/env node
import { readFileSync } from 'node:fs'
import { plainCryptography } from '@zhunsheng/record/plain-cryptography.ts'
import { verifyBundle } from '@zhunsheng/record/verify-bundle.ts'
import { readVkey } from '@zhunsheng/record/vkey.ts'
import { judgeFile } from './judge.ts'

const HELP = `用法：
  npx zhunsheng judge 情景文件.yaml          对情景中的每一项行为和每一个日期作出裁断
  npx zhunsheng verify 案卷包 公钥文本…      离线验证案卷包；公钥由机关公布，形如 名称+编号+密钥
`
const say = (line: string) => process.stdout.write(`${line}\n`)

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

// A reader that has seen enough, such as `head`, closes the pipe.
process.stdout.on('error', () => process.exit())

const [command, path, ...rest] = process.argv.slice(2)
if (command === 'judge' && path !== undefined) process.exitCode = judgeFile(path, say)
else if (command === 'verify' && path !== undefined) process.exitCode = verify(path, rest)
else {
  process.stdout.write(HELP)
  process.exitCode = command === undefined || command === '--help' ? 0 : 2
}
