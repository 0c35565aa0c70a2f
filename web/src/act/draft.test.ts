import { describe, expect, test } from 'vitest'
import { openingPlace, draftName, dropDraft, findDraft, keepDraft, newKey, waitingDrafts, type Draft } from './draft.ts'

function memory(): Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'> {
  const kept = new Map<string, string>()
  return { getItem: (name) => kept.get(name) ?? null, setItem: (name, value) => void kept.set(name, value), removeItem: (name) => void kept.delete(name), key: (index) => [...kept.keys()][index] ?? null, get length() { return kept.size } }
}
const DRAFT: Draft = { key: 'k', on: '2026-03-02', at: '09:30', with: ['li'], data: { place: '杨家坪' }, savedAt: '2026-03-02T01:00:00Z' }
const NAME = draftName('zhang', 'c1', 'inspect')

describe('草稿 · nothing typed is lost', () => {
  test('what was kept comes back as it was, under the same key', () => {
    const store = memory()
    expect(keepDraft(NAME, DRAFT, store)).toBe(true)
    expect(findDraft(NAME, store)).toEqual(DRAFT)
  })

  test('after recording there is no draft', () => {
    const store = memory()
    keepDraft(NAME, DRAFT, store)
    dropDraft(NAME, store)
    expect(findDraft(NAME, store)).toBeUndefined()
  })

  test.each([
    ['not JSON', '{'],
    ['a word', '"x"'],
    ['a list', '[]'],
    ['no key', '{"on":"2026-03-02","with":[],"data":{},"savedAt":""}'],
    ['answers of another form', '{"key":"k","on":"2026-03-02","with":[],"data":[],"savedAt":""}'],
  ])('%s is no draft', (_, kept) => {
    const store = memory()
    store.setItem(NAME, kept)
    expect(findDraft(NAME, store)).toBeUndefined()
  })

  test('a full store does not stop the work', () => {
    const full = { setItem: () => { throw new DOMException('full', 'QuotaExceededError') } }
    expect(keepDraft(NAME, DRAFT, full)).toBe(false)
  })

  test('two persons, cases or acts do not share a draft', () => {
    expect(new Set([NAME, draftName('li', 'c1', 'inspect'), draftName('zhang', 'c2', 'inspect'), draftName('zhang', 'c1', 'collect')]).size).toBe(4)
  })

  test('what was begun is found again, latest first, and only one\'s own', () => {
    const store = memory()
    keepDraft(NAME, DRAFT, store)
    keepDraft(draftName('zhang', 'c2', 'correct.7'), { ...DRAFT, savedAt: '2026-03-03T01:00:00Z' }, store)
    keepDraft(draftName('zhang', openingPlace('penalty.ordinary'), 'apply'), { ...DRAFT, savedAt: '2026-03-01T01:00:00Z' }, store)
    keepDraft(draftName('zhangsan', 'c3', 'inspect'), DRAFT, store)
    store.setItem('something.else', 'x')
    expect(waitingDrafts('zhang', store).map(({ address }) => address)).toEqual(['/cases/c2?act=correct&target=7', '/cases/c1?act=inspect', '/cases/new?procedure=penalty.ordinary&act=apply'])
  })

  test('every draft has a key of its own', () => {
    expect(newKey()).toMatch(/^[0-9a-f]{32}$/)
    expect(newKey()).not.toBe(newKey())
  })
})
