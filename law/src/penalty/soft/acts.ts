import { apl, ber } from '../../article.ts'
import { ACTING_TOWN, TOWN_HELP } from '../../devolution.ts'
import { choice, count, dayField, flag, group, matterField, optional, passage, text } from '../../field.ts'
import { PARTY, SUBJECT } from '../../forms.ts'
import { act } from '../../language.ts'

const STAGE = '柔性执法'
const OFFICERS = ['officer', 'teamLeader'] as const

/** A problem handled before, and instead of, a penalty (柔性执法): 行政处罚法第六条、第二十八条、第三十三条, 优化营商环境条例第五十九条. */
export const SOFT_ACTS = {
  find: act('登记问题', {
    stage: STAGE,
    by: ['officer', 'teamLeader', 'windowClerk'],
    basis: apl(54, 1),
    help: '登记巡查、投诉发现的问题；属于违法行为的，写明事项和当事人。',
    form: {
      source: choice('来源', { patrol: '巡查发现', complaint: '投诉举报', city: '数字城管', hotline: '12345 热线', inspection: '行政检查' }),
      leadNumber: optional(text('线索编号')),
      related: optional(text('关联案件编号', { help: '由另一案件转入的，填写其编号' })),
      matter: optional(matterField('执法事项', { basis: [apl(4)] })),
      subject: optional(SUBJECT),
      party: optional(group('当事人', PARTY)),
      place: text('地点'),
      town: optional(text('所在乡镇、街道', { help: TOWN_HELP })),
      actingTown: ACTING_TOWN,
      facts: passage('情况'),
    },
  }),
  serve: act('服务解决', {
    stage: STAGE,
    by: ['officer', 'teamLeader', 'windowClerk'],
    basis: apl(6),
    help: '协调设施、指引办证、安排疏导点位等，用服务解决问题。',
    form: { manner: choice('服务方式', { facility: '修复、增设设施', place: '引导进入疏导点、市场', permit: '指引办理许可', contact: '协调其他单位', other: '其他服务' }), done: passage('做了什么') },
  }),
  advise: act('劝导、提醒、指导', {
    stage: STAGE,
    by: OFFICERS,
    basis: ber(59),
    help: '能够用劝导、提醒、指导解决的，先用劝导、提醒、指导。',
    form: { manner: choice('方式', { persuade: '劝导', remind: '提醒', guide: '行政指导', talk: '约谈' }), content: passage('内容'), accepted: flag('当事人接受并当场改正') },
  }),
  orderCorrection: act('责令改正', {
    stage: STAGE,
    by: OFFICERS,
    basis: apl(28, 1),
    resets: ['reinspect'],
    help: '责令当事人改正或者限期改正违法行为。',
    form: { manner: choice('改正方式', { atOnce: '立即改正', byDate: '限期改正' }), deadline: optional(dayField('改正期限')), demands: passage('改正内容') },
  }),
  reinspect: act('整改复查', {
    stage: STAGE,
    by: OFFICERS,
    basis: apl(28, 1),
    resets: ['exempt', 'educate'],
    help: '核对责令改正的内容是否完成。',
    form: { result: choice('复查结果', { corrected: '已改正', partly: '部分改正', refused: '逾期未改正或者拒不改正' }), findings: passage('复查情况') },
  }),
  exempt: act('不予处罚', {
    stage: STAGE,
    by: ['bureauLeader'],
    basis: [apl(33, 1), apl(57, 1)],
    resets: ['educate'],
    help: '符合公布的轻微免罚、首违不罚清单的，不予行政处罚；条件对照当事人自己的记录核对。',
    form: {
      kind: choice('情形', { minor: '轻微免罚：轻微并及时改正，没有造成危害后果', first: '首违不罚：初次违法、危害后果轻微并及时改正' }, { basis: [apl(33, 1)] }),
      priors: count('期限内同类违法记录', '件', { help: '由系统按当事人证件号码和执法事项查出' }),
      harm: choice('危害后果', { none: '没有造成危害后果', slight: '危害后果轻微', present: '有危害后果' }, { basis: [apl(33, 1)] }),
      reason: passage('认定的事实和理由'),
    },
  }),
  educate: act('教育', {
    stage: STAGE,
    by: OFFICERS,
    basis: apl(33, 3),
    help: '不予行政处罚的，应当对当事人进行教育。',
    form: { content: passage('教育内容'), pledge: flag('当事人已作出承诺') },
  }),
  enforce: act('转入执法程序', {
    stage: STAGE,
    by: OFFICERS,
    basis: apl(54, 2),
    ends: true,
    help: '劝导无效、拒不改正或者依法应当处罚的，转入简易程序或者普通程序。',
    form: { into: choice('转入', { simple: '简易程序', ordinary: '普通程序', transfer: '移送有管辖权的机关' }), reason: passage('理由') },
  }),
  finish: act('办结', {
    stage: STAGE,
    by: ['officer', 'teamLeader', 'windowClerk'],
    basis: apl(6),
    ends: true,
    help: '问题已经解决。解决方式（服务、管理、执法）由案卷中实际做过的事算出，不另填写。',
    form: { summary: passage('处理结果'), answered: optional(passage('对来源单位、反映人的答复')) },
  }),
} as const
