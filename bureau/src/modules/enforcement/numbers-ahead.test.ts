import { describe, expect, test } from 'vitest'
import { numbersAhead } from './numbers-ahead.ts'
import type { Series } from './store.ts'

const CASES: Series = { series: 'case', year: 2021 }
const PAPERS: Series = { series: 'paper.decision', year: 2021 }

describe('numbers that are given out before the database is asked', () => {
  test('a series of which nothing is known gives none', () => {
    expect(numbersAhead().give([CASES])).toBeUndefined()
  })
  test('each series goes on by one for each time that it is wanted', () => {
    const numbers = numbersAhead()
    numbers.learn([CASES, PAPERS, CASES], [4, 9, 5])
    expect(numbers.give([CASES, PAPERS, CASES])?.numbers).toEqual([6, 10, 7])
    expect(numbers.give([PAPERS, CASES])?.numbers).toEqual([11, 8])
  })
  test('where one series is unknown none is given, and those that are known are not used up', () => {
    const numbers = numbersAhead()
    numbers.learn([CASES], [4])
    expect(numbers.give([CASES, PAPERS])).toBeUndefined()
    expect(numbers.give([CASES])?.numbers).toEqual([5])
  })
  test('where nothing is wanted nothing is written', () => {
    expect(numbersAhead().give([])).toEqual({ numbers: [], statements: [] })
  })
  test('forgotten, they must be asked for again', () => {
    const numbers = numbersAhead()
    numbers.learn([CASES], [4])
    numbers.forget()
    expect(numbers.give([CASES])).toBeUndefined()
  })
})
