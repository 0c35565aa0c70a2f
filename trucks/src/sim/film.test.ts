import { describe, expect, test } from 'vitest'
import { filmFrame, isKeyFrame, USUAL_FILM } from './film.ts'

const kinds = (bytes: Uint8Array): readonly number[] => [...Buffer.from(bytes).toString('latin1').matchAll(/\0\0\u0001([\s\S])/g)].map(([, kind = '']) => kind.charCodeAt(0) & 0x1f)

describe('the camera of a simulated truck (ITU-T H.264 Annex B)', () => {
  test('a key frame brings its parameters, the others are one slice', () => {
    expect([0, 1, 9, 10].map((index) => kinds(filmFrame(index)))).toEqual([[7, 8, 5], [1], [1], [7, 8, 5]])
    expect([0, 1, 10].map((index) => isKeyFrame(index))).toEqual([true, false, true])
  })
  test('the same frame is the same bytes, and another one is not', () => {
    expect(filmFrame(3)).toEqual(filmFrame(3))
    expect(filmFrame(3)).not.toEqual(filmFrame(4))
  })
  test('only what changes is written: a frame in between is a fraction of a key frame', () => expect(filmFrame(1).length * 10).toBeLessThan(filmFrame(0).length))
  test('no start code lies within a unit, at any size', () => {
    for (const down of [3, 6, 17]) for (let index = 0; index < 40; index += 1) expect(kinds(filmFrame(index, { ...USUAL_FILM, down }))).toHaveLength(isKeyFrame(index) ? 3 : 1)
  })
})
