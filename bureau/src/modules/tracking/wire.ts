import { z } from 'zod'
import { LINKS } from '@zhunsheng/trucks/compliance/link.ts'
import { WATCH_NAMES } from '@zhunsheng/trucks/watch/name.ts'
import { Kind } from '../trucks/wire.ts'

const MOMENT = z.iso.datetime({ offset: true, error: '应为带时区的时间，写作 2021-08-10T15:20:00+08:00' })
const ISO_DAY = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, '应为日期，写作 2021-03-01')
const ID = z.string().min(1).max(200)
const page = { page: z.coerce.number().int().min(1).default(1), size: z.coerce.number().int().min(1).max(500).default(20) }

/** Where a truck is in its round (车辆状态). */
export const PHASES = { empty: '空驶', loading: '装载', hauling: '运输', tipping: '倾倒' } as const
export const Phase = z.enum(['empty', 'loading', 'hauling', 'tipping'])
/** One truck on the live map: its last believed position. Signals that it does not have are missing. */
export const LiveTruck = z.object({
  truck: z.string(),
  plate: z.string(),
  enterprise: z.string(),
  lat: z.number(),
  lon: z.number(),
  speed: z.number(),
  /** Degrees clockwise from north. */
  heading: z.number(),
  at: z.string(),
  phase: Phase,
  cover: z.enum(['open', 'closed']).optional(),
  lift: z.enum(['up', 'down']).optional(),
  load: z.enum(['empty', 'part', 'full']).optional(),
  /** Alarms that are open now. */
  alarms: z.array(z.enum(WATCH_NAMES)),
})
export type LiveTruck = z.infer<typeof LiveTruck>
/** `now` is the server's clock, so that a screen can say how old a position is. */
export const Live = z.object({ now: z.string(), trucks: z.array(LiveTruck) })
export type Live = z.infer<typeof Live>

/** A track is the driver's personal data (个人信息保护法 第二十八条): whoever looks says why, and it is kept that he looked. */
export const TrackQuery = z.object({ truck: ID, from: MOMENT, until: MOMENT, reason: z.string({ error: '请填写查看事由' }).trim().min(2, '请填写查看事由').max(200) })
export type TrackQuery = z.infer<typeof TrackQuery>
export const TrackPoint = z.object({
  at: z.string(),
  lat: z.number(),
  lon: z.number(),
  speed: z.number(),
  heading: z.number(),
  cover: z.enum(['open', 'closed']).optional(),
  lift: z.enum(['up', 'down']).optional(),
  load: z.enum(['empty', 'part', 'full']).optional(),
  weightKg: z.number().optional(),
  /** Sent later, from the terminal's memory. */
  buffered: z.boolean().optional(),
  /** Why it was not believed; believed where this is missing. */
  held: z.string().optional(),
})
export type TrackPoint = z.infer<typeof TrackPoint>
export const Track = z.object({ truck: z.string(), plate: z.string(), points: z.array(TrackPoint), /** There were more: the span is too long. */ cut: z.boolean() })
export type Track = z.infer<typeof Track>
export const Look = z.object({ who: z.string(), at: z.string(), truck: z.string(), plate: z.string(), from: z.string(), until: z.string(), reason: z.string() })
export const LookPage = z.object({ total: z.number(), rows: z.array(Look), /** Days for which tracks are kept, and by which rule. */ keeping: z.object({ days: z.number(), source: z.string(), verified: z.boolean() }) })
export type LookPage = z.infer<typeof LookPage>
export const LookQuery = z.object({ search: z.string().max(100).optional(), ...page })

