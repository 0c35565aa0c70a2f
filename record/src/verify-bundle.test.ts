import { createHash, createPrivateKey, createPublicKey, sign, verify } from 'node:crypto'
import { sm2 } from 'sm-crypto-v2'
import { describe, expect, test } from 'vitest'
import { base64 } from './base64.ts'
import { actItem, type Bundle, bundleBytes, type BundledAct, filesOf, readBundle } from './bundle.ts'
import { concat } from './bytes.ts'
import { canonicalText } from './canonical.ts'
import { checkFile, fileForm } from './file-record.ts'
import type { FindingCode } from './finding.ts'
import { entryHash } from './leaf.ts'
import type { Cryptography, Signer } from './note.ts'
import { plainCryptography } from './plain-cryptography.ts'
import { SAMPLE, SAMPLE_DECISION, sampleDossier } from './sample-dossier.ts'
import type { Trust } from './trust.ts'
import { findUtf8Text, utf8Bytes } from './utf8.ts'
import { verifyBundle } from './verify-bundle.ts'
import { type SignatureKind, verifierKey } from './vkey.ts'

const hasher = (name: string) => (bytes: Uint8Array): Uint8Array => Uint8Array.from(createHash(name).update(bytes).digest())

/** RFC 8410: what stands before a raw Ed25519 key in its DER form. */
const PRIVATE_DER = Buffer.from('302e020100300506032b657004220420', 'hex')
const PUBLIC_DER = Buffer.from('302a300506032b6570032100', 'hex')

const crypto: Cryptography = {
  sha256: hasher('sha256'),
  sm3: hasher('sm3'),
  ed25519: checkNatively,
  sm2: () => false,
}

/** The tests below ask the same few questions thousands of times. */
const answers = new Map<string, boolean>()

