import { createHash, createPublicKey, verify } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { concat } from './bytes.ts'
import { leafHash, rangeHash, readerOfLeaves } from './merkle.ts'
import { openNote, readNote, type SignatureChecks } from './note.ts'
import { edgeRoot, EMPTY_EDGE, growTiles } from './tile-log.ts'
import { readEntryBundle, readTile } from './tiles.ts'
import { openCheckpoint } from './trust.ts'
import { readVkey, type VerifierKey } from './vkey.ts'

const PROJECT = resolve(import.meta.dirname, '../..')
const VECTORS = resolve(PROJECT, process.env.ZS_SHARED ?? '../shared', 'vectors/merkle')

const sha256 = (bytes: Uint8Array): Uint8Array => Uint8Array.from(createHash('sha256').update(bytes).digest())

/** RFC 8410: what stands before a raw Ed25519 key in its DER form. */
const PUBLIC_DER = Buffer.from('302a300506032b6570032100', 'hex')

const checks: SignatureChecks = {
  ed25519: (publicKey, message, signature) =>
    verify(null, message, createPublicKey({ key: Buffer.concat([PUBLIC_DER, publicKey]), format: 'der', type: 'spki' }), signature),
  sm2: () => false,
}

function lines(name: string): Record<string, unknown>[] {
  return readFileSync(resolve(VECTORS, name), 'utf8').trim().split('\n').map((line) => JSON.parse(line))
}

function keyOf(vkey: unknown): VerifierKey {
  const key = readVkey(sha256, String(vkey))
  if (!key.ok) throw new Error(key.because)
  return key.value
}

const bytesOf = (value: unknown): Uint8Array => Uint8Array.from(Buffer.from(String(value), 'base64'))

describe('C2SP signed-note · vectors', () => {
  test.each(lines('signed-note.jsonl'))('$name', ({ vkey, note, wantErr }) => {
    const read = readNote(String(note))
    expect(read.ok && openNote(checks, read.value, [keyOf(vkey)]).ok).toBe(wantErr !== true)
  })
})

describe('C2SP tlog-tiles · a whole log of each size', () => {
  test.each(lines('tlog-tiles.jsonl'))('$size entries', ({ vkey, size, checkpoint, tile0, entries }) => {
    const note = readNote(String(checkpoint))
    const trusted = note.ok ? openCheckpoint(checks, note.value, { logKeys: [keyOf(vkey)], witnessKeys: [], witnessesNeeded: 0 }) : note
    const hashes = readTile(bytesOf(tile0), Number(size))
    const bundle = readEntryBundle(bytesOf(entries))
    if (!trusted.ok || !hashes.ok || !bundle.ok) throw new Error('The vector was not accepted')

    const { root, size: signedSize } = trusted.value.checkpoint
    expect(signedSize).toBe(BigInt(Number(size)))
    expect(bundle.value.map((entry) => leafHash(sha256, entry))).toEqual(hashes.value)
    expect(rangeHash(sha256, readerOfLeaves(sha256, hashes.value), 0n, signedSize)).toEqual(root)

    const grown = growTiles(sha256, EMPTY_EDGE, hashes.value)
    expect(edgeRoot(sha256, grown.edge)).toEqual(root)
    expect(concat(...grown.writes.map(({ bytes }) => bytes))).toEqual(bytesOf(tile0))
  })
})
