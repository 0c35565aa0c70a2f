import { day, type Day } from '../../day.ts'
import type { Interval } from '../../interval.ts'

/** One entry of the published list of what is not punished (轻微免罚、首违不罚清单). */
export interface Exemption {
  readonly matter: string
  readonly kind: 'minor' | 'first'
  /** Within how many years an earlier offence of the same kind makes this one not the first. */
  readonly years: number
  readonly condition: string
  readonly valid: Interval
  readonly source: string
  readonly verified: boolean
}

/** The first offence was spared only by the law of 2021; the slight and corrected one by that of 2017 too (第二十七条第二款). */
const SINCE: Readonly<Record<Exemption['kind'], Day>> = { minor: day('2018-01-01'), first: day('2021-07-15') }
const EXAMPLE = '示例清单：各地公布的清单不同，须由本机关换成自己公布的清单'
const row = (matter: string, kind: Exemption['kind'], condition: string, years = 2): Exemption => ({ matter, kind, years, condition, valid: { from: SINCE[kind], until: Infinity }, source: EXAMPLE, verified: false })

/** The bureau's list. It is data: a bureau publishes its own (行政处罚法第三十三条、第三十四条). */
export const EXEMPTIONS: readonly Exemption[] = [
  row('street.front', 'first', '占道面积不大，经提醒当场收回'),
  row('street.front', 'minor', '占道时间很短，未妨碍通行，当场收回'),
  row('street.hang', 'minor', '当场取下，未污损设施'),
  row('street.leaflet', 'first', '数量很少，当场停止并清理'),
  row('clean.litter', 'minor', '当场捡拾干净'),
  row('clean.litter', 'first', '数量很少，当场清理'),
  row('clean.sewage', 'first', '水量很少，当场冲洗干净'),
  row('posting', 'first', '张贴数量很少，当场清除'),
  row('sign.board', 'first', '限期内修复'),
  row('facade.aircon', 'first', '限期内移位'),
]

/** The entry that stands for a matter on a day, or nothing. */
export const exemptionFor = (matter: string | undefined, kind: Exemption['kind'], on: Day): Exemption | undefined =>
  EXEMPTIONS.find((one) => one.matter === matter && one.kind === kind && one.valid.from <= on && on <= one.valid.until)
