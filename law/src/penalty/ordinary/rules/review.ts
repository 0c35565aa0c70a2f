import { apl, apl17, gbf118, mad } from '../../../article.ts'
import { all, any, holds, implies, not } from '../../../condition.ts'
import { valueOn } from '../../../jurisdiction.ts'
import { CORRECTION_OPEN, reviewRules } from '../../../legal-review-rules.ts'
import { opinionFault } from '../../../legal-review.ts'
import type { Finding, Rule } from '../../../procedure.ts'
import { UNDECIDED } from '../../execution/facts.ts'
import { HEARING_OVER, LEFT, LISTED_DUE, majorNames, PANEL_DUE, PASSED, REFUSED, REVIEW_DUE, SETTLED_BY_HEADS, STATEMENT_OVER } from '../facts.ts'
import { checks, done, requires, separates } from '../words.ts'
import { personsIn, quorumFault, recusedAmong } from './meeting.ts'

/** Acts by which somebody becomes an investigator of the case (调查人员). */
export const INVESTIGATORS = ['inspect', 'interview', 'collect', 'sample', 'preserve', 'conclude', 'notify'] as const
const REVIEWS = ['review', 'panelReview'] as const
const HEARD_OUT = implies(done('notify'), all(STATEMENT_OVER, HEARING_OVER))
const HALF = 2

/** By whom, when and how it is reviewed (法制审核): 行政处罚法第五十八条. */
const REVIEWING: readonly Rule[] = [
  ...REVIEWS.flatMap((kind) => [
    requires(kind, { code: `${kind}.not-concluded`, needs: done('conclude'), basis: apl(58, 1), because: '调查尚未终结，没有可以审核的案卷', instead: '先终结调查' }),
    requires(kind, { code: `${kind}.before-hearing`, needs: HEARD_OUT, basis: [apl(58, 1), apl(45)], because: '陈述申辩、听证尚未结束', instead: '听取并复核意见、举行听证或者等待期限届满后再审核' }),
    requires(kind, { code: `${kind}.decided`, needs: UNDECIDED, basis: apl(58, 1), because: '法制审核应在作出决定之前', instead: '决定确有错误的，先变更或者撤销' }),
    separates(INVESTIGATORS, kind, { code: `${kind}.investigator`, basis: apl(58, 1), because: '参与本案调查的人员不得审核本案', instead: '由未参与调查的法制审核人员审核' }),
  ]),
  ...(['review', 'panelReview', 'raiseDispute', 'discuss'] as const).map((kind) => requires(kind, { code: `${kind}.left`, needs: not(LEFT), basis: apl(57, 1), because: '案件已经移送，或者已经终止调查', instead: '办理结案；移送之后退回的，登记退回' })),
  ...reviewRules(apl(58, 1), apl(58, 2)),
]

