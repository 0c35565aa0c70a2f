import { describe, expect, test } from 'vitest'
import { yuan } from '../money.ts'
import { parseAnswers, plainAnswers } from '../parse.ts'
import { deviates, DISCRETION_FIELD, discretionIn, tierExceeds, type Discretion } from './discretion.ts'

const FORM = { discretion: DISCRETION_FIELD }
const WRITTEN = { benchmark: 'street.front/1', answers: { times: 1, corrected: true, harm: 'slight' }, tier: 'lighter', band: { low: '50.00', high: '185.00' } }
const read = (change: Readonly<Record<string, unknown>>) => parseAnswers(FORM, { discretion: { ...WRITTEN, ...change } })
const stated = (change: Partial<Discretion> = {}): Discretion => ({ benchmark: 'street.front/1', answers: {}, tier: 'ordinary', band: { low: yuan(100), high: yuan(200) }, ...change })

describe('what an act says of the benchmark is read and written as it was', () => {
  test('there and back', () => {
    const parsed = read({})
    expect(parsed.ok && plainAnswers(FORM, parsed.value)).toEqual({ discretion: WRITTEN })
    expect(parsed.ok && discretionIn(parsed.value)).toMatchObject({ band: { low: yuan(50), high: yuan(185) } })
  })
  test.each([
    ['a list is no fact', { times: [1] }],
    ['nor is an object', { times: { is: 1 } }],
    ['nor nothing', { times: null }],
    ['nor an empty word', { harm: '' }],
    ['nor a number without end', { times: Number.POSITIVE_INFINITY }],
    ['a word that cannot be shown', { harm: '\u0000' }],
    ['a word too long', { harm: 'x'.repeat(101) }],
    ['a name too long', { ['x'.repeat(41)]: 1 }],
    ['no name', { '': 1 }],
    ['too many', Object.fromEntries(Array.from({ length: 41 }, (_, at) => [`f${at}`, 1]))],
    ['a list instead of facts', [1]],
    ['a word instead of facts', '一次'],
  ])('%s', (_, answers) => {
    expect(read({ answers })).toMatchObject({ ok: false, faults: [{ path: 'discretion.answers' }] })
  })
  test('an act without it says nothing, and a review’s point of the same name is none', () => {
    expect(discretionIn({})).toBeUndefined()
    expect(discretionIn({ discretion: { verdict: 'ok' } })).toBeUndefined()
  })
})

describe('行政处罚法第三十四条 · what lies outside the band', () => {
  test.each([
    ['the lower end', yuan(100), stated(), false, false],
    ['the upper end', yuan(200), stated(), false, false],
    ['above', yuan(201), stated(), false, true],
    ['below', yuan(99), stated(), false, true],
    ['below, where the law makes it lighter', yuan(99), stated(), true, false],
    ['above, although the law makes it lighter', yuan(201), stated(), true, true],
    ['no fine under a band that begins above nothing', undefined, stated(), false, true],
    ['no fine under a band that begins at nothing', undefined, stated({ band: { low: yuan(0), high: yuan(200) } }), false, false],
  ] as const)('%s', (_, fine, discretion, mayBeLighter, expected) => {
    expect(deviates({ ...(fine === undefined ? {} : { fine }), discretion }, mayBeLighter)).toBe(expected)
  })
  test('a tier without a band allows no fine', () => {
    const { band: _, ...none } = stated({ tier: 'slight' })
    expect(deviates({ discretion: none }, false)).toBe(false)
    expect(deviates({ fine: yuan(1), discretion: none }, false)).toBe(true)
  })
  test('without a benchmark nothing is outside', () => {
    expect(deviates({ fine: yuan(1_000_000) }, false)).toBe(false)
  })
})

describe('行政处罚法第四十五条第二款 · more heavily than told', () => {
  test.each([
    ['the same', {}, false],
    ['a graver tier', { tier: 'heavier' }, true],
    ['a lighter tier', { tier: 'lighter' }, false],
    ['a band that begins higher', { band: { low: yuan(101), high: yuan(200) } }, true],
    ['a band that ends higher', { band: { low: yuan(100), high: yuan(201) } }, true],
    ['a lower band', { band: { low: yuan(50), high: yuan(99) } }, false],
    ['no band any more', { band: undefined }, false],
  ] as const)('%s', (_, change, expected) => {
    const { band, ...rest } = { ...stated(), ...change }
    expect(tierExceeds({ ...rest, ...(band === undefined ? {} : { band }) }, stated())).toBe(expected)
  })
})
