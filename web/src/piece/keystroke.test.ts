import { describe, expect, test } from 'vitest'
import { keyName, shortcutFor, stepIn, type Keystroke } from './keystroke.ts'

const stroke = (key: string, more: Partial<Keystroke> = {}): Keystroke => ({ key, isModified: false, isComposing: false, isTaken: false, ...more })
const down = { keys: ['j', 'ArrowDown'], says: '下一条', run: () => undefined }
const never = { keys: ['s'], says: '复核属实', run: () => undefined, when: () => false }

describe('快捷键 · which key means what', () => {
  test.each([
    ['a letter', stroke('j'), down],
    ['the same with the capital lock on', stroke('J'), down],
    ['an arrow', stroke('ArrowDown'), down],
    ['a key of another thing', stroke('x'), undefined],
    ['with Ctrl it is the browser’s', stroke('j', { isModified: true }), undefined],
    ['while a Chinese word is being put together', stroke('j', { isComposing: true }), undefined],
    ['while somebody writes in a field', stroke('j', { isTaken: true }), undefined],
    ['a step that cannot be taken now', stroke('s'), undefined],
  ])('%s', (_, pressed, meant) => expect(shortcutFor([down, never], pressed)).toBe(meant))
  test('is named as on the key', () => expect(['ArrowDown', 'j', '?', 'Enter'].map(keyName)).toEqual(['↓', 'J', '?', '回车']))
})

describe('j、k · down and up a list', () => {
  test.each<[string, number, number, 1 | -1, number | undefined]>([
    ['from nowhere down to the first', 3, -1, 1, 0],
    ['from nowhere up to the last', 3, -1, -1, 2],
    ['to the next', 3, 0, 1, 1],
    ['not over the end', 3, 2, 1, undefined],
    ['not over the beginning', 3, 0, -1, undefined],
    ['nowhere in an empty list', 0, -1, 1, undefined],
  ])('%s', (_, length, at, by, to) => expect(stepIn(length, at, by)).toBe(to))
})
