import { acl } from '../../../article.ts'
import { choice, count, flag, list, money, optional, passage, text } from '../../../field.ts'
import { act } from '../../../language.ts'
import { SOME_ITEMS } from './keeping.ts'

const ENDING = '处理与归档'
const OFFICERS = ['officer', 'teamLeader'] as const

/** The five grounds on which a measure is lifted (解除的情形), 行政强制法第二十八条第一款. */
const GROUNDS = {
  noOffence: '当事人没有违法行为',
  unrelated: '与违法行为无关',
  decided: '对违法行为已经作出处理决定，不再需要查封、扣押',
  expired: '查封、扣押期限已经届满',
  other: '其他不再需要采取的情形',
} as const

/** What becomes of the things (处理决定、退还、移交). */
export const ENDING_ACTS = {
  liftPart: act('部分解除', {
    stage: ENDING,
    by: ['bureauLeader'],
    basis: acl(28, 1),
    resets: ['returnPart'],
    help: '部分财物与违法行为无关或者不再需要的，先行解除并立即退还。',
    form: { items: SOME_ITEMS, ground: choice('解除的情形', GROUNDS), reason: passage('理由') },
  }),
  returnPart: act('退还部分解除的财物', {
    stage: ENDING,
    by: OFFICERS,
    basis: acl(28, 2),
    resets: ['liftPart'],
    help: '立即退还，当事人签收。',
    form: { items: SOME_ITEMS, receiver: text('接收人'), signed: flag('当事人已签收') },
  }),
  settle: act('处理决定', {
    stage: ENDING,
    by: ['bureauLeader'],
    basis: [acl(27), acl(28, 1)],
    outcome: 'outcome',
    help: '在期限内查清事实，作出没收、销毁、移送或者解除的决定；期限届满的，只能解除。',
    form: {
      outcome: choice('决定', { lift: '解除查封、扣押', confiscate: '没收非法财物', destroy: '销毁', transfer: '涉嫌犯罪，随案移送' }),
      ground: optional(choice('解除的情形', GROUNDS, { basis: [acl(28, 1)] })),
      decision: optional(text('没收所依据的处罚决定文号', { basis: [acl(27)] })),
      norm: optional(text('规定应当销毁的法律、行政法规', { basis: [acl(27)] })),
      receiver: optional(text('受移送的机关', { basis: [acl(21)] })),
      reason: passage('理由'),
    },
  }),
  offer: act('通知领取', {
    stage: ENDING,
    by: OFFICERS,
    basis: acl(28, 2),
    help: '当事人没有当场领取的，书面通知其领取。',
    form: { manner: text('通知方式'), note: passage('通知情况') },
  }),
  release: act('退还财物', {
    stage: ENDING,
    by: OFFICERS,
    basis: acl(28, 2),
    help: '解除的，立即退还；已变卖的退还价款，低价变卖造成损失的给予补偿。不收保管费。',
    form: {
      returned: list('退还的物品', { name: text('名称'), quantity: count('数量', '件', { min: 1 }), condition: optional(text('状况')) }, { atLeast: 0 }),
      proceeds: optional(money('退还变卖价款')),
      compensation: optional(money('低价变卖的补偿')),
      storageFee: optional(money('向当事人收取的保管费用', { basis: [acl(26, 3)] })),
      receiver: text('接收人'),
      signed: flag('当事人已在退还清单上签名'),
      witness: optional(text('拒绝签名的见证人')),
    },
  }),
  dispose: act('没收、销毁、移送的执行', {
    filmed: true,
    stage: ENDING,
    by: OFFICERS,
    basis: [acl(27), acl(21)],
    help: '没收的移交财政部门，销毁的制作记录，随案移送的书面告知当事人。',
    form: {
      manner: choice('方式', { treasury: '移交财政部门', destroyed: '销毁', police: '移交司法机关' }),
      record: passage('经过'),
      witness: optional(text('见证人')),
      told: flag('已书面告知当事人', { basis: [acl(21)] }),
    },
  }),
  archive: act('归档', {
    stage: ENDING,
    by: ['officer', 'teamLeader', 'windowClerk'],
    basis: acl(27),
    ends: true,
    help: '财物处理完毕后，编号归档保存。',
    form: { archiveNumber: text('案卷号') },
  }),
} as const
