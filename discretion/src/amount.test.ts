import { describe, expect, test } from 'vitest'
import { amountIn } from './amount.ts'

const band = { is: 'fine', min: 5_000n, max: 20_000n } as const
describe('a band in fen for the facts of a case', () => {
  test.each([
    ['as it is', { is: 'fen' }, {}, { min: 5_000n, max: 20_000n }],
    ['each square metre, to the hundredth', { is: 'fenEach', factor: 'area' }, { area: 2.5 }, { min: 12_500n, max: 50_000n }],
    ['two percent of a cost', { is: 'millionths', factor: 'cost' }, { cost: 10_000_000 }, { min: 50_000n, max: 200_000n }],
    ['the area was not found', { is: 'fenEach', factor: 'area' }, {}, undefined],
  ] as const)('%s', (_, measure, facts, expected) => {
    expect(amountIn(band, measure, facts)).toEqual(expected)
  })
  test('half a cent upward', () => {
    expect(amountIn({ is: 'fine', min: 333n, max: 335n }, { is: 'fenEach', factor: 'area' }, { area: 0.5 })).toEqual({ min: 167n, max: 168n })
  })
  test('an exemption is no amount', () => {
    expect(amountIn({ is: 'exempt' }, { is: 'fen' }, {})).toBeUndefined()
  })
})
