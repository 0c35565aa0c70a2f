/** The watches in their order. A name never changes: it is part of the alarms that were raised. */
export const WATCH_NAMES = [
  'no-permit',
  'other-truck',
  'wrong-time',
  'off-route',
  'no-go',
  'speeding',
  'open-cover',
  'lifted-outside',
  'long-stop',
  'off-line',
  'tampered',
  'overload',
  'fatigue',
  'manifest-open',
  'volume-differs',
] as const
export type WatchName = (typeof WATCH_NAMES)[number]

/** What officials read. */
export const WATCH_TITLES: Readonly<Record<WatchName, string>> = {
  'no-permit': '无证运输',
  'other-truck': '非许可车辆运输',
  'wrong-time': '未按批准时间运输',
  'off-route': '未按批准路线行驶',
  'no-go': '驶入禁行区域',
  speeding: '超速行驶',
  'open-cover': '未密闭运输',
  'lifted-outside': '消纳场外举升（疑似乱倒）',
  'long-stop': '载货异常停留',
  'off-line': '终端离线',
  tampered: '终端异常（疑似人为干扰）',
  overload: '超载',
  fatigue: '疲劳驾驶',
  'manifest-open': '联单未闭合',
  'volume-differs': '装卸方量不符',
}
