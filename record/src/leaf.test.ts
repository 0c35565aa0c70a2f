import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { type Act, actBytes, actForm, findAct } from './act.ts'
import type { Canonical } from './canonical.ts'
import { plainDigests } from './digest.ts'
import { checkFile, fileForm, findFileRecord, recordFile } from './file-record.ts'
import { checkCommitment, commitAct, entryBytes, entryForm, findEntry, findSalt } from './leaf.ts'
import { findUtf8Text, utf8Bytes } from './utf8.ts'

const file = recordFile(plainDigests, { kind: 'evidence', name: '现场照片.jpg' }, utf8Bytes('photograph'))
const act: Act = {
  bureau: '示例区城市管理局',
  dossier: '示城执罚〔2021〕第7号',
  seq: 1,
  before: null,
  title: '立案',
  body: { party: '李某', address: '示例路8号', fine: '50000' },
  files: [file],
}
const salt = new Uint8Array(32).fill(9)
const entry = commitAct(plainDigests, act, salt)

describe('存证条目 · the commitment to an act', () => {
  test('is SHA-256 and SM3 over purpose, salt and canonical act', () => {
    const committed = Buffer.concat([Buffer.from('zhunsheng.commitment/1\n'), salt, actBytes(act)])
    expect(entry.sha256).toBe(createHash('sha256').update(committed).digest('base64'))
    expect(entry.sm3).toBe(createHash('sm3').update(committed).digest('base64'))
  })

  test('shows in the log only bureau, number and two digests', () => {
    expect(findUtf8Text(entryBytes(entry))).toBe(
      `{"bureau":"示例区城市管理局","form":"zhunsheng.leaf/1","seq":1,"sha256":"${entry.sha256}","sm3":"${entry.sm3}"}`,
    )
  })

  test('differs with every salt, so that nobody can guess the act', () => {
    expect(commitAct(plainDigests, act, new Uint8Array(32)).sha256).not.toBe(entry.sha256)
  })

  test.each([
    ['another body', { ...act, body: null }],
    ['another dossier', { ...act, dossier: '别的' }],
    ['another title', { ...act, title: '结案' }],
    ['another history', { ...act, before: entry.sha256 }],
    ['a file less', { ...act, files: [] }],
    ['another number', { ...act, seq: 2 }],
    ['another bureau', { ...act, bureau: '别的机关' }],
  ])('is not one to %s', (_, other) => {
    expect(checkCommitment(plainDigests, entry, other, salt).ok).toBe(false)
  })

  test('needs both digests to agree, and bureau and number to be those of the act', () => {
    expect(checkCommitment(plainDigests, entry, act, salt)).toEqual({ ok: true })
    expect(checkCommitment(plainDigests, { ...entry, sm3: entry.sha256 }, act, salt).ok).toBe(false)
    expect(checkCommitment(plainDigests, { ...entry, sha256: entry.sm3 }, act, salt).ok).toBe(false)
    expect(checkCommitment(plainDigests, { ...entry, seq: 2 }, act, salt).ok).toBe(false)
    expect(checkCommitment(plainDigests, { ...entry, bureau: '别的机关' }, act, salt).ok).toBe(false)
  })

  test('a hash function that does not give 32 bytes is a fault', () => {
    const short = (): Uint8Array => new Uint8Array(20)
    expect(() => commitAct({ ...plainDigests, sha256: short }, act, salt)).toThrow(RangeError)
    expect(() => commitAct({ ...plainDigests, sm3: short }, act, salt)).toThrow(RangeError)
  })

  test('what could be logged could not be too deep for a bundle', () => {
    const nested = (depth: number): Canonical => JSON.parse('['.repeat(depth) + ']'.repeat(depth))
    expect(() => commitAct(plainDigests, { ...act, body: nested(60) }, salt)).not.toThrow()
    expect(() => commitAct(plainDigests, { ...act, body: nested(62) }, salt)).toThrow(RangeError)
  })

  test('a salt of another length is a fault', () => {
    expect(() => commitAct(plainDigests, act, new Uint8Array(31))).toThrow(RangeError)
    expect(findSalt('AAAA')).toBeUndefined()
  })
})

describe('程序行为 · what is not an act, an entry or a file record is not read as one', () => {
  const good = actForm(act)
  const withOut = (name: string): Canonical => Object.fromEntries(Object.entries(good).filter(([each]) => each !== name))

  test('each reads back', () => {
    expect(findAct(good)).toEqual(act)
    expect(findEntry(entryForm(entry))).toEqual(entry)
    expect(findFileRecord(fileForm(file))).toEqual(file)
  })

  test.each(Object.keys(good))('an act without %s', (name) => {
    expect(findAct(withOut(name))).toBeUndefined()
  })

  test.each([
    ['a further member', { ...good, more: 1 }],
    ['number zero', { ...good, seq: 0 }],
    ['a number as text', { ...good, seq: '1' }],
    ['another form', { ...good, form: 'zhunsheng.act/2' }],
    ['a history that is no digest', { ...good, before: 'AAAA' }],
    ['a file that is none', { ...good, files: [{}] }],
    ['a bureau that is no text', { ...good, bureau: 1 }],
    ['a dossier that is no text', { ...good, dossier: null }],
    ['a title that is no text', { ...good, title: [] }],
    ['files that are no list', { ...good, files: {} }],
    ['a list', [good]],
  ])('an act with %s', (_, value) => {
    expect(findAct(value)).toBeUndefined()
  })

  test.each([
    ['another form', { ...entryForm(entry), form: 'zhunsheng.leaf/2' }],
    ['a bureau that is no text', { ...entryForm(entry), bureau: 1 }],
    ['number zero', { ...entryForm(entry), seq: 0 }],
    ['a short SHA-256', { ...entryForm(entry), sha256: 'AAAA' }],
    ['a short SM3', { ...entryForm(entry), sm3: 'AAAA' }],
    ['a further member', { ...entryForm(entry), name: '李某' }],
  ])('an entry with %s', (_, value) => {
    expect(findEntry(value)).toBeUndefined()
  })

  test('an empty file has a record', () => {
    expect(findFileRecord({ ...fileForm(file), size: 0 })).toMatchObject({ size: 0 })
  })

  test('a file in hand must agree in size and in both digests', () => {
    const bytes = utf8Bytes('photograph')
    expect(checkFile(plainDigests, file, bytes)).toEqual({ ok: true })
    expect(checkFile(plainDigests, { ...file, size: 9 }, bytes).ok).toBe(false)
    expect(checkFile(plainDigests, { ...file, sha256: file.sm3 }, bytes).ok).toBe(false)
    expect(checkFile(plainDigests, { ...file, sm3: file.sha256 }, bytes).ok).toBe(false)
  })

  test.each([
    ['a size that is no number', { ...fileForm(file), size: '10' }],
    ['a name that is no text', { ...fileForm(file), name: 7 }],
    ['a short SHA-256', { ...fileForm(file), sha256: 'AAAA' }],
    ['a negative size', { ...fileForm(file), size: -1 }],
    ['another kind', { ...fileForm(file), kind: 'photo' }],
    ['a line break in its name', { ...fileForm(file), name: 'a\nb' }],
    ['no name', { ...fileForm(file), name: '' }],
    ['a short digest', { ...fileForm(file), sm3: 'AAAA' }],
  ])('a file record with %s', (_, value) => {
    expect(findFileRecord(value)).toBeUndefined()
  })
})
