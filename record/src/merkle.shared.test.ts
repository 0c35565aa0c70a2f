import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { verifyConsistency, verifySubtreeConsistency } from './consistency.ts'
import { verifyInclusion, verifySubtreeInclusion } from './inclusion.ts'

const PROJECT = resolve(import.meta.dirname, '../..')
const VECTORS = resolve(PROJECT, process.env.ZS_SHARED ?? '../shared', 'vectors/merkle')

const sha256 = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest()

/** One line of a vector file. Integers go up to 2^64-1, so they are taken from the text of the line. */
interface Vector {
  readonly file: string
  readonly wantErr: boolean
  readonly number: (name: string) => bigint
  readonly bytes: (name: string) => Uint8Array
  readonly proof: readonly Uint8Array[]
}

function vectors(name: string): Vector[] {
  const lines = readFileSync(resolve(VECTORS, name), 'utf8').split('\n')
  return lines.filter((line) => line.trim() !== '').map(vector)
}

function vector(line: string): Vector {
  const json = JSON.parse(line)
  return {
    file: String(json.file),
    wantErr: json.wantErr === true,
    number: (name) => BigInt(new RegExp(`"${name}":\\s*(\\d+)`).exec(line)?.[1] ?? 'missing'),
    bytes: (name) => Buffer.from(String(json[name]), 'base64'),
    proof: (json.proof ?? []).map((hash: string) => Buffer.from(hash, 'base64')),
  }
}

describe('RFC 9162 section 2.1.3 · inclusion vectors', () => {
  test.each(vectors('inclusion.jsonl'))('$file', ({ wantErr, number, bytes, proof }) => {
    const claim = { index: number('leafIdx'), size: number('treeSize'), leafHash: bytes('leafHash'), proof, root: bytes('root') }
    expect(verifyInclusion(sha256, claim).ok).toBe(!wantErr)
  })
})

describe('subtree inclusion vectors', () => {
  test.each(vectors('subtreeinclusion.jsonl'))('$file', ({ wantErr, number, bytes, proof }) => {
    const span = { index: number('leafIdx'), start: number('start'), end: number('end') }
    const claim = { ...span, leafHash: bytes('leafHash'), proof, root: bytes('root') }
    expect(verifySubtreeInclusion(sha256, claim).ok).toBe(!wantErr)
  })
})

describe('RFC 9162 section 2.1.4 · consistency vectors', () => {
  test.each(vectors('consistency.jsonl'))('$file', ({ wantErr, number, bytes, proof }) => {
    const claim = { size1: number('size1'), size2: number('size2'), root1: bytes('root1'), root2: bytes('root2'), proof }
    expect(verifyConsistency(sha256, claim).ok).toBe(!wantErr)
  })
})

describe('subtree consistency vectors', () => {
  test.each(vectors('subtreeconsistency.jsonl'))('$file', ({ wantErr, number, bytes, proof }) => {
    const span = { start: number('start'), end: number('end'), size: number('size') }
    const claim = { ...span, root1: bytes('root1'), root2: bytes('root2'), proof }
    expect(verifySubtreeConsistency(sha256, claim).ok).toBe(!wantErr)
  })
})
