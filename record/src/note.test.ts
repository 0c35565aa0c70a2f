import { createHash, createPrivateKey, createPublicKey, sign, verify } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { checkpointText, readCheckpoint } from './checkpoint.ts'
import { inclusionProof } from './inclusion.ts'
import { leafHash, rangeHash, readerOfLeaves } from './merkle.ts'
import { cosign, type Cryptography, type Note, noteText, openNote, readNote, type Signer, signNote } from './note.ts'
import { proofText, readProof, verifyProof } from './proof.ts'
import { openCheckpoint } from './trust.ts'
import { utf8Bytes } from './utf8.ts'
import { readVkey, type SignatureKind, verifierKey, vkeyText } from './vkey.ts'

const hasher = (name: string) => (bytes: Uint8Array): Uint8Array => Uint8Array.from(createHash(name).update(bytes).digest())

/** RFC 8410: what stands before a raw Ed25519 key in its DER form. */
const PRIVATE_DER = Buffer.from('302e020100300506032b657004220420', 'hex')
const PUBLIC_DER = Buffer.from('302a300506032b6570032100', 'hex')

/** A stand-in for SM2 that only its own signer satisfies: the note has to hand over the right three things. */
const sm2Stub = (publicKey: Uint8Array, message: Uint8Array): Uint8Array => {
  const digest = hasher('sm3')(Buffer.concat([publicKey, message]))
  return Uint8Array.from([...digest, ...digest])
}

const crypto: Cryptography = {
  sha256: hasher('sha256'),
  sm3: hasher('sm3'),
  ed25519: (publicKey, message, signature) =>
    verify(null, message, createPublicKey({ key: Buffer.concat([PUBLIC_DER, publicKey]), format: 'der', type: 'spki' }), signature),
  sm2: (publicKey, message, signature) => Buffer.compare(sm2Stub(publicKey, message), signature) === 0,
}

function signer(name: string, kind: SignatureKind, seed: number): Signer {
  const key = createPrivateKey({ key: Buffer.concat([PRIVATE_DER, Buffer.alloc(32, seed)]), format: 'der', type: 'pkcs8' })
  const publicKey = Uint8Array.from(createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(-32))
  return { key: verifierKey(crypto.sha256, name, kind, publicKey), sign: (message) => sign(null, message, key) }
}

function sm2Signer(name: string): Signer {
  const publicKey = Uint8Array.of(4, ...new Uint8Array(64).fill(7))
  return { key: verifierKey(crypto.sha256, name, 'sm2', publicKey), sign: (message) => sm2Stub(publicKey, message) }
}

function parsed(text: string): Note {
  const note = readNote(text)
  if (!note.ok) throw new Error(note.because)
  return note.value
}

const log = signer('log.example.cn/a', 'ed25519', 1)
const logSm2 = sm2Signer('log.example.cn/a')
const witness = signer('sifaju.example.cn/w', 'cosignature', 2)
const stranger = signer('stranger.example/x', 'ed25519', 3)
const TEXT = 'first line\n\nthird line\n'

