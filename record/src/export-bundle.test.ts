import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Bundle, bundleBytes, readBundle } from './bundle.ts'
import { sameBytes } from './bytes.ts'
import { type Canonical, canonicalBytes, type CanonicalObject, isList, isObject } from './canonical.ts'
import { readCanonical } from './canonical-reader.ts'
import { checkpointText } from './checkpoint.ts'
import { type Export, exportBundle } from './export-bundle.ts'
import { cosign, type Cryptography, type Note, noteText, readNote, type Signer, signNote } from './note.ts'
import { plainCryptography } from './plain-cryptography.ts'
import { SAMPLE, sampleDossier } from './sample-dossier.ts'
import { sha512 } from './sha512.ts'
import { verifyBundle } from './verify-bundle.ts'
import { type SignatureKind, verifierKey } from './vkey.ts'

/** Stands in for a signature, so that keys need no mathematics here: anyone could make it. */
const stamp = (publicKey: Uint8Array, message: Uint8Array): Uint8Array => sha512(Uint8Array.from([...publicKey, ...message]))

const crypto: Cryptography = {
  ...plainCryptography,
  ed25519: (publicKey, message, signature) => sameBytes(stamp(publicKey, message), signature),
}

function signer(name: string, kind: SignatureKind, seed: number): Signer {
  const publicKey = new Uint8Array(32).fill(seed)
  return { key: verifierKey(crypto.sha256, name, kind, publicKey), sign: (message) => stamp(publicKey, message) }
}

const log = signer(SAMPLE.origin, 'ed25519', 1)
const witness = signer('sifaju.example.cn/w', 'cosignature', 2)
const trust = { logKeys: [log.key], witnessKeys: [witness.key], witnessesNeeded: 0 }

const sample = sampleDossier(crypto, { log: [log], witnesses: [witness] })
const bundle = valueOf(readBundle(sample.bytes))

function valueOf<T>(read: { ok: true; value: T } | { ok: false; because: string }): T {
  if (!read.ok) throw new Error(read.because)
  return read.value
}

function exported(changes: Partial<Export>): Uint8Array {
  const from = {
    bureau: SAMPLE.bureau,
    dossier: SAMPLE.dossier,
    acts: sample.acts,
    attachments: [],
    checkpoint: valueOf(readNote(bundle.checkpoint)),
    keys: [log.key, witness.key],
    signers: [log],
  }
  return exportBundle(crypto, { ...from, ...changes })
}

const codes = (bytes: Uint8Array): string[] => verifyBundle(bytes, trust, crypto).findings.map(({ code }) => code)

/** A checkpoint that the log has also signed, of a tree that is not the one of the sample. */
function otherCheckpoint(): Note {
  const text = checkpointText({ origin: SAMPLE.origin, size: 9n, root: new Uint8Array(32).fill(1), extensions: [] })
  return cosign(valueOf(readNote(signNote(text, [log]))), witness, 1n)
}

describe('案卷包 · what the bureau itself got wrong at the export is found too', () => {
  test('a bundle as it should be has no finding', () => {
    expect(codes(exported({}))).toEqual([])
  })

  test('an export under another number of dossier', () => {
    expect(codes(exported({ dossier: '示城执罚〔2021〕第8号' }))).toEqual(['act-misplaced', 'act-misplaced', 'act-misplaced'])
  })

  test('an export under another bureau', () => {
    expect(codes(exported({ bureau: '别的机关' }))).toEqual(['act-misplaced', 'act-misplaced', 'act-misplaced'])
  })

  test('an act left out before the inventory was signed breaks the chain', () => {
    const [first, , third] = sample.acts
    if (first === undefined || third === undefined) throw new Error('The sample has three acts')
    expect(codes(exported({ acts: [first, third] }))).toEqual(['act-misplaced'])
    expect(codes(exported({ acts: sample.acts.slice(1) }))).toEqual(['act-misplaced'])
  })

  test('acts out of their order in the log make no inventory', () => {
    expect(codes(exported({ acts: [...sample.acts].reverse() }))).toContain('inventory-changed')
  })

  test('proofs for another checkpoint', () => {
    expect(codes(exported({ checkpoint: otherCheckpoint() }))).toEqual(['proof-changed', 'proof-changed', 'proof-changed'])
  })
})

