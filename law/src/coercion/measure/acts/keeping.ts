import { acl } from '../../../article.ts'
import { choice, count, dayField, flag, list, money, optional, passage, text } from '../../../field.ts'
import { SERVICE } from '../../../forms.ts'
import { act } from '../../../language.ts'

const KEEPING = '保管'
const TERM = '期限'
const OFFICERS = ['officer', 'teamLeader'] as const

/** Some of what was taken (部分物品): by the names of the list made on the spot. */
export const SOME_ITEMS = list('物品', { name: text('名称', { help: '与清单上的名称一致' }), quantity: count('数量', '件', { min: 1 }) })

/** While the things are held (保管、检测、延长、变卖). */
export const KEEPING_ACTS = {
  handOver: act('保管交接', {
    stage: KEEPING,
    by: ['officer', 'teamLeader', 'windowClerk'],
    basis: acl(26, 1),
    help: '每一次交接都登记：谁交给谁，放在哪里，物品状况如何。',
    form: {
      items: SOME_ITEMS,
      from: text('交出人'),
      keeper: text('接收保管人'),
      storage: text('保管地点'),
      third: flag('接收人是受委托的第三人', { basis: [acl(26, 2)] }),
      condition: passage('物品状况'),
      photo: optional(text('照片 SHA-256 摘要', { max: 64, format: 'hash' })),
    },
  }),
  registerLoss: act('登记损毁、丢失', {
    stage: KEEPING,
    by: ['officer', 'teamLeader', 'windowClerk'],
    basis: acl(26, 1),
    help: '保管期间的损失由机关赔偿；第三人造成的，先行赔付后追偿。',
    form: { what: passage('损毁、丢失的物品和经过'), cause: choice('原因', { agency: '本机关保管不善', third: '第三人的原因', other: '其他' }) },
  }),
  compensate: act('赔偿保管损失', {
    stage: KEEPING,
    by: ['bureauLeader'],
    basis: [acl(26, 1), acl(26, 2)],
    resets: ['registerLoss'],
    help: '赔付当事人；第三人造成的，写明追偿。',
    form: { amount: money('赔偿数额'), recourse: optional(passage('向第三人追偿的情况')), reason: passage('理由') },
  }),
  sell: act('变卖不易保管的财物', {
    stage: KEEPING,
    by: ['bureauLeader'],
    basis: acl(28, 2),
    help: '限于鲜活物品或者其他不易保管的财物；价款留存，随处理决定退还或者上缴。',
    form: {
      items: SOME_ITEMS,
      perishable: flag('属于鲜活物品或者其他不易保管的财物'),
      manner: choice('方式', { auction: '拍卖', sale: '变卖' }),
      proceeds: money('价款'),
      market: money('市场价格', { help: '明显低于市场价格给当事人造成损失的，退还时应当补偿' }),
      low: flag('价格明显低于市场价格'),
      buyer: text('买受人'),
    },
  }),
  test: act('送检测、检验、检疫或者鉴定', {
    stage: TERM,
    by: OFFICERS,
    basis: acl(25, 3),
    resets: ['testEnds', 'renewTest'],
    help: '检测期间不计入查封、扣押期限，但应当明确并书面告知当事人；费用由机关承担。',
    form: { institution: text('机构'), what: passage('送检的物品和项目'), until: dayField('检测期间届满之日'), told: flag('已书面告知当事人检测期间'), partyPays: flag('由当事人负担费用') },
  }),
  renewTest: act('重新明确检测期间', {
    stage: TERM,
    by: OFFICERS,
    basis: acl(25, 3),
    help: '原定期间内不能得出结论的，届满之前重新明确并书面告知；没有告知的日子计入期限。',
    form: { until: dayField('新的届满之日'), reason: passage('理由'), told: flag('已书面告知当事人') },
  }),
  testEnds: act('收到检测、鉴定结论', {
    stage: TERM,
    by: OFFICERS,
    basis: acl(25, 3),
    resets: ['test', 'renewTest'],
    help: '自收到结论的次日起，期限继续计算。',
    form: { conclusion: passage('结论'), number: optional(text('报告编号')) },
  }),
  extend: act('延长期限', {
    stage: TERM,
    by: ['bureauLeader'],
    basis: acl(25, 1),
    resets: ['tellExtension'],
    help: '情况复杂的，期限届满之前经负责人批准可以延长一次，不超过三十日。',
    form: { days: count('延长日数', '日', { min: 1, max: 365 }), complex: flag('情况复杂'), reason: passage('理由') },
  }),
  tellExtension: act('送达延长期限决定', {
    stage: TERM,
    by: OFFICERS,
    basis: acl(25, 2),
    help: '及时书面告知当事人，说明理由。',
    form: SERVICE,
  }),
} as const
