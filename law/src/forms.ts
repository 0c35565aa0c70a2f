import { apl } from './article.ts'
import { choice, clock, count, dayField, flag, list, optional, passage, text } from './field.ts'

/** The party (当事人), 行政处罚法第五十九条第一款第（一）项: name and address stand in the decision. */
export const PARTY = {
  kind: choice('当事人类别', { citizen: '自然人', soleTrader: '个体工商户', organisation: '法人及非法人组织' }),
  name: text('姓名或者名称', { basis: [apl(59, 1, 1)] }),
  idNumber: optional(text('居民身份证号', { format: 'idNumber', max: 18 })),
  creditCode: optional(text('统一社会信用代码', { format: 'creditCode', max: 18 })),
  representative: optional(text('法定代表人（负责人）')),
  birthday: optional(dayField('出生日期', { basis: [apl(30)], help: '不满十四周岁不予处罚；已满十四周岁不满十八周岁应当从轻或者减轻' })),
  capacity: choice('辨认和控制能力', { full: '完全', reduced: '尚未完全丧失', none: '不能辨认或者不能控制' }, { basis: [apl(31)] }),
  address: text('住址或者住所', { basis: [apl(59, 1, 1)] }),
  phone: optional(text('联系电话', { format: 'phone', max: 20 })),
} as const

/** The role in which a matter's fine clause meets the party (处罚对象). */
export const SUBJECT = choice('处罚对象', {
  citizen: '个人',
  organisation: '单位',
  contractor: '施工单位',
  developer: '建设单位',
  carrier: '运输单位',
  vehicle: '车辆所有人或者驾驶人',
})

/** What kind a paper is that goes with a case (随案材料的类别). */
export const PAPER_KINDS = { letter: '移送书', report: '调查报告', items: '涉案物品清单', test: '检验报告、鉴定结论', evidence: '证据材料', other: '其他材料' } as const
/** The papers that go with a case (随案移送的材料): each with what it is and how many pages it has. */
export const PAPERS = list('随案材料', {
  kind: choice('类别', PAPER_KINDS),
  title: text('名称'),
  pages: count('页数', '页', { min: 1 }),
})

/** A record taken on the spot or in an interview (笔录), 行政处罚法第五十五条. */
export const RECORD = {
  from: clock('开始时间'),
  to: clock('结束时间'),
  place: text('地点'),
  certificatesShown: flag('已主动出示执法证件', { basis: [apl(55, 1)] }),
  rightsTold: flag('已告知申请回避等权利', { basis: [apl(43, 2)] }),
  signature: choice('被询问人、在场人签名', { signed: '已核对并签名', refused: '拒绝签名，已注明并由见证人签名', absent: '当事人不在场，由见证人签名' }),
  witness: optional(text('见证人')),
} as const

/** A list of things (物品清单). */
export const ITEMS = list('物品清单', {
  name: text('名称'),
  model: optional(text('规格型号')),
  quantity: count('数量', '件', { min: 1 }),
  condition: optional(text('成色、状况')),
})

/** How a paper reached the party (送达), 行政处罚法第六十一条 and the civil procedure law. */
export const SERVICE = {
  way: choice(
    '送达方式',
    { direct: '直接送达', left: '留置送达', entrusted: '委托送达', post: '邮寄送达', electronic: '电子送达', notice: '公告送达' },
    { basis: [apl(61)] },
  ),
  receivedOn: optional(dayField('签收、回执或者到达系统的日期', { help: '公告送达填写公告之日' })),
  receiver: optional(text('签收人')),
  confirmed: flag('当事人已签订电子送达确认书', { basis: [apl(61, 2)] }),
  unreachable: flag('受送达人下落不明，或者其他方式无法送达', { help: '公告送达的前提' }),
  witness: optional(text('留置送达的见证人或者影像说明')),
  note: optional(passage('备注')),
} as const
