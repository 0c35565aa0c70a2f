import type { Devolution } from '@zhunsheng/law/jurisdiction.ts'
import { day } from '@zhunsheng/law/day.ts'
import { describe, expect, test } from 'vitest'
import { mattersFor } from './matter-lines.ts'
import { offeredTo, powersOf, startFor } from './powers.ts'

const ON = day('2022-03-01')
const DEVOLVED: Devolution = { manner: 'devolved', title: '示例决定', number: '示例〔2021〕1号', body: '示例市人民政府', publishedOn: day('2021-08-20'), publishedIn: '公报', towns: ['示例一街道', '示例二镇'], matters: ['pet.waste', 'clean.spit'], from: day('2021-09-01'), evaluations: [] }
const ENTRUSTED: Devolution = { ...DEVOLVED, manner: 'entrusted', title: '委托书', number: '示例委〔2021〕2号', towns: ['示例环卫所'], matters: ['clean.litter'], until: day('2023-02-28') }
const offered = (unit: string, on = ON) => offeredTo(powersOf(unit, on, [DEVOLVED, ENTRUSTED]), mattersFor(on)).map(({ id }) => id).sort()

describe('行政处罚法第二十四条、第二十条 · which matters the phone offers', () => {
  test('an officer of a street: what went to it, and nothing else', () => {
    expect(offered('示例一街道综合行政执法办公室')).toEqual(['clean.spit', 'pet.waste'])
  })
  test('an officer of an entrusted organisation: what it was entrusted with', () => {
    expect(offered('示例环卫所')).toEqual(['clean.litter'])
    expect(offered('示例环卫所', day('2023-03-01'))).toEqual([])
  })
  test('an officer of a street before the decision applies: nothing', () => {
    expect(offered('示例二镇', day('2021-08-31'))).toEqual([])
  })
  test('an officer of the bureau: the whole list', () => {
    expect(offered('综合行政执法支队')).toHaveLength(mattersFor(ON).length)
  })
  test('第二十四条第一款: the form of a street’s officer already says in whose name he acts; nobody else’s does', () => {
    const start = (unit: string, form: Readonly<Record<string, unknown>> = { actingTown: {} }, on = ON) => startFor(powersOf(unit, on, [DEVOLVED, ENTRUSTED]), form)
    expect(start('示例一街道综合行政执法办公室')).toEqual({ town: '示例一街道', actingTown: '示例一街道' })
    expect(start('示例一街道综合行政执法办公室', {})).toEqual({})
    expect(start('示例一街道', undefined, day('2021-08-31'))).toEqual({})
    expect([start('示例环卫所'), start('综合行政执法支队')]).toEqual([{}, {}])
  })
  test('each is told the decision on which it rests, in whose name, and the article', () => {
    const says = (unit: string, matter: string) => powersOf(unit, ON, [DEVOLVED, ENTRUSTED]).says(matter).join()
    expect(says('示例一街道', 'pet.waste')).toBe('《示例决定》（示例〔2021〕1号）交由示例一街道行使，以示例一街道的名义处罚（《行政处罚法》第二十四条第一款）')
    expect(says('示例环卫所', 'clean.litter')).toContain('至2023-02-28，以委托机关的名义处罚（《行政处罚法》第二十条第四款）')
    expect(says('综合行政执法支队', 'pet.waste')).toContain('在示例一街道、示例二镇')
    expect(says('综合行政执法支队', 'pet.waste')).toContain('不在本机关立案')
    expect(says('综合行政执法支队', 'posting')).toBe('')
  })
})
