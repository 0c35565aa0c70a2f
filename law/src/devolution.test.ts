import { describe, expect, test } from 'vitest'
import { calendarOf } from './calendar.ts'
import { day } from './day.ts'
import { decisionsOn, devolved, heldBy, holdsOn } from './devolution.ts'
import type { Devolution } from './jurisdiction.ts'
import { CHONGQING } from './jurisdictions/chongqing.ts'
import { readDevolutions } from './written/devolutions.ts'

const DECISION: Devolution = {
  manner: 'devolved', title: '示例决定', number: '示例〔2021〕1号', body: '示例市人民政府', publishedOn: day('2021-08-20'), publishedIn: '公报', towns: ['示例一街道', '示例二镇'],
  matters: ['pet.waste'], from: day('2021-09-01'), until: day('2023-08-31'), evaluations: [],
}
const within = (...devolutions: readonly Devolution[]) => ({ calendar: calendarOf(), local: { ...CHONGQING, devolutions } })
const pet = (town: string | undefined, place = '示例路 1 号') => ({ matter: 'pet.waste', town, place })

describe('行政处罚法第二十四条第一款 · a power that went to towns and streets', () => {
  test.each([
    ['the eve of the first day: ours', '2021-08-31', false],
    ['the first day: the town’s', '2021-09-01', true],
    ['the last day before it is taken back: the town’s', '2023-08-31', true],
    ['after it was withdrawn: ours again', '2023-09-01', false],
  ])('%s', (_, on, theirs) => {
    expect(devolved(pet('示例一街道'), day(on), within(DECISION)) !== undefined).toBe(theirs)
  })
  test('决定应当公布: a decision that is not yet published gives nothing away', () => {
    expect(holdsOn({ ...DECISION, publishedOn: day('2021-10-01') }, day('2021-09-15'))).toBe(false)
  })
  test('by the town that the form names, or that the place names', () => {
    expect(devolved(pet(undefined, '示例二镇示例路 3 号'), day('2022-03-01'), within(DECISION))?.because).toContain('示例二镇')
    expect(devolved(pet('示例三镇', '示例二镇边界'), day('2022-03-01'), within(DECISION))).toBeUndefined()
  })
  test('where nobody says in which town it was, it is asked', () => {
    expect(devolved(pet(undefined), day('2022-03-01'), within(DECISION))).toMatchObject({ field: 'town' })
  })
  test('another matter, and an entrustment, stay with the bureau (第二十条第三款)', () => {
    expect(devolved({ ...pet('示例一街道'), matter: 'posting' }, day('2022-03-01'), within(DECISION))).toBeUndefined()
    expect(devolved(pet('示例一街道'), day('2022-03-01'), within({ ...DECISION, manner: 'entrusted' }))).toBeUndefined()
  })
  test('it cites the article and names the cure', () => {
    expect(devolved(pet('示例一街道'), day('2022-03-01'), within(DECISION))).toMatchObject({ basis: [{ statute: 'apl', article: 24 }], instead: expect.stringContaining('移送示例一街道') })
  })
})

describe('第二十四条第二款、第二十条第四款 · what a town or an entrusted organisation handles itself', () => {
  const ENTRUSTED: Devolution = { ...DECISION, manner: 'entrusted', number: '示例委〔2021〕2号', towns: ['示例环卫所'], matters: ['clean.litter', 'pet.waste'] }
  const held = (unit: string, on: string) => heldBy(unit, day(on), [DECISION, ENTRUSTED])
  const namesOf = (unit: string, on: string) => [...(held(unit, on) ?? new Map<string, readonly Devolution[]>()).entries()].map(([matter, found]) => [matter, found.map(({ number }) => number)])
  test.each([
    ['a town, by the decision that names it', '示例一街道综合行政执法办公室', '2022-03-01', [['pet.waste', ['示例〔2021〕1号']]]],
    ['an organisation, what it was entrusted with', '示例环卫所', '2022-03-01', [['clean.litter', ['示例委〔2021〕2号']], ['pet.waste', ['示例委〔2021〕2号']]]],
    ['a town on the eve of its first day: nothing yet', '示例一街道', '2021-08-31', []],
    ['a town after the power was taken back: nothing any more', '示例一街道', '2023-09-01', []],
  ])('%s', (_, unit, on, matters) => {
    expect(namesOf(unit, on)).toEqual(matters)
  })
  test('a unit of the bureau is no town, and all matters of the list are its own', () => {
    expect(held('综合行政执法支队', '2022-03-01')).toBeUndefined()
    expect(held('示例三镇', '2022-03-01')).toBeUndefined()
  })
  test('of a matter, every decision of the day', () => {
    expect(decisionsOn('pet.waste', day('2022-03-01'), [DECISION, ENTRUSTED]).map(({ manner }) => manner)).toEqual(['devolved', 'entrusted'])
    expect(decisionsOn('posting', day('2022-03-01'), [DECISION, ENTRUSTED])).toEqual([])
  })
})

describe('as plain JSON, for a phone without signal', () => {
  const written = { ...DECISION, publishedOn: '2021-08-20', from: '2021-09-01', until: '2023-08-31', matters: [{ id: 'pet.waste' }], evaluations: [], example: false }
  test('it reads back as the decision that the judge knows', () => {
    expect(readDevolutions([written])).toEqual([DECISION])
  })
  test('a day that is none is not guessed', () => {
    expect(() => readDevolutions([{ ...written, from: '2021-02-30' }])).toThrow('2021-02-30')
  })
})
