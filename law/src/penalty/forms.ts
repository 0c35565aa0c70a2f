import { apl } from '../article.ts'
import { choice, choices, count, flag, money, optional } from '../field.ts'

/** Kinds of penalty (行政处罚的种类), 行政处罚法第九条, from light to heavy as the yearly statistics order them. */
export const PENALTY_KINDS = {
  warning: '警告',
  criticism: '通报批评',
  fine: '罚款',
  confiscation: '没收违法所得、没收非法财物',
  suspendPermit: '暂扣许可证件',
  lowerGrade: '降低资质等级',
  restrictOperation: '限制开展生产经营活动',
  stopBusiness: '责令停产停业',
  closure: '责令关闭、限制从业',
  revokePermit: '吊销许可证件',
} as const
export type PenaltyKind = keyof typeof PENALTY_KINDS

/** What is intended, and later decided (处罚内容): the same questions, so that the two can be compared. */
export const PENALTY = {
  kinds: choices('处罚种类', PENALTY_KINDS, { basis: [apl(9), apl(59, 1, 3)] }),
  fine: optional(money('罚款数额', { help: '以元为单位，精确到分' })),
  confiscated: optional(money('没收违法所得、非法财物的金额或者价值', { basis: [apl(28, 2)] })),
} as const

/** Circumstances that bear on the weight of the penalty (裁量情节), 行政处罚法第三十条至第三十三条. */
export const CIRCUMSTANCES = {
  lenient: optional(
    choices(
      '应当从轻或者减轻的情形',
      {
        remedied: '主动消除或者减轻危害后果',
        coerced: '受他人胁迫或者诱骗',
        confessed: '主动供述尚未掌握的违法行为',
        assisted: '配合查处有立功表现',
        otherLaw: '法律、法规、规章规定的其他情形',
      },
      { basis: [apl(32)] },
    ),
  ),
  mitigation: flag('减轻处罚（低于法定最低罚款）', { basis: [apl(32)], help: '只有依法应当减轻的，才可以低于法定幅度；须写明理由' }),
  minor: flag('违法行为轻微', { basis: [apl(33, 1)] }),
  first: flag('初次违法', { basis: [apl(33, 1)] }),
  corrected: flag('已及时改正', { basis: [apl(33, 1)] }),
  harm: choice('危害后果', { none: '没有造成危害后果', slight: '危害后果轻微', present: '有危害后果' }, { basis: [apl(33, 1)] }),
  faultless: flag('有证据足以证明没有主观过错', { basis: [apl(33, 2)] }),
} as const

/** What the fine clause of some matters hangs on, found out before the amount can be told (罚款数额所系的事实). */
export const MEASURED_FACTS = {
  band: optional(
    choice('法条规定的情形', {
      minor: '情节较轻',
      serious: '情节严重',
      grave: '情节特别严重',
      corrected: '已按期改正',
      notCorrected: '逾期没有改正',
      refuses: '拒不改正',
      ownWaste: '自有建筑垃圾',
      publicGreen: '公共绿地',
      otherGreen: '其他绿地',
    }),
  ),
  days: optional(count('逾期日数', '日', { min: 1 })),
  squareMetres: optional(count('面积', '平方米', { min: 1 })),
  compensation: optional(money('补偿费')),
  landPrice: optional(money('差额面积土地使用权出让价')),
  value: optional(money('重置评估价格')),
  cost: optional(money('工程造价')),
} as const
