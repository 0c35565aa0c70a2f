/** Whether an alarm begins, goes on or is over (标志状态). */
export const FLAG_STATES = { 0: '不可用', 1: '开始标志', 2: '结束标志' } as const
/** What the road shows (ADAS), item 0x64 of T/JSATL 12-2017; 18 and 19 are of DB44/T 2246-2020. */
export const ROAD_TYPES = { 1: '前向碰撞报警', 2: '车道偏离报警', 3: '车距过近报警', 4: '行人碰撞报警', 5: '频繁变道报警', 6: '道路标识超限报警', 7: '障碍物报警', 16: '道路标志识别事件', 17: '主动抓拍事件', 18: '实线变道报警', 19: '车厢过道行人检测报警' } as const
/** What the driver does (DSM), item 0x65; 6 to 13 are of DB44/T 2246-2020. */
export const DRIVER_TYPES = { 1: '疲劳驾驶报警', 2: '接打电话报警', 3: '抽烟报警', 4: '分神驾驶报警', 5: '驾驶员异常报警', 6: '探头遮挡报警', 8: '超时驾驶报警', 10: '未系安全带报警', 11: '红外阻断型墨镜失效报警', 12: '双手同时脱离方向盘报警', 13: '玩手机报警', 16: '自动抓拍事件', 17: '驾驶员变更事件' } as const
/** Tyres (TPMS), item 0x66, a bit each. */
export const TYRE_BITS = { 0: '胎压（定时上报）', 1: '胎压过高', 2: '胎压过低', 3: '胎温过高', 4: '传感器异常', 5: '胎压不平衡', 6: '慢漏气', 7: '电池电量低' } as const
/** Who comes near (BSD), item 0x67. */
export const BLIND_SPOT_TYPES = { 1: '后方接近报警', 2: '左侧后方接近报警', 3: '右侧后方接近报警' } as const
/** What the vehicle did when the alarm was given (车辆状态). */
export const VEHICLE_STATE_BITS = { 0: 'ACC 开', 1: '左转', 2: '右转', 3: '雨刮器开', 4: '制动', 5: '插卡', 10: '已定位' } as const
