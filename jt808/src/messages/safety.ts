import { fitting } from '../layout/fitting.ts'
import type { Layout } from '../layout/layout.ts'
import { counted, reserved } from '../layout/list.ts'
import { coded, measured, u16, u32, u8 } from '../layout/number.ts'
import { called, record } from '../layout/record.ts'
import { countedText, text } from '../layout/text.ts'
import type { Version } from '../version.ts'
import { alarmIdentity, DIALECTS, IDENTITY_TERMINAL_BYTES, type Dialect } from '../safety/identity.ts'
import { message } from './message.ts'

const FILE_TYPES = { 0: '图片', 1: '音频', 2: '视频', 3: '文本', 4: '其他' }
const file = record({ name: called('文件名称', countedText(u8)), bytes: called('文件大小', measured(4, '字节')) })
const alarmNumber = called('报警编号', text(32))

/** Both dialects are in use in every edition, and nothing but the length of a message tells them apart. */
const usual = (version: Version): Dialect => (version === 2019 ? 'guangdong' : 'jiangsu')
const inDialect = <T>(of: (dialect: Dialect) => Layout<T>): Layout<T> => fitting(DIALECTS.map(of), (version) => of(usual(version)))

const attachmentOrder = (dialect: Dialect) =>
  record({
    host: called('附件服务器地址', countedText(u8)),
    tcpPort: called('TCP 端口', u16),
    udpPort: called('UDP 端口', u16),
    identity: called('报警标识号', alarmIdentity(dialect)),
    alarmNumber,
    reserved: called('预留', reserved(16)),
  })
const attachments = (dialect: Dialect) =>
  record({
    terminalId: called('终端 ID', text(IDENTITY_TERMINAL_BYTES[dialect])),
    identity: called('报警标识号', alarmIdentity(dialect)),
    alarmNumber,
    type: called('信息类型', coded(1, { 0: '正常报警文件信息', 1: '补传报警文件信息' })),
    files: called('附件信息列表', counted(u8, file)),
  })
const upload = record({ name: called('文件名称', countedText(u8)), type: called('文件类型', coded(1, FILE_TYPES)), bytes: called('文件大小', measured(4, '字节')) })
const uploadAnswer = record({
  name: called('文件名称', countedText(u8)),
  type: called('文件类型', coded(1, FILE_TYPES)),
  result: called('上传结果', coded(1, { 0: '完成', 1: '需要补传' })),
  missing: called('补传数据包列表', counted(u8, record({ offset: called('数据偏移量', u32), length: called('数据长度', u32) }))),
})

/**
 * Files of active-safety alarms (主动安全报警附件): T/JSATL 12-2017 (苏标), and DB44/T 2246-2020 (粤标) where terminal ids are longer;
 * messages 0x9208 to the terminal, 0x1210 to 0x1212 and 0x9212 with the server of the files.
 */
export const SAFETY = {
  attachmentOrder: message(0x9208, 'attachmentOrder', '报警附件上传指令', inDialect(attachmentOrder)),
  attachments: message(0x1210, 'attachments', '报警附件信息消息', inDialect(attachments)),
  fileBegins: message(0x1211, 'fileBegins', '文件信息上传', upload),
  fileDone: message(0x1212, 'fileDone', '文件上传完成消息', upload),
  fileAnswer: message(0x9212, 'fileAnswer', '文件上传完成消息应答', uploadAnswer),
} as const
