import { apl } from '@zhunsheng/law/article.ts'
import { CONCLUSIONS, POINT_LABELS, POINT_NAMES, type Point } from '@zhunsheng/law/legal-review.ts'
import { REVIEW_ACTS } from '@zhunsheng/law/penalty/ordinary/acts/review.ts'
import { majorRowsOf } from '@zhunsheng/law/penalty/ordinary/facts.ts'
import { last } from '@zhunsheng/law/penalty/ordinary/words.ts'
import type { Block, Fact } from '../../../platform/paper/model.ts'
import { optionIn } from './answers.ts'
import { chinese, citing, leadOf, matterOf, officersOf, opinion, type PaperCase } from './paper-case.ts'

type Opinion = Readonly<Record<Point, { readonly verdict: 'ok' | 'problem'; readonly what?: string | undefined }>>

/** What was reviewed, and under which rows of the list (送审情况). */
function submitted(of: PaperCase): readonly Block[] {
  const conclusion = last(of.file, 'conclude')
  const acts = of.file.acts.filter(({ seq }) => seq < of.act.seq)
  const listed = majorRowsOf(of.file).map(({ name }) => name).join('；')
  return [
    { kind: 'facts', columns: 2, rows: [
      { label: '案由', value: `${leadOf(of).data.party.name}${matterOf(of).name}案` },
      { label: '送审人员', value: conclusion === undefined ? officersOf(leadOf(of)) : officersOf(conclusion) },
      { label: '审核日期', value: chinese(of.act.on) },
      { label: '审核依据', value: citing(of.act.on, apl(58)) },
      ...(listed === '' ? [] : [{ label: '列入重大执法决定目录的情形', value: listed }]),
    ] },
    { kind: 'list', head: ['序号', '送审材料', '日期'], rows: acts.map(({ kind, on }, index) => [String(index + 1), of.titleOf(kind), chinese(on)]) },
  ]
}
const pointFacts = (data: Opinion): Fact[] => POINT_NAMES.map((point) => ({ label: POINT_LABELS[point], value: data[point].verdict === 'ok' ? `没有问题${data[point].what === undefined ? '' : `。${data[point].what}`}` : `有问题：${data[point].what ?? ''}` }))

/** 法制审核意见书, 行政处罚法第五十八条: what was submitted, each point, the conclusion, who reviewed. */
export function legalReview(of: PaperCase): readonly Block[] {
  const data = last(of.file, 'review')?.data
  if (data === undefined) return []
  return [
    ...submitted(of),
    { kind: 'facts', columns: 1, rows: pointFacts(data) },
    ...(data.replaces === undefined ? [] : [{ kind: 'paragraph' as const, label: '原审核人员不能复核的原因', text: data.replaces }]),
    opinion('审核结论', `${CONCLUSIONS[data.conclusion]}。`, of.act),
  ]
}

/** 集体法制审核记录: who came, what each said in which order, the minority with its reasons, the conclusion. */
export function panelReview(of: PaperCase): readonly Block[] {
  const data = last(of.file, 'panelReview')?.data
  if (data === undefined) return []
  const { shape } = REVIEW_ACTS.panelReview.form.members
  const form = shape.type === 'list' ? shape.of : undefined
  const nameOf = ({ who, name }: { readonly who?: string | undefined; readonly name?: string | undefined }) => (who === undefined ? (name ?? '') : of.nameOf(who))
  const agreeing = data.members.filter(({ vote }) => vote === data.conclusion).length
  return [
    ...submitted(of),
    { kind: 'facts', columns: 2, rows: [
      { label: '主持人', value: of.nameOf(data.chair) },
      { label: '到会成员', value: data.members.map(nameOf).join('、') },
      ...away('缺席成员', data.absent ?? [], of),
      ...away('回避成员', data.recused ?? [], of),
    ] },
    { kind: 'facts', columns: 1, rows: pointFacts(data) },
    { kind: 'list', head: ['发言顺序', '成员', '身份', '意见', '理由'], rows: data.members.map((member, index) => [String(index + 1), nameOf(member), optionIn(form, 'role', member.role), `${CONCLUSIONS[member.vote]}${member.vote === data.conclusion ? '' : '（不同意见）'}`, member.opinion]) },
    { kind: 'paragraph', label: '审核经过和结论理由', text: data.summary },
    opinion('集体审核结论', `${CONCLUSIONS[data.conclusion]}（到会 ${data.members.length} 人，${agreeing} 人同意结论）。`, of.act),
    { kind: 'signature', lines: data.members.map((member) => ({ label: '成员', name: nameOf(member), on: chinese(of.act.on) })) },
  ]
}

/** Who was not there, and why; nothing where everybody was. */
export const away = (label: string, persons: readonly { readonly who: string; readonly reason: string }[], of: PaperCase): Fact[] => (persons.length === 0 ? [] : [{ label, value: persons.map(({ who, reason }) => `${of.nameOf(who)}（${reason}）`).join('、') }])
