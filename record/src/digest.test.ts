import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { toHex } from './bytes.ts'
import { plainDigests } from './digest.ts'
import { utf8Bytes } from './utf8.ts'

describe('FIPS 180-4 · SHA-256', () => {
  test.each([
    ['the empty message', '', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
    ['one block', 'abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
    ['two blocks', 'abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq',
      '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1'],
  ])('%s', (_, message, digest) => {
    expect(toHex(plainDigests.sha256(utf8Bytes(message)))).toBe(digest)
  })
})

describe('GB/T 32905-2016 appendix A · SM3', () => {
  test.each([
    ['example 1: one block', 'abc', '66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0'],
    ['example 2: sixty-four bytes', 'abcd'.repeat(16), 'debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732'],
  ])('%s', (_, message, digest) => {
    expect(toHex(plainDigests.sm3(utf8Bytes(message)))).toBe(digest)
  })
})

describe('both hash functions agree with an independent implementation', () => {
  test.each(['sha256', 'sm3'] as const)('%s, any message up to a few blocks', (name) => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (message) => {
        expect(toHex(plainDigests[name](message))).toBe(createHash(name).update(message).digest('hex'))
      }),
    )
  })

  test.each(['sha256', 'sm3'] as const)('%s, every length around the edges of a block', (name) => {
    for (let length = 0; length <= 130; length++) {
      const message = new Uint8Array(length).fill(0xa5)
      expect(toHex(plainDigests[name](message))).toBe(createHash(name).update(message).digest('hex'))
    }
  })
})
