import { all, any, elapsed, implies, not, within } from '../../condition.ts'
import { IDENTIFY, notIdentified } from '../../party.ts'
import type { Procedure, Rule, Safeguard } from '../../procedure.ts'
import { ALWAYS } from '../../interval.ts'
import { apl, apl17, tcr } from '../../article.ts'
import { ANSWER_BY, APPROVE_BY, FILED, HAND_OVER_BY, NOT_FILED, REFUSED, REVIEW_BY, REVIEWED_BY, SUPERVISION_BY, TRANSFER_BY, UNPUNISHED } from './standing.ts'
import { CRIME_ACTS } from './acts.ts'
import { checks, done, last, never, owes, requires, staffed } from './words.ts'

const DAY_MINUTES = 24 * 60
/** An act that registers what another body sent may not name a day after its own. */
const receivedLate = ({ data, on }: { readonly data: { readonly receivedOn: number }; readonly on: number }) => (data.receivedOn > on ? { because: '收到之日晚于登记之日', field: 'receivedOn' } : undefined)

const REPORTING: readonly Rule[] = [
  requires('suspect', { code: 'suspect.once', needs: not(done('suspect')), basis: tcr(5, 1), because: '已经指定专案组', instead: '继续办理；另一行为另行移送' }),
  checks('suspect', {
    code: 'suspect.complete',
    says: '当事人明确，专案组两人以上且不重复',
    instead: `${IDENTIFY}；专案组指定两名以上执法人员`,
    basis: tcr(5, 1),
    test: ({ data, on }) => {
      if (data.discoveredOn > on) return { because: '发现之日晚于指定之日', field: 'discoveredOn' }
      return new Set(data.team.map(({ who }) => who)).size < 2 ? { because: '专案组不足两人', field: 'team' } : notIdentified(data.party)
    },
  }),
  requires('report', { code: 'report.no-team', needs: done('suspect'), basis: tcr(5, 1), because: '没有指定专案组', instead: '先指定两名以上执法人员' }),
  requires('report', { code: 'report.sent', needs: not(done('transfer')), basis: tcr(5, 2), because: '案件已经移送', instead: '补充的材料另行送交公安机关' }),
  staffed('report', 2, { code: 'report.two-officers', basis: tcr(5, 1), because: '核实和报告由两名以上执法人员进行，且都应持有当日有效的执法证', instead: '由专案组两名以上人员共同办理' }),
  checks('report', {
    code: 'report.team',
    says: '由专案组核实并报告',
    instead: '由指定的专案组人员办理',
    basis: tcr(5, 1),
    test: ({ by }, file) => {
      const team = last(file, 'suspect')?.data.team.map(({ who }) => who)
      const stranger = by.find(({ id }) => team?.includes(id) === false)
      return stranger === undefined ? undefined : { because: `${stranger.name}不是专案组人员` }
    },
  }),
  requires('approve', { code: 'approve.no-report', needs: done('report'), basis: tcr(5, 1), because: '没有书面报告', instead: '由专案组核实后提出书面报告' }),
  requires('approve', { code: 'approve.once', needs: not(done('approve')), basis: tcr(5, 2), because: '对这份报告已经作出决定', instead: '有新的事实、证据的，重新报告' }),
]

const SENDING: readonly Rule[] = [
  requires('transfer', { code: 'transfer.not-approved', needs: done('approve', 'outcome', 'approve'), basis: tcr(5, 2), because: '移送未经机关负责人批准', instead: '报机关正职负责人或者主持工作的负责人审批' }),
  requires('transfer', { code: 'transfer.once', needs: not(done('transfer')), basis: tcr(5, 2), because: '已经移送', instead: '登记回执和审查结果' }),
  checks('transfer', {
    code: 'transfer.bundle',
    says: '随案材料齐备',
    instead: '补齐移送书、调查报告；有涉案物品的附清单，经过检验、鉴定的附报告或者结论',
    basis: tcr(6),
    test: ({ data }) => {
      const has = (wanted: string) => data.papers.some(({ kind }) => kind === wanted)
      if (!has('letter')) return { because: '没有涉嫌犯罪案件移送书', field: 'papers', basis: [tcr(6, 1, 1)] }
      if (!has('report')) return { because: '没有案件情况的调查报告', field: 'papers', basis: [tcr(6, 1, 2)] }
      if (data.hasItems && !has('items')) return { because: '有涉案物品，没有物品清单', field: 'papers', basis: [tcr(6, 1, 3)] }
      return data.tested && !has('test') ? { because: '经过检验或者鉴定，没有报告或者结论', field: 'papers', basis: [tcr(6, 1, 4)] } : undefined
    },
  }),
  checks('transfer', {
    code: 'transfer.hours',
    says: '批准后二十四小时内移送，超过的写明原因',
    instead: '立即移送，并写明超过二十四小时的原因',
    basis: [tcr(5, 2), tcr(16, 1)],
    test: ({ data, on }, file) => {
      const approved = last(file, 'approve')
      if (approved === undefined) return undefined
      const minutes = (on - approved.on) * DAY_MINUTES + data.at - approved.data.at
      if (minutes < 0) return { because: '送交的时刻早于批准的时刻', field: 'at' }
      return minutes > DAY_MINUTES && data.late === undefined ? { because: '批准已经超过二十四小时，没有写明原因', field: 'late' } : undefined
    },
  }),
  ...(['acknowledge', 'reroute', 'answer'] as const).map((kind) => requires(kind, { code: `${kind}.not-sent`, needs: done('transfer'), basis: tcr(7), because: '案件没有移送', instead: '先移送公安机关' })),
  ...(['acknowledge', 'reroute', 'answer'] as const).map((kind) => requires(kind, { code: `${kind}.answered`, needs: not(done('answer')), basis: tcr(8), because: '公安机关已经作出决定', instead: '依决定办理' })),
  requires('acknowledge', { code: 'acknowledge.once', needs: not(done('acknowledge')), basis: tcr(7), because: '已经登记回执', instead: '公安机关转送的，先登记转送' }),
  checks('acknowledge', { code: 'acknowledge.day', says: '接受之日在移送与登记之间', instead: '按回执填写', basis: tcr(7), test: (proposal, file) => (proposal.data.receivedOn < (last(file, 'transfer')?.on ?? 0) ? { because: '接受之日早于移送之日', field: 'receivedOn' } : receivedLate(proposal)) }),
]

