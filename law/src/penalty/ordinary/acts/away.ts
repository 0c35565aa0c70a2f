import { apl, tcr } from '../../../article.ts'
import { choice, count, dayField, flag, optional, passage, text } from '../../../field.ts'
import { act } from '../../../language.ts'

const STAGE = '移送与退回'
const OFFICE = ['officer', 'teamLeader', 'legalReviewer', 'bureauLeader'] as const

/** A case that goes away and may come back (移送与退回). Each is recorded along with the transfer's own dossier (law/src/transfer). */
export const AWAY = {
  transferCrime: act('移送公安机关', {
    stage: STAGE,
    by: ['officer', 'teamLeader', 'bureauLeader'],
    basis: [tcr(5, 2), apl(27, 1)],
    resets: ['crimeFiled', 'crimeSettled'],
    help: '在「涉嫌犯罪案件移送」中报告、审批、移送，这里自动记录；移送期间不作行政处罚决定。',
    form: { transfer: text('移送案卷编号'), receiver: text('接收机关'), papers: count('材料', '页', { min: 1 }) },
  }),
  crimeFiled: act('公安机关立案', {
    stage: STAGE,
    by: OFFICE,
    basis: tcr(8),
    help: '公安机关立案之后，本案可以按已移送结案，也可以等待刑事处理结果。',
    form: { transfer: text('移送案卷编号'), filedOn: dayField('收到立案通知书之日'), number: optional(text('通知书文号')) },
  }),
  crimeSettled: act('退回行政处理', {
    stage: STAGE,
    by: OFFICE,
    basis: [apl(27, 1), apl(35, 2), tcr(10), tcr(13)],
    resets: ['transferCrime', 'crimeFiled'],
    help: '公安机关不予立案、司法机关不追究或者免予刑事处罚的，继续办理；已判处罚金的，不再罚款。',
    form: {
      transfer: text('移送案卷编号'),
      outcome: choice('刑事处理结果', { declined: '公安机关不予立案', dropped: '撤销案件', notProsecuted: '不起诉', exempted: '免予刑事处罚', convicted: '判处刑罚' }),
      settledOn: dayField('收到案件或者结果之日'),
      courtFine: flag('人民法院已判处罚金', { basis: [apl(35, 2)] }),
      note: optional(passage('检察意见、司法建议')),
    },
  }),
  transferElsewhere: act('移送有管辖权的机关', {
    stage: STAGE,
    by: ['bureauLeader'],
    basis: apl(25),
    resets: ['takeUpAgain'],
    help: '不属本机关管辖的，移送有管辖权的机关；在「案件移送与管辖」中移送的自动记录。',
    form: { receiver: text('接收机关'), reason: passage('移送理由'), papers: count('材料', '页', { min: 1 }) },
  }),
  takeUpAgain: act('恢复办理', {
    stage: STAGE,
    by: OFFICE,
    basis: apl(25, 2),
    resets: ['transferElsewhere'],
    help: '对方不接收，经协商或者指定由本机关管辖的，恢复办理。',
    form: { ground: choice('恢复的理由', { agreed: '经协商由本机关管辖', designated: '上级指定本机关管辖' }), backOn: dayField('确定管辖之日'), number: optional(text('文号')) },
  }),
} as const
