import { actVerdicts } from '@zhunsheng/record/act-verdicts.ts'
import { type Bundle, readBundle } from '@zhunsheng/record/bundle.ts'
import { filesLike } from '@zhunsheng/record/named-files.ts'
import { namedKeys } from '@zhunsheng/record/named-keys.ts'
import { plainCryptography } from '@zhunsheng/record/plain-cryptography.ts'
import { type Verdict, verifyBundle } from '@zhunsheng/record/verify-bundle.ts'
import { readVkey, type VerifierKey, vkeyText } from '@zhunsheng/record/vkey.ts'

/** What the page shows of one act (逐项结论). */
interface ShownAct {
  readonly seq: string
  readonly kind: string
  readonly on: string
  readonly place: string
  readonly state: 'good' | 'bad' | 'open'
  readonly said: string
}
/** The whole answer of the page (核验结论). `open` is whole, but by nobody whom the reader named. */
export interface Answer {
  readonly state: 'good' | 'bad' | 'open'
  readonly said: string
  readonly findings: readonly string[]
  readonly acts: readonly ShownAct[]
}

/** Checks a bundle against the keys that the reader typed, and says it act by act. */
export function judgeBundle(bytes: Uint8Array, keyText: string): Answer {
  const { keys, faults } = keysFrom(keyText)
  const reading = readBundle(bytes)
  const isKeyless = keys.length === 0 && faults.length === 0
  const trusted = isKeyless && reading.ok ? namedKeys(plainCryptography, reading.value) : keys
  const verdict = verifyBundle(bytes, { logKeys: trusted, witnessKeys: [], witnessesNeeded: 0 }, plainCryptography)
  const acts = reading.ok ? actsOf(reading.value, verdict) : []
  const findings = [...faults, ...verdict.findings.map(({ place, because }) => `${place}：${because}`), ...verdict.notes]
  if (!verdict.ok) return { state: 'bad', said: '核验不通过：案卷包的内容不可信', findings, acts }
  const whole = `${acts.length} 项行为完整，均在存证日志中（日志规模 ${verdict.checkpoint.size}）`
  if (!isKeyless) return { state: 'good', said: `核验通过：${whole}，由 ${verdict.logSigners.map(signer).join('、')} 签名`, findings, acts }
  const own = verdict.logSigners.map((key) => `案卷包自带的公钥：${vkeyText(key)}`)
  return { state: 'open', said: `尚未认定签名人：${whole}，但公钥是案卷包自带的，请填写机关公布的公钥`, findings: [...findings, ...own], acts }
}

const signer = ({ name, kind }: VerifierKey): string => `${name}（${kind === 'sm2' ? 'SM2' : 'Ed25519'}）`

/** Reads the keys that the reader typed; what is not one is said. */
function keysFrom(text: string): { readonly keys: readonly VerifierKey[]; readonly faults: readonly string[] } {
  const lines = text.split('\n').map((line) => line.trim()).filter((line) => line !== '')
  const read = lines.map((line) => ({ line, key: readVkey(plainCryptography.sha256, line) }))
  return {
    keys: read.flatMap(({ key }) => (key.ok ? [key.value] : [])),
    faults: read.flatMap(({ line, key }) => (key.ok ? [] : [`公钥「${line.slice(0, 40)}」：${key.because}`])),
  }
}

const STATES = { sound: { state: 'good', said: '未改动' }, changed: { state: 'bad', said: '与存证不符' }, unchecked: { state: 'open', said: '无从认定' } } as const

const actsOf = (bundle: Bundle, verdict: Verdict): readonly ShownAct[] =>
  actVerdicts(bundle, verdict).map(({ seq, title, index, state, because }, at) => {
    const contents = bundle.acts[at]?.contents
    const said = [STATES[state].said, ...because].join('：')
    return { seq: String(seq), kind: title ?? '（内容已依法删除）', on: contents?.state === 'open' ? dayIn(contents.act.body) : '', place: index.toString(), state: STATES[state].state, said }
  })

/** The legal day of an act, where its form is ours. */
const dayIn = (body: unknown): string => (typeof body === 'object' && body !== null && 'on' in body && typeof body.on === 'string' ? body.on : '')

/** What a file in hand is in the bundle, or nothing if the bundle does not name it. */
export function fileNamed(bundle: Uint8Array, file: Uint8Array): string | undefined {
  const reading = readBundle(bundle)
  const [first] = reading.ok ? filesLike(plainCryptography, reading.value, file) : []
  return first === undefined ? undefined : `与${first.seq === 0 ? '案卷' : `第 ${first.seq} 项行为`}所记「${first.name}」一致`
}
