import { day, type Day } from './day.ts'
import { covers, type Interval } from './interval.ts'

/** An instrument of law (法律文件) as data: no text, only what a citation needs. */
export interface Statute {
  /** The full name, as it is first cited. */
  readonly name: string
  readonly short: string
  readonly level: '法律' | '行政法规' | '地方性法规' | '司法解释' | '部门规章' | '规范性文件'
  readonly issuer: string
  /** The version that was read: the day on which it was made or last amended, and its number where it has one. */
  readonly version: string
  /** The days between which this version is in force; of an instrument amended without new numbers, the days of the instrument. */
  readonly inForce: Interval
  /** Whether the articles cited were read in the text. */
  readonly verified: boolean
}

const from = (first: string, last?: string): Interval => ({ from: day(first), until: last === undefined ? Infinity : day(last) })
const CONGRESS = '全国人民代表大会'
const COMMITTEE = '全国人民代表大会常务委员会'
const law = (short: string, version: string, inForce: Interval, issuer = COMMITTEE): Statute => ({ name: `中华人民共和国${short}`, short, level: '法律', issuer, version, inForce, verified: true })
const named = (name: string, level: Statute['level'], issuer: string, version: string, inForce: Interval): Statute => ({ name, short: name, level, issuer, version, inForce, verified: true })
const regulation = (name: string, version: string, inForce: Interval): Statute => named(name, '行政法规', '国务院', version, inForce)
const chongqing = (name: string, version: string, inForce: Interval): Statute => named(name, '地方性法规', '重庆市人民代表大会常务委员会', version, inForce)
const interpretation = (name: string, number: string, version: string, inForce: Interval): Statute => ({ ...named(name, '司法解释', '最高人民法院', `${version}（${number}）`, inForce), short: number })

