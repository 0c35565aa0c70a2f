import { citing } from '../article.ts'
import { day } from '../day.ts'
import type { Dated, PublicTerms, RepairWorkdays } from '../jurisdiction.ts'
import { yuan } from '../money.ts'

/** What counts as a low fine is left to the provinces; no text of Chongqing was found. */
const LOW_FINE = { citizen: yuan(200), organisation: yuan(1000) }

/**
 * How long a penalty stays public (公示期限), one row for each instrument, @yearly. None of them was read in the text but the model of
 * the market authority, which does not bind a bureau of urban management: so none is verified.
 */
export const PUBLIC_TERMS: readonly Dated<PublicTerms>[] = [
  {
    from: day('2019-07-01'),
    value: { since: 'decision', spans: { light: { least: 3, most: 12 }, usual: { least: 3, most: 12 }, grave: { least: 6, most: 36 } }, lowFine: LOW_FINE },
    source: '发改办财金〔2019〕527号（二手资料：一般三个月至一年，严重六个月至三年）；较低数额为机关配置值',
    verified: false,
    basis: [citing('ndrc527')()],
  },
  {
    from: day('2021-09-01'),
    value: { since: 'publication', spans: { light: { least: 3, most: 3 }, usual: { least: 6, most: 36 }, grave: { most: 36 } }, lowFine: LOW_FINE },
    source: '参照《市场监督管理行政处罚信息公示规定》第十三条、第十四条（市场监管系统的规定，作样例）；满六个月可以申请为二手资料；较低数额为机关配置值',
    verified: false,
  },
  {
    from: day('2023-05-01'),
    value: { since: 'decision', spans: { light: { least: 3, most: 36 }, usual: { least: 3, most: 36 }, grave: { least: 12, most: 36 } }, lowFine: LOW_FINE },
    source: '国家发展改革委令第58号（二手资料：最短三个月，特种设备、安全生产、消防领域一年，最长三年）；较重的处罚按一年为机关配置值',
    verified: false,
    basis: [citing('ndrc58')()],
  },
  {
    from: day('2026-04-01'),
    value: { since: 'decision', spans: { light: { least: 0, most: 3 }, usual: { least: 3, most: 12 }, grave: { least: 12, most: 36 } }, lowFine: LOW_FINE },
    source: '国家发展改革委令第36号（二手资料：轻微最长三个月，一般三个月至一年，严重一年至三年）；较低数额为机关配置值',
    verified: false,
    basis: [citing('ndrc36')()],
  },
]

/** How fast a repair is handled (信用修复办理期限): no text was read, so a bureau looks its own up. */
export const REPAIR_WORKDAYS: readonly Dated<RepairWorkdays>[] = [{ from: day('2019-07-01'), value: { accept: 5, decide: 15, stop: 3, mark: 3 }, source: '参照市场监管系统的信用修复办理期限，没有读到原文，机关配置值', verified: false }]
