import { time, timeOrNone } from '../layout/bcd.ts'
import { counted } from '../layout/list.ts'
import { bits64, coded, flags, measured, u16, u32, u8 } from '../layout/number.ts'
import { called, record } from '../layout/record.ts'
import { countedText } from '../layout/text.ts'
import { message, nothing } from './message.ts'

const channel = called('逻辑通道号', u8)
const STREAMS = { 0: '主码流', 1: '子码流' }
const RESOURCES = { 0: '音视频', 1: '音频', 2: '视频', 3: '视频或者音视频' }
const STORED_STREAMS = { 0: '所有码流', 1: '主码流', 2: '子码流' }
const STORAGES = { 0: '所有存储器', 1: '主存储器', 2: '灾备存储器' }
const AUDIO = { 1: 'G.721', 2: 'G.722', 3: 'G.723', 4: 'G.728', 5: 'G.729', 6: 'G.711A', 7: 'G.711U', 8: 'G.726', 19: 'AAC', 26: 'ADPCM' }
const VIDEO = { 98: 'H.264', 99: 'H.265', 100: 'AVS', 101: 'SVAC' }
const SPEEDS = { 0: '无效', 1: '1 倍', 2: '2 倍', 3: '4 倍', 4: '8 倍', 5: '16 倍' }

const server = { host: called('服务器地址', countedText(u8)), tcpPort: called('TCP 端口', u16), udpPort: called('UDP 端口', u16) }
/** Which recordings are meant; no time is no condition. */
const wanted = {
  channel,
  fromMs: called('开始时间', timeOrNone),
  untilMs: called('结束时间', timeOrNone),
  alarms: called('报警标志', bits64),
  resource: called('音视频资源类型', coded(1, RESOURCES)),
  stream: called('码流类型', coded(1, STORED_STREAMS)),
  storage: called('存储器类型', coded(1, STORAGES)),
}
const recording = record({ ...wanted, fromMs: called('开始时间', time), untilMs: called('结束时间', time), bytes: called('文件大小', measured(4, '字节')) })

const attributes = record({
  audioCoding: called('输入音频编码方式', coded(1, AUDIO)),
  audioChannels: called('输入音频声道数', u8),
  audioRate: called('输入音频采样率', coded(1, { 0: '8 kHz', 1: '22.05 kHz', 2: '44.1 kHz', 3: '48 kHz' })),
  audioBits: called('输入音频采样位数', coded(1, { 0: '8 位', 1: '16 位', 2: '32 位' })),
  audioFrame: called('音频帧长度', u16),
  audioOut: called('是否支持音频输出', coded(1, { 0: '不支持', 1: '支持' })),
  videoCoding: called('视频编码方式', coded(1, VIDEO)),
  mostAudio: called('最大音频物理通道数', u8),
  mostVideo: called('最大视频物理通道数', u8),
})
const live = record({ ...server, channel, content: called('数据类型', coded(1, { 0: '音视频', 1: '视频', 2: '双向对讲', 3: '监听', 4: '中心广播', 5: '透传' })), stream: called('码流类型', coded(1, STREAMS)) })
const liveControl = record({
  channel,
  command: called('控制指令', coded(1, { 0: '关闭音视频传输', 1: '切换码流', 2: '暂停该通道所有流', 3: '恢复暂停前的流', 4: '关闭双向对讲' })),
  close: called('关闭音视频类型', coded(1, { 0: '关闭音视频', 1: '只关闭音频', 2: '只关闭视频' })),
  stream: called('切换码流类型', coded(1, STREAMS)),
})
const playback = record({
  ...server,
  channel,
  resource: wanted.resource,
  stream: wanted.stream,
  storage: wanted.storage,
  mode: called('回放方式', coded(1, { 0: '正常回放', 1: '快进回放', 2: '关键帧快退回放', 3: '关键帧播放', 4: '单帧上传' })),
  speed: called('快进或者快退倍数', coded(1, SPEEDS)),
  fromMs: wanted.fromMs,
  untilMs: wanted.untilMs,
})
const playbackControl = record({
  channel,
  command: called('回放控制', coded(1, { 0: '开始回放', 1: '暂停回放', 2: '结束回放', 3: '快进回放', 4: '关键帧快退回放', 5: '拖动回放', 6: '关键帧播放' })),
  speed: called('快进或者快退倍数', coded(1, SPEEDS)),
  toMs: called('拖动回放位置', timeOrNone),
})
const upload = record({
  host: server.host,
  port: called('端口', u16),
  user: called('用户名', countedText(u8)),
  password: called('密码', countedText(u8)),
  path: called('文件上传路径', countedText(u8)),
  ...wanted,
  conditions: called('任务执行条件', flags(1, { 0: 'WIFI', 1: 'LAN', 2: '3G/4G' })),
})

/**
 * Live pictures, recordings and their upload (音视频): JT/T 1078-2016, messages 0x1003 to 0x1206 and 0x9003 to 0x9207. Held against an
 * English text of the standard, tables 11 to 28; 0x9101 and 0x9102 also against an implementation in use (yezhihao/jt808-server).
 */
export const VIDEO_MESSAGES = {
  videoAttributesQuery: message(0x9003, 'videoAttributesQuery', '查询终端音视频属性', nothing),
  videoAttributes: message(0x1003, 'videoAttributes', '终端上传音视频属性', attributes),
  passengers: message(0x1005, 'passengers', '终端上传乘客流量', record({ fromMs: called('起始时间', time), untilMs: called('结束时间', time), on: called('上车人数', u16), off: called('下车人数', u16) })),
  live: message(0x9101, 'live', '实时音视频传输请求', live),
  liveControl: message(0x9102, 'liveControl', '音视频实时传输控制', liveControl),
  liveLoss: message(0x9105, 'liveLoss', '实时音视频传输状态通知', record({ channel, lossPercent: called('丢包率', measured(1, '%')) })),
  playback: message(0x9201, 'playback', '平台下发远程录像回放请求', playback),
  playbackControl: message(0x9202, 'playbackControl', '平台下发远程录像回放控制', playbackControl),
  recordingsQuery: message(0x9205, 'recordingsQuery', '查询资源列表', record(wanted)),
  recordings: message(0x1205, 'recordings', '终端上传音视频资源列表', record({ serial: called('应答流水号', u16), recordings: called('音视频资源', counted(u32, recording)) })),
  uploadOrder: message(0x9206, 'uploadOrder', '文件上传指令', upload),
  uploadDone: message(0x1206, 'uploadDone', '文件上传完成通知', record({ serial: called('应答流水号', u16), result: called('结果', coded(1, { 0: '成功', 1: '失败' })) })),
  uploadControl: message(0x9207, 'uploadControl', '文件上传控制', record({ serial: called('应答流水号', u16), command: called('上传控制', coded(1, { 0: '暂停', 1: '继续', 2: '取消' })) })),
} as const