describe('C2SP signed-note · keys', () => {
  test.each([
    ['Ed25519', log.key],
    ['a witness', witness.key],
    ['SM2', logSm2.key],
  ])('a key for %s reads back from its text', (_, key) => {
    expect(readVkey(crypto.sha256, vkeyText(key))).toEqual({ ok: true, value: key })
  })

  test('the example of the specification has the identifier that it gives', () => {
    const vkey = 'example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k'
    expect(readVkey(crypto.sha256, vkey)).toMatchObject({ ok: true, value: { name: 'example.com/foo', kind: 'ed25519' } })
    expect(readVkey(crypto.sha256, vkey.replace('530d903a', '530d903b')).ok).toBe(false)
  })

  test.each([
    ['nothing', ''],
    ['no key', 'name+00000000+'],
    ['a space in the name', vkeyText(log.key).replace('log', 'l g')],
    ['an unknown algorithm', vkeyText(log.key).replace('+A', '+/')],
    ['upper-case digits', vkeyText(log.key).replace(/\+\w{8}\+/, (id) => id.toUpperCase())],
    ['a short key', vkeyText(log.key).slice(0, -4)],
  ])('refuses %s', (_, text) => {
    expect(readVkey(crypto.sha256, text).ok).toBe(false)
  })

  test('a bad name or a bad key is a fault of the caller', () => {
    expect(() => verifierKey(crypto.sha256, 'a+b', 'ed25519', new Uint8Array(32))).toThrow(RangeError)
    expect(() => verifierKey(crypto.sha256, 'a', 'ed25519', new Uint8Array(31))).toThrow(RangeError)
    expect(() => verifierKey(crypto.sha256, 'a', 'sm2', new Uint8Array(65))).toThrow(RangeError)
  })
})

describe('C2SP signed-note · notes', () => {
  test('both algorithms sign the same text, and either key opens it', () => {
    const note = parsed(signNote(TEXT, [log, logSm2]))
    expect(note.text).toBe(TEXT)
    expect(openNote(crypto, note, [log.key])).toEqual({ ok: true, value: [log.key] })
    expect(openNote(crypto, note, [logSm2.key])).toEqual({ ok: true, value: [logSm2.key] })
    expect(openNote(crypto, note, [logSm2.key, log.key, stranger.key])).toEqual({ ok: true, value: [log.key, logSm2.key] })
  })

  test('signatures by unknown keys are passed over, and are not enough', () => {
    const note = parsed(signNote(TEXT, [stranger, log]))
    expect(openNote(crypto, note, [log.key]).ok).toBe(true)
    expect(openNote(crypto, note, [witness.key]).ok).toBe(false)
  })

  test('one bad signature by a known key spoils the note', () => {
    const note = parsed(signNote(TEXT, [log, stranger]))
    const spoiled = { ...note, signatures: note.signatures.map((line, at) => (at === 1 ? { ...line, signature: line.signature.map((byte) => byte ^ 1) } : line)) }
    expect(openNote(crypto, spoiled, [log.key]).ok).toBe(true)
    expect(openNote(crypto, spoiled, [log.key, stranger.key]).ok).toBe(false)
  })

  test('a changed text is refused', () => {
    const note = parsed(signNote(TEXT, [log]))
    expect(openNote(crypto, { ...note, text: 'first line\n\nthird lime\n' }, [log.key]).ok).toBe(false)
  })

  test('sixteen signatures are read', () => {
    const many = Array.from({ length: 16 }, (_, at) => signer(`key${at}`, 'ed25519', at + 10))
    expect(parsed(signNote(TEXT, many)).signatures).toHaveLength(16)
  })

  const good = signNote(TEXT, [log])
  test.each([
    ['no signature', TEXT],
    ['no blank line', good.replaceAll('\n\n', '\n')],
    ['no last newline', good.slice(0, -1)],
    ['a second newline at the end', `${good}\n`],
    ['a carriage return', good.replace('first', 'first\r')],
    ['a hyphen for the dash', good.replace('—', '-')],
    ['two spaces', good.replace('— ', '—  ')],
    ['a plus in the name', good.replace('log.', 'log+')],
    ['broken base64', good.replace(/.\n$/, '!\n')],
    ['only a key identifier', `${TEXT}\n— a AAAAAA==\n`],
    ['too many signatures', `${TEXT}\n${'— a AAAAAAA=\n'.repeat(65)}`],
  ])('refuses %s', (_, text) => {
    expect(readNote(text).ok).toBe(false)
  })

  test('signing what is not a note is a fault', () => {
    expect(() => signNote('no newline', [log])).toThrow(RangeError)
    expect(() => signNote('tab\t\n', [log])).toThrow(RangeError)
    expect(() => signNote(TEXT, [witness])).toThrow('cosign')
    expect(() => signNote(TEXT, [{ ...log, sign: () => new Uint8Array(3) }])).toThrow(RangeError)
  })

  test('a note is written back as it was read', () => {
    expect(noteText(parsed(good))).toBe(good)
  })
})

