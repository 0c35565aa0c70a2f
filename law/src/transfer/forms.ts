import { choice, count, list, text } from '../field.ts'

/** The papers that go with a case (随案移送的材料): each with what it is and how many pages it has. */
export const PAPERS = list('随案材料', {
  kind: choice('类别', { letter: '移送书', report: '调查报告', items: '涉案物品清单', test: '检验报告、鉴定结论', evidence: '证据材料', other: '其他材料' }),
  title: text('名称'),
  pages: count('页数', '页', { min: 1 }),
})
