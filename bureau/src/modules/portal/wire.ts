import { z } from 'zod'
import { AlarmRow, Rate } from '../tracking/wire.ts'

const ISO_DAY = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, '应为日期，写作 2021-03-01')
const line = (asked: string, most: number) => z.string({ error: `请填写${asked}` }).trim().min(1, `请填写${asked}`).max(most, `${asked}不超过 ${most} 字`)
const SHA = z.string().regex(/^[0-9a-f]{64}$/, '应为文件的 SHA-256')

/** A person of an enterprise who may come in (企业账号). */
export const ACCOUNT_STATES = { waiting: '待激活', active: '在用', ended: '已停用' } as const
export const Account = z.object({ id: z.string(), enterprise: z.string(), enterpriseName: z.string(), login: z.string(), name: z.string(), state: z.enum(['waiting', 'active', 'ended']), openedBy: z.string(), openedAt: z.string(), codeUntil: z.string().optional(), endedBy: z.string().optional(), endedReason: z.string().optional() })
export type Account = z.infer<typeof Account>
export const AccountList = z.object({ rows: z.array(Account), /** Alarms of each enterprise whose term for an answer is over. */ overdue: z.array(z.object({ enterprise: z.string(), name: z.string(), count: z.number() })), answerHours: z.number(), mayManage: z.boolean() })
export type AccountList = z.infer<typeof AccountList>
export const NewAccount = z.strictObject({
  enterprise: line('运输企业', 64),
  login: z.string({ error: '请填写用户名' }).trim().regex(/^[a-z][a-z0-9._-]{1,31}$/, '用户名为 2 至 32 位小写字母、数字或者 . _ -，以字母开头'),
  name: line('姓名', 50),
})
export type NewAccount = z.infer<typeof NewAccount>
/** Said once, and good once. */
export const ActivationCode = z.object({ account: Account, code: z.string(), until: z.string() })
export type ActivationCode = z.infer<typeof ActivationCode>
export const AccountEnding = z.strictObject({ reason: line('停用理由', 200) })
export const Activation = z.strictObject({ code: line('激活码', 40), password: z.string() })
export const PortalLogin = z.strictObject({ name: line('用户名', 64), password: z.string({ error: '请填写口令' }).min(1, '请填写口令').max(200) })
export const OwnPassword = z.strictObject({ old: z.string().min(1, '请填写原口令').max(200), password: z.string() })
export const PortalMe = z.object({ login: z.string(), name: z.string(), enterprise: z.string(), bureau: z.object({ name: z.string(), demo: z.boolean() }), today: z.string(), now: z.string() })
export type PortalMe = z.infer<typeof PortalMe>

/** From the bureau to one enterprise, or to all (通知). */
export const NewNotice = z.strictObject({ enterprise: z.string().max(64).optional(), title: line('标题', 100), text: line('内容', 2000) })
export type NewNotice = z.infer<typeof NewNotice>
export const Notice = z.object({ id: z.string(), title: z.string(), text: z.string(), at: z.string(), by: z.string(), to: z.string(), read: z.boolean(), readers: z.array(z.string()) })
export type Notice = z.infer<typeof Notice>
export const NoticeList = z.object({ rows: z.array(Notice) })
export type NoticeList = z.infer<typeof NoticeList>

/** A permit as its enterprise sees it. */
export const OwnPermit = z.object({ id: z.string(), number: z.string(), site: z.string(), disposal: z.string(), routes: z.array(z.string()), volume: z.number(), loaded: z.number(), from: z.string(), until: z.string(), hours: z.string().optional(), vehicles: z.array(z.string()), standing: z.enum(['early', 'valid', 'over']) })
export type OwnPermit = z.infer<typeof OwnPermit>
export const OwnVehicle = z.object({ id: z.string(), plate: z.string(), colour: z.string(), volume: z.number(), terminal: z.boolean(), permits: z.array(z.string()) })
export type OwnVehicle = z.infer<typeof OwnVehicle>
export const OwnRegister = z.object({ vehicles: z.array(OwnVehicle), permits: z.array(OwnPermit), drivers: z.array(z.object({ id: z.string(), name: z.string() })) })
export type OwnRegister = z.infer<typeof OwnRegister>

export const OwnAlarm = AlarmRow.extend({ /** The moment until which an answer is expected. */ answerBy: z.string(), isLate: z.boolean(), mayAnswer: z.boolean() })
export type OwnAlarm = z.infer<typeof OwnAlarm>
export const OwnAlarmPage = z.object({ total: z.number(), rows: z.array(OwnAlarm), waiting: z.number(), answerHours: z.number() })
export type OwnAlarmPage = z.infer<typeof OwnAlarmPage>
export const OwnAlarmView = OwnAlarm.extend({
  basis: z.array(z.string()),
  about: z.array(z.object({ name: z.string(), value: z.string() })),
  evidence: z.array(z.object({ atMs: z.number(), lat: z.number(), lon: z.number(), speedKmh: z.number() })),
  history: z.array(z.object({ seq: z.number(), kind: z.string(), title: z.string(), text: z.string(), who: z.string(), at: z.string(), own: z.boolean(), files: z.array(z.string()) })),
})
export type OwnAlarmView = z.infer<typeof OwnAlarmView>
export const OwnAlarmQuery = z.object({ waiting: z.enum(['yes', 'no']).optional(), page: z.coerce.number().int().min(1).default(1), size: z.coerce.number().int().min(1).max(100).default(20) })
/** What the enterprise says to an alarm: what happened, what it did about it, and what shows that. */
export const NewAnswer = z.strictObject({ statement: line('情况说明', 300), measures: line('处理措施', 180), files: z.array(SHA).max(5, '附件最多五个').default([]), version: z.number().int().min(0) })
export type NewAnswer = z.infer<typeof NewAnswer>
export const OwnFile = z.object({ sha256: z.string(), name: z.string() })
export type OwnFile = z.infer<typeof OwnFile>

export const SpanQuery = z.object({ from: ISO_DAY, until: ISO_DAY })
/** Where the enterprise stands today. */
export const Overview = z.object({ from: z.string(), until: z.string(), target: z.number(), whole: Rate, vehicles: z.number(), permitsValid: z.number(), waiting: z.number(), late: z.number(), openManifests: z.number(), unread: z.number() })
export type Overview = z.infer<typeof Overview>
