import { countedBytes, restBytes } from '../layout/bytes.ts'
import { coded, u32 } from '../layout/number.ts'
import { called, record } from '../layout/record.ts'
import { message } from './message.ts'

/** What the data is for (透传消息类型); 0xF0 to 0xFF are free for users. */
const TYPES = { 0x00: 'GNSS 模块详细定位数据', 0x0b: '道路运输证 IC 卡信息', 0x41: '串口 1 透传', 0x42: '串口 2 透传', 0xf7: '外设状态信息', 0xf8: '外设传感器的基本信息' }
const passed = record({ type: called('透传消息类型', coded(1, TYPES)), data: called('透传消息内容', restBytes) })

/** Data that only passes through (透传、电子运单、数据压缩): JT/T 808, messages 0x0900, 0x8900, 0x0701, 0x0901. */
export const TRANSPARENT = {
  passedUp: message(0x0900, 'passedUp', '数据上行透传', passed),
  passedDown: message(0x8900, 'passedDown', '数据下行透传', passed),
  waybill: message(0x0701, 'waybill', '电子运单上报', record({ content: called('电子运单内容', countedBytes(u32)) })),
  compressed: message(0x0901, 'compressed', '数据压缩上报', record({ data: called('压缩消息体', countedBytes(u32)) })),
} as const
