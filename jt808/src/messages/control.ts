import { countedBytes } from '../layout/bytes.ts'
import { byVersion } from '../layout/list.ts'
import { coded, flags, u16, u32, u8 } from '../layout/number.ts'
import { called, calledWhen, record, since } from '../layout/record.ts'
import { countedText, restText, text } from '../layout/text.ts'
import { location } from '../location/layout.ts'
import { message } from './message.ts'

const COMMANDS = { 1: '无线升级', 2: '控制终端连接指定服务器', 3: '终端关机', 4: '终端复位', 5: '终端恢复出厂设置', 6: '关闭数据通信', 7: '关闭所有无线通信' }
/** Bits of a text: where it appears. In 2019 the lowest two bits are one number: 1 service, 2 urgent, 3 notice. */
const TEXT_BITS = { 0: '紧急', 2: '终端显示器显示', 3: '终端语音播读', 4: '广告屏显示', 5: 'CAN 故障码信息' }

/** Commands and texts to a terminal (终端控制、文本信息、车辆控制、升级): JT/T 808, messages 0x8105, 0x8108, 0x8300, 0x8500 and their answers. */
export const CONTROL = {
  control: message(0x8105, 'control', '终端控制', record({ command: called('命令字', coded(1, COMMANDS)), parameters: called('命令参数（以分号隔开）', restText) })),
  text: message(0x8300, 'text', '文本信息下发', record({ flags: called('标志', flags(1, TEXT_BITS)), type: calledWhen('文本类型', since(2019), coded(1, { 1: '通知', 2: '服务' })), text: called('文本信息', restText) })),
  callBack: message(0x8400, 'callBack', '电话回拨', record({ listen: called('标志', coded(1, { 0: '普通通话', 1: '监听' })), phone: called('电话号码', restText) })),
  vehicleControl: message(
    0x8500,
    'vehicleControl',
    '车辆控制',
    record({ type: calledWhen('控制类型', since(2019), coded(2, { 1: '车门加锁' })), value: called('控制标志', coded(1, { 0: '车门解锁', 1: '车门加锁' })) }),
  ),
  vehicleControlAnswer: message(0x0500, 'vehicleControlAnswer', '车辆控制应答', record({ serial: called('应答流水号', u16), location: called('位置信息汇报', location) })),
  upgrade: message(
    0x8108,
    'upgrade',
    '下发终端升级包',
    record({ type: called('升级类型', coded(1, { 0: '终端', 12: '道路运输证 IC 卡读卡器', 52: '卫星定位模块' })), maker: called('制造商 ID', byVersion((version) => text(version === 2019 ? 11 : 5))), version: called('终端固件版本号', countedText(u8)), data: called('升级数据包', countedBytes(u32)) }),
  ),
  upgradeResult: message(0x0108, 'upgradeResult', '终端升级结果通知', record({ type: called('升级类型', coded(1, { 0: '终端', 12: '道路运输证 IC 卡读卡器', 52: '卫星定位模块' })), result: called('升级结果', coded(1, { 0: '成功', 1: '失败', 2: '取消' })) })),
} as const
