import { ALWAYS, type Interval } from './interval.ts'
import { day } from './day.ts'

/** An instrument of law (法律文件) as data: no text, only what a citation needs. */
export interface Statute {
  /** The full name, as it is first cited. */
  readonly name: string
  readonly short: string
  readonly level: '法律' | '行政法规' | '地方性法规' | '司法解释' | '部门规章' | '规范性文件'
  /** The days between which this version is in force. */
  readonly inForce: Interval
  /** Whether the articles cited were read in the text. */
  readonly verified: boolean
}
const from = (first: string, last?: string): Interval => ({ from: day(first), until: last === undefined ? Infinity : day(last) })
const law = (short: string, inForce: Interval, verified = true): Statute => ({ name: `中华人民共和国${short}`, short, level: '法律', inForce, verified })

/** Every instrument that the product cites, one entry a version. */
export const STATUTES = {
  apl: law('行政处罚法', from('2021-07-15')),
  apl17: { ...law('行政处罚法', from('2018-01-01', '2021-07-14'), false), short: '行政处罚法（2017年修正）' },
  acl: law('行政强制法', from('2012-01-01')),
  all: law('行政许可法', from('2004-07-01')),
  arl23: law('行政复议法', from('2024-01-01')),
  arl17: { ...law('行政复议法', from('2018-01-01', '2023-12-31')), short: '行政复议法（2017年修正）' },
  alitl: law('行政诉讼法', from('2017-07-01')),
  cpl: law('民事诉讼法', from('2022-01-01')),
  cpl17: { ...law('民事诉讼法', from('2017-07-01', '2021-12-31')), short: '民事诉讼法（2017年修正）' },
  ccl: { ...law('民法典', from('2021-01-01')) },
  swl: law('固体废物污染环境防治法', from('2020-09-01', '2026-08-14')),
  apcl: law('大气污染防治法', from('2018-10-26', '2026-08-14')),
  enl18: { ...law('环境噪声污染防治法', from('2018-12-29', '2022-06-04')), short: '环境噪声污染防治法' },
  npl: law('噪声污染防治法', from('2022-06-05', '2026-08-14')),
  eec: law('生态环境法典', from('2026-08-15')),
  upl: law('城乡规划法', from('2008-01-01')),
  rtsl: law('道路交通安全法', from('2004-05-01')),
  csr: { name: '城市市容和环境卫生管理条例', short: '城市市容和环境卫生管理条例', level: '行政法规', inForce: from('1992-08-01'), verified: true },
  cgr: { name: '城市绿化条例', short: '城市绿化条例', level: '行政法规', inForce: from('1992-08-01'), verified: true },
  crr: { name: '城市道路管理条例', short: '城市道路管理条例', level: '行政法规', inForce: from('1996-10-01'), verified: true },
  r139: { name: '城市建筑垃圾管理规定', short: '城市建筑垃圾管理规定', level: '部门规章', inForce: from('2005-06-01'), verified: false },
  cqsr: { name: '重庆市市容环境卫生管理条例', short: '重庆市市容环境卫生管理条例', level: '地方性法规', inForce: from('2018-07-26'), verified: true },
  cqgr: { name: '重庆市城市园林绿化条例', short: '重庆市城市园林绿化条例', level: '地方性法规', inForce: ALWAYS, verified: true },
  cqbe: { name: '重庆市优化营商环境条例', short: '重庆市优化营商环境条例', level: '地方性法规', inForce: from('2021-07-01'), verified: true },
  tcr: { name: '行政执法机关移送涉嫌犯罪案件的规定', short: '行政执法机关移送涉嫌犯罪案件的规定', level: '行政法规', inForce: ALWAYS, verified: true },
  spc18: { name: '最高人民法院关于适用〈中华人民共和国行政诉讼法〉的解释', short: '法释〔2018〕1号', level: '司法解释', inForce: from('2018-02-08'), verified: true },
  gbf118: { name: '国务院办公厅关于全面推行行政执法公示制度执法全过程记录制度重大执法决定法制审核制度的指导意见', short: '国办发〔2018〕118号', level: '规范性文件', inForce: from('2018-12-05'), verified: false },
} as const satisfies Readonly<Record<string, Statute>>
export type StatuteKey = keyof typeof STATUTES