/** The panel (集体法制审核): the bureau's own instrument, by configuration; who may review follows the statute. */
const PANEL: readonly Rule[] = [
  requires('panelReview', { code: 'panelReview.not-due', needs: implies(done('conclude'), any(holds(PANEL_DUE), REFUSED)), basis: gbf118(), because: '不是疑难案件，对审核意见也没有分歧', instead: '由法制审核人员审核' }),
  requires('panelReview', { code: 'panelReview.correction-open', needs: not(holds(CORRECTION_OPEN)), basis: gbf118(), because: '上次审核建议纠正，承办人员还没有反馈', instead: '先由承办人员逐项反馈，再审核' }),
  checks('panelReview', { code: 'panelReview.opinion', says: '有问题的写明，结论与各要点一致', instead: '逐项写明；有问题的，结论为建议纠正或者不同意', basis: gbf118(), test: ({ data }) => opinionFault(data) }),
  checks('panelReview', {
    code: 'panelReview.qualified',
    says: '初次从事法制审核的人员具有法律职业资格',
    instead: '由取得法律职业资格的人员审核',
    basis: apl(58, 2),
    test: ({ by }) => {
      const unqualified = by.find((person) => !person.legalQualification && !person.reviewedBefore)
      return unqualified === undefined ? undefined : { because: `${unqualified.name}没有法律职业资格` }
    },
  }),
  checks('panelReview', {
    code: 'panelReview.members',
    says: '成员身份清楚，不重复，法制机构人员列为办理人员',
    instead: '本机关人员选定人员，机关外人员写明姓名和单位；法制机构人员共同办理',
    basis: gbf118(),
    test: ({ data, by }) => {
      if (data.members.some(({ who, name }) => (who === undefined) === (name === undefined))) return { because: '成员应当选定本机关人员，或者写明机关外人员，二者填一项', field: 'members' }
      const known = data.members.map(({ who, name }) => who ?? name)
      if (new Set(known).size !== known.length) return { because: '成员重复', field: 'members' }
      const signing = new Set(by.map(({ id }) => id))
      const unsigned = data.members.some(({ role, who }) => role === 'legal' && (who === undefined || !signing.has(who)))
      return unsigned ? { because: '法制机构人员没有列为共同办理人员', field: 'members' } : undefined
    },
  }),
  checks('panelReview', {
    code: 'panelReview.excluded',
    says: '参与调查的、应当回避的人员不参加',
    instead: '由没有参与调查、不需要回避的人员组成',
    basis: [apl(58, 1), apl(43, 1)],
    test: ({ data }, file) => {
      const ids = personsIn(data.members)
      const investigator = file.every(...INVESTIGATORS).flatMap(({ by }) => by).find(({ id }) => ids.includes(id))
      if (investigator !== undefined) return { because: `${investigator.name}参与了本案调查`, field: 'members' }
      return recusedAmong(ids, data.recused ?? [], file)
    },
  }),
  checks('panelReview', {
    code: 'panelReview.quorum',
    says: '到会成员达到规定人数',
    instead: '增加成员，或者改期',
    basis: gbf118(),
    test: ({ data, on }, file) => {
      const panel = valueOn(file.setting.local.panelReview, on)
      return panel !== undefined && data.members.length < panel.value.members ? { because: `到会成员 ${data.members.length} 人，不足规定的 ${panel.value.members} 人`, field: 'members' } : undefined
    },
  }),
  checks('panelReview', { code: 'panelReview.chair-last', says: '主持人最后发言', instead: '主持人听取其他成员意见后最后发言，按发言先后记录', basis: gbf118(), test: ({ data }) => chairNotLast(data.chair, data.members.map(({ who }) => who)) }),
  checks('panelReview', {
    code: 'panelReview.majority',
    says: '结论是多数成员的意见',
    instead: '按多数意见作结论；少数意见和理由如实记录',
    basis: gbf118(),
    test: ({ data }) => {
      const agreeing = data.members.filter(({ vote }) => vote === data.conclusion).length
      return agreeing * HALF > data.members.length ? undefined : { because: `结论只有 ${agreeing} 人同意，没有超过到会成员的半数`, field: 'conclusion' }
    },
  }),
  requires('raiseDispute', { code: 'raiseDispute.not-refused', needs: REFUSED, basis: gbf118(), because: '没有审核不同意的意见', instead: '审核建议纠正的，逐项反馈；尚未审核的，提交审核' }),
  requires('raiseDispute', { code: 'raiseDispute.decided', needs: UNDECIDED, basis: gbf118(), because: '已经作出决定', instead: '决定确有错误的，先变更或者撤销' }),
]

/** The heads' discussion (集体讨论): 行政处罚法第五十七条第二款; the order of speaking by analogy with the rules on major decisions of administration. */
const DISCUSSING: readonly Rule[] = [
  requires('discuss', { code: 'discuss.not-concluded', needs: done('conclude'), basis: apl(57, 2), because: '调查尚未终结', instead: '先终结调查' }),
  requires('discuss', { code: 'discuss.decided', needs: UNDECIDED, basis: apl(57, 2), because: '集体讨论应在作出决定之前', instead: '决定确有错误的，先变更或者撤销' }),
  requires('discuss', { code: 'discuss.before-hearing', needs: HEARD_OUT, basis: [apl(57, 2), apl(45, 1)], because: '陈述申辩、听证尚未结束', instead: '听取并复核意见、举行听证或者等待期限届满后再讨论' }),
  requires('discuss', { code: 'discuss.not-reviewed', needs: implies(holds(REVIEW_DUE), any(PASSED, done('raiseDispute'))), basis: apl(58, 1), because: '依法应当法制审核，尚未通过', instead: '先提交法制审核；审核不同意而有分歧的，写明双方意见提请讨论', names: majorNames }),
  requires('discuss', { code: 'discuss.not-reviewed-listed', needs: implies(holds(LISTED_DUE), any(PASSED, done('raiseDispute'))), basis: gbf118(), because: '按重大执法决定目录应当法制审核，尚未通过', instead: '先提交法制审核；审核不同意而有分歧的，写明双方意见提请讨论', names: majorNames }),
  checks('discuss', {
    code: 'discuss.members',
    says: '机关负责人集体讨论，参加人不重复',
    instead: '核对参加人',
    basis: apl(57, 2),
    test: ({ data }) => {
      const members = new Set(data.members.map(({ who }) => who))
      if (members.size !== data.members.length) return { because: '参加人重复', field: 'members' }
      return members.has(data.chair) ? undefined : { because: '主持人没有在参加人中', field: 'chair' }
    },
  }),
  checks('discuss', { code: 'discuss.chair-last', says: '主持人最后发言', instead: '主持人听取其他人意见后最后发言，按发言先后记录', basis: [apl(57, 2), mad(30, 2)], test: ({ data }) => (data.members.some(({ who }) => who === data.chair) ? chairNotLast(data.chair, data.members.map(({ who }) => who)) : undefined) }),
  checks('discuss', { code: 'discuss.recused', says: '应当回避的负责人不参加', instead: '由其他负责人讨论；回避人员另行写明', basis: [apl(43, 1), apl(57, 2)], test: ({ data }, file) => recusedAmong(personsIn(data.members), data.recused ?? [], file) }),
  checks('discuss', { code: 'discuss.quorum', says: '到会人数达到规定比例', instead: '改期，或者通知其他负责人到会', basis: apl(57, 2), test: ({ data, on }, file) => quorumFault(data, file, on) }),
  checks('discuss', {
    code: 'discuss.majority',
    says: '结论与多数意见不一致的，说明理由',
    instead: '按多数意见作结论，或者写明不一致的理由',
    basis: [apl(57, 2), mad(30, 2)],
    test: ({ data }) => {
      const against = data.members.filter(({ dissents }) => dissents).length
      return against * HALF > data.members.length && data.againstMajority === undefined ? { because: `${against} 人不同意结论，超过半数，没有说明理由`, field: 'againstMajority' } : undefined
    },
  }),
]

