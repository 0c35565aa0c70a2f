import { describe, expect, test } from 'vitest'
import { aroundProofs, clustersOf, labelOf, wordsOf, type Proof } from './evidence.ts'

const AT = Date.parse('2021-08-10T07:12:05+08:00')
const proof = (more: Partial<Proof> = {}): Proof => ({ atMs: AT, lat: 29.5, lon: 106.5, speedKmh: 41.6, ...more })

describe('预警依据 · the positions that prove an alarm', () => {
  test('as a row of words, with every missing signal named as missing', () => {
    expect(wordsOf(proof())).toEqual({ time: '07:12:05', speed: '42 公里/小时', load: '无信号', lift: '无信号', cover: '无信号', place: '106.500000, 29.500000' })
    expect(wordsOf(proof({ cover: 'open', lift: 'up', load: 'full', weightKg: 25_965.4 }))).toMatchObject({ load: '满载 25,965 千克', lift: '举升', cover: '打开' })
    expect(wordsOf(proof({ weightKg: 0 }))).toMatchObject({ load: '0 千克' })
  })
  test('one alone is seen with so many metres around it', () => {
    const [west, east] = aroundProofs([proof()], 150)
    expect((east?.[1] ?? 0) - (west?.[1] ?? 0)).toBeCloseTo(300 / 111_195, 8)
    expect((east?.[0] ?? 0) - (west?.[0] ?? 0)).toBeGreaterThan(300 / 111_195)
  })
  test('a truck that stands still is one mark, and one that comes back to a spot later is another', () => {
    const clusters = clustersOf([[0, 0], [3, 0], [0, 4], [50, 0], [1, 1]], 9)
    expect(clusters.map(({ from, until }) => [from, until])).toEqual([[0, 2], [3, 3], [4, 4]])
    const proofs = [0, 10, 20, 30, 40].map((seconds) => proof({ atMs: AT + seconds * 1000 }))
    expect(clusters.map((cluster) => labelOf(cluster, proofs))).toEqual(['1–3：07:12:05 至 07:12:25', '07:12:35', '07:12:45'])
  })
})
