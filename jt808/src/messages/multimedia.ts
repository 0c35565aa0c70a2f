import { restBytes } from '../layout/bytes.ts'
import { time } from '../layout/bcd.ts'
import { counted, orNothing } from '../layout/list.ts'
import { coded, measured, u16, u32, u8 } from '../layout/number.ts'
import { called, calledWhen, oneOf, record, since } from '../layout/record.ts'
import { locationBasic } from '../location/layout.ts'
import { message } from './message.ts'

const MEDIA = { 0: '图像', 1: '音频', 2: '视频' }
const FORMATS = { 0: 'JPEG', 1: 'TIF', 2: 'MP3', 3: 'WAV', 4: 'WMV' }
/** Why it was taken; 4 to 7 are new in 2013 and 2019. */
const EVENTS = { 0: '平台下发指令', 1: '定时动作', 2: '抢劫报警触发', 3: '碰撞侧翻报警触发', 4: '门开拍照', 5: '门关拍照', 6: '车门由开变关，时速由小于 20 公里变为超过 20 公里', 7: '定距拍照' }

const head = {
  mediaId: called('多媒体 ID', u32),
  type: called('多媒体类型', coded(1, MEDIA)),
  format: called('多媒体格式编码', coded(1, FORMATS)),
  event: called('事件项编码', coded(1, EVENTS)),
  channel: called('通道 ID', u8),
}
/** A picture or a sound itself; where it was taken is told from 2013 on. */
const media = record({ ...head, location: calledWhen('位置基本信息', since(2013), locationBasic), data: called('多媒体数据包', restBytes) })

const order = record({
  channel: called('通道 ID', u8),
  command: called('拍摄命令（0 停止，65535 录像，其他为张数）', u16),
  everySeconds: called('拍照间隔或者录像时间', measured(2, '秒')),
  save: called('保存标志', coded(1, { 0: '实时上传', 1: '保存' })),
  resolution: called('分辨率', coded(1, { 0: '最低分辨率', 1: '320×240', 2: '640×480', 3: '800×600', 4: '1024×768', 5: '176×144', 6: '352×288', 7: '704×288', 8: '704×576', 255: '最高分辨率' })),
  quality: called('图像或者视频质量', u8),
  brightness: called('亮度', u8),
  contrast: called('对比度', u8),
  saturation: called('饱和度', u8),
  chroma: called('色度', u8),
})
const orderAnswer = record({
  serial: called('应答流水号', u16),
  result: called('结果', coded(1, { 0: '成功', 1: '失败', 2: '通道不支持' })),
  mediaIds: calledWhen('多媒体 ID 列表', oneOf('result', 0), orNothing(counted(u16, u32))),
})

/** What is stored in the terminal, by kind, channel, cause and time. */
const search = { type: called('多媒体类型', coded(1, MEDIA)), channel: called('通道 ID（0 为所有）', u8), event: called('事件项编码', coded(1, EVENTS)) }
const span = { fromMs: called('起始时间', time), untilMs: called('结束时间', time) }
const found = record({ mediaId: calledWhen('多媒体 ID', since(2013), u32), type: search.type, channel: called('通道 ID', u8), event: search.event, location: called('位置基本信息', locationBasic) })

/** Pictures, sounds and films (多媒体): JT/T 808, messages 0x0800 to 0x0805 and 0x8800 to 0x8805. */
export const MULTIMEDIA = {
  mediaEvent: message(0x0800, 'mediaEvent', '多媒体事件信息上传', record(head)),
  media: message(0x0801, 'media', '多媒体数据上传', media),
  mediaAnswer: message(0x8800, 'mediaAnswer', '多媒体数据上传应答', record({ mediaId: called('多媒体 ID', u32), missing: called('重传包 ID 列表', orNothing(counted(u8, u16))) })),
  cameraOrder: message(0x8801, 'cameraOrder', '摄像头立即拍摄命令', order),
  cameraAnswer: message(0x0805, 'cameraAnswer', '摄像头立即拍摄命令应答', orderAnswer),
  mediaSearch: message(0x8802, 'mediaSearch', '存储多媒体数据检索', record({ ...search, ...span })),
  mediaFound: message(0x0802, 'mediaFound', '存储多媒体数据检索应答', record({ serial: called('应答流水号', u16), items: called('检索项', counted(u16, found)) })),
  mediaUploadOrder: message(0x8803, 'mediaUploadOrder', '存储多媒体数据上传命令', record({ ...search, ...span, remove: called('删除标志', coded(1, { 0: '保留', 1: '删除' })) })),
  recordingOrder: message(0x8804, 'recordingOrder', '录音开始命令', record({ command: called('录音命令', coded(1, { 0: '停止录音', 1: '开始录音' })), forSeconds: called('录音时间', measured(2, '秒')), save: called('保存标志', coded(1, { 0: '实时上传', 1: '保存' })), rate: called('音频采样率', coded(1, { 0: '8K', 1: '11K', 2: '23K', 3: '32K' })) })),
  mediaUploadOne: message(0x8805, 'mediaUploadOne', '单条存储多媒体数据检索上传命令', record({ mediaId: called('多媒体 ID', u32), remove: called('删除标志', coded(1, { 0: '保留', 1: '删除' })) })),
} as const