function checkNatively(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean {
  const question = Buffer.concat([publicKey, signature, message]).toString('latin1')
  const known = answers.get(question)
  if (known !== undefined) return known
  const key = createPublicKey({ key: Buffer.concat([PUBLIC_DER, publicKey]), format: 'der', type: 'spki' })
  const answer = verify(null, message, key, signature)
  answers.set(question, answer)
  return answer
}

function signer(name: string, kind: SignatureKind, seed: number): Signer {
  const key = createPrivateKey({ key: Buffer.concat([PRIVATE_DER, Buffer.alloc(32, seed)]), format: 'der', type: 'pkcs8' })
  const publicKey = createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(-32)
  return { key: verifierKey(crypto.sha256, name, kind, Uint8Array.from(publicKey)), sign: (message) => sign(null, message, key) }
}

function sm2Signer(name: string): Signer {
  const privateKey = '11'.repeat(32)
  const publicKey = sm2.getPublicKeyFromPrivateKey(privateKey)
  const key = verifierKey(crypto.sha256, name, 'sm2', Uint8Array.from(Buffer.from(publicKey, 'hex')))
  return { key, sign: (message) => Uint8Array.from(Buffer.from(sm2.doSignature(message, privateKey, { hash: true, publicKey }), 'hex')) }
}

const log = signer(SAMPLE.origin, 'ed25519', 1)
const logSm2 = sm2Signer(SAMPLE.origin)
const justice = signer('sifaju.example.cn/witness', 'cosignature', 2)
const impostor = signer(SAMPLE.origin, 'ed25519', 9)
const trust: Trust = { logKeys: [log.key], witnessKeys: [justice.key], witnessesNeeded: 1 }
const signers = { log: [log], witnesses: [justice] }

const sample = sampleDossier(crypto, signers)
const bundle = opened(sample.bytes)
const [first, second, third] = threeOf(bundle)

function opened(bytes: Uint8Array): Bundle {
  const read = readBundle(bytes)
  if (!read.ok) throw new Error(read.because)
  return read.value
}

function threeOf({ acts }: Bundle): [BundledAct, BundledAct, BundledAct] {
  const [a, b, c] = acts
  if (a === undefined || b === undefined || c === undefined) throw new Error('The sample has three acts')
  return [a, b, c]
}

function found(changed: Partial<Bundle>): { code: FindingCode; place: string }[] {
  const { findings } = verifyBundle(bundleBytes({ ...bundle, ...changed }), trust, crypto)
  return findings.map(({ code, place }) => ({ code, place }))
}

describe('案卷包 · a bundle as it was exported', () => {
  test('passes, and hands out its contents and who vouches for them', () => {
    const verdict = verifyBundle(sample.bytes, trust, crypto)
    expect(verdict.findings).toEqual([])
    expect(verdict).toMatchObject({ ok: true, notes: [], checkpoint: { size: 7n }, logSigners: [log.key], witnesses: [justice.key] })
  })

  test('is the same bytes every time', () => {
    expect(sampleDossier(crypto, signers).bytes).toEqual(sample.bytes)
  })

  test('lists its files, and each can be compared with the file in hand', () => {
    const decision = filesOf(bundle).find(({ file }) => file.name === '行政处罚决定书.pdf')
    expect(filesOf(bundle).map(({ seq, file }) => `${seq} ${file.name}`)).toEqual([
      '1 立案材料.jpg', '2 处罚前告知材料.jpg', '3 行政处罚决定书.pdf', '0 卷内备考表.pdf',
    ])
    if (decision === undefined) throw new Error('The sample has a decision')
    expect(checkFile(crypto, decision.file, SAMPLE_DECISION)).toEqual({ ok: true })
    expect(checkFile(crypto, decision.file, utf8Bytes('罚款人民币伍元整。'))).toMatchObject({ ok: false })
  })

  test('a witness whom the reader does not know is noted and counts for nothing', () => {
    const stranger = signer('nobody.example/w', 'cosignature', 3)
    const { bytes } = sampleDossier(crypto, { log: [log], witnesses: [stranger] })
    const none: Trust = { ...trust, witnessesNeeded: 0 }
    expect(verifyBundle(bytes, none, crypto)).toMatchObject({ ok: true, notes: ['「nobody.example/w」的密钥不在信任清单内，其签名不计'] })
    expect(verifyBundle(bytes, trust, crypto)).toMatchObject({ ok: false, findings: [{ code: 'witnesses-missing' }] })
  })

  test('signed with Ed25519 and SM2 passes with either key trusted, in plain TypeScript too', () => {
    const { bytes } = sampleDossier(plainCryptography, { log: [log, logSm2], witnesses: [justice] })
    for (const logKeys of [[log.key], [logSm2.key], [log.key, logSm2.key]])
      expect(verifyBundle(bytes, { ...trust, logKeys }, plainCryptography)).toMatchObject({ ok: true, logSigners: logKeys })
    expect(verifyBundle(bytes, trust, crypto)).toMatchObject({ ok: false, findings: [{ code: 'inventory-changed' }] })
  })

  test('with one of two signatures of the log stripped from either signed part is refused', () => {
    const both = opened(sampleDossier(plainCryptography, { log: [log, logSm2], witnesses: [justice] }).bytes)
    const codes = (changed: Partial<Bundle>): string[] =>
      verifyBundle(bundleBytes({ ...both, ...changed }), trust, plainCryptography).findings.map(({ code }) => code)
    for (const line of [/— \S+ \S+\n/, /— \S+ \S+\n$/]) {
      expect(codes({ checkpoint: both.checkpoint.replace(line, '') })).toEqual(['checkpoint-changed'])
      expect(codes({ inventory: both.inventory.replace(line, '') })).toContain('inventory-changed')
    }
  })

  test('signed by someone else under the name of the log is refused', () => {
    const { bytes } = sampleDossier(crypto, { log: [impostor], witnesses: [justice] })
    expect(verifyBundle(bytes, trust, crypto)).toMatchObject({ ok: false, findings: [{ code: 'log-untrusted' }] })
  })

  test('signed by a trusted key of another log is refused', () => {
    const other = signer('other.example.cn/log', 'ed25519', 5)
    const { bytes } = sampleDossier(crypto, { log: [other], witnesses: [justice] })
    expect(verifyBundle(bytes, { ...trust, logKeys: [other.key] }, crypto)).toMatchObject({ ok: false, findings: [{ code: 'log-untrusted' }] })
  })
})

describe('个人信息保护法第四十七条 · an act whose contents were erased', () => {
  const erased = sampleDossier(crypto, signers, [2])

  test('keeps its proof, and the reader is told what could not be checked', () => {
    const verdict = verifyBundle(erased.bytes, trust, crypto)
    expect(verdict).toMatchObject({ ok: true, notes: ['第2个程序行为（内容已删除）：只核验存证，内容无从核验'] })
  })

  test('leaves nothing of the contents in the bundle', () => {
    expect(findUtf8Text(erased.bytes)).not.toContain('处罚前告知')
    expect(findUtf8Text(sample.bytes)).toContain('处罚前告知')
  })

  test('contents withheld after the export are missed', () => {
    expect(found({ acts: [first, { ...second, contents: { state: 'erased' } }, third] })).toContainEqual({
      code: 'act-changed', place: '第2个程序行为（内容已删除）',
    })
  })
})

describe('案卷包 · acts that were tampered with are named', () => {
  test.each([
    ['the first dropped', [second, third], 'act-missing', '第1个程序行为'],
    ['the middle one dropped', [first, third], 'act-missing', '第2个程序行为'],
    ['the last dropped', [first, second], 'act-missing', '第3个程序行为'],
    ['all dropped', [], 'act-missing', '第3个程序行为'],
    ['two exchanged', [first, third, second], 'acts-reordered', '第2位：第3个程序行为（处罚决定）'],
    ['one repeated', [first, second, second, third], 'act-repeated', '第3位：第2个程序行为（处罚前告知）'],
    ['one in place of another', [first, first, third], 'act-missing', '第2个程序行为'],
  ] as const)('%s', (_, acts, code, place) => {
    expect(found({ acts })).toContainEqual({ code, place })
  })

  test('one inserted from another dossier of the same log', () => {
    const strange = { ...second, entry: { ...second.entry, sm3: first.entry.sm3 } }
    expect(found({ acts: [first, strange, second, third] })).toContainEqual({
      code: 'act-inserted', place: '第2位：第2个程序行为（处罚前告知）',
    })
  })

  test('a forged inventory does not help: its signature is by nobody known', () => {
    const without = bundle.inventory.replace(/^act 3 .*\n/m, '').replace('acts 3', 'acts 2')
    expect(found({ acts: [first, second], inventory: without })).toContainEqual({ code: 'inventory-changed', place: '卷内目录' })
  })

  test('a gap inside the chain shows even without a good inventory', () => {
    const codes = found({ acts: [first, third], inventory: bundle.inventory.replace('acts 3', 'acts 4') })
    expect(codes).toContainEqual({ code: 'act-misplaced', place: '第3个程序行为（处罚决定）' })
  })

  test('an act exchanged for one with the same number but another history is out of place', () => {
    if (third.contents.state !== 'open') throw new Error('The sample is open')
    const act = { ...third.contents.act, before: base64(entryHash(crypto, first.entry)) }
    const places = found({ acts: [first, second, { ...third, contents: { ...third.contents, act } }] })
    expect(places).toContainEqual({ code: 'act-misplaced', place: '第3个程序行为（处罚决定）' })
    expect(places).toContainEqual({ code: 'act-changed', place: '第3个程序行为（处罚决定）' })
  })
})

describe('案卷包 · files that were tampered with are named', () => {
  const [attachment] = bundle.attachments
  if (attachment === undefined) throw new Error('The sample has an attachment')

  test.each([
    ['renamed', [{ ...attachment, name: '备考表.pdf' }], 'file-changed', '《卷内备考表.pdf》'],
    ['of another size', [{ ...attachment, size: 1 }], 'file-changed', '《卷内备考表.pdf》'],
    ['dropped', [], 'file-missing', '《卷内备考表.pdf》'],
    ['repeated', [attachment, attachment], 'file-repeated', '《卷内备考表.pdf》'],
    ['inserted', [attachment, { ...attachment, name: '新证据.jpg' }], 'file-inserted', '《新证据.jpg》'],
  ] as const)('%s', (_, attachments, code, place) => {
    expect(found({ attachments })).toEqual([{ code, place }])
  })

  test('the digest of a document inside an act', () => {
    if (third.contents.state !== 'open') throw new Error('The sample is open')
    const { act } = third.contents
    const files = act.files.map((file) => ({ ...file, sha256: file.sm3 }))
    const places = found({ acts: [first, second, { ...third, contents: { ...third.contents, act: { ...act, files } } }] })
    expect(places).toEqual([
      { code: 'act-changed', place: '第3个程序行为（处罚决定）' },
      { code: 'file-changed', place: '《行政处罚决定书.pdf》' },
    ])
  })
})

describe('案卷包 · no byte is outside the check', () => {
  const text = findUtf8Text(sample.bytes) ?? ''

  /** Where each part of the bundle stands in its bytes, and what it is called in a finding. */
  const parts = [
    ...bundle.acts.map((act, at) => ({ text: canonicalText(actItem(act)), names: [`第${at + 1}个程序行为`] })),
    ...bundle.attachments.map((file, at) => ({ text: canonicalText(fileForm(file)), names: [file.name, `第${at + 1}份附件`] })),
    { text: JSON.stringify(bundle.checkpoint), names: ['检查点'] },
    { text: JSON.stringify(bundle.inventory), names: ['卷内目录'] },
  ].map(({ text: part, names }) => ({ names, from: bytesBefore(part), to: bytesBefore(part) + utf8Bytes(part).length - 1 }))

  function bytesBefore(part: string): number {
    return utf8Bytes(text.slice(0, text.indexOf(part))).length
  }

  function namesAt(at: number): string[] {
    return parts.find(({ from, to }) => at > from && at < to)?.names ?? ['']
  }

  test('every byte changed is refused, and the part that it is in is named', () => {
    const copy = Uint8Array.from(sample.bytes)
    const missed: string[] = []
    for (let at = 0; at < copy.length; at++) {
      // Each bit in turn, so that case, digits and UTF-8 lengths are all hit.
      const mask = 1 << (at % 8)
      copy[at] = (copy[at] ?? 0) ^ mask
      const { ok, findings } = verifyBundle(copy, trust, crypto)
      if (ok || !findings.some(({ place }) => namesAt(at).some((name) => place.includes(name))))
        missed.push(`byte ${at} of ${namesAt(at).join()}: ${findings[0]?.place}`)
      copy[at] = (copy[at] ?? 0) ^ mask
    }
    expect(missed).toEqual([])
  })

  test('every letter turned from upper to lower case, or back, is refused', () => {
    for (const { index } of text.matchAll(/[A-Za-z]/g)) {
      const letter = text.charAt(index)
      const other = letter === letter.toUpperCase() ? letter.toLowerCase() : letter.toUpperCase()
      const changed = `${text.slice(0, index)}${other}${text.slice(index + 1)}`
      expect(verifyBundle(utf8Bytes(changed), trust, crypto).ok).toBe(false)
    }
  })

  test('a byte taken away or a space put in is refused anywhere', () => {
    for (let at = 0; at <= sample.bytes.length; at += 3) {
      const [left, right] = [sample.bytes.slice(0, at), sample.bytes.slice(at)]
      expect(verifyBundle(concat(left, Uint8Array.of(0x20), right), trust, crypto).ok).toBe(false)
      if (right.length > 0) expect(verifyBundle(concat(left, right.slice(1)), trust, crypto).ok).toBe(false)
    }
  })

  test.each([
    ['the salt of act 2', base64(new Uint8Array(32).fill(0x42)), '第2个程序行为（处罚前告知）'],
    ['the entry of act 3', third.entry.sm3, '第3个程序行为'],
    ['the proof of act 1', base64(first.proof[0] ?? new Uint8Array()), '第1个程序行为（立案）'],
    ['the date in act 1', '2021-03-01', '第1个程序行为（立案）'],
    ['the root in the checkpoint', 'log.example.cn/zhunsheng\\n7', '检查点'],
    ['the inventory', 'acts 3', '卷内目录'],
  ])('one character changed in %s is named', (_, passage, place) => {
    const at = text.indexOf(passage) + 2
    const changed = text.slice(0, at) + (text[at] === 'A' ? 'B' : text[at] === '2' ? '3' : 'A') + text.slice(at + 1)
    const { findings } = verifyBundle(utf8Bytes(changed), trust, crypto)
    expect(findings.map((finding) => finding.place)).toContain(place)
  })
})
