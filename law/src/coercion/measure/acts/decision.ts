import { acl, gbf118 } from '../../../article.ts'
import { choice, clock, count, flag, group, matterField, money, optional, passage, text } from '../../../field.ts'
import { ITEMS, PARTY, RECORD, SERVICE } from '../../../forms.ts'
import { act } from '../../../language.ts'
import { reviewActs } from '../../../legal-review-rules.ts'

const DECIDING = '呈请与批准'
const DOING = '实施'
const OFFICERS = ['officer', 'teamLeader'] as const

/** What stands in the decision (查封、扣押决定书), 行政强制法第二十四条第二款; the party and the things stand in the file. */
const ORDER = {
  number: text('文号'),
  reason: passage('理由'),
  basis: text('依据', { help: '写到条、款、项' }),
  days: count('期限', '日', { min: 1, max: 365, basis: [acl(25, 1)], help: '不超过三十日，法律、行政法规另有规定的除外' }),
  reconsiderTo: text('复议机关'),
  court: text('人民法院'),
  sealed: flag('写明机关名称、日期，加盖印章'),
} as const

/** From the officers' request to the things being taken (呈请、批准、实施). */
export const DECISION_ACTS = {
  propose: act('呈请查封、扣押', {
    stage: DECIDING,
    by: OFFICERS,
    basis: acl(18, undefined, 1),
    help: '实施前向机关负责人报告并经批准；写明设定该措施的法律、法规。情况紧急的，可以先实施，二十四小时内补办批准。',
    form: {
      related: optional(text('关联案件编号', { help: '据以采取措施的案件' })),
      measure: choice('措施', { seal: '查封场所、设施或者财物', seize: '扣押财物' }, { basis: [acl(9)] }),
      matter: matterField('涉嫌的违法事项'),
      party: group('当事人', PARTY),
      place: text('地点'),
      items: ITEMS,
      value: optional(money('财物的估计价值', { help: '达到重大执法决定目录所定价值的，批准之前法制审核' })),
      power: text('设定该措施的规定', { basis: [acl(10)] }),
      level: choice('规定的层级', { law: '法律', regulation: '行政法规', local: '地方性法规', other: '法律、法规以外的文件' }, { basis: [acl(10)] }),
      otherDays: optional(count('另有规定的最长期限', '日', { min: 1, max: 365, basis: [acl(25, 1)] })),
      otherNorm: optional(text('另行规定期限的法律、行政法规', { basis: [acl(25, 1)] })),
      delegated: flag('由受委托的组织实施', { basis: [acl(17, 1)] }),
      gentler: flag('采用非强制手段可以达到目的', { basis: [acl(5)] }),
      necessities: flag('含公民及其所扶养家属的生活必需品', { basis: [acl(23, 1)] }),
      unrelated: flag('含与违法行为无关的场所、设施或者财物', { basis: [acl(23, 1)] }),
      sealedElsewhere: flag('已被其他国家机关依法查封', { basis: [acl(23, 2)] }),
      urgent: flag('情况紧急，需要当场采取', { basis: [acl(19)], help: '二十四小时内报告并补办批准手续' }),
      reason: passage('理由'),
    },
  }),
  ...reviewActs({ stage: DECIDING, basis: gbf118(), resets: [] }),
  approve: act('批准查封、扣押', {
    stage: DECIDING,
    by: ['bureauLeader'],
    basis: acl(18, undefined, 1),
    help: '由机关负责人在实施前批准。',
    form: { opinion: passage('审批意见') },
  }),
  refuse: act('不批准', {
    stage: DECIDING,
    by: ['bureauLeader'],
    basis: [acl(16, 2), acl(18, undefined, 1)],
    ends: true,
    help: '情节显著轻微或者没有明显社会危害的，可以不采取。',
    form: { reason: passage('理由') },
  }),
  carryOut: act('实施查封、扣押', {
    filmed: true,
    stage: DOING,
    by: OFFICERS,
    basis: [acl(18), acl(24)],
    help: '两名执法人员出示证件，通知当事人到场，当场告知、听取意见、制作笔录，当场交付决定书和清单。',
    form: {
      ...RECORD,
      called: flag('已通知当事人到场', { basis: [acl(18, undefined, 4)] }),
      partyPresent: flag('当事人到场', { basis: [acl(18, undefined, 9)] }),
      told: flag('已当场告知理由、依据、权利和救济途径', { basis: [acl(18, undefined, 5)] }),
      heard: flag('已听取当事人的陈述和申辩', { basis: [acl(18, undefined, 6)] }),
      statement: optional(passage('陈述申辩的内容')),
      items: ITEMS,
      order: group('查封、扣押决定书', ORDER, { basis: [acl(24, 2)] }),
      handed: flag('已当场交付决定书和清单', { basis: [acl(24, 1)] }),
      twoCopies: flag('清单一式二份，由当事人和机关分别保存', { basis: [acl(24, 3)] }),
      keeper: text('保管人', { basis: [acl(26, 1)] }),
      storage: text('保管地点'),
      third: flag('委托第三人保管', { basis: [acl(26, 2)] }),
      photo: optional(text('照片 SHA-256 摘要', { max: 64, format: 'hash' })),
    },
  }),
  supplement: act('紧急措施补办批准', {
    stage: DOING,
    by: ['bureauLeader'],
    basis: acl(19),
    outcome: 'conclusion',
    help: '当场采取后二十四小时内补办；认为不应当采取的，立即解除。',
    form: { conclusion: choice('意见', { approve: '同意', reject: '不应当采取，立即解除' }), at: clock('批准的时刻'), opinion: passage('审批意见') },
  }),
  serve: act('送达决定书和清单', {
    filmed: true,
    stage: DOING,
    by: OFFICERS,
    basis: acl(24, 1),
    help: '当事人不到场、没有当场交付的，实施之后送达。',
    form: SERVICE,
  }),
} as const
