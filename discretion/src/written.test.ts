import { describe, expect, test } from 'vitest'
import { shenzhen2023 } from './short-form/shenzhen.ts'
import { readBenchmark, writeBenchmark } from './written.ts'

describe('a benchmark in plain JSON', () => {
  test('what is written reads back as it was, for every matter of a real table', () => {
    for (const benchmark of shenzhen2023()) expect(readBenchmark(writeBenchmark(benchmark))).toEqual({ ok: true, benchmark })
  })
  test.each([
    ['not an object', null, ['']],
    ['another form', { form: 'x' }, ['form', 'matter', 'conduct', 'hit', 'factors', 'ranges', 'rows']],
  ])('%s: every fault is told', (_, written, paths) => {
    const read = readBenchmark(written)
    expect(read.ok ? [] : read.faults.map(({ path }) => path)).toEqual(paths)
  })
  test.each([
    ['an amount written as a number', { min: 1000 }, 'rows[0].band.min'],
    ['an amount with a fraction of a cent', { min: '10.5' }, 'rows[0].band.min'],
    ['a negative amount', { min: '-1' }, 'rows[0].band.min'],
  ])('%s', (_, change, path) => {
    const [first] = shenzhen2023()
    const read = readBenchmark({ ...Object(writeBenchmark(first ?? expect.fail())), rows: [{ tier: 'grave', when: {}, range: 0, band: { is: 'fine', max: '1', ...change } }] })
    expect(read.ok ? [] : read.faults.map((one) => one.path)).toEqual([path])
  })
  test('two factors of one code', () => {
    const [first] = shenzhen2023()
    const read = readBenchmark({ ...Object(writeBenchmark(first ?? expect.fail())), factors: [first?.factors[0], first?.factors[0]] })
    expect(read).toMatchObject({ ok: false, faults: [{ path: 'factors' }] })
  })
})
