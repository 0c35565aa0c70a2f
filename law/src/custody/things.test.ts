import { describe, expect, test } from 'vitest'
import { day } from '../day.ts'
import type { Act } from '../dossier.ts'
import { judgeFor, SETTING } from '../judges.ts'
import { CAST } from '../scenario/cast.ts'
import { thingsOf } from './things.ts'

const ON = day('2021-08-10')
const acted = (seq: number, kind: string, data: Act['data'], more: Partial<Act> = {}): Act => ({ seq, kind, on: ON, recordedOn: ON, by: ['zhang', 'li'].flatMap((id) => CAST[id] ?? []), data, ...more })
const things = (...acts: readonly Act[]) => thingsOf(judgeFor('penalty.ordinary').read({ procedure: 'penalty.ordinary', acts }, SETTING)).map(({ seq, item, source, name, quantity, keeper, keeperId, place }) => [seq, item, source, name, quantity, keeper, keeperId, place])
const object = { kind: 'object', original: 'original', title: '切割机', place: '工地' }

describe('行政处罚法第四十六条第一款、第五十六条 · the things of a file', () => {
  test('an original object that was collected: the first officer has it', () => {
    expect(things(acted(1, 'collect', object))).toEqual([[1, 0, 'collected', '切割机', 1, '张平', 'zhang', '工地']])
  })
  test.each([
    ['a photograph is a file and no thing', { ...object, kind: 'audiovisual' }],
    ['a copy that agrees with the original leaves the original where it is', { ...object, original: 'copy' }],
  ])('%s', (_, data) => expect(things(acted(1, 'collect', data))).toEqual([]))
  test('samples: each row of the list, with its quantity', () => {
    expect(things(acted(2, 'sample', { items: [{ name: '渣土', quantity: 2 }, { name: '混凝土', quantity: 1 }], place: '工地' })).map(([seq, item, source, name, quantity]) => [seq, item, source, name, quantity])).toEqual([[2, 0, 'sampled', '渣土', 2], [2, 1, 'sampled', '混凝土', 1]])
  })
  test('what was preserved is with the keeper whom the act names, an officer or somebody else', () => {
    const items = [{ name: '流动摊车', quantity: 1 }]
    expect(things(acted(3, 'preserve', { items, place: '物品库', keeper: '李安' }))).toEqual([[3, 0, 'preserved', '流动摊车', 1, '李安', 'li', '物品库']])
    expect(things(acted(3, 'preserve', { items, place: '当事人店内', keeper: '刘海' }))).toEqual([[3, 0, 'preserved', '流动摊车', 1, '刘海', undefined, '当事人店内']])
  })
  test('an act that was annulled brings nothing', () => {
    expect(things(acted(1, 'collect', object), acted(2, 'annul', { target: 1, reason: '误录' }))).toEqual([])
  })
})
