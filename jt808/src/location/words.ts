/** Bits of the alarm word (报警标志) of a location report, JT/T 808-2019, message 0x0200; bits 15 to 17 are new in 2019, 31 ended with it. */
export const ALARM_BITS = {
  0: '紧急报警', 1: '超速报警', 2: '疲劳驾驶', 3: '危险驾驶行为', 4: 'GNSS 模块故障', 5: 'GNSS 天线未接或者被剪断', 6: 'GNSS 天线短路', 7: '主电源欠压',
  8: '主电源掉电', 9: '显示器故障', 10: '语音模块故障', 11: '摄像头故障', 12: '道路运输证 IC 卡模块故障', 13: '超速预警', 14: '疲劳驾驶预警', 15: '违规行驶',
  16: '胎压预警', 17: '右转盲区异常', 18: '当天累计驾驶超时', 19: '超时停车', 20: '进出区域', 21: '进出路线', 22: '路段行驶时间不足或者过长', 23: '路线偏离',
  24: '车辆 VSS 故障', 25: '油量异常', 26: '车辆被盗', 27: '非法点火', 28: '非法位移', 29: '碰撞或者侧翻', 30: '侧翻预警', 31: '非法开门',
} as const

/** Bits of the status word (状态) of a location report that are set or not; the load has two bits, see `loadOf`. */
export const STATUS_BITS = {
  0: 'ACC 开', 1: '已定位', 2: '南纬', 3: '西经', 4: '停运', 5: '经纬度已加密', 6: '前撞预警', 7: '车道偏移预警', 8: '载重（低位）', 9: '载重（高位）', 10: '油路断开', 11: '电路断开', 12: '车门加锁',
  13: '前门开', 14: '中门开', 15: '后门开', 16: '驾驶席门开', 17: '自定义门开', 18: '使用 GPS', 19: '使用北斗', 20: '使用 GLONASS', 21: '使用 Galileo', 22: '行驶中',
} as const

/** Bits of the vehicle signals (车辆信号状态), item 0x25. */
export const SIGNAL_BITS = {
  0: '近光灯', 1: '远光灯', 2: '右转向灯', 3: '左转向灯', 4: '制动', 5: '倒挡', 6: '雾灯', 7: '示廓灯', 8: '喇叭', 9: '空调', 10: '空挡', 11: '缓速器工作', 12: 'ABS 工作', 13: '加热器工作', 14: '离合器',
} as const

/** Bits of the alarms about video (视频相关报警), item 0x14 of JT/T 1078. */
export const VIDEO_ALARM_BITS = { 0: '视频信号丢失', 1: '视频信号遮挡', 2: '存储单元故障', 3: '其他视频设备故障', 4: '客车超员', 5: '异常驾驶行为', 6: '特殊报警录像达到存储阈值' } as const

/** Bits of unusual driving (异常驾驶行为), item 0x18 of JT/T 1078. */
export const BEHAVIOUR_BITS = { 0: '疲劳', 1: '打电话', 2: '抽烟' } as const

/** What an area alarm is about (位置类型), items 0x11 and 0x12. */
export const AREA_TYPES = { 0: '无特定位置', 1: '圆形区域', 2: '矩形区域', 3: '多边形区域', 4: '路段' } as const

/** How full the vehicle is (载重), bits 8 and 9 of the status word. */
export const LOADS = { 0: '空车', 1: '半载', 2: '保留', 3: '满载' } as const
/** The load that a status word tells, a key of `LOADS`. */
export const loadOf = (status: number): 0 | 1 | 2 | 3 => {
  const [low, high] = [(status >>> 8) & 1, (status >>> 9) & 1]
  return high === 1 ? (low === 1 ? 3 : 2) : low === 1 ? 1 : 0
}

/** Whether the position was fixed by satellites (定位), bit 1. Without it the coordinates are those of the last fix, or zero. */
export const isFixed = (status: number): boolean => (status & 2) !== 0
/** Whether the ignition is on (ACC 开), bit 0. */
export const isIgnitionOn = (status: number): boolean => (status & 1) !== 0
