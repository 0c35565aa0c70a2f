import { describe, expect, test } from 'vitest'
import { citeAll } from '../../article.ts'
import { calendarOf } from '../../calendar.ts'
import { day } from '../../day.ts'
import { judgeOf } from '../../judge.ts'
import { CHONGQING } from '../../jurisdictions/chongqing.ts'
import { ORDINARY_PENALTY } from '../ordinary/procedure.ts'
import { leftIn, peopleNamed, publicationOf } from './published.ts'

const by = [{ name: '张平' }, { name: '李安' }]
const told = (seq: number, kind: string, data: Readonly<Record<string, unknown>>) => ({ seq, kind, data, by })

describe('行政处罚法第五十条 · whose names are hidden', () => {
  test.each([
    ['a citizen who is the party', { party: { kind: 'citizen', name: '刘海' } }, ['刘海']],
    ['the representative of a firm, and not the firm', { party: { kind: 'organisation', name: '示例公司', representative: '罗敏' } }, ['罗敏']],
    ['everybody on the spot, without what he is', { onSite: '何苗（店主）、王五，店员' }, ['何苗', '王五']],
    ['who received a paper', { way: 'direct', receiver: '刘母' }, ['刘母']],
    ['no officer, though he received something', { way: 'direct', receiver: '张平' }, []],
    ['nobody where a bureau received papers', { receiver: '区公安分局' }, []],
    ['no recording that bore witness', { witness: '执法记录仪影像' }, []],
    ['a party who has the name of an officer', { party: { kind: 'citizen', name: '张平' } }, ['张平']],
  ])('%s', (_, data, names) => {
    expect(peopleNamed([told(1, 'apply', data)])).toEqual(names)
  })
  test('a name that was corrected is hidden as much as the right one', () => {
    const acts = [told(1, 'interview', { person: '刘海' }), told(2, 'correct', { target: 1, answers: { person: '刘河' }, reason: '笔误。' })]
    expect(peopleNamed(acts)).toEqual(['刘海', '刘河'])
  })
})

describe('行政处罚法第四十八条 · what is published', () => {
  const decided = told(1, 'decide', { facts: '决定的事实。' })
  test.each([
    ['the facts of the decision', [decided, told(2, 'publish', { channel: 'site' })], '决定的事实。'],
    ['what was written for the public', [decided, told(2, 'publish', { channel: 'site', shown: '公示的事实。' })], '公示的事实。'],
    ['its correction', [decided, told(2, 'publish', { channel: 'site', shown: '公示的事实。' }), told(3, 'correct', { target: 2, answers: { channel: 'site', shown: '更正的事实。' } })], '更正的事实。'],
    ['nothing, before there is a decision', [], ''],
  ])('%s', (_, acts, facts) => {
    expect(publicationOf(acts).facts).toBe(facts)
  })
  test.each([
    ['2021-03-01', '《行政处罚法》第四十八条第一款、第五十条'],
    ['2021-10-31', '《行政处罚法》第四十八条第一款、第五十条'],
    ['2021-11-01', '《行政处罚法》第四十八条第一款、第五十条、《个人信息保护法》第二十五条、第五十一条第一款第（三）项'],
  ])('on %s what is left is refused under the law of that day', (on, articles) => {
    const file = judgeOf(ORDINARY_PENALTY).read({ procedure: ORDINARY_PENALTY.code, acts: [] }, { calendar: calendarOf(), local: CHONGQING })
    expect(citeAll(leftIn('证人陈志强指认。', undefined, file, day(on), 'shown')?.basis ?? [])).toBe(articles)
    expect(leftIn('证人陈志强指认。', '已核对。', file, day(on), 'shown')).toBeUndefined()
  })
})
