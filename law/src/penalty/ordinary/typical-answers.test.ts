import { expect, test } from 'vitest'
import { day } from '../../day.ts'
import { parseAnswers } from '../../parse.ts'
import { CAST } from '../../scenario/cast.ts'
import { ORDINARY_ACTS } from './acts/acts.ts'
import { typicalAnswers, usuallyBy } from './typical-answers.ts'

test.each(Object.entries(ORDINARY_ACTS))('the typical answers of %s fit its form, and a fitting person gives them', (kind, spec) => {
  for (const on of [day('2021-03-01'), day('2021-08-02'), day('2024-02-19')]) {
    expect(parseAnswers(spec.form, typicalAnswers(kind, on), () => spec.form)).toMatchObject({ ok: true })
  }
  const posts: readonly string[] = spec.by
  for (const id of usuallyBy(kind)) expect(CAST[id]?.posts.some((post) => posts.includes(post))).toBe(true)
})
