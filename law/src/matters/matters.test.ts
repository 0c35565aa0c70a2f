import { describe, expect, test } from 'vitest'
import { cite } from '../article.ts'
import { addDays, day } from '../day.ts'
import { inForceOn } from '../statutes.ts'
import type { Matter } from './matter.ts'
import { findMatter, MATTERS, mattersOn } from './matters.ts'

describe('权责清单 · the list of matters', () => {
  test('has 128 matters, each identifier once', () => {
    expect(MATTERS).toHaveLength(128)
    expect(new Set(MATTERS.map(({ id }) => id)).size).toBe(128)
  })
  test('is searched by identifier', () => {
    expect(findMatter('street.front')?.name).toBe('出店经营')
    expect(findMatter('street')).toBeUndefined()
    expect(findMatter('')).toBeUndefined()
  })
  test('an overlap names a matter that exists, and another one', () => {
    expect(MATTERS.flatMap(({ id, overlaps }) => overlaps.filter((other) => other === id || findMatter(other) === undefined))).toEqual([])
  })
  test('every matter says in words what is done, and two versions of one matter never overlap in time', () => {
    expect(MATTERS.filter(({ conduct }) => conduct.length < 6).map(({ id }) => id)).toEqual([])
    const both = MATTERS.filter(({ id, valid }) => id.endsWith('.old') && valid.until >= (findMatter(id.replace(/old$/, 'new'))?.valid.from ?? Infinity))
    expect(both.map(({ id }) => id)).toEqual([])
  })
  test('no lowest fine is above the highest', () => {
    const wrong = MATTERS.filter(({ fines }) => fines.some((fine) => ('min' in fine && fine.min !== undefined && fine.min > fine.max) || ('from' in fine && fine.from !== undefined && fine.from > fine.to)))
    expect(wrong.map(({ id }) => id)).toEqual([])
  })
  test('a clause is valid only on days on which its statute is in force', () => {
    const ends = ({ valid }: Matter) => [valid.from, valid.until].filter(Number.isFinite).map((end) => addDays(day('1970-01-01'), end))
    expect(MATTERS.filter((matter) => ends(matter).some((end) => !inForceOn(matter.basis.statute, end))).map(({ id }) => id)).toEqual([])
  })
  test('what was not read in a text is not called verified: 139号令 and one matter of the traffic police', () => {
    expect(MATTERS.filter(({ verified }) => !verified).map(({ id }) => id)).toEqual(['road.spill', 'r139.mix', 'r139.dumpsite', 'r139.hand', 'r139.spill', 'r139.unapproved', 'r139.dump'])
  })
  test('a spilled load on the road is handed to the traffic police (道路交通安全法第九十条)', () => {
    expect(MATTERS.filter(({ competence }) => competence === 'transfer').map(({ id }) => id)).toEqual(['road.spill'])
  })
})

describe('重庆市市容环境卫生管理条例第十八条 · the norm that is broken and the clause that fines', () => {
  test('are two paragraphs', () => {
    const front = findMatter('street.front')
    expect(front?.violates === undefined ? '' : cite(front.violates)).toBe('《重庆市市容环境卫生管理条例》第十八条第一款第（三）项')
    expect(front === undefined ? '' : cite(front.basis)).toBe('《重庆市市容环境卫生管理条例》第十八条第二款')
  })
})

describe('生态环境法典第一千二百四十二条 · the change of 2026-08-15', () => {
  const ids = (on: string) => mattersOn(day(on)).map(({ id }) => id)
  test('the day before, the old clauses', () => {
    expect(ids('2026-08-14').filter((id) => id.endsWith('.new'))).toEqual([])
    expect(ids('2026-08-14')).toContain('muck.dump.old')
  })
  test('on the day, the new ones', () => {
    expect(ids('2026-08-15').filter((id) => id.endsWith('.old'))).toEqual([])
    expect(ids('2026-08-15')).toContain('muck.dump.new')
  })
  test('night work has had three clauses', () => {
    expect(['2021-03-01', '2023-03-01', '2026-09-01'].map((on) => ids(on).filter((id) => id.startsWith('noise.night')))).toEqual([['noise.night.2018'], ['noise.night.old'], ['noise.night.new']])
  })
})
