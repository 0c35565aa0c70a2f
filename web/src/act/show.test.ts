import { describe, expect, test } from 'vitest'
import type { ShownForm } from './form.ts'
import { shownAnswers, type Names } from './show.ts'

const NAMES: Names = { person: (id) => (id === 'li' ? '李安' : id), matter: (id) => `事项 ${id}`, act: (seq) => `第 ${seq} 项`, facts: ({ times }) => `次序：${String(times)} 次` }
const field = (label: string, shape: ShownForm[string]['shape']): ShownForm[string] => ({ label, shape, optional: false, basis: [] })
const text = (label: string) => field(label, { type: 'text', lines: 'one', max: 200 })
const FORM: ShownForm = {
  way: field('方式', { type: 'choice', options: { direct: '直接送达' } }),
  kinds: field('种类', { type: 'choices', options: { warning: '警告', fine: '罚款' } }),
  fine: field('数额', { type: 'money' }),
  told: field('已告知', { type: 'flag' }),
  who: field('参加人', { type: 'person' }),
  matter: field('事项', { type: 'matter' }),
  target: field('在先行为', { type: 'act', kinds: [] }),
  count: field('数量', { type: 'count', unit: '件', min: 0, max: 9 }),
  file: field('摘要', { type: 'text', lines: 'one', max: 64, format: 'hash' }),
  factors: field('裁量因素', { type: 'facts' }),
  party: field('当事人', { type: 'group', of: { name: text('姓名') } }),
  items: field('清单', { type: 'list', atLeast: 1, of: { name: text('名称') } }),
}

describe('办理内容 · answers in words', () => {
  test.each([
    ['a choice by its name', { way: 'direct' }, { label: '方式', text: '直接送达' }],
    ['a choice that a later form no longer offers, as it was recorded', { way: 'pigeon' }, { label: '方式', text: 'pigeon' }],
    ['several choices', { kinds: ['warning', 'fine'] }, { label: '种类', text: '警告、罚款' }],
    ['an amount with its unit', { fine: '300.00' }, { label: '数额', text: '300.00 元' }],
    ['yes', { told: true }, { label: '已告知', text: '是' }],
    ['no, which is an answer', { told: false }, { label: '已告知', text: '否' }],
    ['a person by name', { who: 'li' }, { label: '参加人', text: '李安' }],
    ['a person who has left, by identifier', { who: 'gone' }, { label: '参加人', text: 'gone' }],
    ['a matter by name', { matter: 'street.front' }, { label: '事项', text: '事项 street.front' }],
    ['an earlier act', { target: 3 }, { label: '在先行为', text: '第 3 项' }],
    ['a quantity with its unit', { count: 2 }, { label: '数量', text: '2 件' }],
    ['a file by its digest', { file: 'ab' }, { label: '摘要', text: 'ab', hash: true }],
    ['what was found of a benchmark’s factors, in its own words', { factors: { times: 2 } }, { label: '裁量因素', text: '次序：2 次' }],
    ['a group', { party: { name: '刘海' } }, { label: '当事人', rows: [[{ label: '姓名', text: '刘海' }]] }],
    ['a list', { items: [{ name: '货架' }, { name: '摊车' }] }, { label: '清单', rows: [[{ label: '名称', text: '货架' }], [{ label: '名称', text: '摊车' }]] }],
  ])('%s', (_, answers, shown) => {
    expect(shownAnswers(FORM, answers, NAMES)).toEqual([shown])
  })

  test('what was not answered is left out', () => {
    expect(shownAnswers(FORM, {}, NAMES)).toEqual([])
  })
})
