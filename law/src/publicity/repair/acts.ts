import { alitl, arl17, arl23, gbf118, REPAIR_NORMS } from '../../article.ts'
import { choice, dayField, flag, group, optional, passage, text } from '../../field.ts'
import { PARTY, SERVICE } from '../../forms.ts'
import { act } from '../../language.ts'

const START = '申请与受理'
const CHECK = '核实与决定'
const EFFECT = '送达与落实'
const OFFICE = ['windowClerk', 'legalReviewer', 'officer', 'teamLeader'] as const
const COMMITMENT = choice('信用承诺', { signed: '已书面承诺内容真实、守法经营', none: '没有作出' })

/** The repair of published credit information (信用修复): a published penalty that was carried out stops being public before its term. */
export const REPAIR_ACTS = {
  register: act('登记信用修复申请', {
    stage: START,
    by: OFFICE,
    basis: REPAIR_NORMS,
    help: '当事人在公示窗口或者到窗口提出；写明被公示的处罚案件。公示之日、决定之日和类别与案卷核对。',
    form: {
      related: text('被公示的处罚案件编号'),
      party: group('申请人', PARTY),
      way: choice('申请方式', { window: '到窗口', web: '公示窗口网上申请', post: '邮寄' }),
      receipt: optional(text('网上申请的受理编号')),
      receivedOn: dayField('收到申请之日'),
      decidedOn: dayField('处罚决定之日'),
      publishedOn: dayField('公示之日'),
      weight: choice('处罚信息的类别', { light: '较轻：只受警告、通报批评或者较低数额罚款', usual: '一般', grave: '较重：暂扣、吊销、停产停业、限制开展生产经营等' }),
      commitment: COMMITMENT,
      reason: passage('履行、改正的情况'),
    },
  }),
  askSupplement: act('一次性告知补正', { stage: START, by: OFFICE, basis: REPAIR_NORMS, help: '材料不齐全的，一次性告知需要补正的全部内容。', form: { missing: passage('需要补正的全部内容'), told: dayField('告知之日') } }),
  supplement: act('收到补正材料', { stage: START, by: OFFICE, basis: REPAIR_NORMS, help: '登记补正的材料；受理的期限自收到之日起重新计算。', form: { commitment: COMMITMENT, content: passage('补正的材料') } }),
  accept: act('受理或者不予受理', {
    stage: START,
    by: ['windowClerk', 'legalReviewer'],
    basis: REPAIR_NORMS,
    outcome: 'outcome',
    help: '公示满最短期限、作出信用承诺的，受理；不予受理的，书面说明理由和救济途径。',
    form: { outcome: choice('处理', { accept: '受理', refuse: '不予受理' }), remedyTold: flag('不予受理的，已写明申请复议、提起诉讼的途径和期限', { basis: [arl23(20), arl17(9), alitl(46)] }), reason: passage('理由') },
  }),
  withdraw: act('申请人撤回申请', { stage: START, by: OFFICE, basis: REPAIR_NORMS, help: '决定作出以前，可以撤回；撤回后可以再次申请。', form: { withdrawnOn: dayField('撤回之日') } }),
  verify: act('核实履行情况', {
    stage: CHECK,
    by: ['officer', 'teamLeader', 'legalReviewer'],
    basis: REPAIR_NORMS,
    help: '对照案卷和缴款记录核实；必要时到现场。',
    form: {
      performed: choice('处罚决定的履行', { full: '全部履行', part: '部分履行', none: '没有履行' }),
      harm: choice('危害后果和不良影响', { removed: '已经消除', present: '没有消除' }),
      again: choice('公示期间同类违法再次受罚', { no: '没有', yes: '有' }),
      listed: choice('严重失信主体名单', { no: '不在名单中', yes: '在名单中' }),
      record: passage('核实的经过'),
    },
  }),
  decide: act('信用修复决定', {
    stage: CHECK,
    by: ['bureauLeader'],
    basis: REPAIR_NORMS,
    outcome: 'outcome',
    resets: ['serve'],
    help: '条件齐备的，准予修复；不准予的，说明理由，告知救济途径和期限。',
    form: { outcome: choice('决定', { grant: '准予修复', refuse: '不准予修复' }), remedyTold: flag('不准予的，已写明申请复议、提起诉讼的途径和期限', { basis: [arl23(20), arl17(9), alitl(46)] }), reason: passage('理由') },
  }),
  serve: act('送达', { stage: EFFECT, by: OFFICE, basis: REPAIR_NORMS, help: '把不予受理或者修复决定送达申请人；网上申请的，同时告知结果。', form: SERVICE }),
  stop: act('停止公示', { stage: EFFECT, by: OFFICE, basis: [...REPAIR_NORMS, gbf118()], help: '记录之后，原处罚案件随即登记停止公示，公示窗口和开放数据只留下停止的理由。', form: { reason: passage('公开说明的理由') } }),
  mark: act('标注信用平台记录', { stage: EFFECT, by: OFFICE, basis: REPAIR_NORMS, help: '把修复结果报送信用平台，登记平台的回执。', form: { platform: text('信用平台'), receipt: text('平台回执编号'), markedOn: dayField('标注之日') } }),
  archive: act('归档', { stage: EFFECT, by: OFFICE, basis: REPAIR_NORMS, ends: true, help: '送达、停止公示、标注之后归档。', form: { archiveNumber: text('案卷号') } }),
} as const