/** Where an alarm stands (预警状态). */
export const ALARM_STATES = { raised: '待处置', handled: '企业已处置', upheld: '复核属实', raisedEvent: '已转非现场执法', referred: '已告知主管部门', dismissed: '误报' } as const
export const AlarmState = z.enum(['raised', 'handled', 'upheld', 'raisedEvent', 'referred', 'dismissed'])
export type AlarmState = z.infer<typeof AlarmState>
/** Why an alarm was none (误报原因). */
export const DISMISSALS = { signal: '传感器或者终端故障', position: '定位漂移', register: '登记资料有误', allowed: '另有批准', other: '其他' } as const
/** What people do with an alarm. */
export const NewAlarmStep = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('handle'), text: z.string({ error: '请填写企业处置情况' }).trim().min(2, '请填写企业处置情况').max(500) }),
  z.strictObject({ kind: z.literal('uphold'), text: z.string().trim().max(500).default('') }),
  z.strictObject({ kind: z.literal('dismiss'), cause: z.enum(['signal', 'position', 'register', 'allowed', 'other'], '请选择误报原因'), text: z.string({ error: '请填写说明' }).trim().min(2, '请填写说明').max(500) }),
  /** Brings a reviewed alarm back to where it stood before the review. */
  z.strictObject({ kind: z.literal('reopen'), text: z.string({ error: '请填写理由' }).trim().min(2, '请填写理由').max(500) }),
  /** Hands an upheld alarm to electronic monitoring, as a record of the terminal that somebody must still review as evidence. */
  z.strictObject({ kind: z.literal('raise'), text: z.string().trim().max(500).default('') }),
  /** Tells whoever is competent, where the bureau is not. */
  z.strictObject({ kind: z.literal('refer'), text: z.string({ error: '请填写告知情况' }).trim().min(2, '请填写告知情况').max(500) }),
])
export type NewAlarmStep = z.infer<typeof NewAlarmStep>
export const STEP_TITLES = { handle: '企业处置', uphold: '复核属实', dismiss: '认定误报', reopen: '撤回复核', raise: '转非现场执法', refer: '告知主管部门' } as const satisfies Readonly<Record<NewAlarmStep['kind'], string>>
export const AlarmStep = z.object({ seq: z.number(), kind: z.enum(['handle', 'uphold', 'dismiss', 'reopen', 'raise', 'refer']), text: z.string(), cause: z.string().optional(), who: z.string(), at: z.string(), /** Of a step that the enterprise took itself: its name, and the digests of what it handed in. */ enterprise: z.string().optional(), files: z.array(z.string()).optional(), /** The record of electronic monitoring that it became. */ event: z.string().optional(), eventNumber: z.string().optional(), /** The evidence that went with it, by the digests of its files. */ records: z.array(z.string()) })
export type AlarmStep = z.infer<typeof AlarmStep>

