/**
 * What can be wrong with a message (消息有误). When reading: it ends before its fields do, or a field holds what it may not. When
 * writing: a value does not fit the field, a text has characters that GBK lacks, a field is missing or is not of this version.
 */
export type FaultCode = 'too-short' | 'not-bcd' | 'not-a-time' | 'not-a-day' | 'not-a-position' | 'out-of-range' | 'too-long' | 'not-in-gbk' | 'missing' | 'unexpected'

/** One thing that is wrong: in which field, such as `areas.2.name`, and at which byte of the body. */
export interface Fault {
  readonly code: FaultCode
  readonly field: string
  readonly at: number
}

/** The same fault, told from one level further out. */
export const inside = (key: string, fault: Fault): Fault => ({ ...fault, field: fault.field === '' ? key : `${key}.${fault.field}` })

/** Each fault in a sentence for people. */
export const FAULT_WORDS: Readonly<Record<FaultCode, string>> = {
  'too-short': '消息体在此处提前结束',
  'not-bcd': '不是 BCD 码（含有十六进制字母）',
  'not-a-time': '不是真实存在的时间',
  'not-a-day': '不是真实存在的日期',
  'not-a-position': '经纬度超出范围',
  'out-of-range': '数值超出该字段能够表示的范围',
  'too-long': '内容超过该字段的长度',
  'not-in-gbk': '含有 GBK 没有的字符',
  missing: '缺少该字段',
  unexpected: '该版本或者该属性下没有这个字段',
}
