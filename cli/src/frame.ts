import { gbkText, type TextCodec } from '@zhunsheng/jt808/bytes/text.ts'
import { describeValue, labelOf, type Said } from '@zhunsheng/jt808/describe.ts'
import { FAULT_WORDS, type Fault } from '@zhunsheng/jt808/fault.ts'
import { openAssembly } from '@zhunsheng/jt808/frame/assembly.ts'
import { FRAME_FAULT_WORDS, readDatagram, type Frame } from '@zhunsheng/jt808/frame/frame-reader.ts'
import { versionOf, type Header } from '@zhunsheng/jt808/frame/header.ts'
import type { Location } from '@zhunsheng/jt808/location/location.ts'
import { decodeMessage, type Decoded } from '@zhunsheng/jt808/message.ts'
import { findMessage } from '@zhunsheng/jt808/messages/catalogue.ts'
import { readSafetyAlarm, SAFETY_ITEMS } from '@zhunsheng/jt808/safety/alarm.ts'
import type { Version } from '@zhunsheng/jt808/version.ts'

/** What a reading ended with: 0 all right, 1 something wrong, 2 not understood. */
type ExitCode = 0 | 1 | 2
type Say = (line: string) => void

export interface FrameQuestion {
  /** Hexadecimal, with or without spaces. */
  readonly hex: string
  /** What a terminal speaks whose head does not say 2019. */
  readonly before2019: string
}

/** Reads frames of a truck's terminal (终端报文), and says in Chinese what they say and what is wrong with them. */
export function readFrames({ hex, before2019 }: FrameQuestion, say: Say): ExitCode {
  const digits = hex.replaceAll(/\s|^0x/gi, '')
  if (digits === '' || digits.length % 2 !== 0 || /[^0-9a-f]/i.test(digits)) {
    say('报文应写作十六进制，每个字节两位，例如 7e0002000001380013800000009e7e')
    return 2
  }
  if (before2019 !== '2011' && before2019 !== '2013') {
    say(`「${before2019}」不是版本：2019 版由消息头写明，其余的可以是 2011 或者 2013`)
    return 2
  }
  const edition = before2019 === '2011' ? 2011 : 2013
  const decoder = new TextDecoder('gbk')
  const text = gbkText((bytes) => decoder.decode(bytes))
  const assembly = openAssembly()
  let code: ExitCode = 0
  for (const [index, heard] of readDatagram(Uint8Array.from(Buffer.from(digits, 'hex'))).entries()) {
    if (heard.kind === 'broken') {
      say(`第 ${index + 1} 段：${FRAME_FAULT_WORDS[heard.code]}（${heard.size} 字节，开头为 ${Buffer.from(heard.start.subarray(0, 12)).toString('hex')}）`)
      code = 1
      continue
    }
    say(`第 ${index + 1} 段：${headText(heard)}`)
    const whole = assembly.accept(heard, 0)
    if (whole.kind !== 'whole') {
      say('  须与其余分包合并后才能解析')
      continue
    }
    if (whole.header.encryption !== 0) {
      say('  消息体已加密，不能解析')
      continue
    }
    const decoded = decodeMessage(whole.header.id, whole.body, { version: versionOf(heard.header, edition), text })
    if (!sayBody(whole.header, whole.body, decoded, say)) code = 1
    const alarms = decoded.ok && decoded.message.name === 'location' ? safetyLines(decoded.message.body, text) : []
    for (const line of alarms) say(line)
  }
  return code
}

/** The active-safety items of a report, which the standard of the report does not have. */
function safetyLines({ others }: Location, text: TextCodec): readonly string[] {
  return others.flatMap((item) => {
    const read = readSafetyAlarm(item, text)
    if (read === undefined) return []
    if (!read.ok) return [`  附加信息 0x${item.id.toString(16)}：${FAULT_WORDS[read.fault.code]}`]
    const { label, layout } = SAFETY_ITEMS[read.id]
    return [`  ${label}：`, ...lined(describeValue(layout[read.alarm.dialect].form, read.alarm, 2019), 2)]
  })
}

function headText({ header, body }: Frame): string {
  const { id, is2019, phone, serial, part } = header
  const name = findMessage(id)?.label ?? '未收录的消息'
  const parts = part === undefined ? '' : `，分包 ${part.index}/${part.total}`
  return `${name}（0x${id.toString(16).padStart(4, '0')}），${is2019 ? '2019 版' : '2019 年以前的版本'}，终端 ${phone}，流水号 ${serial}，消息体 ${body.length} 字节${parts}`
}

/** Says a body, and whether it was right. */
function sayBody({ id }: Header, body: Uint8Array, decoded: Decoded, say: Say): boolean {
  const definition = findMessage(id)
  if (definition === undefined) {
    say(`  内容：${Buffer.from(body).toString('hex')}`)
    return true
  }
  if (!decoded.ok) {
    say(`  消息体有误：${faultText(definition.layout.form, decoded.fault, decoded.version)}`)
    return false
  }
  for (const line of lined(describeValue(definition.layout.form, decoded.message.body, decoded.version), 1)) say(line)
  const refused = decoded.message.name === 'locationBatch' ? decoded.message.body.refused : []
  for (const { index, code } of refused) say(`  第 ${index + 1} 项汇报有误：${FAULT_WORDS[code]}`)
  if (decoded.unread > 0) say(`  另有 ${decoded.unread} 个字节没有对应的字段`)
  return refused.length === 0
}

type Form = Parameters<typeof labelOf>[0]
const faultText = (form: Form, { code, field, at }: Fault, version: Version): string =>
  `${field === '' ? '' : `${labelOf(form, field, version)}，`}第 ${at + 1} 个字节处${FAULT_WORDS[code]}`

const lined = (said: readonly Said[], depth: number): readonly string[] => said.map((one) => `${'  '.repeat(depth + one.depth)}${one.label}：${one.says}`)