/** Every instrument that the product cites, one entry a version. */
export const STATUTES = {
  apl: law('行政处罚法', '2021年1月22日修订', from('2021-07-15')),
  apl17: { ...law('行政处罚法', '2017年9月1日修正', from('2018-01-01', '2021-07-14'), CONGRESS), short: '行政处罚法（2017年修正）', verified: false },
  acl: law('行政强制法', '2011年6月30日通过', from('2012-01-01')),
  all: law('行政许可法', '2019年4月23日修正', from('2004-07-01')),
  arl23: law('行政复议法', '2023年9月1日修订', from('2024-01-01')),
  arl17: { ...law('行政复议法', '2017年9月1日修正', from('2018-01-01', '2023-12-31')), short: '行政复议法（2017年修正）' },
  alitl: law('行政诉讼法', '2017年6月27日修正', from('2017-07-01'), CONGRESS),
  cpl: law('民事诉讼法', '2023年9月1日修正', from('2022-01-01'), CONGRESS),
  cpl17: { ...law('民事诉讼法', '2017年6月27日修正', from('2017-07-01', '2021-12-31'), CONGRESS), short: '民事诉讼法（2017年修正）' },
  ccl: law('民法典', '2020年5月28日通过', from('2021-01-01'), CONGRESS),
  arb25: law('仲裁法', '2025年9月12日修订', from('2026-03-01')),
  arb17: { ...law('仲裁法', '2017年9月1日修正', from('2018-01-01', '2026-02-28')), short: '仲裁法（2017年修正）' },
  scl: law('国家赔偿法', '2012年10月26日修正', from('2013-01-01')),
  pipl: law('个人信息保护法', '2021年8月20日通过', from('2021-11-01')),
  arch: law('档案法', '2020年6月20日修订', from('2021-01-01')),
  lpe: law('法治宣传教育法', '2025年9月12日通过', from('2025-11-01')),
  swl: law('固体废物污染环境防治法', '2020年4月29日修订', from('2020-09-01', '2026-08-14')),
  apcl: law('大气污染防治法', '2018年10月26日修正', from('2018-10-26', '2026-08-14')),
  enl18: law('环境噪声污染防治法', '2018年12月29日修正', from('2018-12-29', '2022-06-04')),
  npl: law('噪声污染防治法', '2021年12月24日通过', from('2022-06-05', '2026-08-14')),
  eec: law('生态环境法典', '2026年3月12日通过', from('2026-08-15'), CONGRESS),
  upl: law('城乡规划法', '2019年4月23日修正', from('2008-01-01')),
  rtsl: law('道路交通安全法', '2021年4月29日修正', from('2004-05-01')),
  csr: regulation('城市市容和环境卫生管理条例', '2017年3月1日修订（国务院令第101号）', from('1992-08-01')),
  cgr: regulation('城市绿化条例', '2017年3月1日修订（国务院令第100号）', from('1992-08-01')),
  crr: regulation('城市道路管理条例', '2019年3月24日修订（国务院令第198号）', from('1996-10-01')),
  tcr: regulation('行政执法机关移送涉嫌犯罪案件的规定', '2020年8月7日修订（国务院令第310号）', from('2001-07-09')),
  fcm: regulation('罚款决定与罚款收缴分离实施办法', '1997年11月17日发布（国务院令第235号）', from('1998-01-01')),
  ogi: regulation('政府信息公开条例', '2019年4月3日修订（国务院令第711号）', from('2019-05-15')),
  rir: regulation('行政复议法实施条例', '2007年5月29日公布（国务院令第499号）', from('2007-08-01')),
  ber: regulation('优化营商环境条例', '2019年10月22日公布（国务院令第722号）', from('2020-01-01')),
  archr: { ...regulation('中华人民共和国档案法实施条例', '2024年1月12日公布（国务院令第772号）', from('2024-03-01')), short: '档案法实施条例', verified: false },
  rmr: regulation('规章制定程序条例', '2017年12月22日修订（国务院令第322号）', from('2002-01-01')),
  r139: { ...named('城市建筑垃圾管理规定', '部门规章', '建设部', '2005年3月23日发布（建设部令第139号）', from('2005-06-01')), verified: false },
  cqsr: chongqing('重庆市市容环境卫生管理条例', '2018年7月26日修正', from('2018-07-26')),
  cqgr: chongqing('重庆市城市园林绿化条例', '2021年5月27日修正', from('2020-03-01')),
  cqes: chongqing('重庆市行政执法监督条例', '2010年7月30日修正', from('2006-01-01')),
  cqer: chongqing('重庆市行政执法责任制条例', '2010年7月30日修正', from('2001-01-01')),
  cqbe: chongqing('重庆市优化营商环境条例', '2021年3月31日通过', from('2021-07-01')),
  spc13: { ...interpretation('最高人民法院关于违法的建筑物、构筑物、设施等强制拆除问题的批复', '法释〔2013〕5号', '2013年3月27日公布', from('2013-04-03')), verified: false },
  spc18: interpretation('最高人民法院关于适用〈中华人民共和国行政诉讼法〉的解释', '法释〔2018〕1号', '2018年2月6日公布', from('2018-02-08')),
  spc20: interpretation('最高人民法院关于行政机关负责人出庭应诉若干问题的规定', '法释〔2020〕3号', '2020年6月22日公布', from('2020-07-01')),
  mad: regulation('重大行政决策程序暂行条例', '2019年4月20日公布（国务院令第713号）', from('2019-09-01')),
  ndrc527: { ...named('关于进一步完善“信用中国”网站及地方信用门户网站行政处罚信息信用修复机制的通知', '规范性文件', '国家发展改革委办公厅', '2019年4月30日印发（发改办财金〔2019〕527号）', from('2019-07-01', '2023-04-30')), short: '发改办财金〔2019〕527号', verified: false },
  ndrc58: { ...named('失信行为纠正后的信用信息修复管理办法（试行）', '部门规章', '国家发展和改革委员会', '2023年1月13日公布（国家发展改革委令第58号）', from('2023-05-01', '2026-03-31')), verified: false },
  ndrc36: { ...named('信用修复管理办法', '部门规章', '国家发展和改革委员会', '2025年11月20日公布（国家发展改革委令第36号）', from('2026-04-01')), verified: false },
  gbf118: {
    ...named('国务院办公厅关于全面推行行政执法公示制度执法全过程记录制度重大执法决定法制审核制度的指导意见', '规范性文件', '国务院办公厅', '2018年12月5日印发（国办发〔2018〕118号）', from('2018-12-05')),
    short: '国办发〔2018〕118号',
    verified: false,
  },
  gbf27: {
    ...named('国务院办公厅关于进一步规范行政裁量权基准制定和管理工作的意见', '规范性文件', '国务院办公厅', '2022年7月29日印发（国办发〔2022〕27号）', from('2022-07-29')),
    short: '国办发〔2022〕27号',
    verified: false,
  },
} as const satisfies Readonly<Record<string, Statute>>
export type StatuteKey = keyof typeof STATUTES

/** Whether this version of a statute is in force on a day (施行期间), both ends included. */
export const inForceOn = (key: StatuteKey, on: Day): boolean => covers(STATUTES[key].inForce, on)

/** The version of an instrument in force on a day, by its full name. None is guessed for a day that no entry covers. */
export function versionOn(name: string, on: Day): StatuteKey | undefined {
  return KEYS.find((key) => STATUTES[key].name === name && inForceOn(key, on))
}
const isKey = (key: string): key is StatuteKey => key in STATUTES
const KEYS: readonly StatuteKey[] = Object.keys(STATUTES).filter(isKey)