describe('案卷包 · parts of different bundles do not go together', () => {
  test('a good inventory with another good checkpoint', () => {
    const mixed: Bundle = { ...bundle, checkpoint: noteText(otherCheckpoint()) }
    expect(codes(bundleBytes(mixed))).toContain('inventory-mismatch')
  })

  test('the inventory of another export of the same dossier', () => {
    const other = valueOf(readBundle(exported({})))
    expect(codes(bundleBytes({ ...bundle, inventory: other.inventory }))).toEqual(['file-inserted'])
  })
})

describe('案卷包 · any other selection or order of acts', () => {
  test('is refused, whatever was dropped, moved or repeated', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(2), { maxLength: 5 }), (places) => {
        const acts = places.flatMap((place) => bundle.acts[place] ?? [])
        expect(codes(bundleBytes({ ...bundle, acts })).length === 0).toBe(places.join() === '0,1,2')
      }),
    )
  })
})

describe('案卷包 · what can be exported', () => {
  test('signatures by keys that nobody named are left out', () => {
    const stranger = signer('nobody.example/w', 'cosignature', 3)
    const checkpoint = cosign(valueOf(readNote(bundle.checkpoint)), stranger, 2n)
    expect(valueOf(readBundle(exported({ checkpoint }))).checkpoint).toBe(bundle.checkpoint)
  })

  test('a witness listed twice is refused, so that it cannot count twice', () => {
    const once = valueOf(readNote(bundle.checkpoint))
    expect(codes(exported({ checkpoint: cosign(once, witness, 3n) }))).toEqual(['inventory-changed'])
  })

  test('a checkpoint that the log did not sign, or cannot sign for, is a fault', () => {
    expect(() => exported({ keys: [witness.key] })).toThrow(RangeError)
    expect(() => exported({ signers: [] })).toThrow(RangeError)
    expect(() => exported({ checkpoint: { text: 'nothing\n', signatures: [] } })).toThrow(RangeError)
  })

  test('a name that does not fit one line of the inventory is a fault', () => {
    expect(() => exported({ dossier: '第7号\nact 9' })).toThrow(RangeError)
  })

  test('a dossier without acts or files', () => {
    expect(verifyBundle(exported({ acts: [] }), trust, crypto)).toMatchObject({ ok: true, inventory: { acts: [], files: [] } })
  })
})

describe('案卷包 · what is not a bundle is not read as one', () => {
  const form = valueOf(readCanonical(sample.bytes))
  if (!isObject(form) || !isList(form.acts) || !isObject(form.acts[0])) throw new Error('A bundle is an object with acts')
  const [act, ...acts] = [form.acts[0], ...form.acts.slice(1)]
  const withAct = (changes: CanonicalObject): Canonical => ({ ...form, acts: [{ ...act, ...changes }, ...acts] })

  test.each([
    ['a text', 'bundle', '案卷包'],
    ['another form', { ...form, form: 'zhunsheng.bundle/2' }, '案卷包'],
    ['a further member', { ...form, more: 1 }, '案卷包'],
    ['acts that are no list', { ...form, acts: {} }, '案卷包'],
    ['attachments that are no list', { ...form, attachments: null }, '案卷包'],
    ['a checkpoint that is no text', { ...form, checkpoint: 1 }, '案卷包'],
    ['an inventory that is no text', { ...form, inventory: null }, '案卷包'],
    ['an attachment that is none', { ...form, attachments: [{}] }, '第1份附件'],
    ['an act that is none', { ...form, acts: [...form.acts, {}] }, '第4个程序行为'],
    ['a salt without its act', withAct({ act: null }), '第1个程序行为'],
    ['an act without its salt', withAct({ salt: null }), '第1个程序行为'],
    ['an entry that is none', withAct({ entry: null }), '第1个程序行为'],
    ['an index that is a number', withAct({ index: 1 }), '第1个程序行为'],
    ['an index that is no number', withAct({ index: '1.0' }), '第1个程序行为'],
    ['a proof that is no list', withAct({ proof: null }), '第1个程序行为'],
    ['a proof with something else in it', withAct({ proof: [1] }), '第1个程序行为'],
    ['a proof with a short hash', withAct({ proof: ['AAAA'] }), '第1个程序行为'],
  ])('%s', (_, value, place) => {
    const { ok, findings } = verifyBundle(canonicalBytes(value), trust, crypto)
    expect({ ok, codes: findings.map(({ code }) => code), place: findings[0]?.place }).toEqual({ ok: false, codes: ['bundle-unreadable'], place })
  })
})
