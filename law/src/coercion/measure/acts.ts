import { acl } from '../../article.ts'
import { choice, count, dayField, flag, group, list, matterField, money, optional, passage, text } from '../../field.ts'
import { ITEMS, PARTY, RECORD } from '../../forms.ts'
import { act } from '../../language.ts'

const STAGE = '决定与实施'
const KEEPING = '保管与期限'
const ENDING = '处理'
const OFFICERS = ['officer', 'teamLeader'] as const

/** Sealing and seizing (查封、扣押), 行政强制法第十六条至第二十八条. */
export const MEASURE_ACTS = {
  propose: act('呈请查封、扣押', {
    stage: STAGE,
    by: OFFICERS,
    basis: acl(18),
    help: '实施前向机关负责人报告并经批准；写明设定该措施的法律、法规。',
    form: {
      related: optional(text('关联案件编号', { help: '据以采取措施的案件' })),
      measure: choice('措施', { seal: '查封场所、设施或者财物', seize: '扣押财物' }, { basis: [acl(9)] }),
      matter: matterField('涉嫌的违法事项'),
      party: group('当事人', PARTY),
      place: text('地点'),
      items: ITEMS,
      power: text('设定该措施的规定', { basis: [acl(10)] }),
      level: choice('规定的层级', { law: '法律', regulation: '行政法规', local: '地方性法规', other: '法律、法规以外的文件' }, { basis: [acl(10)] }),
      necessities: flag('含公民及其所扶养家属的生活必需品', { basis: [acl(23, 1)] }),
      unrelated: flag('含与违法行为无关的场所、设施或者财物', { basis: [acl(23, 1)] }),
      sealedElsewhere: flag('已被其他国家机关依法查封', { basis: [acl(23, 2)] }),
      urgent: flag('情况紧急，需要当场采取', { basis: [acl(19)], help: '二十四小时内报告并补办批准手续' }),
      reason: passage('理由'),
    },
  }),
  approve: act('批准查封、扣押', { stage: STAGE, by: ['bureauLeader'], basis: acl(18), help: '由机关负责人批准。', form: { opinion: passage('审批意见') } }),
  refuse: act('不批准', { stage: STAGE, by: ['bureauLeader'], basis: [acl(16, 2), acl(18)], ends: true, help: '情节显著轻微或者没有明显社会危害的，可以不采取。', form: { reason: passage('理由') } }),
  carryOut: act('实施查封、扣押', {
    stage: STAGE,
    by: OFFICERS,
    basis: [acl(18), acl(24)],
    help: '两名执法人员出示证件，通知当事人到场，当场告知、听取意见，当场交付决定书和清单。',
    form: {
      ...RECORD,
      partyPresent: flag('当事人到场', { basis: [acl(18)] }),
      told: flag('已当场告知理由、依据、权利和救济途径', { basis: [acl(18)] }),
      heard: flag('已听取当事人的陈述和申辩', { basis: [acl(18)] }),
      statement: optional(passage('陈述申辩的内容')),
      items: ITEMS,
      handed: flag('已当场交付决定书和清单，清单一式二份', { basis: [acl(24)] }),
      keeper: text('保管人', { basis: [acl(26)] }),
      storage: text('保管地点'),
    },
  }),
  supplement: act('补办批准手续', { stage: STAGE, by: ['bureauLeader'], basis: acl(19), help: '紧急情况下当场采取的，二十四小时内补办；认为不应当采取的，立即解除。', form: { opinion: passage('审批意见') } }),
  handOver: act('保管交接', {
    stage: KEEPING,
    by: ['officer', 'teamLeader', 'windowClerk'],
    basis: acl(26),
    help: '妥善保管，不得使用或者损毁；委托第三人保管的，费用由机关承担。',
    form: { from: text('交出人'), keeper: text('接收保管人'), storage: text('保管地点'), third: flag('第三人保管'), condition: passage('物品状况'), photo: optional(text('照片 SHA-256 摘要', { max: 64, format: 'hash' })) },
  }),
  test: act('送检测、检验、检疫或者鉴定', {
    stage: KEEPING,
    by: OFFICERS,
    basis: acl(25, 3),
    help: '期间不计入查封、扣押期限；期间应当明确并书面告知当事人，费用由机关承担。',
    form: { institution: text('机构'), until: dayField('明确的期间届满日'), told: flag('已书面告知当事人') },
  }),
  testEnds: act('收到检测、鉴定结论', { stage: KEEPING, by: OFFICERS, basis: acl(25, 3), resets: ['test'], help: '收到结论之日起，期限继续计算。', form: { conclusion: passage('结论') } }),
  extend: act('延长期限', {
    stage: KEEPING,
    by: ['bureauLeader'],
    basis: acl(25, 1),
    help: '情况复杂的，经负责人批准可以延长，不超过三十日，书面告知并说明理由。',
    form: { days: count('延长日数', '日', { min: 1, max: 30 }), reason: passage('理由'), told: flag('已书面告知当事人并说明理由', { basis: [acl(25, 2)] }) },
  }),
  sell: act('变卖易腐物品', {
    stage: KEEPING,
    by: ['bureauLeader'],
    basis: acl(28, 2),
    help: '鲜活物品或者其他不易保管的财物，可以拍卖或者变卖，保存价款。',
    form: { what: passage('变卖的物品'), proceeds: money('价款'), manner: choice('方式', { auction: '拍卖', sale: '变卖' }), buyer: text('买受人') },
  }),
  settle: act('处理决定', {
    stage: ENDING,
    by: ['bureauLeader'],
    basis: [acl(27), acl(28)],
    outcome: 'outcome',
    help: '在期限内作出处理决定：没收、销毁或者解除。',
    form: {
      outcome: choice('决定', { lift: '解除查封、扣押', confiscate: '没收', destroy: '销毁' }),
      ground: optional(choice('解除的情形', { noOffence: '当事人没有违法行为', unrelated: '与违法行为无关', decided: '已作出处理决定，不再需要', expired: '期限已经届满', other: '其他不再需要采取的情形' }, { basis: [acl(28, 1)] })),
      decision: optional(text('没收、销毁所依据的决定文号', { basis: [acl(27)] })),
      reason: passage('理由'),
    },
  }),
  release: act('退还财物', {
    stage: ENDING,
    by: OFFICERS,
    basis: acl(28, 2),
    help: '解除的，立即退还财物；已变卖的退还价款，低价变卖造成损失的给予补偿。',
    form: { returned: list('退还的物品', { name: text('名称'), quantity: count('数量', '件', { min: 1 }), condition: optional(text('状况')) }), proceeds: optional(money('退还价款')), compensation: optional(money('补偿')), signed: flag('当事人已在退还清单上签名'), receiver: text('接收人') },
  }),
  dispose: act('没收、销毁的执行', { stage: ENDING, by: OFFICERS, basis: acl(27), help: '没收的移交财政部门，销毁的制作记录。', form: { manner: choice('方式', { treasury: '移交财政部门', destroyed: '销毁' }), record: passage('经过'), witness: text('见证人') } }),
  archive: act('归档', { stage: ENDING, by: ['officer', 'teamLeader', 'windowClerk'], basis: acl(18), ends: true, help: '归档保存；随关联案件移送的，一并移送。', form: { archiveNumber: text('案卷号') } }),
} as const
