/** The links of a trip that must hold (监管环节), in their order. */
export const LINKS = ['permit', 'gate', 'cover', 'route', 'time', 'speed', 'disposal', 'manifest'] as const
export type Link = (typeof LINKS)[number]

/** Why a link failed, or why nobody knows. */
export type FailedReason = 'no-permit' | 'other-truck' | 'past-the-gate' | 'cover-open' | 'off-route' | 'in-no-go' | 'wrong-time' | 'too-fast' | 'dumped' | 'other-disposal-site' | 'no-manifest' | 'manifest-open' | 'volume-differs'
export const UNKNOWN_REASONS = ['gate-unknown', 'cover-unknown', 'no-route-set', 'track-broken', 'no-permit-to-compare', 'tipping-unseen', 'manifest-pending'] as const
export type UnknownReason = (typeof UNKNOWN_REASONS)[number]

export type LinkVerdict =
  | { readonly verdict: 'complied' }
  | { readonly verdict: 'failed'; readonly reasons: readonly FailedReason[] }
  | { readonly verdict: 'unknown'; readonly reason: UnknownReason }

/** What officials read. */
export const LINK_TITLES: Readonly<Record<Link, string>> = {
  permit: '运输许可',
  gate: '工地出场',
  cover: '密闭运输',
  route: '行驶路线',
  time: '运输时间',
  speed: '行驶速度',
  disposal: '定点消纳',
  manifest: '联单闭合',
}
export const REASON_TITLES: Readonly<Record<FailedReason | UnknownReason, string>> = {
  'no-permit': '工地无有效许可',
  'other-truck': '车辆不在许可之列',
  'past-the-gate': '未经登记的出入口出场',
  'cover-open': '载货行驶未密闭',
  'off-route': '偏离批准路线',
  'in-no-go': '驶入禁行区域',
  'wrong-time': '不在批准时间内',
  'too-fast': '超速行驶',
  dumped: '在消纳场外倾倒',
  'other-disposal-site': '倾倒于非指定的消纳场',
  'no-manifest': '没有联单',
  'manifest-open': '联单逾期未闭合',
  'volume-differs': '装卸方量不符',
  'gate-unknown': '出入口未测绘或出场时无定位',
  'cover-unknown': '密闭信号不足',
  'no-route-set': '许可未定路线',
  'track-broken': '轨迹中断',
  'no-permit-to-compare': '无许可可供比对',
  'tipping-unseen': '未见倾倒',
  'manifest-pending': '联单尚在期限内',
}
