import { createPrivateKey, createPublicKey, generateKeyPairSync, sign } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { actVerdicts } from './act-verdicts.ts'
import { type Bundle, bundleBytes, readBundle } from './bundle.ts'
import { filesLike, namedFiles } from './named-files.ts'
import { namedKeys } from './named-keys.ts'
import type { Signer } from './note.ts'
import { plainCryptography as crypto } from './plain-cryptography.ts'
import { SAMPLE, SAMPLE_DECISION, sampleDossier } from './sample-dossier.ts'
import { sha256 } from './sha256.ts'
import { toHex } from './bytes.ts'
import { utf8Bytes } from './utf8.ts'
import { verifyBundle } from './verify-bundle.ts'
import { verifierKey, type VerifierKey, vkeyText } from './vkey.ts'

const key = createPrivateKey(generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }))
const publicKey = Uint8Array.from(createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(-32))
const log: Signer = { key: verifierKey(sha256, SAMPLE.origin, 'ed25519', publicKey), sign: (message) => sign(null, message, key) }
const bundle = opened(sampleDossier(crypto, { log: [log], witnesses: [] }, [2]).bytes)

function opened(bytes: Uint8Array): Bundle {
  const reading = readBundle(bytes)
  if (!reading.ok) throw new Error(reading.because)
  return reading.value
}
const states = (change: Partial<Bundle>, logKeys: readonly VerifierKey[] = [log.key]) => {
  const shown = { ...bundle, ...change }
  return actVerdicts(shown, verifyBundle(bundleBytes(shown), { logKeys, witnessKeys: [], witnessesNeeded: 0 }, crypto)).map(({ seq, title, state }) => [seq, title, state])
}

describe('逐项结论 · the verdict on each act', () => {
  test('sound ones, also where the contents had been erased', () => {
    expect(states({})).toEqual([[1, '立案', 'sound'], [2, undefined, 'sound'], [3, '处罚决定', 'sound']])
  })
  test('a changed one is told from the others', () => {
    const [first, second, third] = bundle.acts
    if (first?.contents.state !== 'open' || second === undefined || third === undefined) throw new Error('The sample has three acts')
    const act = { ...first.contents.act, title: '不予立案' }
    expect(states({ acts: [{ ...first, contents: { ...first.contents, act } }, second, third] })).toEqual([[1, '不予立案', 'changed'], [2, undefined, 'sound'], [3, '处罚决定', 'sound']])
  })
  test('nothing can be said when the key is not believed', () => {
    expect(states({}, []).map(([, , state]) => state)).toEqual(['unchecked', 'unchecked', 'unchecked'])
  })
})

describe('案卷包自带的公钥', () => {
  test('are named as the log has them', () => {
    expect(namedKeys(crypto, bundle).map(vkeyText)).toEqual([vkeyText(log.key)])
    expect(namedKeys(crypto, { ...bundle, inventory: '' })).toEqual([])
  })
})

describe('案卷所记的文件', () => {
  test('records of acts and of the dossier', () => {
    expect(namedFiles(bundle).map(({ seq, name }) => [seq, name])).toEqual([[1, '立案材料.jpg'], [3, '行政处罚决定书.pdf'], [0, '卷内备考表.pdf']])
  })
  test('a file in hand is found by its contents, and not when a byte was changed', () => {
    expect(filesLike(crypto, bundle, SAMPLE_DECISION).map(({ name }) => name)).toEqual(['行政处罚决定书.pdf'])
    expect(filesLike(crypto, bundle, utf8Bytes('罚款人民币伍元整。'))).toEqual([])
  })
  test('a digest told inside an act, deep or in capitals, with the title beside it', () => {
    const digest = toHex(sha256(SAMPLE_DECISION))
    const acts = bundle.acts.flatMap((item) => (item.contents.state === 'open' ? [{ ...item, contents: { ...item.contents, act: { ...item.contents.act, files: [], body: { data: [{ title: '照片', sha256: digest.toUpperCase() }, { sha256: 'none' }] } } } }] : []))
    expect(filesLike(crypto, { ...bundle, acts }, SAMPLE_DECISION)).toEqual([{ seq: 1, name: '照片', sha256: digest }, { seq: 3, name: '照片', sha256: digest }])
  })
})