const POLICE: readonly Rule[] = [
  checks('answer', {
    code: 'answer.reason',
    says: '不予立案的有理由，案卷材料退回',
    instead: '按不予立案通知书填写；没有说明理由、没有退回材料的，要求公安机关补正',
    basis: tcr(8),
    test: (proposal) => (proposal.data.outcome === 'declined' && (proposal.data.reason === undefined || !proposal.data.returned) ? { because: '没有写明不予立案的理由，或者案卷材料没有退回', field: 'reason' } : receivedLate(proposal)),
  }),
  requires('handOver', { code: 'handOver.not-filed', needs: FILED, basis: tcr(12), because: '公安机关没有立案', instead: '妥善保管，等待公安机关的决定' }),
  requires('handOver', { code: 'handOver.once', needs: not(done('handOver')), basis: tcr(12), because: '已经移交', instead: '补充移交的，写入更正' }),
  checks('handOver', { code: 'handOver.signed', says: '办结交接手续', instead: '双方在交接清单上签字', basis: tcr(12), test: ({ data }) => (data.signed ? undefined : { because: '没有办结交接手续', field: 'signed' }) }),
  checks('handOver', {
    code: 'handOver.items',
    says: '移送时有涉案物品的，一并移交',
    instead: '填写移交的物品；法律、行政法规另有规定的，写入交接清单',
    basis: tcr(12),
    test: ({ data }, file) => (last(file, 'transfer')?.data.hasItems === true && data.items === undefined ? { because: '移送时有涉案物品，没有移交', field: 'items' } : undefined),
  }),
  requires('askReview', { code: 'askReview.not-declined', needs: all(done('answer', 'outcome', 'declined'), not(FILED)), basis: tcr(9, 1), because: '公安机关没有决定不予立案', instead: '等待公安机关的决定；逾期的，建议人民检察院立案监督' }),
  requires('askReview', { code: 'askReview.too-late', needs: within(REVIEW_BY), basis: tcr(9, 1), because: '收到不予立案通知书已经超过三日', instead: '建议人民检察院依法进行立案监督' }),
  requires('askReview', { code: 'askReview.once', needs: not(done('askReview')), basis: tcr(9, 1), because: '已经提请复议', instead: '仍有异议的，建议人民检察院立案监督' }),
  requires('reviewed', { code: 'reviewed.not-asked', needs: all(done('askReview'), not(done('reviewed'))), basis: tcr(9, 2), because: '没有待决定的复议', instead: '先提请复议' }),
  checks('reviewed', { code: 'reviewed.day', says: '日期清楚', instead: '按通知书填写', basis: tcr(9, 2), test: receivedLate }),
  requires('askSupervision', { code: 'askSupervision.nothing', needs: NOT_FILED, basis: [tcr(9, 1), tcr(17, 1)], because: '公安机关没有不予立案，也没有逾期不作决定', instead: '等待公安机关的决定' }),
  requires('askSupervision', { code: 'askSupervision.pending', needs: all(implies(done('askReview'), done('reviewed')), not(done('askSupervision'))), basis: tcr(9, 2), because: '复议没有结果，或者已经建议监督', instead: '等待结果' }),
  requires('supervised', { code: 'supervised.not-asked', needs: all(done('askSupervision'), not(done('supervised'))), basis: tcr(9, 3), because: '没有待登记的立案监督', instead: '先建议人民检察院立案监督' }),
  checks('supervised', { code: 'supervised.day', says: '日期清楚', instead: '按通知填写', basis: tcr(9, 3), test: receivedLate }),
]