describe('C2SP tlog-checkpoint and tlog-cosignature', () => {
  const checkpoint = { origin: 'log.example.cn/a', size: 7n, root: new Uint8Array(32).fill(5), extensions: [] }
  const note = parsed(signNote(checkpointText(checkpoint), [log, logSm2]))
  const trust = { logKeys: [log.key], witnessKeys: [witness.key], witnessesNeeded: 1 }

  test('a checkpoint reads back, the largest one too', () => {
    expect(readCheckpoint(checkpointText(checkpoint))).toEqual({ ok: true, value: checkpoint })
    const largest = { ...checkpoint, size: 2n ** 64n - 1n, extensions: ['note'] }
    expect(readCheckpoint(checkpointText(largest))).toEqual({ ok: true, value: largest })
  })

  test.each([
    ['a leading zero', (text: string) => text.replace('\n7\n', '\n07\n')],
    ['a size beyond 64 bits', (text: string) => text.replace('\n7\n', '\n18446744073709551616\n')],
    ['a sign', (text: string) => text.replace('\n7\n', '\n+7\n')],
    ['no origin', (text: string) => text.replace(/^.*\n/, '\n')],
    ['a short root', (text: string) => text.replace('BQUF', '')],
    ['an empty extension line', (text: string) => `${text}\n`],
    ['no last newline', (text: string) => text.slice(0, -1)],
  ])('refuses %s', (_, change) => {
    expect(readCheckpoint(change(checkpointText(checkpoint))).ok).toBe(false)
  })

  test('the log alone is not enough where a witness is asked for', () => {
    expect(openCheckpoint(crypto, note, trust).ok).toBe(false)
    expect(openCheckpoint(crypto, note, { ...trust, witnessesNeeded: 0 }).ok).toBe(true)
    expect(openCheckpoint(crypto, cosign(note, witness, 1_700_000_000n), trust)).toEqual({
      ok: true,
      value: { checkpoint, logSigners: [log.key], witnesses: [witness.key] },
    })
  })

  test('a witness alone is not enough, nor a trusted key of another log', () => {
    const cosigned = cosign(parsed(signNote(checkpointText(checkpoint), [stranger])), witness, 1n)
    expect(openCheckpoint(crypto, cosigned, trust).ok).toBe(false)
    expect(openCheckpoint(crypto, cosigned, { ...trust, logKeys: [stranger.key] }).ok).toBe(false)
  })

  test('one witness who signed twice counts once', () => {
    const twice = cosign(cosign(note, witness, 1n), witness, 2n)
    expect(openCheckpoint(crypto, twice, { ...trust, witnessesNeeded: 2 }).ok).toBe(false)
  })

  test('the time of a cosignature is under the signature', () => {
    const cosigned = cosign(note, witness, 1_700_000_000n)
    const later = cosigned.signatures.map((line) =>
      line.signature.length === 72 ? { ...line, signature: line.signature.map((byte, at) => (at === 7 ? byte ^ 1 : byte)) } : line,
    )
    expect(openCheckpoint(crypto, { ...cosigned, signatures: later }, trust).ok).toBe(false)
  })

  test('a cosignature is refused when its time is beyond the format, or when it is cut short', () => {
    const cosigned = cosign(note, witness, 2n ** 63n)
    expect(openCheckpoint(crypto, cosigned, trust).ok).toBe(false)
    const short = cosigned.signatures.map((line) => ({ ...line, signature: line.signature.slice(0, 4) }))
    expect(openNote(crypto, { ...note, signatures: short }, [witness.key])).toEqual({ ok: false, because: '签名的长度不对' })
    expect(openCheckpoint(crypto, cosign(note, witness, 2n ** 63n - 1n), trust).ok).toBe(true)
  })

  test('a key in the wrong list stands in for nobody', () => {
    const cosigned = cosign(note, witness, 1n)
    const swapped = { logKeys: [witness.key], witnessKeys: [log.key], witnessesNeeded: 0 }
    expect(openCheckpoint(crypto, cosigned, swapped).ok).toBe(false)
    expect(openCheckpoint(crypto, cosigned, { ...trust, witnessKeys: [log.key] }).ok).toBe(false)
  })

  test('only a witness key cosigns', () => {
    expect(() => cosign(note, log, 1n)).toThrow(RangeError)
  })
})

