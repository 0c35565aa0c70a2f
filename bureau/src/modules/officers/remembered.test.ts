import { addDays, day } from '@zhunsheng/law/day.ts'
import type { Person } from '@zhunsheng/law/person.ts'
import { describe, expect, test } from 'vitest'
import { rememberedPeople } from './remembered.ts'

const person = (id: string): Person => ({ id, name: id, posts: ['officer'], legalQualification: false, reviewedBefore: false })
const [MONDAY, TUESDAY] = [day('2021-08-09'), day('2021-08-10')]

describe('people who were read lately', () => {
  test('nobody is known before anybody was read', () => {
    expect(rememberedPeople().now()).toBeUndefined()
  })
  test('known is who was read for that day; one who was not makes all of them unknown', () => {
    const people = rememberedPeople()
    people.keep('one', MONDAY, [person('zhang'), person('li')])
    const now = people.now()
    expect([now?.asOf(['li', 'zhang'], MONDAY)?.map(({ id }) => id), now?.asOf(['zhang', 'zhao'], MONDAY), now?.asOf(['zhang'], TUESDAY)]).toEqual([['li', 'zhang'], undefined, undefined])
  })
  test('another edition of the register makes everybody unknown who was read before', () => {
    const people = rememberedPeople()
    people.keep('one', MONDAY, [person('zhang')])
    const before = people.now()
    people.keep('two', MONDAY, [person('li')])
    expect([people.now()?.asOf(['zhang'], MONDAY), people.now()?.asOf(['li'], MONDAY)?.length]).toEqual([undefined, 1])
    // Whoever began with the edition before goes on with it, and is stopped by the database.
    expect(before?.asOf(['zhang'], MONDAY)?.length).toBe(1)
  })
  test('of more than a hundred days none is kept without end', () => {
    const people = rememberedPeople()
    for (let later = 0; later <= 100; later += 1) people.keep('one', addDays(day('2021-01-01'), later), [person('zhang')])
    expect([people.now()?.asOf(['zhang'], day('2021-01-01')), people.now()?.asOf(['zhang'], day('2021-04-11'))?.length]).toEqual([undefined, 1])
  })
})
