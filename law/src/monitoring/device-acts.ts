import { apl } from '../article.ts'
import { choice, count, dayField, flag, optional, passage, text } from '../field.ts'
import { act, languageOf } from '../language.ts'

/** What a device is (设备种类). */
export const DEVICE_KINDS = { camera: '摄像设备', terminal: '车载终端', sensor: '传感监测设备' } as const
export type DeviceKind = keyof typeof DEVICE_KINDS

/** The rank of the instrument that permits the use: only the first two suffice (第四十一条第一款). */
export const BASIS_LEVELS = { law: '法律', regulation: '行政法规', lower: '地方性法规、规章或者其他文件' } as const
const PASSED = { passed: '通过', failed: '不通过' } as const
const REGISTER = '登记'
const REVIEW = '审核'
const SITE = '设置'
const USE = '使用'
const LEADERS = ['teamLeader', 'bureauLeader'] as const

/** What is recorded of a device (设备登记), each an entry with its day; nothing is edited. */
export const DEVICE_ACTS = {
  register: act('登记设备', {
    stage: REGISTER,
    by: LEADERS,
    basis: apl(41, 1),
    help: '设备从登记之时起才在册；登记以前的记录不得作为证据。',
    form: {
      kind: choice('设备种类', DEVICE_KINDS),
      name: text('设备名称', { max: 60 }),
      maker: text('生产单位'),
      model: text('型号'),
      measures: flag('用于测量（重量、噪声、速度等数值）', { help: '用于测量的，须有有效的检定或者校准证书' }),
    },
  }),
  permit: act('使用依据', {
    stage: REGISTER,
    by: LEADERS,
    basis: apl(41, 1),
    help: '利用监控设备收集违法事实，须有法律、行政法规的规定；地方性法规、规章、文件单独不够。',
    form: { instrument: text('法律、行政法规名称'), level: choice('效力位阶', BASIS_LEVELS), article: text('条款', { max: 60 }) },
  }),
  legalReview: act('法制审核', {
    stage: REVIEW,
    by: ['legalReviewer'],
    basis: apl(41, 1),
    help: '由法制审核人员审核设置、使用是否合法。',
    form: { result: choice('结论', PASSED), opinion: passage('审核意见') },
  }),
  technicalReview: act('技术审核', {
    stage: REVIEW,
    by: LEADERS,
    basis: apl(41, 1),
    help: '写明由谁审核：本机关技术人员或者受委托的机构。',
    form: { reviewer: text('审核人或者机构'), result: choice('结论', PASSED), opinion: passage('审核意见') },
  }),
  conform: act('符合标准', { stage: REVIEW, by: LEADERS, basis: apl(41, 1), help: '写明设备符合的国家标准或者行业标准。', form: { standard: text('标准编号和名称'), proof: text('证明材料（检验报告、认证证书编号）') } }),
  place: act('设置地点', {
    stage: SITE,
    by: LEADERS,
    basis: apl(41, 1),
    resets: ['sign', 'publish'],
    help: '移动地点的，标志和公布须重新登记。车载终端写明号牌。',
    form: {
      place: text('设置地点或者监控区域'),
      reason: passage('设置的合理性'),
      plate: optional(text('安装车辆号牌', { max: 10 })),
      position: optional(text('纬度、经度', { max: 40, help: '写作 29.50123, 106.51234' })),
    },
  }),
  sign: act('设置标志', { stage: SITE, by: LEADERS, basis: apl(41, 1), help: '现场有明显可见的标志。', form: { sign: passage('标志的样式和位置'), photo: optional(text('标志照片 SHA-256 摘要', { max: 64, format: 'hash' })) } }),
  publish: act('公布设置地点', { stage: SITE, by: LEADERS, basis: apl(41, 1), help: '向社会公布设置地点；登记后即在本系统的公示窗口公布。', form: { where: text('另外公布在何处（网站、公告）') } }),
  certify: act('检定、校准', {
    stage: USE,
    by: LEADERS,
    basis: apl(41, 1),
    help: '行为日期填写证书有效期的第一天；以证书记载的起止日期为准。',
    form: { what: choice('种类', { verification: '检定证书', calibration: '校准证书' }), number: text('证书编号', { max: 60 }), issuer: text('检定、校准机构'), until: dayField('有效期至') },
  }),
  start: act('投入使用', { stage: USE, by: LEADERS, basis: apl(41, 1), resets: ['stop'], help: '从登记之时起算在用。', form: { note: optional(passage('说明')) } }),
  stop: act('停止使用', { stage: USE, by: LEADERS, basis: apl(41, 1), resets: ['start'], help: '停用当日的记录不再作为证据。', form: { reason: passage('停用原因') } }),
  maintain: act('维护检查', { stage: USE, by: LEADERS, basis: apl(41, 2), help: '维护、保养、检测的情况；时钟误差以秒计。', form: { found: passage('检查情况'), drift: optional(count('时钟误差', '秒', { min: 0, max: 86_400 })) } }),
} as const

/** The words in which the register is read, typed by its acts. */
export const registerWords = languageOf(DEVICE_ACTS)