describe('C2SP tlog-proof', () => {
  const leaves = [0, 1, 2, 3, 4].map((at) => leafHash(crypto.sha256, Uint8Array.of(at)))
  const read = readerOfLeaves(crypto.sha256, leaves)
  const root = rangeHash(crypto.sha256, read, 0n, 5n)
  const checkpoint = signNote(checkpointText({ origin: 'log.example.cn/a', size: 5n, root, extensions: [] }), [log])
  const proof = { index: 2n, hashes: inclusionProof(crypto.sha256, read, 2n, 5n), checkpoint }
  const trust = { logKeys: [log.key], witnessKeys: [], witnessesNeeded: 0 }
  const leaf = leaves[2] ?? new Uint8Array(0)

  test('reads back, with and without extra data', () => {
    expect(readProof(proofText(proof))).toEqual({ ok: true, value: proof })
    const more = { ...proof, extra: utf8Bytes('salt') }
    expect(readProof(proofText(more))).toEqual({ ok: true, value: more })
    expect(proofText(more).split('\n').slice(0, 3)).toEqual(['c2sp.org/tlog-proof@v1', 'extra c2FsdA==', 'index 2'])
  })

  test('the only entry of a log has a proof of no hashes', () => {
    expect(readProof(proofText({ ...proof, index: 0n, hashes: [] }))).toMatchObject({ ok: true, value: { hashes: [] } })
  })

  test('the longest path that a tree of 64 bits has is read', () => {
    const longest = { ...proof, hashes: Array.from({ length: 64 }, () => root) }
    expect(readProof(proofText(longest))).toEqual({ ok: true, value: longest })
  })

  test('proves its leaf and no other', () => {
    expect(verifyProof(crypto, proof, leaf, trust)).toMatchObject({ ok: true, value: { checkpoint: { size: 5n } } })
    expect(verifyProof(crypto, proof, leaves[3] ?? leaf, trust).ok).toBe(false)
    expect(verifyProof(crypto, { ...proof, index: 3n }, leaf, trust).ok).toBe(false)
    expect(verifyProof(crypto, proof, leaf, { ...trust, logKeys: [stranger.key] }).ok).toBe(false)
    expect(verifyProof(crypto, { ...proof, checkpoint: 'nothing' }, leaf, trust).ok).toBe(false)
  })

  test.each([
    ['another first line', (text: string) => text.replace('@v1', '@v2')],
    ['no index', (text: string) => text.replace('index 2\n', '')],
    ['a leading zero', (text: string) => text.replace('index 2', 'index 02')],
    ['broken extra data', (text: string) => text.replace('index 2', 'extra !\nindex 2')],
    ['a broken hash', (text: string) => text.replace(/=\n/, '\n')],
    ['a short hash', (text: string) => text.replace('index 2\n', 'index 2\nAAAA\n')],
    ['no checkpoint', (text: string) => text.slice(0, text.indexOf('\n\n'))],
    ['sixty-five hashes', (text: string) => text.replace('index 2\n', `index 2\n${`${'A'.repeat(43)}=\n`.repeat(65)}`)],
  ])('refuses %s', (_, change) => {
    expect(readProof(change(proofText(proof))).ok).toBe(false)
  })
})
