import { readBundle, bundleBytes } from '@zhunsheng/record/bundle.ts'
import { plainCryptography } from '@zhunsheng/record/plain-cryptography.ts'
import { SAMPLE, SAMPLE_DECISION, sampleDossier } from '@zhunsheng/record/sample-dossier.ts'
import { verifierKey, vkeyText } from '@zhunsheng/record/vkey.ts'
import { describe, expect, test } from 'vitest'
import { fileNamed, judgeBundle } from './judge-bundle.ts'

async function newKey() {
  const { publicKey, privateKey } = await crypto.subtle.generateKey('Ed25519', true, ['sign', 'verify'])
  const raw = new Uint8Array(await crypto.subtle.exportKey('raw', publicKey))
  return { key: verifierKey(plainCryptography.sha256, SAMPLE.origin, 'ed25519', raw), privateKey }
}

/** The sample asks for signatures at once, a browser's cryptography answers later: so it is built twice. */
async function signedSample({ key, privateKey }: Awaited<ReturnType<typeof newKey>>): Promise<Uint8Array> {
  const asked: Uint8Array[] = []
  sampleDossier(plainCryptography, { log: [{ key, sign: (message) => new Uint8Array(64).fill(asked.push(message)) }], witnesses: [] })
  const signatures = await Promise.all(asked.map(async (message) => new Uint8Array(await crypto.subtle.sign('Ed25519', privateKey, Uint8Array.from(message)))))
  return sampleDossier(plainCryptography, { log: [{ key, sign: () => signatures.shift() ?? new Uint8Array(64) }], witnesses: [] }).bytes
}

const [log, another] = await Promise.all([newKey(), newKey()])
const KEY = vkeyText(log.key)
const bytes = await signedSample(log)
const changed = (from: string, to: string) => new TextEncoder().encode(new TextDecoder().decode(bytes).replace(from, to))

describe('the offline page · 案卷包离线核验', () => {
  test('a good bundle under the published key', () => {
    const { state, said, acts } = judgeBundle(bytes, `${KEY}\n`)
    expect(state).toBe('good')
    expect(said).toContain('核验通过：3 项行为完整')
    expect(acts.map((act) => [act.seq, act.kind, act.on, act.said])).toEqual([['1', '立案', '2021-03-01', '未改动'], ['2', '处罚前告知', '2021-03-02', '未改动'], ['3', '处罚决定', '2021-03-03', '未改动']])
  })
  test('an act that was changed is told from the others', () => {
    const { state, acts } = judgeBundle(changed('2021-03-02', '2021-03-09'), KEY)
    expect(state).toBe('bad')
    expect(acts.map((act) => act.state)).toEqual(['good', 'bad', 'good'])
    expect(acts[1]?.said).toContain('与存证不符：')
  })
  test('an act that was left out is named', () => {
    const reading = readBundle(bytes)
    if (!reading.ok) throw new Error(reading.because)
    const { state, findings } = judgeBundle(bundleBytes({ ...reading.value, acts: reading.value.acts.slice(0, 2) }), KEY)
    expect(state).toBe('bad')
    expect(findings).toContain('第3个程序行为：卷内目录列有，案卷包中缺失')
  })
  test('without a key nobody is believed to have signed, and the key that came along is shown', () => {
    const { state, said, findings } = judgeBundle(bytes, ' \n')
    expect(state).toBe('open')
    expect(said).toContain('尚未认定签名人')
    expect(findings).toContain(`案卷包自带的公钥：${KEY}`)
  })
  test('the key of another, or a text that is no key', () => {
    expect(judgeBundle(bytes, vkeyText(another.key))).toMatchObject({ state: 'bad', acts: [{ said: '无从认定' }, {}, {}] })
    expect(judgeBundle(bytes, '公钥').findings[0]).toContain('公钥「公钥」')
  })
  test.each([new Uint8Array(), Uint8Array.of(0xff), new TextEncoder().encode('{}')])('what is no bundle', (content) => {
    expect(judgeBundle(content, KEY)).toMatchObject({ state: 'bad', acts: [] })
  })
  test('files in hand', () => {
    expect(fileNamed(bytes, SAMPLE_DECISION)).toBe('与第 3 项行为所记「行政处罚决定书.pdf」一致')
    expect(fileNamed(bytes, Uint8Array.of(1))).toBeUndefined()
    expect(fileNamed(Uint8Array.of(1), SAMPLE_DECISION)).toBeUndefined()
  })
})
