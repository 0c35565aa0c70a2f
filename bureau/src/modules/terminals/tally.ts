/** Counts what happens at the gateway since it was started (网关计数): nothing that is refused goes uncounted. */
export interface Tally {
  readonly count: (what: string, times?: number) => void
  readonly counts: () => Readonly<Record<string, number>>
}
export function tallyOf(): Tally {
  const counts = new Map<string, number>()
  return {
    count: (what, times = 1) => {
      if (times > 0) counts.set(what, (counts.get(what) ?? 0) + times)
    },
    counts: () => Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1))),
  }
}

/** What the counts are called. */
export const TALLY_TITLES: Readonly<Record<string, string>> = {
  frame: '完整的帧', positions: '已保存的定位', 'not-durable': '没能保存、未应答的定位消息', unauthenticated: '未鉴权即上报', 'wrong-code': '鉴权不通过', 'registration-refused': '注册被拒绝', encrypted: '加密的消息', undecodable: '内容有误的消息', unsupported: '不认识的消息',
  'asked-again': '请求补传分包', lapsed: '分包未补齐而放弃', 'part.waiting': '等待后续分包', 'part.repeated': '重复的分包', 'part.refused': '被拒绝的分包', connections: '建立的连接', 'too-many': '超过连接数而拒绝', silent: '静默超时而断开', garbled: '坏帧过多而断开', slow: '接收过慢而断开',
  'media.announced': '多媒体事件', 'media.kept': '已保存的影像', 'media.repeated': '重复的影像', 'media.broken': '内容不完整的影像', 'media.too-large': '过大而拒绝的影像', 'media.too-many': '超过每小时数量而拒绝的影像', 'media.full': '超过总量而拒绝的影像', 'media.not-durable': '没能保存、未应答的影像', card: '驾驶员卡', safety: '主动安全报警', 'card.not-durable': '没能保存、未应答的驾驶员卡',
  'relay.published': '转发给处理进程的定位', 'relay.durable': '处理进程已保存的定位', 'relay.not-durable': '处理进程没能保存的定位', 'relay.timed-out': '等候保存超时的定位', 'relay.refused': '消息服务器没有收下的定位', 'relay.full': '等候过多而拒绝的定位',
  'relay.heard': '收到待处理的定位', 'relay.written': '处理并保存的定位', 'relay.failed': '没能处理的定位', 'relay.again': '重新投递的定位包', 'relay.garbled': '不能识别的定位包', 'relay.claimed': '接手的分区', 'relay.unseen': '没能登记在线的次数', 'relay.unclaimed': '没能接手分区的次数',
  'broken.garbage': '帧外字节', 'broken.truncated': '不完整的帧', 'broken.oversized': '过长', 'broken.wrong-escape': '转义有误', 'broken.wrong-length': '长度不符', 'broken.wrong-checksum': '校验码不符', 'broken.wrong-phone': '手机号有误', 'broken.wrong-part': '分包序号有误',
}
