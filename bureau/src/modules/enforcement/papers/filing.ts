import { apl } from '@zhunsheng/law/article.ts'
import { PAPER_KINDS } from '@zhunsheng/law/forms.ts'
import type { Block } from '../../../platform/paper/model.ts'
import { chinese, citing, leadOf, matterOf, officersOf, opinion, partyFacts, type PaperCase } from './paper-case.ts'
import { optionOf, textOf } from './answers.ts'

/** 立案审批表, 行政处罚法第五十四条第二款. */
export function filing(of: PaperCase): readonly Block[] {
  const lead = leadOf(of)
  const { data } = lead
  const matter = matterOf(of)
  return [
    { kind: 'facts', columns: 2, rows: [
      { label: '案由', value: matter.name },
      { label: '案件来源', value: optionOf('apply', 'source', data.source) },
      { label: '违法行为发生时间', value: data.actedUntil === undefined ? chinese(data.actedFrom) : `${chinese(data.actedFrom)}至${chinese(data.actedUntil)}` },
      { label: '发现时间', value: chinese(data.discoveredOn) },
      { label: '违法行为发生地', value: data.place },
    ] },
    { kind: 'facts', columns: 2, rows: partyFacts(data.party) },
    ...(data.papers === undefined ? [] : [{ kind: 'list' as const, head: ['随案材料', '类别', '页数'], rows: data.papers.map(({ kind, title, pages }) => [title, PAPER_KINDS[kind], `${pages}页`]) }]),
    { kind: 'facts', columns: 1, rows: [{ label: '案情摘要', value: data.facts }, { label: '立案依据', value: [...(matter.broken === undefined ? [] : [`涉嫌违反${matter.broken}`]), `可能适用${matter.applied}`, `依照${citing(of.act.on, apl(54, 2))}`].join('；') }] },
    opinion('承办人意见', `当事人的行为涉嫌违法，属本机关管辖，未超过追究期限，建议立案调查。承办人：${officersOf(lead)}。`, lead),
    opinion('审批意见', textOf(of.act, 'opinion'), of.act),
  ]
}
