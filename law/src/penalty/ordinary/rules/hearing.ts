import { holds, not } from '../../../condition.ts'
import { addDays } from '../../../day.ts'
import type { Rule } from '../../../procedure.ts'
import { apl } from '../../../article.ts'
import { HEARING_DUE, hearingIsDue, LEFT, RECUSAL_PENDING } from '../facts.ts'
import { UNDECIDED } from '../../execution/facts.ts'
import { LAW_OF_2021 } from '../../since-2021.ts'
import { HEARING_REQUEST_BY } from '../deadlines.ts'
import { heavier } from '../../heavier.ts'
import { outsideRange, preconditionMissing } from '../range.ts'
import { checks, done, ever, last, requires, separates } from '../words.ts'
import { serviceRules } from '../../../served-paper.ts'

const INVESTIGATORS = ['inspect', 'interview', 'collect', 'sample', 'preserve', 'conclude', 'notify'] as const
/** 行政处罚法第六十四条第一款第（二）项: seven working days ahead. */
const HEARING_AHEAD = 7

/** Telling and hearing the party (告知、陈述申辩、听证): 行政处罚法第四十四条、第四十五条、第六十二条至第六十四条. */
export const HEARING_RULES: readonly Rule[] = [
  requires('notify', { code: 'notify.not-concluded', needs: done('conclude', 'finding', 'penalise'), basis: apl(44), because: '调查尚未终结，或者处理意见不是给予处罚', instead: '先终结调查，提出处罚意见' }),
  requires('notify', { code: 'notify.recusal-pending', needs: not(RECUSAL_PENDING), basis: apl(43, 3), because: '回避申请尚未决定', instead: '由机关负责人先决定是否回避' }),
  requires('notify', { code: 'notify.decided', needs: UNDECIDED, basis: apl(44), because: '已经作出决定，事先告知应在决定之前', instead: '决定确有错误的，先变更或者撤销决定' }),
  checks('notify', {
    code: 'notify.fine-stated',
    says: '拟处罚款的写明数额，没有罚款的不写',
    instead: '写明拟处罚款的数额',
    basis: apl(44),
    test: ({ data }) => {
      if (data.kinds.includes('fine') === (data.fine !== undefined)) return undefined
      return { because: data.fine === undefined ? '拟处罚款没有写明数额' : '写了数额，却没有选择罚款', field: 'fine' }
    },
  }),
  checks('notify', {
    code: 'notify.range',
    says: '拟处罚款在法定幅度内',
    instead: '在法定幅度内确定数额；依法减轻的，写明减轻情形和理由',
    basis: apl(4),
    test: ({ data, on }, file) => outsideRange(data, last(file, 'conclude')?.data, file, on),
  }),
  checks('notify', {
    code: 'notify.precondition',
    says: '法条规定先责令改正的，逾期不改才可以罚款',
    instead: '先责令改正并复查',
    basis: apl(4),
    test: ({ data }, file) => preconditionMissing(data, file),
  }),
  checks('notify', {
    code: 'notify.tells-hearing',
    says: '应当听证的，告知听证权利',
    instead: '告知当事人有权要求听证',
    basis: apl(63, 1),
    test: ({ data, on }, file) => (hearingIsDue(data, file, on) && !data.tellsHearing ? { because: '拟作出的处罚依法应当告知听证权利，告知书没有告知', field: 'tellsHearing' } : undefined),
  }),
  checks('notify', {
    code: 'notify.never-aggravated',
    says: '不因陈述、申辩、听证而加重',
    instead: '维持或者减轻；有新事实、新证据的，补充证据后写明',
    basis: apl(45, 2),
    test: ({ data }, file) => {
      const earlier = ever(file, 'notify')
      if (earlier === undefined || !heavier(data, earlier.data)) return undefined
      const spoke = file.every('hearStatement', 'holdHearing').some(({ seq }) => seq > earlier.seq)
      const found = file.every('collect', 'sample', 'inspect', 'interview').some(({ seq }) => seq > earlier.seq)
      return spoke && !(found && data.heavierReason !== undefined) ? { because: '当事人陈述、申辩后，拟处罚比前次告知更重', field: 'fine' } : undefined
    },
  }),
  requires('notify', { code: 'notify.left', needs: not(LEFT), basis: apl(57, 1), because: '案件已经移送，或者已经终止调查', instead: '办理结案；移送之后退回的，登记退回' }),
  ...(['serveNotice', 'reviewStatement', 'waiveStatement', 'waiveHearing', 'noticeHearing'] as const).map((kind) =>
    requires(kind, { code: `${kind}.decided`, needs: UNDECIDED, basis: apl(44), because: '已经作出决定，告知和听取意见应在决定之前', instead: '决定确有错误的，先变更或者撤销决定' }),
  ),
  requires('serveNotice', { code: 'serveNotice.nothing', needs: done('notify'), basis: apl(44), because: '没有处罚事先告知书', instead: '先制作告知书' }),
  ...serviceRules('serveNotice', 'notify'),

  requires('hearStatement', { code: 'hearStatement.not-told', needs: done('serveNotice'), basis: apl(45, 1), because: '告知书尚未送达', instead: '先送达告知书' }),
  requires('hearStatement', { code: 'hearStatement.decided', needs: UNDECIDED, basis: apl(45, 1), because: '已经作出决定', instead: '告知当事人申请复议或者提起诉讼' }),
  requires('reviewStatement', { code: 'reviewStatement.nothing', needs: done('hearStatement'), basis: apl(45, 1), because: '没有待复核的陈述申辩', instead: '无需复核' }),
  requires('waiveStatement', { code: 'waiveStatement.not-told', needs: done('serveNotice'), basis: apl(62), because: '告知书尚未送达，当事人还不能放弃权利', instead: '先送达告知书' }),
  checks('waiveStatement', {
    code: 'waiveStatement.express',
    says: '放弃须明确表示',
    instead: '由当事人书面明确放弃并签名，否则等待期限届满',
    basis: apl(62),
    test: ({ data }) => (data.signed ? undefined : { because: '当事人没有书面明确放弃', field: 'signed' }),
  }),

  requires('requestHearing', { code: 'requestHearing.not-told', needs: done('serveNotice'), basis: apl(64, 1, 1), because: '告知书尚未送达', instead: '先送达告知书' }),
  requires('requestHearing', { code: 'requestHearing.not-due', needs: holds(HEARING_DUE), basis: apl(63, 1), because: '拟作出的处罚不属于应当听证的情形', instead: '作为陈述申辩听取' }),
  requires('requestHearing', { code: 'requestHearing.decided', needs: UNDECIDED, basis: apl(64, 1, 1), because: '已经作出决定', instead: '告知当事人申请复议或者提起诉讼' }),
  checks('requestHearing', {
      code: 'requestHearing.in-time',
      says: '在告知后的期限内提出',
      instead: '告知当事人已过期限；仍应听取其陈述申辩',
      basis: apl(64, 1, 1),
      test: ({ data, on }, file) => {
        const until = file.deadline(HEARING_REQUEST_BY)
        if (data.askedOn > on) return { because: '提出之日晚于登记之日', field: 'askedOn' }
        return until.state === 'running' && data.askedOn > until.due ? { because: '超过要求听证的期限', field: 'askedOn' } : undefined
      },
    }),
  requires('waiveHearing', { code: 'waiveHearing.not-told', needs: done('serveNotice'), basis: apl(63, 1), because: '告知书尚未送达，当事人还不能放弃权利', instead: '先送达告知书' }),
  checks('waiveHearing', {
    code: 'waiveHearing.express',
    says: '放弃听证须明确表示',
    instead: '由当事人书面明确放弃并签名，否则等待期限届满',
    basis: apl(63, 1),
    test: ({ data }) => (data.signed ? undefined : { because: '当事人没有书面明确放弃听证', field: 'signed' }),
  }),
  requires('noticeHearing', { code: 'noticeHearing.not-asked', needs: done('requestHearing'), basis: apl(64, 1, 2), because: '当事人没有要求听证', instead: '无需组织听证' }),
  checks('noticeHearing', {
    code: 'noticeHearing.ahead',
    says: '举行听证的七日前通知',
    instead: '推后举行日期，使通知与举行之间至少隔七个工作日',
    basis: [apl(64, 1, 2), apl(85)],
    test: ({ data }, file) => {
      const earliest = data.receivedOn >= LAW_OF_2021 ? file.setting.calendar.addWorkdays(data.receivedOn, HEARING_AHEAD) : addDays(data.receivedOn, HEARING_AHEAD)
      return data.holdOn < earliest ? { because: '通知送达后不足七日即举行听证', field: 'holdOn' } : undefined
    },
  }),
  checks('noticeHearing', {
    code: 'noticeHearing.open',
    says: '听证公开举行',
    instead: '公开举行；涉及国家秘密、商业秘密或者个人隐私的，写明理由',
    basis: apl(64, 1, 3),
    test: ({ data }) => (!data.open && data.closedReason === undefined ? { because: '不公开举行，没有写明理由', field: 'closedReason' } : undefined),
  }),
  checks('noticeHearing', {
    code: 'noticeHearing.chair',
    says: '主持人不是本案调查人员',
    instead: '指定非本案调查人员主持',
    basis: apl(64, 1, 4),
    test: ({ data }, file) => (file.every(...INVESTIGATORS).some((act) => act.by.some(({ id }) => id === data.chair)) ? { because: '指定的主持人参与了本案调查', field: 'chair' } : undefined),
  }),
  requires('holdHearing', { code: 'holdHearing.not-noticed', needs: done('noticeHearing'), basis: apl(64, 1, 2), because: '没有通知听证的时间、地点', instead: '先发出听证通知' }),
  requires('holdHearing', { code: 'holdHearing.decided', needs: UNDECIDED, basis: apl(65), because: '已经作出决定', instead: '听证应在决定之前举行' }),
  separates(INVESTIGATORS, 'holdHearing', { code: 'holdHearing.investigator', basis: apl(64, 1, 4), because: '本案调查人员不得主持听证', instead: '由非本案调查人员主持' }),
  checks('holdHearing', {
    code: 'holdHearing.as-noticed',
    says: '按通知的日期、由指定的主持人举行',
    instead: '改期或者更换主持人的，重新通知',
    basis: [apl(64, 1, 2), apl(64, 1, 4)],
    test: ({ on, by }, file) => {
      const notice = last(file, 'noticeHearing')
      if (notice === undefined) return undefined
      if (notice.data.holdOn !== on) return { because: '举行日期与通知的日期不一致', field: 'on' }
      return by.some(({ id }) => id === notice.data.chair) ? undefined : { because: '主持人不是通知中指定的主持人' }
    },
  }),
  checks('holdHearing', {
    code: 'holdHearing.debate',
    says: '调查人员陈述，当事人申辩和质证，笔录经核对',
    instead: '继续听证，完成申辩和质证，笔录交当事人核对',
    basis: [apl(64, 1, 7), apl(64, 1, 8)],
    outcome: 'held',
    test: ({ data }) => {
      if (!data.debated) return { because: '没有进行申辩和质证', field: 'debated' }
      return data.signature === 'none' ? { because: '听证笔录没有交当事人核对', field: 'signature' } : undefined
    },
  }),
]
