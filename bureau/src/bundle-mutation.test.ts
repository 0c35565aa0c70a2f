import { createPublicKey, verify } from 'node:crypto'
import { actItem, type Bundle, bundleBytes, type BundledAct, readBundle } from '@zhunsheng/record/bundle.ts'
import { canonicalText } from '@zhunsheng/record/canonical.ts'
import { fileForm } from '@zhunsheng/record/file-record.ts'
import type { Cryptography } from '@zhunsheng/record/note.ts'
import { plainCryptography } from '@zhunsheng/record/plain-cryptography.ts'
import { utf8Bytes } from '@zhunsheng/record/utf8.ts'
import { type Verdict, verifyBundle } from '@zhunsheng/record/verify-bundle.ts'
import { readVkey, type VerifierKey } from '@zhunsheng/record/vkey.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { digests } from './platform/digest.ts'
import { passingLogKey, passingSm2Key } from './platform/keys.ts'
import { caseUpTo, testBureau, type TestBureau } from './test-bureau.ts'

const ON = '2021-08-10'
/** The bytes of a bundle that nothing vouches for (未受认证的字节): none. */
const UNAUTHENTICATED: readonly number[] = []

let bureau: TestBureau
let keys: readonly VerifierKey[]
let short: Uint8Array
let decided: Uint8Array
let bundle: Bundle
beforeAll(async () => {
  bureau = await testBureau(ON, [passingLogKey(), passingSm2Key()])
  const published = (await bureau.send(undefined, 'GET', '/api/public/log-keys')).body['keys']
  keys = (Array.isArray(published) ? published : []).flatMap((text: string) => {
    const key = readVkey(digests.sha256, text)
    return key.ok ? [key.value] : []
  })
  short = await exported(await caseUpTo(bureau, 'inspect', ON))
  decided = await exported(await caseUpTo(bureau, 'decide', ON))
  bundle = opened(decided)
})
afterAll(() => bureau.close())

const exported = async (id: string): Promise<Uint8Array> => utf8Bytes((await bureau.send('zhang', 'GET', `/api/cases/${id}/bundle`)).text)
function opened(bytes: Uint8Array): Bundle {
  const reading = readBundle(bytes)
  if (!reading.ok) throw new Error(reading.because)
  return reading.value
}

/** RFC 8410: what stands before a raw Ed25519 key in its DER form. */
const DER = Buffer.from('302a300506032b6570032100', 'hex')
/** The same few signatures are asked about many thousand times. */
const answers = new Map<string, boolean>()
const remembered = (check: Cryptography['sm2']): Cryptography['sm2'] => (publicKey, message, signature) => {
  const question = digests.sha256(Buffer.concat([publicKey, signature, message])).join()
  const answer = answers.get(question) ?? check(publicKey, message, signature)
  answers.set(question, answer)
  return answer
}
const crypto: Cryptography = {
  ...digests,
  ed25519: remembered((publicKey, message, signature) => verify(null, message, createPublicKey({ key: Buffer.concat([DER, publicKey]), format: 'der', type: 'spki' }), signature)),
  sm2: remembered(plainCryptography.sm2),
}
const verdictOn = (bytes: Uint8Array): Verdict => verifyBundle(bytes, { logKeys: keys, witnessKeys: [], witnessesNeeded: 0 }, crypto)

/** Where each part of a bundle stands in its bytes, and how a finding calls it. */
function partsOf(bytes: Uint8Array): readonly { readonly names: readonly string[]; readonly from: number; readonly to: number }[] {
  const { acts, attachments, checkpoint, inventory } = opened(bytes)
  return [
    ...acts.map((act, at) => ({ text: canonicalText(actItem(act)), names: [`第${at + 1}个程序行为`] })),
    ...attachments.map((file, at) => ({ text: canonicalText(fileForm(file)), names: [file.name, `第${at + 1}份附件`] })),
    { text: JSON.stringify(checkpoint), names: ['检查点'] },
    { text: JSON.stringify(inventory), names: ['卷内目录'] },
  ].map(({ text, names }) => {
    const from = Buffer.from(bytes).indexOf(text)
    return { names, from, to: from + utf8Bytes(text).length - 1 }
  })
}

