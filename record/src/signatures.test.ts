import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify } from 'node:crypto'
import fc from 'fast-check'
import { sm2 } from 'sm-crypto-v2'
import { describe, expect, test } from 'vitest'
import { toHex } from './bytes.ts'
import { verifyEd25519 } from './ed25519.ts'
import { sha512 } from './sha512.ts'
import { verifySm2 } from './sm2.ts'
import { utf8Bytes } from './utf8.ts'

const hex = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'hex'))
const flipped = (bytes: Uint8Array, bit: number): Uint8Array =>
  bytes.map((byte, at) => (at === (bit >> 3) % bytes.length ? byte ^ (1 << (bit & 7)) : byte))

describe('FIPS 180-4 section 6.4 · SHA-512', () => {
  test('agrees with an independent implementation', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (message) => {
        expect(toHex(sha512(message))).toBe(createHash('sha512').update(message).digest('hex'))
      }),
      { numRuns: 50 },
    )
  })
})

describe('RFC 8032 section 5.1.7 · Ed25519', () => {
  test.each([
    ['test 1: the empty message', 'd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a', '',
      'e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b'],
    ['test 2: one byte', '3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c', '72',
      '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00'],
  ])('section 7.1 %s', (_, key, message, signature) => {
    expect(verifyEd25519(hex(key), hex(message), hex(signature))).toBe(true)
  })

  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  const raw = Uint8Array.from(publicKey.export({ format: 'der', type: 'spki' }).subarray(-32))

  test('accepts what an independent implementation signed, and nothing with one bit changed', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 60 }), fc.nat(511), (message, bit) => {
        const signature = Uint8Array.from(sign(null, message, privateKey))
        expect(verifyEd25519(raw, message, signature)).toBe(true)
        expect(verifyEd25519(raw, message, flipped(signature, bit))).toBe(false)
        expect(verifyEd25519(raw, flipped(message, bit), signature)).toBe(false)
        expect(verifyEd25519(flipped(raw, bit), message, signature)).toBe(false)
      }),
      { numRuns: 10 },
    )
  })

  test('accepts keys of either sign', () => {
    const message = utf8Bytes('either sign')
    const signs = Array.from({ length: 16 }, (_, seed) => {
      const der = Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), Buffer.alloc(32, seed)])
      const secret = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' })
      const known = Uint8Array.from(createPublicKey(secret).export({ format: 'der', type: 'spki' }).subarray(-32))
      expect(verifyEd25519(known, message, Uint8Array.from(sign(null, message, secret)))).toBe(true)
      return (known[31] ?? 0) >> 7
    })
    expect(new Set(signs)).toEqual(new Set([0, 1]))
  })

  test('refuses the second form of a signature, with the order of the group added to s', () => {
    const message = utf8Bytes('one signature, one form')
    const signature = Uint8Array.from(sign(null, message, privateKey))
    const order = 2n ** 252n + 27742317777372353535851937790883648493n
    const s = BigInt(`0x${toHex(signature.slice(32).toReversed())}`) + order
    const second = Uint8Array.from([...signature.slice(0, 32), ...hex(s.toString(16).padStart(64, '0')).toReversed()])
    expect(verify(null, message, publicKey, second)).toBe(false)
    expect(verifyEd25519(raw, message, second)).toBe(false)
  })

  test.each([
    ['a short key', new Uint8Array(31), new Uint8Array(64)],
    ['a short signature', new Uint8Array(32), new Uint8Array(63)],
    ['a key that is no point', new Uint8Array(32).fill(0xff), new Uint8Array(64)],
    ['a key whose y is on no point', Uint8Array.of(2, ...new Uint8Array(31)), new Uint8Array(64)],
    ['the point with x zero under the other sign', Uint8Array.of(1, ...new Uint8Array(30), 0x80), new Uint8Array(64)],
  ])('refuses %s', (_, key, signature) => {
    expect(verifyEd25519(key, new Uint8Array(0), signature)).toBe(false)
  })
})

describe('GB/T 32918.2-2016 section 7 · SM2 with SM3', () => {
  const exampleKey = `0409f9df311e5421a150dd7d161e4bc5c672179fad1833fc076bb08ff356f35020ccea490ce26775a52dc6ea718cc1aa600aed05fbf35e084a6632f6072da9ad13`
  const exampleSignature = 'f5a03b0648d2c4630eeac513e1bb81a15944da3827d5b74143ac7eaceee720b3b1b6aa29df212fd8763182bc0d421ca1bb9038fd1f7f42d4840b69c485bbc1aa'

  test('the example of GB/T 32918.5-2017 appendix A', () => {
    expect(verifySm2(hex(exampleKey), utf8Bytes('message digest'), hex(exampleSignature))).toBe(true)
    expect(verifySm2(hex(exampleKey), utf8Bytes('message digest.'), hex(exampleSignature))).toBe(false)
  })

  const pair = sm2.generateKeyPairHex()
  const key = hex(pair.publicKey)
  const signed = (message: Uint8Array): Uint8Array =>
    hex(sm2.doSignature(message, pair.privateKey, { hash: true, publicKey: pair.publicKey }))

  test('accepts what an independent implementation signed, and nothing with one bit changed', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 60 }), fc.nat(511), (message, bit) => {
        const signature = signed(message)
        expect(verifySm2(key, message, signature)).toBe(true)
        expect(verifySm2(key, message, flipped(signature, bit))).toBe(false)
        expect(verifySm2(key, flipped(message, bit), signature)).toBe(false)
        expect(verifySm2(flipped(key, bit + 8), message, signature)).toBe(false)
      }),
      { numRuns: 10 },
    )
  })

  test('refuses the ECDSA that some software calls SM2', () => {
    const pem = generateKeyPairSync('ec', { namedCurve: 'SM2' })
    const { x = '', y = '' } = derPoint(pem.publicKey.export({ format: 'der', type: 'spki' }))
    const message = utf8Bytes('检查点')
    const signature = Uint8Array.from(sign('sm3', message, { key: pem.privateKey, dsaEncoding: 'ieee-p1363' }))
    expect(verifySm2(hex(`04${x}${y}`), message, signature)).toBe(false)
  })

  test.each([
    ['r zero', '00'.repeat(32) + exampleSignature.slice(64)],
    ['s zero', exampleSignature.slice(0, 64) + '00'.repeat(32)],
    ['r as large as the order', `fffffffeffffffffffffffffffffffff7203df6b21c6052b53bbf40939d54123${exampleSignature.slice(64)}`],
    ['a sum that is the order', `${'00'.repeat(31)}01fffffffeffffffffffffffffffffffff7203df6b21c6052b53bbf40939d54122`],
    ['a short signature', exampleSignature.slice(2)],
  ])('refuses %s', (_, signature) => {
    expect(verifySm2(hex(exampleKey), utf8Bytes('message digest'), hex(signature))).toBe(false)
  })

  test('refuses a key that is not on the curve, or compressed', () => {
    const signature = hex(exampleSignature)
    expect(verifySm2(hex(exampleKey.slice(0, -2) + '14'), utf8Bytes('message digest'), signature)).toBe(false)
    expect(verifySm2(hex(exampleKey).slice(0, 33), utf8Bytes('message digest'), signature)).toBe(false)
  })
})

function derPoint(der: Buffer): { x: string; y: string } {
  const point = der.subarray(-64)
  return { x: point.subarray(0, 32).toString('hex'), y: point.subarray(32).toString('hex') }
}
