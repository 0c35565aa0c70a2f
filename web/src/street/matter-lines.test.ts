import { day } from '@zhunsheng/law/day.ts'
import { describe, expect, test } from 'vitest'
import { mattersFor, mattersFound } from './matter-lines.ts'

const ON = day('2021-08-10')
const line = (id: string, on = ON) => mattersFor(on).find((one) => one.id === id)

describe('权责清单 · the digest on the phone', () => {
  test('has all 128 matters, each with article, range, precondition and procedure', () => {
    const lines = mattersFor(ON)
    expect(lines).toHaveLength(128)
    expect(lines.filter(({ basis, range, precondition, procedure, conduct }) => [basis, range, precondition, procedure, conduct].includes('')).map(({ id }) => id)).toEqual([])
  })
  test('those of the day stand first', () => {
    const valid = mattersFor(ON).map(({ isValid }) => isValid)
    expect(valid).toEqual([...valid].sort((a, b) => Number(b) - Number(a)))
    expect(valid.includes(false)).toBe(true)
  })
  test.each([
    ['行政处罚法第五十一条: a small fine may be imposed on the spot', 'clean.litter', /当场处罚（《行政处罚法》第五十一条），其余适用普通程序/],
    ['another body is competent', 'road.spill', /移送/],
  ])('%s', (_, id, procedure) => expect(line(id)?.procedure).toMatch(procedure))
  test('before 2021-07-15 the limits of the older law', () => expect(line('clean.litter', day('2021-07-14'))?.procedure).toMatch(/公民 50 元以下.*2017年修正/))
  test('is searched by conduct and article, each word', () => {
    expect(mattersFound(mattersFor(ON), '出店').map(({ id }) => id)).toContain('street.front')
    expect(mattersFound(mattersFor(ON), '出店 没有这个词')).toEqual([])
  })
})
