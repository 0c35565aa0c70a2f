import { filesOf, readBundle, type Bundle } from '@zhunsheng/record/bundle.ts'
import { toHex } from '@zhunsheng/record/bytes.ts'
import { plainCryptography } from '@zhunsheng/record/plain-cryptography.ts'
import { verifyBundle } from '@zhunsheng/record/verify-bundle.ts'
import { readVkey, type VerifierKey } from '@zhunsheng/record/vkey.ts'

/** What the page shows of one act. */
interface ShownAct {
  readonly seq: string
  readonly kind: string
  readonly on: string
  readonly place: string
}
/** The whole answer of the page (核验结论). */
export interface Answer {
  readonly state: 'good' | 'bad' | 'open'
  readonly said: string
  readonly findings: readonly string[]
  readonly acts: readonly ShownAct[]
}

/** Reads the keys that the reader typed; what is not one is said. */
function keysFrom(text: string): { readonly keys: readonly VerifierKey[]; readonly faults: readonly string[] } {
  const lines = text.split('\n').map((line) => line.trim()).filter((line) => line !== '')
  const read = lines.map((line) => ({ line, key: readVkey(plainCryptography.sha256, line) }))
  return {
    keys: read.flatMap(({ key }) => (key.ok ? [key.value] : [])),
    faults: read.flatMap(({ line, key }) => (key.ok ? [] : [`公钥「${line.slice(0, 40)}」：${key.because}`])),
  }
}

/** Checks a bundle against the keys, and says it act by act. */
export function judgeBundle(bytes: Uint8Array, keyText: string): Answer {
  const { keys, faults } = keysFrom(keyText)
  if (keys.length === 0) return { state: 'open', said: '请填写机关公布的公钥', findings: faults, acts: [] }
  const verdict = verifyBundle(bytes, { logKeys: keys, witnessKeys: [], witnessesNeeded: 0 }, plainCryptography)
  const reading = readBundle(bytes)
  const acts = reading.ok ? actsOf(reading.value) : []
  if (!verdict.ok) return { state: 'bad', said: '核验不通过：案卷包的内容不可信', findings: [...faults, ...verdict.findings.map(({ place, because }) => `${place}：${because}`)], acts }
  const signers = verdict.logSigners.map(({ name, kind }) => `${name}（${kind === 'sm2' ? 'SM2' : 'Ed25519'}）`).join('、')
  return { state: 'good', said: `核验通过：${acts.length} 项行为完整，均在存证日志中（日志规模 ${verdict.checkpoint.size}），由 ${signers} 签名`, findings: [...faults, ...verdict.notes], acts }
}

const actsOf = ({ acts }: Bundle): readonly ShownAct[] =>
  acts.map(({ contents, index }, place) => ({
    seq: String(place + 1),
    kind: contents.state === 'open' ? contents.act.title : '（内容已依法删除）',
    on: contents.state === 'open' ? dayIn(contents.act.body) : '',
    place: index.toString(),
  }))

/** The legal day of an act, where its form is ours. */
const dayIn = (body: unknown): string => (typeof body === 'object' && body !== null && 'on' in body && typeof body.on === 'string' ? body.on : '')

/** Whether a file is one of those that the bundle names, by its digest. Evidence is named in the answers of the act that collected it. */
export function fileNamed(bundle: Uint8Array, file: Uint8Array): string | undefined {
  const reading = readBundle(bundle)
  if (!reading.ok) return undefined
  const digest = toHex(plainCryptography.sha256(file))
  const recorded = filesOf(reading.value).find(({ file: one }) => one.sha256 === digest)
  if (recorded !== undefined) return `与案卷所记「${recorded.file.name}」一致`
  const at = reading.value.acts.findIndex(({ contents }) => contents.state === 'open' && JSON.stringify(contents.act.body).includes(digest))
  return at < 0 ? undefined : `与第 ${at + 1} 项行为所记的摘要一致`
}