/** What the decision waits for (审核与决定). */
const DECIDING: readonly Rule[] = [
  requires('decide', { code: 'decide.not-reviewed', outcome: 'penalise', needs: implies(holds(REVIEW_DUE), PASSED), basis: apl(58, 1), because: '依法应当法制审核，尚未审核或者审核未通过，集体讨论不能代替', instead: '提交法制审核；未通过的，纠正后再审核，或者提请集体法制审核', names: majorNames }),
  // Outside the four cases of the statute the heads may decide against the reviewer, whose position stays in the file.
  requires('decide', { code: 'decide.not-reviewed-listed', outcome: 'penalise', needs: implies(holds(LISTED_DUE), any(PASSED, SETTLED_BY_HEADS)), basis: gbf118(), because: '按重大执法决定目录应当法制审核，尚未审核或者审核未通过', instead: '提交法制审核；审核不同意而有分歧的，提请集体讨论', names: majorNames }),
  ...(['exempt', 'unfounded'] as const).map((outcome) =>
    requires('decide', { code: `decide.${outcome}-not-reviewed`, outcome, needs: implies(holds(LISTED_DUE), any(PASSED, SETTLED_BY_HEADS)), basis: gbf118(), because: '按重大执法决定目录应当法制审核，尚未审核或者审核未通过', instead: '提交法制审核；审核不同意而有分歧的，提请集体讨论', names: majorNames }),
  ),
  requires('decide', { code: 'decide.not-panel', outcome: 'penalise', needs: implies(holds(PANEL_DUE), done('panelReview', 'conclusion', 'agree')), basis: gbf118(), because: '疑难案件应当集体法制审核，尚未审核或者审核未通过', instead: '召集集体法制审核' }),
  // 行政处罚法（2017年修正）第三十八条第三款: every decision of the general procedure was reviewed, not only the grave ones.
  requires('decide', { code: 'decide.not-reviewed.2017', outcome: 'penalise', needs: PASSED, basis: apl17(38, 3), because: '决定作出之前没有经审核人员审核，或者审核未通过', instead: '提交审核；未通过的，纠正后再审核' }),
  requires('decide', { code: 'decide.review-refused', outcome: 'exempt', needs: any(not(REFUSED), SETTLED_BY_HEADS), basis: apl(58, 1), because: '法制审核未通过', instead: '纠正后再审核；有分歧的，提请集体讨论' }),
  separates(REVIEWS, 'decide', { code: 'decide.reviewer', basis: apl(58, 1), because: '审核本案的人员不得决定本案', instead: '由没有参加审核的负责人决定' }),
]

/** Of who spoke in which order: the chair comes last. */
function chairNotLast(chair: string, speakers: readonly (string | undefined)[]): Finding | undefined {
  return speakers.at(-1) === chair ? undefined : { because: '主持人没有最后发言：在他之后还有人发言，或者没有记录他的意见', field: 'members' }
}

/** Review, panel, discussion, and what the decision waits for (审核、讨论): 行政处罚法第五十七条第二款、第五十八条. */
export const REVIEW_RULES: readonly Rule[] = [...REVIEWING, ...PANEL, ...DISCUSSING, ...DECIDING]
