import type { Draw } from './draw.ts'

/** A made-up party (虚构当事人), as the form of 呈请立案 asks for it. */
export type Party = Readonly<Record<string, string>>

const FAMILY = ['刘', '何', '郑', '邓', '曾', '彭', '罗', '唐', '冯', '袁', '董', '蒋', '蔡', '余', '杜', '叶'] as const
const GIVEN = ['海', '苗', '楠', '宇', '敏', '亮', '佳', '晓', '建国', '秀英', '志强', '桂兰', '文博', '雨桐', '小军', '丽华', '明远', '春梅'] as const
const TRADES = ['小面馆', '便利店', '水果店', '五金店', '餐饮店', '洗车行', '烟酒店', '火锅店'] as const
const FIRMS = ['示例建设工程有限公司', '示例物业服务有限公司', '示例渣土运输有限公司', '示例置业有限公司', '示例餐饮管理有限公司'] as const
/** Streets and towns of the district (镇街). */
export const STREETS = ['杨家坪街道', '谢家湾街道', '石坪桥街道', '黄桷坪街道', '中梁山街道', '石桥铺街道', '九龙镇', '华岩镇', '西彭镇'] as const

const ID_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const CREDIT_ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const CREDIT_WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]
const ORGANISATION_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2]

/** An identity number of nobody (虚构身份证号): the region 500999 is not given out, the check is right. */
function idNumber(draw: Draw, born: string): string {
  const head = `500999${born.replaceAll('-', '')}${draw.digits(3)}`
  const sum = ID_WEIGHTS.reduce((total, weight, index) => total + weight * Number(head[index]), 0)
  return head + ('10X98765432'[sum % 11] ?? '')
}

/** A credit code of nobody (虚构统一社会信用代码), with both checks right. */
function creditCode(draw: Draw, kind: '91' | '92'): string {
  const inner = `MA${draw.digits(6)}`
  const sum = ORGANISATION_WEIGHTS.reduce((total, weight, index) => total + weight * '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'.indexOf(inner[index] ?? '0'), 0)
  const check = (11 - (sum % 11)) % 11
  const head = `${kind}500999${inner}${check === 10 ? 'X' : check}`
  const total = CREDIT_WEIGHTS.reduce((so, weight, index) => so + weight * CREDIT_ALPHABET.indexOf(head[index] ?? '0'), 0)
  return head + (CREDIT_ALPHABET[(31 - (total % 31)) % 31] ?? '')
}

/** A person of that age, or a grown-up. */
export function citizen(draw: Draw, bornIn?: number): Party {
  const born = `${bornIn ?? 1958 + draw.below(42)}-${String(1 + draw.below(12)).padStart(2, '0')}-${String(1 + draw.below(28)).padStart(2, '0')}`
  return { kind: 'citizen', name: draw.one(FAMILY) + draw.one(GIVEN), idNumber: idNumber(draw, born), capacity: 'full', address: address(draw), phone: `199${draw.digits(8)}` }
}
export function trader(draw: Draw): Party {
  const name = draw.one(FAMILY) + draw.one(GIVEN)
  return { kind: 'soleTrader', name: `${draw.one(STREETS).slice(0, 2)}${name.slice(0, 1)}记${draw.one(TRADES)}`, creditCode: creditCode(draw, '92'), representative: name, capacity: 'full', address: address(draw), phone: `199${draw.digits(8)}` }
}
export function firm(draw: Draw): Party {
  return { kind: 'organisation', name: `重庆${draw.one(FAMILY)}氏${draw.one(FIRMS)}`, creditCode: creditCode(draw, '91'), representative: draw.one(FAMILY) + draw.one(GIVEN), capacity: 'full', address: address(draw), phone: `199${draw.digits(8)}` }
}
const address = (draw: Draw): string => `${draw.one(STREETS)}示例路 ${1 + draw.below(180)} 号`