/** Changes each of these bytes in turn, a bit of it; what was let through, or laid at another door. */
function missed(bytes: Uint8Array, step: number): { readonly accepted: readonly number[]; readonly misnamed: readonly string[] } {
  const parts = partsOf(bytes)
  const copy = Uint8Array.from(bytes)
  const accepted: number[] = []
  const misnamed: string[] = []
  for (let at = 0; at < copy.length; at += step) {
    const mask = 1 << (at % 8)
    copy[at] = (copy[at] ?? 0) ^ mask
    const { ok, findings } = verdictOn(copy)
    copy[at] = (copy[at] ?? 0) ^ mask
    const names = parts.find(({ from, to }) => at > from && at < to)?.names ?? ['']
    if (ok) accepted.push(at)
    else if (!findings.some(({ place }) => names.some((name) => place.includes(name)))) misnamed.push(`byte ${at} of ${names.join()}: ${findings[0]?.place}`)
  }
  return { accepted, misnamed }
}

describe('案卷包 · a bundle of the real server, changed in every way', () => {
  test('as it was exported it is good', () => {
    expect([short, decided].map((bytes) => verdictOn(bytes).findings)).toEqual([[], []])
    expect(bundle.acts.length).toBeGreaterThan(10)
    expect(bundle.attachments.length).toBeGreaterThan(5)
  })
  test('every byte of a short case: refused, and the act, paper or signed part that it is in is named', () => {
    expect(missed(short, 1)).toEqual({ accepted: UNAUTHENTICATED, misnamed: [] })
  }, 120_000)
  test('every eleventh byte of a case with its decision', () => {
    expect(missed(decided, 11)).toEqual({ accepted: UNAUTHENTICATED, misnamed: [] })
  }, 120_000)

  const refused = (acts: readonly BundledAct[]) => verdictOn(bundleBytes({ ...bundle, acts })).findings
  test('any act dropped is named', () => {
    for (const at of bundle.acts.keys())
      expect(refused(bundle.acts.filter((_, place) => place !== at)).map(({ code, place }) => [code, place])).toContainEqual(['act-missing', `第${at + 1}个程序行为`])
  })
  test('any number of acts cut off the end, or all', () => {
    for (const kept of bundle.acts.keys()) expect(refused(bundle.acts.slice(0, kept)).map(({ code }) => code)).toContain('act-missing')
  })
  test('any act moved to any other place', () => {
    for (const [from, act] of bundle.acts.entries())
      for (const to of bundle.acts.keys()) {
        if (from === to) continue
        expect(refused(bundle.acts.toSpliced(from, 1).toSpliced(to, 0, act)).map(({ code }) => code)).toContain('acts-reordered')
      }
  })
  test('any act shown twice, wherever the second one stands', () => {
    for (const act of bundle.acts)
      for (const to of [0, ...bundle.acts.keys()].map((place) => place + 1)) expect(refused(bundle.acts.toSpliced(to, 0, act)).map(({ code }) => code)).toContain('act-repeated')
  })
  test('an act of another case put in at any place, with its own good proof', () => {
    const [strange] = opened(short).acts
    if (strange === undefined) throw new Error('The other case has acts')
    for (let to = 0; to <= bundle.acts.length; to += 1) expect(refused(bundle.acts.toSpliced(to, 0, strange)).map(({ code }) => code)).toContain('act-inserted')
  })
  test('any paper dropped, or shown as another', () => {
    for (const [at, file] of bundle.attachments.entries()) {
      const [next = file] = bundle.attachments.slice(at + 1)
      const findings = (attachments: Bundle['attachments']) => verdictOn(bundleBytes({ ...bundle, attachments })).findings
      expect(findings(bundle.attachments.toSpliced(at, 1))).toMatchObject([{ code: 'file-missing', place: `《${file.name}》` }])
      expect(findings(bundle.attachments.with(at, { ...file, sha256: next.sm3 }))).toMatchObject([{ code: 'file-changed', place: `《${file.name}》` }])
    }
  })
})
