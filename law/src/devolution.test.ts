import { describe, expect, test } from 'vitest'
import { calendarOf } from './calendar.ts'
import { day } from './day.ts'
import { devolved, holdsOn } from './devolution.ts'
import type { Devolution } from './jurisdiction.ts'
import { CHONGQING } from './jurisdictions/chongqing.ts'

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
