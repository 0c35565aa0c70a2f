import { addressActs } from '../../address-confirmation.ts'
import { apl, arl23 } from '../../article.ts'
import { ACTING_TOWN, TOWN_HELP } from '../../devolution.ts'
import { choice, choices, clock, dayField, flag, group, list, matterField, optional, passage, text } from '../../field.ts'
import { PARTY, SERVICE, SUBJECT } from '../../forms.ts'
import { act } from '../../language.ts'
import { CLOSING, EXECUTION_ACTS } from '../execution/acts.ts'
import { DECIDED } from '../execution/decided.ts'
import { SPOT_DISCRETION_FIELD } from '../discretion.ts'
import { CIRCUMSTANCES } from '../forms.ts'

const STAGE = '当场处罚'
const OFFICERS = ['officer', 'teamLeader'] as const

/** What may be imposed on the spot (当场处罚的种类), 行政处罚法第五十一条. */
const ON_THE_SPOT = choices('处罚种类', { warning: '警告', fine: '罚款' }, { basis: [apl(51)] })

/** From seeing the offence to handing over the decision, on the street (简易程序), 行政处罚法第五十一条至第五十三条. */
const STREET = {
  discover: act('当场调查', {
    stage: STAGE,
    by: OFFICERS,
    basis: [apl(51), apl(52, 1)],
    help: '两名执法人员出示证件，查明违法事实，当场取证。',
    form: {
      source: choice('案件来源', { patrol: '巡查发现', complaint: '投诉举报', superior: '上级交办', joint: '联合执法' }),
      leadNumber: optional(text('线索编号')),
      related: optional(text('关联案件编号', { help: '由另一案件转入的，填写其编号' })),
      matter: matterField('执法事项', { basis: [apl(4)] }),
      subject: SUBJECT,
      party: group('当事人', PARTY),
      place: text('违法行为发生地', { basis: [apl(22)] }),
      town: optional(text('所在乡镇、街道', { basis: [apl(24, 1)], help: TOWN_HELP })),
      actingTown: ACTING_TOWN,
      actedFrom: dayField('违法行为发生之日', { basis: [apl(36)] }),
      at: clock('发现时间'),
      certificatesShown: flag('已主动出示执法证件', { basis: [apl(52, 1)] }),
      facts: passage('违法事实'),
      certain: flag('违法事实确凿', { basis: [apl(51)], help: '需要进一步调查的，转为普通程序' }),
      finedBefore: flag('同一违法行为已被处以罚款', { basis: [apl(29)] }),
      evidence: list('现场证据', { title: text('名称'), sha256: optional(text('文件 SHA-256 摘要', { max: 64, format: 'hash' })) }, { basis: [apl(46)] }),
    },
  }),
  orderCorrection: act('责令改正', {
    stage: STAGE,
    by: OFFICERS,
    basis: apl(28, 1),
    help: '当场责令当事人改正违法行为。',
    resets: ['reinspect'],
    form: { demands: passage('改正内容'), correctedNow: flag('当事人已当场改正') },
  }),
  reinspect: act('整改复查', {
    stage: STAGE,
    by: OFFICERS,
    basis: apl(28, 1),
    help: '有的罚款以逾期不改、拒不改正为前提，须先复查。',
    form: { result: choice('复查结果', { corrected: '已改正', refused: '逾期未改正或者拒不改正' }), findings: passage('复查情况') },
  }),
  tell: act('当场告知', {
    stage: STAGE,
    by: OFFICERS,
    basis: apl(44),
    resets: ['hear'],
    help: '当场告知拟作出的处罚内容及事实、理由、依据和依法享有的权利。',
    form: {
      kinds: ON_THE_SPOT,
      fine: DECIDED.fine,
      discretion: SPOT_DISCRETION_FIELD,
      reasons: passage('理由和依据', { basis: [apl(44), apl(34)] }),
      rightsTold: flag('已告知陈述、申辩的权利', { basis: [apl(44)] }),
    },
  }),
  hear: act('听取陈述申辩', {
    stage: STAGE,
    by: OFFICERS,
    basis: apl(45, 1),
    help: '当事人陈述、申辩的，当场复核；有争议、当场查不清的，转为普通程序。',
    form: {
      said: choice('当事人意见', { nothing: '明确表示不陈述、不申辩', spoke: '已陈述、申辩' }),
      statement: optional(passage('陈述申辩的内容')),
      reply: optional(passage('复核意见')),
      unresolved: flag('当场不能查清', { help: '转为普通程序' }),
    },
  }),
  decide: act('当场作出决定', {
    stage: STAGE,
    by: OFFICERS,
    basis: [apl(51), apl(52, 1)],
    outcome: 'outcome',
    resets: ['serveDecision', 'report', 'changeDecision', 'demand', 'serveDemand', 'applyCourt', 'courtRules', 'courtEnds', 'settleRemedy'],
    help: '填写预定格式、编有号码的当场处罚决定书，由两名执法人员签名。',
    form: {
      outcome: choice('决定', { penalise: '当场处罚' }),
      formNumber: text('当场处罚决定书编号', { basis: [apl(52, 1)] }),
      kinds: ON_THE_SPOT,
      fine: DECIDED.fine,
      confiscated: DECIDED.confiscated,
      discretion: SPOT_DISCRETION_FIELD,
      facts: passage('违法行为', { basis: [apl(52, 2)] }),
      reasons: passage('处罚依据', { basis: [apl(52, 2)] }),
      at: clock('处罚时间', { basis: [apl(52, 2)] }),
      place: text('处罚地点', { basis: [apl(52, 2)] }),
      payee: optional(text('代收银行或者缴款方式', { basis: [apl(67, 3)] })),
      surcharge: flag('已写明逾期每日加处百分之三', { basis: [apl(72, 1, 1)] }),
      remedy: choice('载明的救济途径', { either: '可以申请复议，也可以直接起诉', reconsiderFirst: '先申请行政复议，对复议决定不服的再起诉' }, { basis: [apl(52, 2), arl23(23)] }),
      signed: flag('两名执法人员已签名或者盖章', { basis: [apl(52, 2)] }),
      lenient: CIRCUMSTANCES.lenient,
      mitigationReason: optional(passage('减轻处罚的理由', { basis: [apl(32)] })),
      minor: CIRCUMSTANCES.minor,
      corrected: CIRCUMSTANCES.corrected,
      harm: CIRCUMSTANCES.harm,
      disclose: DECIDED.disclose,
    },
  }),
  serveDecision: act('当场交付决定书', {
    stage: STAGE,
    by: OFFICERS,
    basis: apl(52, 1),
    help: '当场交付当事人；拒绝签收的，在决定书上注明。',
    form: SERVICE,
  }),
  report: act('报本机关备案', {
    stage: STAGE,
    by: OFFICERS,
    basis: apl(52, 3),
    help: '执法人员当场作出的处罚决定，应当报所属行政机关备案。',
    form: { receiver: text('接收人'), papers: passage('报备材料') },
  }),
  convert: act('转为普通程序', {
    stage: STAGE,
    by: OFFICERS,
    basis: [apl(51), apl(54, 1)],
    ends: true,
    help: '不符合当场处罚条件的，转为普通程序，现场材料一并转入新案。',
    form: {
      ground: choice('转入理由', {
        amount: '拟处罚款超过当场处罚的限额',
        kind: '拟处警告、罚款以外的处罚',
        unclear: '违法事实有争议，当场查不清',
        correction: '须先限期改正、复查后才能处罚',
        other: '其他需要按普通程序办理的情形',
      }),
      reason: passage('说明'),
    },
  }),
  drop: act('当场不予处罚', {
    stage: STAGE,
    by: OFFICERS,
    basis: [apl(33, 1), apl(33, 3)],
    ends: true,
    help: '违法行为轻微并及时改正、没有造成危害后果的，不予处罚，进行教育。',
    form: { ground: choice('情形', { minor: '轻微并及时改正，没有造成危害后果', unfounded: '违法事实不能成立', age: '不满十四周岁', capacity: '不能辨认或者不能控制自己的行为', outOfTime: '超过追究期限' }), education: passage('教育内容', { basis: [apl(33, 3)] }) },
  }),
  close: act('结案', {
    stage: CLOSING,
    by: ['teamLeader', 'bureauLeader'],
    basis: apl(47),
    outcome: 'result',
    help: '处理完毕，批准结案。',
    form: { result: choice('结案情形', { performed: '处罚决定执行完毕', court: '人民法院执行完毕或者终结', ended: '终结执行', revoked: '处罚决定已撤销' }), summary: passage('处理和执行情况') },
  }),
} as const

/** Every act of the simple procedure (简易程序), in the order in which a case usually goes. */
export const SIMPLE_ACTS = { ...STREET, ...addressActs(STAGE), ...EXECUTION_ACTS } as const
