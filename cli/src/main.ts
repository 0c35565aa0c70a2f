#!/usr/bin/env node
import { parseArgs } from 'node:util'
import { checkCode } from './check-code.ts'
import { judgeFile } from './judge.ts'
import { verifyFile } from './verify.ts'

const HELP = `用法：
  npx zhunsheng judge 情景文件.yaml
      对情景中的每一项行为和每一个日期作出裁断
  npx zhunsheng verify 案卷包 [--key 公钥]… [--files 目录]
      离线核验案卷包：是否完整，是否签名，是否在存证日志中；不符的，指明是哪一项
      --key 公钥      机关公布的公钥（名称+编号+密钥），或者存有公钥的文件；可以写几次
      --files 目录    一并核对目录中的证据和文书文件
  npx zhunsheng check-code 种类 号码 [--on 日期] [--colour 颜色]
      校验一个号码：credit 统一社会信用代码、id 居民身份证号、plate 机动车号牌、division 区县代码、town 乡镇街道代码
      --on 日期       按这一天有效的代码校验，写作 2021-03-01；不写为今天
      --colour 颜色   号牌的颜色：blue、yellow、green、yellowGreen、white、black；不写为 blue
  npx zhunsheng credit-check 文件 [--json]
      核查双公示数据文件（XLSX、CSV）：行政处罚或者行政许可，逐条指出有误和存疑之处
  npx zhunsheng benchmark check 文件 [--json]
      检查裁量基准（JSON、DMN、XLSX）：空白、重叠、超出法定幅度、情节更重而处罚更轻，逐处给出实例
  npx zhunsheng frame 报文 [--before2019 版本]
      解析车载终端的报文（JT/T 808，十六进制，可以有空格）：说了什么，哪里有误
      --before2019 版本  消息头没有写明 2019 版的，按 2011 或者 2013 版解析；不写为 2013
  npx zhunsheng fleet --to 地址:端口 [--trucks 辆数] [--seed 种子] [--speed 倍数] [--trips 趟数] [--day 日期] [--behaving] [--tracks 文件] [--truth 文件] [--register 网址 --login 账号]
      仿真车队：以 JT/T 808（2013、2019 版）经 TCP 接入，注册、鉴权、汇报、断线补报、未应答重发，并有意违规和出错
      --speed 倍数    1 为实时，60 为一秒走一分钟，0 为平台应答多快就多快；不写为 1
      --day 日期      仿真哪一天，写作 2021-08-10；不写为昨天
      --behaving      不违规
      --tracks 文件   改为重放记录的轨迹（经度,纬度,北京时间,编号）
      --truth 文件    把真实情况（违规、趟次、发送数量、车厢状态对照）写入文件
      --register 网址 先把车队登记到这个准绳服务器；口令取自环境变量 ZHUNSHENG_PASSWORD

退出码（fleet）：0 全部得到应答；1 有的没有；2 命令有误。
退出码（benchmark check）：0 可以发布；1 有误；2 读不到文件或者看不懂。
退出码（check-code）：0 正确；1 有误；2 命令有误。
退出码（frame）：0 正确；1 有误；2 命令有误。
退出码（credit-check）：0 没有问题；1 有误；2 读不到文件。
退出码（verify）：0 核验通过；1 核验不通过；2 读不到文件或者参数有误；3 内容完整，但没有给出公钥，未认定签名人。
`
const say = (line: string) => process.stdout.write(`${line}\n`)

// A reader that has seen enough, such as `head`, closes the pipe.
process.stdout.on('error', () => process.exit())

/** Commands whose every option is known. */
const STRICT: readonly string[] = ['verify', 'credit-check', 'benchmark', 'check-code', 'frame']

const FLEET = { to: { type: 'string' }, trucks: { type: 'string' }, seed: { type: 'string' }, speed: { type: 'string' }, trips: { type: 'string' }, day: { type: 'string' }, behaving: { type: 'boolean' }, tracks: { type: 'string' }, truth: { type: 'string' }, register: { type: 'string' }, login: { type: 'string' } } as const
const DAY_MS = 86_400_000
const BEIJING_MS = 8 * 3_600_000
/** Runs one command; nothing where it is not understood. */
async function run([command, ...rest]: readonly string[]): Promise<number | undefined> {
  if (command === 'fleet' && !rest.includes('--help')) return fleetWith(rest)
  const { values, positionals } = parseArgs({ args: [...rest], allowPositionals: true, strict: command !== undefined && STRICT.includes(command), options: { on: { type: 'string' }, colour: { type: 'string' }, before2019: { type: 'string' }, json: { type: 'boolean' }, key: { type: 'string', multiple: true }, files: { type: 'string' }, help: { type: 'boolean', short: 'h' } } })
  const [path] = positionals
  if (command === undefined || command === '--help' || command === '-h' || values.help === true) {
    say(HELP)
    return 0
  }
  if (command === 'benchmark') {
    const [what, file] = positionals
    if (what !== 'check' || file === undefined || positionals.length > 2) return undefined
    const { checkBenchmarkFile } = await import('./benchmark-check.ts')
    return checkBenchmarkFile(file, values.json === true, say)
  }
  if (command === 'check-code') {
    const { on = new Date().toISOString().slice(0, 10), colour = 'blue' } = values
    const [kind, value, ...more] = positionals
    return kind === undefined || value === undefined || more.length > 0 ? undefined : checkCode({ kind, value, on: String(on), colour: String(colour) }, say)
  }
  if (command === 'frame') {
    if (path === undefined) return undefined
    const { readFrames } = await import('./frame.ts')
    return readFrames({ hex: positionals.join(''), before2019: String(values.before2019 ?? '2013') }, say)
  }
  if (path === undefined || positionals.length > 1) return undefined
  if (command === 'judge') return judgeFile(path, say)
  if (command === 'credit-check') {
    // Reading spreadsheets takes a moment to load, and no other command needs it.
    const { checkCreditFile } = await import('./credit-check.ts')
    return checkCreditFile(path, values.json === true, say)
  }
  if (command !== 'verify') return undefined
  const { key = [], files } = values
  return verifyFile({ bundle: path, keys: key.filter((one) => typeof one === 'string'), ...(typeof files === 'string' ? { files } : {}) }, say)
}

async function fleetWith(words: readonly string[]): Promise<number> {
  const { values } = parseArgs({ args: [...words], options: FLEET })
  const { to = '', trucks = '10', seed = '1', speed = '1', trips = '2', day = new Date(Date.now() + BEIJING_MS - DAY_MS).toISOString().slice(0, 10), behaving = false, truth, tracks, register, login = 'sun' } = values
  const { runFleet } = await import('./fleet/fleet.ts')
  return runFleet({ to, trucks, seed, speed, trips, day, behaving, truth, tracks, register, login, password: process.env['ZHUNSHENG_PASSWORD'] }, say)
}

async function runOrHelp(words: readonly string[]): Promise<number> {
  try {
    const code = await run(words)
    if (code !== undefined) return code
  } catch (failure) {
    // A fault of ours is not the caller's mistake.
    if (!(failure instanceof TypeError && 'code' in failure && String(failure.code).startsWith('ERR_PARSE_ARGS'))) throw failure
  }
  process.stderr.write(`命令不完整或者有误。\n${HELP}`)
  return 2
}

process.exitCode = await runOrHelp(process.argv.slice(2))
