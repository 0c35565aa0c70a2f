import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readNumber, writeNumber, type NumberTemplate } from './case-number.ts'

const LETTER: NumberTemplate = { agency: '九龙坡城管', kind: '罚决', ordinal: false, places: 1 }
const PAPER: NumberTemplate = { agency: '九龙坡城管', kind: '罚告', ordinal: true, places: 3 }
const PLAIN: NumberTemplate = { agency: '九龙坡城管', kind: '', ordinal: false, places: 1 }

describe('GB/T 9704 · 文号', () => {
  test.each([
    ['an official letter: no 第, no padding', LETTER, 1, '九龙坡城管罚决字〔2021〕1号'],
    ['a paper of enforcement', PAPER, 1, '九龙坡城管罚告字〔2021〕第001号'],
    ['more than the places hold', PAPER, 1234, '九龙坡城管罚告字〔2021〕第1234号'],
    ['no kind', PLAIN, 7, '九龙坡城管〔2021〕7号'],
  ])('%s', (_, template, serial, written) => {
    expect(writeNumber(template, { year: 2021, serial })).toBe(written)
    expect(readNumber(template, written)).toEqual({ ok: true, value: { year: 2021, serial } })
  })
  test.each([
    ['square brackets', LETTER, '九龙坡城管罚决字[2021]1号', '六角括号'],
    ['round ones', LETTER, '九龙坡城管罚决字（2021）1号', '六角括号'],
    ['black ones', LETTER, '九龙坡城管罚决字【2021】1号', '六角括号'],
    ['another bureau', LETTER, '渝北城管罚决字〔2021〕1号', '开头'],
    ['another paper', LETTER, '九龙坡城管罚告字〔2021〕1号', '开头'],
    ['a short year', LETTER, '九龙坡城管罚决字〔21〕1号', '年份'],
    ['no 号', LETTER, '九龙坡城管罚决字〔2021〕1', '以「号」结尾'],
    ['padding that the template does not have', LETTER, '九龙坡城管罚决字〔2021〕001号', '〔2021〕1号'],
    ['第 that the template does not have', LETTER, '九龙坡城管罚决字〔2021〕第1号', '〔2021〕1号'],
    ['padding left out', PAPER, '九龙坡城管罚告字〔2021〕第1号', '第001号'],
    ['nought', LETTER, '九龙坡城管罚决字〔2021〕0号', '不存在'],
    ['a year before the state', LETTER, '九龙坡城管罚决字〔0001〕1号', '不存在'],
  ])('%s is refused', (_, template, written, because) => {
    const answer = readNumber(template, written)
    expect(answer.ok ? '' : answer.because).toContain(because)
  })
  test.each([0, -1, 1.5])('serial number %d is a fault', (serial) => {
    expect(() => writeNumber(LETTER, { year: 2021, serial })).toThrow(RangeError)
  })
  test('what was written is read back', () => {
    fc.assert(fc.property(fc.constantFrom(LETTER, PAPER, PLAIN), fc.integer({ min: 1949, max: 2199 }), fc.integer({ min: 1, max: 99_999 }), (template, year, serial) => {
      const answer = readNumber(template, writeNumber(template, { year, serial }))
      return answer.ok && answer.value.year === year && answer.value.serial === serial
    }))
  })
})