const Proof = z.object({ atMs: z.number(), lat: z.number(), lon: z.number(), speedKmh: z.number(), cover: z.string().optional(), lift: z.string().optional(), load: z.string().optional(), weightKg: z.number().optional() })
export const AlarmRow = z.object({
  id: z.string(),
  watch: z.enum(WATCH_NAMES),
  title: z.string(),
  truck: z.string(),
  plate: z.string(),
  enterprise: z.string(),
  since: z.string(),
  /** Missing while it goes on. */
  until: z.string().optional(),
  state: AlarmState,
  /** The worst that was measured and the threshold, as people read them; missing where nothing is measured. */
  measured: z.string().optional(),
  threshold: z.string().optional(),
  trip: z.string().optional(),
  steps: z.number(),
})
export type AlarmRow = z.infer<typeof AlarmRow>
/** A record of the register by the version that stood then. */
export const Stood = z.object({ id: z.string(), kind: Kind, title: z.string(), version: z.number(), /** When that version was entered. */ at: z.string(), data: z.record(z.string(), z.unknown()) })
export type Stood = z.infer<typeof Stood>
export const AlarmView = AlarmRow.extend({
  source: z.string(),
  verified: z.boolean(),
  /** The articles in force on its day; empty where no article was found: then it is a lead for a look at the truck, no offence. */
  basis: z.array(z.object({ text: z.string(), verified: z.boolean(), competent: z.string().optional() })),
  evidence: z.array(Proof),
  about: z.array(z.object({ name: z.string(), value: z.string() })),
  /** The places and papers that it concerns, as the register stood when it was raised. */
  ground: z.array(Stood),
  raisedAt: z.string(),
  history: z.array(AlarmStep),
  /** What may be done with it now, by the person who asks. */
  may: z.array(z.enum(['handle', 'uphold', 'dismiss', 'reopen', 'raise', 'refer'])),
})
export type AlarmView = z.infer<typeof AlarmView>
export const AlarmQuery = z.object({
  search: z.string().max(100).optional(),
  watch: z.enum(WATCH_NAMES).optional(),
  state: AlarmState.optional(),
  /** Only those that go on. */
  open: z.enum(['yes', 'no']).optional(),
  truck: ID.optional(),
  enterprise: ID.optional(),
  trip: ID.optional(),
  from: ISO_DAY.optional(),
  until: ISO_DAY.optional(),
  ...page,
})
export type AlarmQuery = z.infer<typeof AlarmQuery>
/** Which list an alarm was opened from. */
export const BesideQuery = AlarmQuery.omit({ page: true, size: true })
/** What stands beside an alarm in its list. `place` is missing where it is not in it any more. */
export const Beside = z.object({ total: z.number(), place: z.number().optional(), before: z.string().optional(), after: z.string().optional(), /** The next one that waits for somebody, and how many wait. */ waiting: z.string().optional(), waits: z.number() })
export type Beside = z.infer<typeof Beside>
export const AlarmPage = z.object({ total: z.number(), rows: z.array(AlarmRow), /** How many of the query's alarms stand where. */ states: z.array(z.object({ state: AlarmState, count: z.number() })) })
export type AlarmPage = z.infer<typeof AlarmPage>
/** `version` is the number of steps that the sender has seen. */
export const AlarmEntry = z.strictObject({ step: NewAlarmStep, version: z.number().int().min(0) })
export type AlarmEntry = z.infer<typeof AlarmEntry>

export const VERDICTS = { complied: '达标', failed: '不达标', unknown: '无法判定' } as const
const Verdict = z.enum(['complied', 'failed', 'unknown'])
export const TripLink = z.object({ link: z.enum(LINKS), title: z.string(), verdict: Verdict, /** In words. */ reasons: z.array(z.string()) })
export const TripRow = z.object({
  id: z.string(),
  truck: z.string(),
  plate: z.string(),
  enterprise: z.string(),
  site: z.string(),
  /** Name of the disposal site, 消纳场外 or 未见倾倒. */
  tipped: z.string(),
  loadedAt: z.string(),
  endedAt: z.string(),
  /** Cubic metres. */
  volume: z.number().optional(),
  distanceKm: z.number(),
  /** Whom the manifest names as the driver; only for those who may see tracks. */
  driver: z.object({ id: z.string(), name: z.string() }).optional(),
  confidence: z.enum(['confirmed', 'likely', 'presumed']),
  verdict: Verdict,
  links: z.array(TripLink),
})
export type TripRow = z.infer<typeof TripRow>
/** In which order trips are listed. */
export const TRIP_ORDERS = { newest: '最近的在前', oldest: '最早的在前', longest: '里程长的在前', largest: '方量大的在前' } as const
export const TripQuery = z.object({
  sort: z.enum(['newest', 'oldest', 'longest', 'largest'], '没有这种排序').default('newest'),
  search: z.string().max(100).optional(),
  verdict: Verdict.optional(),
  /** `link.reason`, as the compliance figures give it. */
  reason: z.string().max(60).optional(),
  truck: ID.optional(),
  enterprise: ID.optional(),
  site: ID.optional(),
  from: ISO_DAY.optional(),
  until: ISO_DAY.optional(),
  ...page,
})
export type TripQuery = z.infer<typeof TripQuery>
export const TripPage = z.object({ total: z.number(), rows: z.array(TripRow) })
export type TripPage = z.infer<typeof TripPage>

