import { apl } from '../../../article.ts'
import { choice, flag, optional, passage, text } from '../../../field.ts'
import { act } from '../../../language.ts'
import { SERVICE } from '../../../forms.ts'
import { DECIDED } from '../../execution/decided.ts'
import { DISCRETION_FIELD } from '../../discretion.ts'
import { CIRCUMSTANCES } from '../../forms.ts'

const REVIEW = '审核与决定'

/** Decision, service and what a decision leads to (决定、送达), 行政处罚法第五十七条至第六十一条. */
export const DECISION = {
  decide: act('作出决定', {
    stage: REVIEW,
    by: ['bureauLeader'],
    basis: apl(57),
    outcome: 'outcome',
    resets: ['serveDecision', 'educate', 'changeDecision', 'demand', 'serveDemand', 'applyCourt', 'courtRules', 'courtEnds', 'settleRemedy'],
    help: '自立案之日起九十日内，由机关负责人根据不同情况作出决定。',
    form: {
      outcome: DECIDED.outcome,
      kinds: DECIDED.kinds,
      fine: DECIDED.fine,
      confiscated: DECIDED.confiscated,
      discretion: DISCRETION_FIELD,
      facts: passage('认定的事实和证据', { basis: [apl(59, 1, 2)] }),
      reasons: passage('理由和法律依据', { basis: [apl(59, 1, 3)] }),
      answer: optional(passage('对陈述申辩、听证意见的采纳情况', { basis: [apl(45, 1)] })),
      performance: optional(passage('履行方式和期限', { basis: [apl(59, 1, 4)] })),
      payee: optional(text('代收银行或者缴款方式', { basis: [apl(67, 3)] })),
      surcharge: flag('已写明逾期每日加处百分之三', { basis: [apl(72, 1, 1)] }),
      reconsiderTo: optional(choice('行政复议机关', { government: '区人民政府', either: '区人民政府或者上一级主管部门' }, { basis: [apl(59, 1, 5)] })),
      court: optional(text('有管辖权的人民法院', { basis: [apl(59, 1, 5)] })),
      sealed: flag('加盖机关印章', { basis: [apl(59, 2)] }),
      disclose: DECIDED.disclose,
      withholdReason: optional(passage('不公开的理由')),
      ...CIRCUMSTANCES,
      mitigationReason: optional(passage('减轻处罚的理由', { basis: [apl(32)] })),
    },
  }),
  serveDecision: act('送达决定书', {
    stage: REVIEW,
    by: ['officer', 'teamLeader'],
    basis: apl(61),
    filmed: true,
    help: '宣告后当场交付；当事人不在场的，七个工作日内依照民事诉讼法送达。',
    form: SERVICE,
  }),
  educate: act('教育', {
    stage: REVIEW,
    by: ['officer', 'teamLeader'],
    basis: apl(33, 3),
    help: '依法不予行政处罚的，应当对当事人进行教育。',
    form: { content: passage('教育内容'), pledge: flag('当事人已作出承诺') },
  }),
  terminate: act('终止调查', {
    stage: REVIEW,
    by: ['bureauLeader'],
    basis: apl(60),
    help: '当事人死亡或者终止且无权利义务承受人等，调查无法继续的。',
    form: { ground: choice('终止事由', { died: '公民死亡', dissolved: '法人或者其他组织终止，无权利义务承受人', outOfTime: '超过追究期限', other: '其他依法应当终止的情形' }), reason: passage('说明'), norm: text('依据') },
  }),
} as const
