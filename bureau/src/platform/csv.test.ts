import { expect, test } from 'vitest'
import { csvOf } from './csv.ts'

test.each([
  ['a word', '甲工地', '"甲工地"'],
  ['a quotation mark is doubled (RFC 4180 第二节第七项)', '所谓"渣土"', '"所谓""渣土"""'],
  ['a comma and a line end stay in their cell', '甲,乙\n丙', '"甲,乙\n丙"'],
  ['a formula is text', '=1+1', `"'=1+1"`],
  ['so is what only looks like an amount', '-1+cmd', `"'-1+cmd"`],
  ['an amount below zero is a number', '-12.50', '"-12.50"'],
  ['a long code that its writer ends with a tab', '5001\t', '"5001\t"'],
])('%s', (_, cell, written) => {
  expect(csvOf([[cell], ['']])).toBe(`\uFEFF${written}\r\n""\r\n`)
})