const RETURNING: readonly Rule[] = [
  requires('judged', { code: 'judged.not-filed', needs: all(FILED, not(done('judged'))), basis: [tcr(13), apl(27, 1)], inForce: ALWAYS, because: '公安机关没有立案，或者已经登记结果', instead: '公安机关不予立案的，接收退回的案件' }),
  checks('judged', {
    code: 'judged.fine',
    says: '罚金只随判处刑罚登记',
    instead: '删去罚金，或者改正结果',
    basis: [apl(35, 2), apl17(28, 2)],
    inForce: ALWAYS,
    test: (proposal) => (proposal.data.outcome !== 'convicted' && proposal.data.courtFine !== undefined ? { because: '没有判处刑罚，却填写了罚金', field: 'courtFine' } : receivedLate(proposal)),
  }),
  requires('takeBack', { code: 'takeBack.nothing', needs: any(REFUSED, UNPUNISHED), basis: [tcr(10), tcr(13), apl(27, 1)], because: '公安机关没有不予立案，司法机关也没有不追究或者免予刑事处罚', instead: '等待复议、监督或者刑事处理的结果' }),
  requires('takeBack', { code: 'takeBack.once', needs: not(done('takeBack')), basis: tcr(10), because: '已经接收', instead: '原案继续办理' }),
  checks('takeBack', { code: 'takeBack.day', says: '日期清楚', instead: '按交接记录填写', basis: tcr(10), test: receivedLate }),
  requires('archive', { code: 'archive.open', needs: any(done('approve', 'outcome', 'refuse'), done('takeBack'), done('judged', 'outcome', 'convicted')), basis: tcr(14, 1), because: '移送没有结果', instead: '登记公安机关、司法机关的结果；退回的，接收退回的案件' }),
  requires('archive', { code: 'archive.not-handed-over', needs: implies(FILED, done('handOver')), basis: tcr(12), because: '公安机关立案之后，物品和材料没有移交', instead: '先移交，办结交接手续' }),
]

const OWED: readonly Rule[] = [
  owes('approve', APPROVE_BY, { code: 'owes.approve', says: '决定是否批准移送', basis: tcr(5, 2) }),
  owes('transfer', TRANSFER_BY, { code: 'owes.transfer', says: '移送公安机关（二十四小时内）', basis: tcr(5, 2) }),
  owes(['answer', 'askSupervision'], ANSWER_BY, { code: 'owes.answer', says: '公安机关决定是否立案；逾期的，建议检察院立案监督', basis: [tcr(8), tcr(17, 1)] }),
  owes('handOver', HAND_OVER_BY, { code: 'owes.hand-over', says: '移交涉案物品和材料', basis: tcr(12) }),
  owes(['reviewed', 'askSupervision'], REVIEWED_BY, { code: 'owes.reviewed', says: '公安机关作出复议决定', basis: tcr(9, 2) }),
  owes('askSupervision', SUPERVISION_BY, { code: 'owes.supervision', says: '仍有异议，建议检察院立案监督', basis: tcr(9, 2) }),
]

const SAFEGUARDS: readonly Safeguard[] = [
  never('report', '没有专案组不得报告', { while: not(done('suspect')), basis: tcr(5, 1) }),
  never('approve', '没有书面报告不得审批', { while: not(done('report')), basis: tcr(5, 1) }),
  never('transfer', '未经负责人批准不得移送', { while: not(done('approve', 'outcome', 'approve')), basis: tcr(5, 2) }),
  never('handOver', '公安机关没有立案不移交物品', { while: not(FILED), basis: tcr(12) }),
  never('askReview', '超过三日不得提请复议', { while: elapsed(REVIEW_BY), basis: tcr(9, 1) }),
  never('takeBack', '复议、监督未决不退回', { while: any(all(done('askReview'), not(done('reviewed')), not(FILED)), all(done('askSupervision'), not(done('supervised')), not(FILED))), basis: tcr(9, 2) }),
  never('takeBack', '公安机关立案之后没有处理结果不退回', { while: all(FILED, not(done('judged'))), basis: tcr(13) }),
  never('archive', '批准移送而没有移送不得归档', { while: all(done('approve', 'outcome', 'approve'), not(done('transfer'))), basis: tcr(5, 2) }),
  never('archive', '公安机关立案而没有移交不得归档', { while: all(FILED, not(done('handOver'))), basis: tcr(12) }),
]

/** The transfer of a suspected crime to the police and its way back (行刑衔接). */
export const CRIME_TRANSFER: Procedure = {
  code: 'transfer.crime',
  name: '涉嫌犯罪案件移送',
  acts: CRIME_ACTS,
  opens: ['suspect'],
  rules: [...REPORTING, ...SENDING, ...POLICE, ...RETURNING, ...OWED],
  safeguards: SAFEGUARDS,
  general: { order: [tcr(5)], post: [tcr(5)], end: [tcr(14)] },
}
