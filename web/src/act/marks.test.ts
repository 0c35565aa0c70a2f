import { describe, expect, test } from 'vitest'
import { Problem } from '../api.ts'
import type { ShownForm } from './form.ts'
import { marksOf, placeIn, saidBy } from './marks.ts'

const FORM: ShownForm = {
  fine: { label: '罚款数额', optional: true, basis: [], shape: { type: 'money' } },
  on: { label: '开庭日期', optional: true, basis: [], shape: { type: 'day' } },
  party: { label: '当事人', optional: false, basis: [], shape: { type: 'group', of: { name: { label: '姓名', optional: false, basis: [], shape: { type: 'text', lines: 'one', max: 9 } } } } },
}

describe('where a no is shown', () => {
  test.each([
    ['a field of the form', 'data.party.name', ['data', 'party', 'name']],
    ['a ground that names the field alone', 'fine', ['data', 'fine']],
    ['the day of the act', 'on', ['on']],
    ['a field of the form that is called like the day of the act', 'data.on', ['data', 'on']],
    ['the others who take part', 'with', ['with']],
  ])('%s', (_, path, place) => {
    expect(placeIn(FORM, path)).toEqual(place)
  })

  test('what the form does not ask is shown above it, not lost at a field', () => {
    expect(placeIn(FORM, 'data.nothing')).toBeUndefined()
    expect(marksOf(FORM, [{ path: 'kind', because: 'x' }])).toEqual([])
  })

  test('a field says everything that is said of it, once', () => {
    const said = [{ path: 'fine', because: '超出幅度' }, { path: 'data.fine', because: '不得高于告知' }, { path: 'fine', because: '超出幅度' }]
    expect(marksOf(FORM, said)).toEqual([{ name: ['data', 'fine'], errors: ['超出幅度', '不得高于告知'] }])
  })

  test('a refused sending says its grounds at their fields with the articles', () => {
    const refusals = [
      { code: 'a', basis: ['《行政处罚法》第三十四条'], because: '超出幅度', instead: '', field: 'fine' },
      { code: 'b', basis: [], because: '执法人员少于两人', instead: '' },
    ]
    expect(saidBy(new Problem({ refusals }))).toEqual([{ path: 'fine', because: '超出幅度（《行政处罚法》第三十四条）' }])
  })
})
