import { utcTime } from '../layout/bcd.ts'
import { bytes } from '../layout/bytes.ts'
import { fitting } from '../layout/fitting.ts'
import { byVersion, counted } from '../layout/list.ts'
import { coded, flags, u16, u8 } from '../layout/number.ts'
import { called, calledWhen, oneOf, record, since } from '../layout/record.ts'
import { countedText, restText, text } from '../layout/text.ts'
import type { Version } from '../version.ts'
import { message, nothing } from './message.ts'

/** What an answer says of the message that it answers (结果). */
export const RESULTS = { 0: '成功', 1: '失败', 2: '消息有误', 3: '不支持', 4: '报警处理确认' } as const
const REGISTRATION_RESULTS = { 0: '成功', 1: '车辆已被注册', 2: '数据库中无该车辆', 3: '终端已被注册', 4: '数据库中无该终端' }
/** JT/T 415 / JT/T 697.7: the colour of the plate; 0 is a vehicle that has none yet. */
const PLATE_COLOURS = { 0: '未上牌', 1: '蓝色', 2: '黄色', 3: '黑色', 4: '白色', 5: '绿色', 9: '其他', 91: '农黄色', 92: '农绿色', 93: '黄绿色', 94: '渐变绿色' }
const GNSS = { 0: 'GPS', 1: '北斗', 2: 'GLONASS', 3: 'Galileo' }

const answer = record({
  serial: called('应答流水号', u16),
  messageId: called('应答消息 ID', u16),
  result: called('结果', coded(1, RESULTS)),
})

/**
 * Who the terminal is and in which vehicle it sits. The three editions differ in the lengths of maker, model and terminal id:
 * 5, 8, 7 in 2011; 5, 20, 7 in 2013; 11, 30, 30 in 2019. Without a plate colour the plate is the vehicle's VIN.
 */
const registration = record({
  province: called('省域 ID', u16),
  city: called('市县域 ID', u16),
  maker: called('制造商 ID', byVersion((version) => text(version === 2019 ? 11 : 5))),
  model: called('终端型号', byVersion((version) => text({ 2011: 8, 2013: 20, 2019: 30 }[version]))),
  terminalId: called('终端 ID', byVersion((version) => text(version === 2019 ? 30 : 7))),
  plateColour: called('车牌颜色', coded(1, PLATE_COLOURS)),
  plate: called('车辆标识', restText),
})

/** Before 2019 the code is the whole body; in 2019 it is counted, and IMEI and version of the software follow. */
const authentication = record({
  code: called('鉴权码', byVersion((version) => (version === 2019 ? countedText(u8) : restText))),
  imei: calledWhen('终端 IMEI', since(2019), text(15)),
  softwareVersion: calledWhen('软件版本号', since(2019), text(20)),
})

/** Which parts of a message shall be sent again; their number has one byte before 2019 and two from then on. */
const missingParts = record({
  serial: called('原始消息流水号', u16),
  indexes: called('重传包 ID 列表', byVersion((version) => counted(version === 2019 ? u16 : u8, u16))),
})

/** What the terminal is made of (终端属性). The maker has five bytes in 2019 too, but terminals exist that send eleven as in the registration. */
const attributesOf = (version: Version, makerBytes: number) =>
  record({
    type: called('终端类型', flags(2, { 0: '适用客运车辆', 1: '适用危险品车辆', 2: '适用普通货运车辆', 3: '适用出租车辆', 6: '支持硬盘录像', 7: '分体机', 8: '适用挂车' })),
    maker: called('制造商 ID', text(makerBytes)),
    model: called('终端型号', text(version === 2019 ? 30 : 20)),
    terminalId: called('终端 ID', text(version === 2019 ? 30 : 7)),
    iccid: called('SIM 卡 ICCID', bytes(10)),
    hardwareVersion: called('硬件版本号', countedText(u8)),
    firmwareVersion: called('固件版本号', countedText(u8)),
    gnss: called('GNSS 模块属性', flags(1, GNSS)),
    communication: called('通信模块属性', flags(1, { 0: 'GPRS', 1: 'CDMA', 2: 'TD-SCDMA', 3: 'WCDMA', 4: 'CDMA2000', 5: 'TD-LTE', 7: '其他' })),
  })
const terminalAttributes = fitting([attributesOf(2019, 5), attributesOf(2019, 11), attributesOf(2013, 5)], (version) => attributesOf(version, 5))

/**
 * How a terminal comes, stays and goes (注册、鉴权、心跳、注销), and the answers that serve every message: JT/T 808, messages 0x0001
 * to 0x0107 and 0x8001 to 0x8107. 0x8003 asks the terminal for parts that are missing, 0x0005 (2019) asks the platform.
 */
export const SESSION = {
  terminalAnswer: message(0x0001, 'terminalAnswer', '终端通用应答', answer),
  platformAnswer: message(0x8001, 'platformAnswer', '平台通用应答', answer),
  heartbeat: message(0x0002, 'heartbeat', '终端心跳', nothing),
  logout: message(0x0003, 'logout', '终端注销', nothing),
  serverTimeQuery: message(0x0004, 'serverTimeQuery', '查询服务器时间', nothing),
  serverTime: message(0x8004, 'serverTime', '查询服务器时间应答', record({ atMs: called('服务器时间', utcTime) })),
  platformMissingParts: message(0x8003, 'platformMissingParts', '服务器补传分包请求', missingParts),
  terminalMissingParts: message(0x0005, 'terminalMissingParts', '终端补传分包请求', missingParts),
  registration: message(0x0100, 'registration', '终端注册', registration),
  registrationAnswer: message(
    0x8100,
    'registrationAnswer',
    '终端注册应答',
    record({ serial: called('应答流水号', u16), result: called('结果', coded(1, REGISTRATION_RESULTS)), code: calledWhen('鉴权码', oneOf('result', 0), restText) }),
  ),
  authentication: message(0x0102, 'authentication', '终端鉴权', authentication),
  attributesQuery: message(0x8107, 'attributesQuery', '查询终端属性', nothing),
  attributes: message(0x0107, 'attributes', '查询终端属性应答', terminalAttributes),
  linkCheck: message(0x8204, 'linkCheck', '链路检测', nothing),
  publicKey: message(0x8a00, 'publicKey', '平台 RSA 公钥', record({ exponent: called('公钥 e', bytes(4)), modulus: called('公钥 n', bytes(128)) })),
  terminalPublicKey: message(0x0a00, 'terminalPublicKey', '终端 RSA 公钥', record({ exponent: called('公钥 e', bytes(4)), modulus: called('公钥 n', bytes(128)) })),
} as const