/** A rate with what stands in its way. Each count is the size of the list of trips with the same filter. */
export const Rate = z.object({
  /** Day, or id of site, enterprise or truck; and its name. */
  key: z.string(),
  name: z.string(),
  total: z.number(),
  complied: z.number(),
  failed: z.number(),
  unknown: z.number(),
  /** 0 to 1; missing where there were no trips. What nobody knows does not count as complied. */
  rate: z.number().optional(),
  rateOfKnown: z.number().optional(),
  reachesTarget: z.boolean().optional(),
  /** Of enterprises only: the lower end of Wilson's interval, 0 to 100, and the place; missing where trips are too few to rank. */
  score: z.number().optional(),
  place: z.number().optional(),
  reasons: z.array(z.object({ link: z.enum(LINKS), reason: z.string(), text: z.string(), kind: z.enum(['failed', 'unknown']), trips: z.number() })),
})
export type Rate = z.infer<typeof Rate>
export const ComplianceQuery = z.object({ by: z.enum(['day', 'site', 'enterprise', 'truck']).default('day'), from: ISO_DAY, until: ISO_DAY })
export type ComplianceQuery = z.infer<typeof ComplianceQuery>
/** What a rate may be divided by. */
export const BY_TITLES = { day: '日期', site: '工地', enterprise: '运输企业', truck: '车辆' } as const satisfies Readonly<Record<ComplianceQuery['by'], string>>
export const MonthQuery = z.object({ month: z.string({ error: '请填写月份，写作 2021-03' }).regex(/^\d{4}-(0[1-9]|1[0-2])$/, '应为月份，写作 2021-03') })
export const Compliance = z.object({ from: z.string(), until: z.string(), target: z.number(), whole: Rate, parts: z.array(Rate) })
export type Compliance = z.infer<typeof Compliance>

/** What is odd about a driver's card (驾驶员卡提示): something to ask about; no article makes it an offence of the bureau's. */
export const CARD_HINTS = { ended: '驾驶员的登记已经注销', 'other-enterprise': '驾驶员登记在另一家企业', expired: '卡上的从业资格证已过有效期' } as const
export type CardHint = keyof typeof CARD_HINTS
export const Drive = z.object({
  from: z.string(),
  /** Missing while his card is in. */
  until: z.string().optional(),
  /** Missing where the card could not be read. */
  name: z.string().optional(),
  /** The last characters of his certificate. */
  licence: z.string().optional(),
  /** Whether the register knew the certificate. */
  isKnown: z.boolean(),
  hints: z.array(z.string()),
})
export type Drive = z.infer<typeof Drive>
export const Drivers = z.object({ truck: z.string(), plate: z.string(), /** Empty: no card was put in. */ drives: z.array(Drive) })
export type Drivers = z.infer<typeof Drivers>
export const HintQuery = z.object({ ...page })
export const HintPage = z.object({ total: z.number(), rows: z.array(z.object({ truck: z.string(), plate: z.string(), at: z.string(), hints: z.array(z.string()) })) })
export type HintPage = z.infer<typeof HintPage>

/** What is set for this bureau and where it comes from (监管配置), and how many positions came too late to drive a watch. */
export const Settings = z.object({
  rows: z.array(z.object({ group: z.string(), name: z.string(), value: z.string(), source: z.string(), isOwn: z.boolean() })).readonly(),
  /** What the door made of positions since each truck was first heard, by kind. */
  door: z.array(z.object({ kind: z.string(), name: z.string(), count: z.number() })),
})
export type Settings = z.infer<typeof Settings>

/** What the active-safety systems of trucks warned of, as far as the bureau asked for it (主动安全提示): a maker's camera judged, which proves nothing. */
export const SafetyPage = z.object({ total: z.number(), rows: z.array(z.object({ truck: z.string(), plate: z.string(), at: z.string(), level: z.number(), words: z.string(), speed: z.number() })) })
export type SafetyPage = z.infer<typeof SafetyPage>
