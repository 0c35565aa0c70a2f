import { apl } from '@zhunsheng/law/article.ts'
import { last } from '@zhunsheng/law/penalty/ordinary/words.ts'
import type { Block } from '../../../platform/paper/model.ts'
import { ORDINARY_ACTS } from '@zhunsheng/law/penalty/ordinary/acts/acts.ts'
import { optionOf } from './answers.ts'
import { chinese, citing, leadOf, matterOf, officersOf, opinion, type PaperCase } from './paper-case.ts'

const POINTS = ['competence', 'procedure', 'facts', 'law', 'discretion', 'papers', 'crime'] as const

/** 法制审核意见书, 行政处罚法第五十八条: what was submitted, each point, the conclusion, who reviewed. */
export function legalReview(of: PaperCase): readonly Block[] {
  const data = last(of.file, 'review')?.data
  if (data === undefined) return []
  const conclusion = last(of.file, 'conclude')
  const submitted = of.file.acts.filter(({ seq }) => seq < of.act.seq)
  const { form } = ORDINARY_ACTS.review
  return [
    { kind: 'facts', columns: 2, rows: [
      { label: '案由', value: `${leadOf(of).data.party.name}${matterOf(of).name}案` },
      { label: '送审人员', value: conclusion === undefined ? officersOf(leadOf(of)) : officersOf(conclusion) },
      { label: '审核日期', value: chinese(of.act.on) },
      { label: '审核依据', value: citing(of.act.on, apl(58)) },
    ] },
    { kind: 'list', head: ['序号', '送审材料', '日期'], rows: submitted.map(({ kind, on }, index) => [String(index + 1), of.titleOf(kind), chinese(on)]) },
    { kind: 'facts', columns: 1, rows: POINTS.map((point) => ({ label: form[point].label, value: data[point] })) },
    opinion('审核结论', `${optionOf('review', 'conclusion', data.conclusion)}。`, of.act),
  ]
}
