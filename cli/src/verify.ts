import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { actVerdicts } from '@zhunsheng/record/act-verdicts.ts'
import { type Bundle, readBundle } from '@zhunsheng/record/bundle.ts'
import { filesLike, type NamedFile, namedFiles } from '@zhunsheng/record/named-files.ts'
import { namedKeys } from '@zhunsheng/record/named-keys.ts'
import { plainCryptography } from '@zhunsheng/record/plain-cryptography.ts'
import { type Verdict, verifyBundle } from '@zhunsheng/record/verify-bundle.ts'
import { readVkey, type VerifierKey, vkeyText } from '@zhunsheng/record/vkey.ts'

/** What `verify` is asked (核验请求). */
export interface VerifyRequest {
  readonly bundle: string
  /** Keys that the bureau publishes, each as text or as a file that holds some. */
  readonly keys: readonly string[]
  /** A folder of evidence and papers to be compared with the bundle. */
  readonly files?: string
}

/** 0 good; 1 changed or not to be believed; 2 nothing could be checked; 3 whole, but nobody said whose key it is. */
export type VerifyCode = 0 | 1 | 2 | 3

type Say = (line: string) => void

/** Checks a case bundle without any server (离线核验案卷包), and says what it found. */
export function verifyFile({ bundle: path, keys: given, files }: VerifyRequest, say: Say): VerifyCode {
  const bytes = readOr(path, say)
  const keys = given.map((key) => keysFrom(key, say))
  if (bytes === undefined || keys.includes(undefined) || (files !== undefined && !isFolder(files, say))) return 2
  const reading = readBundle(bytes)
  const trusted = given.length > 0 ? keys.flatMap((each) => each ?? []) : reading.ok ? namedKeys(plainCryptography, reading.value) : []
  const verdict = verifyBundle(bytes, { logKeys: trusted, witnessKeys: [], witnessesNeeded: 0 }, plainCryptography)
  if (reading.ok) sayActs(reading.value, verdict, say)
  for (const { place, because } of verdict.findings) say(`✗ ${place}：${because}`)
  for (const note of verdict.notes) say(`注意：${note}`)
  if (!verdict.ok) {
    say('核验不通过：案卷包的内容不可信')
    return 1
  }
  const isWhole = files === undefined || checkFolder(verdict.bundle, { folder: files, except: path }, say)
  if (!isWhole) {
    say('核验不通过：案卷包完整，但所附文件与案卷包不符')
    return 1
  }
  return sayGood(verdict, given.length > 0, say)
}

function sayActs(bundle: Bundle, verdict: Verdict, say: Say): void {
  const words = { sound: '✓ 未改动，在存证日志中', changed: '✗ 与存证不符', unchecked: '? 无从认定' }
  for (const { seq, title, index, state } of actVerdicts(bundle, verdict)) say(`${String(seq).padStart(3)}  ${title ?? '（内容已依法删除）'}  存证第 ${index} 号  ${words[state]}`)
}

function sayGood({ bundle, checkpoint, inventory, logSigners }: Verdict & { readonly ok: true }, isTrusted: boolean, say: Say): VerifyCode {
  say(`案卷 ${inventory.dossier}（${inventory.bureau}）：${bundle.acts.length} 项行为完整，均在存证日志 ${checkpoint.origin} 中，日志规模 ${checkpoint.size}`)
  say(`签名：${logSigners.map(({ kind }) => (kind === 'sm2' ? 'SM2' : 'Ed25519')).join('、')}`)
  if (isTrusted) {
    say('核验通过')
    return 0
  }
  for (const key of logSigners) say(`公钥：${vkeyText(key)}`)
  say('内容完整，但没有认定签名人：请与机关公布的公钥比对，或者用 --key 给出公布的公钥再核验')
  return 3
}

/** What a case that is handed over has beside it (随案卷移交的说明和核验页): no part of the case. */
const ENCLOSED = ['说明.txt', '离线核验.html']

/** Compares every file of a folder with the bundle. A file that the bundle names and the folder lacks is told, and is no fault. */
function checkFolder(bundle: Bundle, { folder, except }: { readonly folder: string; readonly except: string }, say: Say): boolean {
  const seen = new Set<string>()
  let isWhole = true
  for (const path of filesUnder(folder).filter((one) => resolve(one) !== resolve(except))) {
    if (ENCLOSED.includes(relative(folder, path))) {
      say(`注意：${relative(folder, path)} 不属于案卷，未核对`)
      continue
    }
    const bytes = readOr(path, say)
    const like = bytes === undefined ? [] : filesLike(plainCryptography, bundle, bytes)
    for (const { sha256 } of like) seen.add(sha256)
    const [first] = like
    if (first === undefined) isWhole = false
    if (bytes !== undefined) say(first === undefined ? `✗ 文件 ${relative(folder, path)}：案卷包没有记载，或者已被改动` : `✓ 文件 ${relative(folder, path)}：与${placeOf(first)}一致`)
  }
  for (const file of namedFiles(bundle)) if (!seen.has(file.sha256)) say(`注意：目录中没有${placeOf(file)}，未核对`)
  return isWhole
}

const placeOf = ({ seq, name }: NamedFile): string => `${seq === 0 ? '案卷' : `第 ${seq} 项行为`}所记「${name}」`

const filesUnder = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()

function isFolder(path: string, say: Say): boolean {
  const is = statSync(path, { throwIfNoEntry: false })?.isDirectory() === true
  if (!is) say(`${path} 不是目录：请用 --files 给出存放证据和文书的目录`)
  return is
}

function readOr(path: string, say: Say): Uint8Array | undefined {
  try {
    return new Uint8Array(readFileSync(path))
  } catch {
    say(`读不到文件 ${path}：请核对路径和权限`)
    return undefined
  }
}

/** The keys in a text or in the file of that name: as the bureau prints them, one a line, or as its interface answers them. */
function keysFrom(given: string, say: Say): readonly VerifierKey[] | undefined {
  const isFile = statSync(given, { throwIfNoEntry: false })?.isFile() === true
  const text = isFile ? new TextDecoder().decode(readOr(given, say)) : given
  const read = text.split(/[\s",[\]{}]+/).filter((word) => word.includes('+')).map((word) => readVkey(plainCryptography.sha256, word))
  const bad = read.find((key) => !key.ok)
  if (read.length > 0 && bad === undefined) return read.flatMap((key) => (key.ok ? [key.value] : []))
  say(`公钥「${given}」无效：${bad?.ok === false ? bad.because : '应为机关公布的公钥（名称+编号+密钥），或者存有公钥的文件'}`)
  return undefined
}
