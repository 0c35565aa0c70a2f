import { describe, expect, test } from 'vitest'
import { calendarOf } from './calendar.ts'
import { day } from './day.ts'
import { CHONGQING } from './jurisdictions/chongqing.ts'
import { parseAnswers } from './parse.ts'
import { PROCEDURES } from './procedures.ts'
import { CAST } from './scenario/cast.ts'

describe.each(PROCEDURES.map((known) => [known.procedure.name, known] as const))('%s', (_, { procedure, course }) => {
  test.each(Object.entries(procedure.acts))('the typical answers of %s fit its form, and a fitting person gives them', (kind, spec) => {
    for (const on of [day('2021-03-01'), day('2021-08-02'), day('2024-02-19')]) {
      expect(parseAnswers(spec.form, course.typical(kind, on), () => spec.form)).toMatchObject({ ok: true })
    }
    const posts: readonly string[] = spec.by
    for (const id of course.by(kind)) expect(CAST[id]?.posts.some((post) => posts.includes(post))).toBe(true)
  })

  test('the usual course says which of its steps it does not know', () => {
    const faults: { path: string; because: string }[] = []
    expect(course.steps({ upTo: 'nothing', from: 'never' }, { calendar: calendarOf(), local: CHONGQING }, faults)).toEqual([])
    expect(faults.map(({ path }) => path).sort()).toEqual(['given.from', 'given.upTo'])
  })
})
