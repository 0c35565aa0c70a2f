import { dayOrNone, time } from '../layout/bcd.ts'
import type { Layout } from '../layout/layout.ts'
import { byVersion } from '../layout/list.ts'
import { coded, u8 } from '../layout/number.ts'
import { allOf, called, calledWhen, oneOf, record, since } from '../layout/record.ts'
import { countedText, text } from '../layout/text.ts'
import { message, nothing } from './message.ts'

/** The driver's card, as much of it as the edition and the card tell. */
export interface DriverCard {
  /** 1 the card was put in, 2 taken out. From 2013 on. */
  readonly status?: number
  readonly atMs?: number
  /** 0 it was read; otherwise nothing follows. */
  readonly cardResult?: number
  readonly name?: string
  /** The certificate of professional qualification (从业资格证编码). */
  readonly licence?: string
  readonly issuer?: string
  /** Written 2021-03-01. */
  readonly validUntil?: string | undefined
  /** In 2011 and 2019. */
  readonly idNumber?: string
}

const [INSERTED, READ] = [1, 0]
const inserted = oneOf('status', INSERTED)
/** Who drives is told only where the card was put in and could be read. */
const wasRead = allOf(inserted, oneOf('cardResult', READ))

const before2013: Layout<DriverCard> = record({
  name: called('驾驶员姓名', countedText(u8)),
  idNumber: called('身份证编码', text(20)),
  licence: called('从业资格证编码', text(40)),
  issuer: called('发证机构名称', countedText(u8)),
})
const from2013: Layout<DriverCard> = record({
  status: called('状态', coded(1, { 1: '插卡，驾驶员上班', 2: '拔卡，驾驶员下班' })),
  atMs: called('插卡或者拔卡时间', time),
  cardResult: calledWhen('IC 卡读取结果', inserted, coded(1, { 0: '读卡成功', 1: '卡片密钥认证未通过', 2: '卡片已被锁定', 3: '卡片被拔出', 4: '数据校验错误' })),
  name: calledWhen('驾驶员姓名', wasRead, countedText(u8)),
  licence: calledWhen('从业资格证编码', wasRead, text(20)),
  issuer: calledWhen('发证机构名称', wasRead, countedText(u8)),
  validUntil: calledWhen('证件有效期', wasRead, dayOrNone),
  idNumber: calledWhen('驾驶员身份证号', allOf(since(2019), wasRead), text(20)),
})
const driverCard = byVersion((version) => (version === 2011 ? before2013 : from2013))

/** Who drives (驾驶员): JT/T 808, messages 0x0702 and 0x8702. */
export const DRIVER = {
  driverCard: message(0x0702, 'driverCard', '驾驶员身份信息采集上报', driverCard),
  driverQuery: message(0x8702, 'driverQuery', '上报驾驶员身份信息请求', nothing),
} as const
