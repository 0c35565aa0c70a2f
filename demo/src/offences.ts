import type { Draw } from './draw.ts'
import { citizen, firm, trader, type Party } from './parties.ts'

/** A kind of case as it comes up in a year (常见案由): the matter, whom it meets, what was seen, and fines in yuan that are usual for it. */
export interface Offence {
  readonly matter: string
  readonly subject: 'citizen' | 'organisation' | 'contractor' | 'vehicle'
  readonly party: (draw: Draw) => Party
  readonly seen: string
  readonly demand: string
  readonly fines: readonly [number, ...number[]]
  /** The clause fines only who does not put things right: ordered, and looked at again. */
  readonly afterRefusal?: true
  /** How often it comes up beside the others. */
  readonly weight: number
}

const person = (draw: Draw): Party => citizen(draw)

export const OFFENCES: readonly [Offence, ...Offence[]] = [
  { matter: 'street.front', subject: 'citizen', party: person, seen: '当事人超出门窗摆放货架经营，占用人行道约三平方米', demand: '立即将货架收回店内', fines: [100, 150, 200, 300], weight: 22 },
  { matter: 'street.front', subject: 'organisation', party: trader, seen: '门店超出门窗摆放桌椅经营，占用人行道约八平方米', demand: '立即将桌椅收回店内', fines: [500, 600, 800, 1000], weight: 14 },
  { matter: 'posting', subject: 'citizen', party: person, seen: '当事人在公交站牌、电杆上张贴小广告二十余张', demand: '当日清除全部小广告', fines: [100, 200, 300], weight: 10 },
  { matter: 'clean.litter', subject: 'citizen', party: person, seen: '当事人将装修废弃物丢弃在背街小巷', demand: '立即清除废弃物', fines: [50, 100, 150], weight: 10 },
  { matter: 'clean.sewage', subject: 'organisation', party: trader, seen: '餐饮店将含油污水直接排放到街面', demand: '立即停止排放并冲洗街面', fines: [300, 500, 800], weight: 8 },
  { matter: 'market.bin', subject: 'citizen', party: trader, seen: '门店没有设置垃圾容器，垃圾堆放在店门外', demand: '设置垃圾容器，清运垃圾', fines: [100, 200], weight: 6 },
  { matter: 'muck.spill', subject: 'vehicle', party: person, seen: '自卸货车密闭装置未关闭，渣土沿途撒漏约二百米', demand: '立即清扫路面，修复密闭装置', fines: [2000, 2500, 3000, 4000], weight: 9 },
  { matter: 'muck.route', subject: 'vehicle', party: person, seen: '运输车辆未按核准路线行驶', demand: '按核准路线运输', fines: [2000, 3000], weight: 6 },
  { matter: 'site.gate', subject: 'contractor', party: firm, seen: '工地进出口未硬化，没有冲洗设施，泥土带上道路', demand: '三日内硬化进出口并安装冲洗设施', fines: [2000, 3000, 5000], weight: 7 },
  { matter: 'bbq.old', subject: 'citizen', party: person, seen: '当事人在人行道露天烧烤，油烟直排', demand: '立即停止露天烧烤', fines: [500, 800, 900], weight: 6 },
  { matter: 'facade.awning', subject: 'citizen', party: trader, seen: '门店雨篷破损，外伸超出规定', demand: '七日内拆除或者修复雨篷', fines: [200, 300, 500], afterRefusal: true, weight: 5 },
  { matter: 'sign.board', subject: 'organisation', party: trader, seen: '招牌残缺，有脱落危险', demand: '七日内修复招牌', fines: [200, 300], afterRefusal: true, weight: 4 },
  { matter: 'road.occupy', subject: 'organisation', party: firm, seen: '未经批准占用人行道堆放施工材料', demand: '立即清除材料，恢复通行', fines: [1000, 3000, 5000], weight: 5 },
]
/** The clauses of the year's heavy cases. */
export const FENCE: Offence = { matter: 'facade.fence', subject: 'organisation', party: firm, seen: '临街设置封闭式围墙，挤占公共空间', demand: '十日内拆除封闭式围墙', fines: [20_000, 25_000], afterRefusal: true, weight: 0 }
export const DUMP: Offence = { matter: 'muck.dump.old', subject: 'contractor', party: firm, seen: '施工单位将建筑垃圾倾倒在林地边，约六十立方米', demand: '五日内清运并恢复原状', fines: [100_000, 150_000], weight: 0 }

/** One of the usual offences, by its weight. */
export function usualOffence(draw: Draw): Offence {
  let rest = draw.below(OFFENCES.reduce((sum, { weight }) => sum + weight, 0))
  for (const offence of OFFENCES) {
    rest -= offence.weight
    if (rest < 0) return offence
  }
  return OFFENCES[0]
}
