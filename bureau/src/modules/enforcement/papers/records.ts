import { apl, numeral } from '@zhunsheng/law/article.ts'
import { last } from '@zhunsheng/law/penalty/ordinary/words.ts'
import type { Block, SignatureLine } from '../../../platform/paper/model.ts'
import { optionOf } from './answers.ts'
import { away } from './review.ts'
import { chinese, citing, from, leadOf, matterOf, officersOf, signed, type PaperCase } from './paper-case.ts'

interface Signing {
  readonly signature: string
  readonly witness?: string | undefined
}
/** How the other side closed the record (签名): by signing, or by a witness who saw that it did not. */
function closing(label: string, name: string, { signature, witness }: Signing): SignatureLine[] {
  if (signature === 'signed') return [{ label, note: '以上笔录已阅看，无误' }]
  const because = signature === 'refused' ? `${name}拒绝签名` : `${name}不在场`
  return [{ label: '见证人', note: because, ...(witness === undefined ? {} : { name: witness }) }]
}

/** 现场检查（勘验）笔录, 行政处罚法第五十五条. */
export function inspection(of: PaperCase): readonly Block[] {
  const data = last(of.file, 'inspect')?.data
  if (data === undefined) return []
  const { party } = leadOf(of).data
  return [
    { kind: 'facts', columns: 2, rows: [
      { label: '检查时间', value: `${chinese(of.act.on)} ${from(data.from, data.to)}` },
      { label: '检查地点', value: data.place },
      { label: '当事人', value: party.name },
      { label: '现场人员及职务', value: data.onSite ?? (data.signature === 'absent' ? '当事人不在场' : (party.representative ?? party.name)) },
      ...(data.weather === undefined ? [] : [{ label: '天气', value: data.weather }]),
      { label: '执法人员', value: officersOf(of.act) },
    ] },
    { kind: 'paragraph', label: '告知事项', text: `执法人员已主动出示执法证件，说明来意，告知有权申请回避、有权陈述和申辩，应当如实回答询问、协助检查（${citing(of.act.on, apl(55), apl(43, 2))}）。` },
    { kind: 'paragraph', label: '检查（勘验）情况', text: data.findings },
    { kind: 'blank' },
    { kind: 'signature', lines: closing('当事人或者现场人员', party.name, data) },
    signed('执法人员', of.act),
  ]
}

/** 询问笔录, 行政处罚法第五十五条. */
export function interview(of: PaperCase): readonly Block[] {
  const data = last(of.file, 'interview')?.data
  if (data === undefined) return []
  const count = of.file.every('interview').length
  return [
    { kind: 'facts', columns: 2, rows: [
      { label: '询问时间', value: `${chinese(of.act.on)} ${from(data.from, data.to)}` },
      { label: '询问地点', value: `${data.place}（第 ${count} 次询问）` },
      { label: '被询问人', value: data.person },
      { label: '与本案关系', value: optionOf('interview', 'relation', data.relation) },
      { label: '案由', value: matterOf(of).name },
      { label: '询问人', value: officersOf(of.act) },
    ] },
    { kind: 'paragraph', label: '告知事项', text: `询问人已表明身份并出示执法证件，告知被询问人有权申请询问人回避，应当如实回答询问（${citing(of.act.on, apl(55), apl(43, 2))}）。` },
    { kind: 'qa', turns: data.questions.map(({ question, answer }) => ({ question, answer })) },
    { kind: 'blank' },
    { kind: 'signature', lines: closing('被询问人', data.person, data) },
    signed('询问人', of.act),
  ]
}

/** Both positions, where the officers brought a dispute with the reviewer before the heads (分歧双方的意见). */
function disputed({ file }: PaperCase): readonly Block[] {
  const data = last(file, 'raiseDispute')?.data
  return data === undefined ? [] : [{ kind: 'paragraph', label: '承办机构的意见和理由', text: data.ours }, { kind: 'paragraph', label: '审核人员的意见和理由', text: data.theirs }]
}

/** 集体讨论笔录, 行政处罚法第五十七条第二款. */
export function discussion(of: PaperCase): readonly Block[] {
  const data = last(of.file, 'discuss')?.data
  if (data === undefined) return []
  const conclusion = last(of.file, 'conclude')
  const notice = last(of.file, 'notify')?.data
  const name = of.nameOf
  return [
    { kind: 'facts', columns: 2, rows: [
      { label: '讨论日期', value: chinese(of.act.on) },
      { label: '主持人', value: name(data.chair) },
      { label: '参加人', value: data.members.map(({ who }) => name(who)).join('、') },
      ...away('缺席人员', data.absent ?? [], of),
      ...away('回避人员', data.recused ?? [], of),
      { label: '汇报人', value: conclusion === undefined ? '' : conclusion.by.map((person) => person.name).join('、') },
      { label: '记录人', value: of.act.by[0]?.name ?? '' },
      { label: '案由', value: `${leadOf(of).data.party.name}${matterOf(of).name}案` },
    ] },
    { kind: 'paragraph', label: '案情汇报', text: conclusion?.data.facts ?? leadOf(of).data.facts },
    ...(notice === undefined ? [] : [{ kind: 'paragraph' as const, label: '拟处理意见', text: notice.reasons }]),
    ...disputed(of),
    ...data.members.map(({ who, opinion, dissents }, index) => ({ kind: 'paragraph' as const, label: `发言之${numeral(index + 1)}：${name(who)}${who === data.chair ? '（主持人）' : ''}`, text: `${opinion}${dissents ? '（不同意见）' : ''}` })),
    { kind: 'paragraph', label: '讨论结论', text: `${optionOf('discuss', 'conclusion', data.conclusion)}。${data.summary}` },
    ...(data.againstMajority === undefined ? [] : [{ kind: 'paragraph' as const, label: '结论与多数人意见不一致的理由', text: data.againstMajority }]),
    { kind: 'blank' },
    { kind: 'signature', lines: data.members.map(({ who }) => ({ label: '参加人', name: name(who), on: chinese(of.act.on) })) },
  ]
}
