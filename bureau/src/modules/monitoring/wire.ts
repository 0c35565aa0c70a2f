import { EVENT_FLAGS } from '@zhunsheng/law/monitoring/arrival.ts'
import { OUTCOMES, REASONS } from '@zhunsheng/law/monitoring/event-acts.ts'
import { STANDINGS } from '@zhunsheng/law/monitoring/event.ts'
import { PLATE_COLOURS } from '@zhunsheng/law/identifiers/plate.ts'
import { z } from 'zod'

const keysOf = <K extends string>(words: Readonly<Record<K, string>>): K[] => {
  const isKey = (key: string): key is K => Object.hasOwn(words, key)
  return Object.keys(words).filter(isKey)
}
const ISO_DAY = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, '应为日期，写作 2021-03-01')
const MOMENT = z.iso.datetime({ offset: true, error: '应为带时区的时间，写作 2021-08-10T15:20:00+08:00' })
const DIGEST = z.string().regex(/^[0-9a-f]{64}$/, '应为文件的 SHA-256')
const IDENTIFIER = z.string().trim().regex(/^[\w.:-]{1,64}$/, '编号为 1 至 64 位字母、数字或者 . : - _')

/** What a source says of one record of a device (监控事件). Unknown words are refused, so that a misspelt one is not lost. */
export const NewEvent = z.strictObject({
  /** The number that the source gave it. */
  external: z.string().trim().regex(/^[\w.:/-]{1,100}$/, '事件编号为 1 至 100 位字母、数字或者 . : / - _'),
  device: IDENTIFIER,
  /** By the device's own clock. */
  at: MOMENT,
  /** The device's clock at the moment of sending: from it its error is known. */
  sentAt: MOMENT.optional(),
  content: z.string().trim().min(1, '请填写内容').max(2000),
  matter: z.string().max(64).optional(),
  plate: z.string().trim().min(1).max(12).optional(),
  plateColour: z.enum(keysOf(PLATE_COLOURS), '没有这种号牌颜色').optional(),
  /** Who it may be, where there is no plate. */
  party: z.string().trim().min(1).max(100).optional(),
  /** A measured value with its unit: {"value": "76.5", "unit": "dB(A)"}. */
  measured: z.strictObject({ value: z.string().trim().regex(/^-?\d{1,9}(\.\d{1,4})?$/, '测量值应为数字，最多四位小数'), unit: z.string().trim().min(1).max(20) }).optional(),
  /** Where the device says it was; of a fixed one its place stands in the register. */
  place: z.string().trim().min(1).max(200).optional(),
  position: z.strictObject({ latitude: z.number().min(-90).max(90), longitude: z.number().min(-180).max(180) }).optional(),
  /** Pictures, videos, tracks: files handed over before, by their digests. */
  records: z.array(DIGEST).max(20, '一个事件最多二十个文件').default([]),
})
export type NewEvent = z.infer<typeof NewEvent>
export const Receipt = z.object({ id: z.string(), number: z.string(), known: z.boolean(), flags: z.array(z.string()) })
export const FileReceipt = z.object({ sha256: z.string(), media: z.string(), size: z.number() })

const Refusal = z.object({ code: z.string(), basis: z.array(z.string()), because: z.string(), instead: z.string(), field: z.string().optional() })
export const Duty = z.object({ code: z.string(), says: z.string(), basis: z.array(z.string()), since: z.string(), due: z.string() })
export type Duty = z.infer<typeof Duty>
/** An entry of a device or an event as screens show it. */
export const Entry = z.object({
  seq: z.number(),
  kind: z.string(),
  name: z.string(),
  on: z.string(),
  by: z.array(z.string()),
  data: z.record(z.string(), z.unknown()),
  recordedAt: z.string(),
  /** Corrected or struck out by this later entry. */
  correctedBy: z.number().optional(),
})
export type Entry = z.infer<typeof Entry>
/** What is about to be entered. `version` is the number of entries that the sender has seen. */
export const NewEntry = z.object({ kind: z.string().min(1).max(40), on: ISO_DAY, data: z.record(z.string(), z.unknown()), version: z.number().int().min(0) })
export type NewEntry = z.infer<typeof NewEntry>

/** What may be entered: the forms as the law declares them. */
export const EntryForms = z.array(z.object({ kind: z.string(), name: z.string(), stage: z.string(), by: z.array(z.string()), help: z.string(), basis: z.array(z.string()), form: z.record(z.string(), z.unknown()) }))

export const NewDevice = z.object({ identifier: IDENTIFIER, data: z.record(z.string(), z.unknown()) })
export const DeviceRow = z.object({
  id: z.string(),
  identifier: z.string(),
  kind: z.string(),
  name: z.string(),
  place: z.string().optional(),
  plate: z.string().optional(),
  position: z.string().optional(),
  inService: z.boolean(),
  certificateUntil: z.string().optional(),
  lacks: z.array(Refusal),
  renewal: Duty.optional(),
})
export type DeviceRow = z.infer<typeof DeviceRow>
export const DeviceView = z.object({ row: DeviceRow, version: z.number(), entries: z.array(Entry), /** The day for which it is shown, and whether that is today. */ on: z.string() })
export type DeviceView = z.infer<typeof DeviceView>

export const EventQuery = z.object({
  search: z.string().max(100).optional(),
  standing: z.enum(keysOf(STANDINGS)).optional(),
  reason: z.enum(keysOf(REASONS)).optional(),
  device: z.string().max(64).optional(),
  /** Those out of whose lead this case grew. */
  case: z.string().max(64).optional(),
  duty: z.enum(['review', 'tell', 'consider', 'overdue']).optional(),
  /** By the day on which it was received, or reviewed. */
  receivedIn: z.coerce.number().int().min(2000).max(2100).optional(),
  reviewedIn: z.coerce.number().int().min(2000).max(2100).optional(),
  outcome: z.enum(keysOf(OUTCOMES)).optional(),
  page: z.coerce.number().int().min(1).default(1),
  size: z.coerce.number().int().min(1).max(100).default(20),
})
export type EventQuery = z.infer<typeof EventQuery>
export const EventRow = z.object({
  id: z.string(),
  number: z.string(),
  device: z.string(),
  deviceName: z.string().optional(),
  at: z.string(),
  receivedAt: z.string(),
  content: z.string(),
  matter: z.string().optional(),
  plate: z.string().optional(),
  party: z.string().optional(),
  measured: z.string().optional(),
  place: z.string().optional(),
  records: z.array(z.string()),
  flags: z.array(z.enum(keysOf(EVENT_FLAGS))),
  standing: z.enum(keysOf(STANDINGS)),
  /** What is owed about it, by the words of its duties. */
  duties: z.array(z.string()),
  due: z.string().optional(),
  leadNumber: z.string().optional(),
})
export type EventRow = z.infer<typeof EventRow>
export const EventCounts = z.object({ waiting: z.number(), held: z.number(), untold: z.number(), unconsidered: z.number(), overdue: z.number() })
export type EventCounts = z.infer<typeof EventCounts>
export const EventPage = z.object({ total: z.number(), rows: z.array(EventRow), counts: EventCounts })
export type EventPage = z.infer<typeof EventPage>
export const EventView = z.object({
  row: EventRow,
  version: z.number(),
  source: z.string(),
  external: z.string(),
  sentAt: z.string().optional(),
  /** Seconds by which the device's clock was ahead. */
  ahead: z.number().optional(),
  /** By our clock. */
  madeAt: z.string(),
  position: z.object({ latitude: z.number(), longitude: z.number() }).optional(),
  entries: z.array(Entry),
  /** Why it can be no evidence as things stand; nothing where it can. */
  grounds: z.array(Refusal),
  /** What the device lacked when it was made. */
  lacks: z.array(Refusal),
  duties: z.array(Duty),
  openAnswers: z.array(z.number()),
  /** With which the party looks it up beside the number, where there is no plate. */
  code: z.string(),
  deviceId: z.string().optional(),
  case: z.object({ id: z.string(), number: z.string() }).optional(),
})
export type EventView = z.infer<typeof EventView>

/** What is waiting on this module's desk. */
export const Desk = z.object({ counts: EventCounts, lacking: z.number(), renewals: z.array(z.object({ id: z.string(), name: z.string(), duty: Duty })), days: z.object({ review: z.number(), tell: z.number(), consider: z.number(), source: z.string(), verified: z.boolean() }).optional() })
export type Desk = z.infer<typeof Desk>

export const NewSource = z.object({ id: z.string().trim().regex(/^[a-z][a-z0-9-]{1,31}$/, '来源代号为 2 至 32 位小写字母、数字或者 -，以字母开头'), name: z.string().trim().min(1, '请填写名称').max(60) })
/** A source (来源); its key is said once, when it is made. */
export const Source = z.object({ id: z.string(), name: z.string(), open: z.boolean(), changedAt: z.string(), changedBy: z.string() })
export type Source = z.infer<typeof Source>
export const SourceKey = z.object({ id: z.string(), key: z.string() })
export type SourceKey = z.infer<typeof SourceKey>

/** A file of records: CSV as text, or a workbook (XLSX) in base64. */
export const ImportFile = z.object({ source: z.string().max(32), text: z.string().max(1_900_000, '文件过大，请分成几个').optional(), workbook: z.base64('不是有效的文件').max(1_900_000, '文件过大，请分成几个').optional() })
export type ImportFile = z.infer<typeof ImportFile>
export const ReadRow = z.object({ line: z.number(), external: z.string(), device: z.string(), at: z.string(), content: z.string(), known: z.boolean(), faults: z.array(z.string()) })
export type ReadRow = z.infer<typeof ReadRow>
export const Preview = z.object({ rows: z.array(ReadRow), unread: z.array(z.string()) })
export type Preview = z.infer<typeof Preview>
export const Imported = z.object({ added: z.number(), known: z.number(), faulty: z.number() })
export type Imported = z.infer<typeof Imported>

/** What everybody may know of a device whose place was published (设置地点公布). */
export const PublicDevice = z.object({ identifier: z.string(), kind: z.string(), name: z.string(), place: z.string(), plate: z.string().optional(), position: z.string().optional(), publishedOn: z.string(), basis: z.string() })
export type PublicDevice = z.infer<typeof PublicDevice>
export const PublicDevices = z.object({ rows: z.array(PublicDevice) })
export type PublicDevices = z.infer<typeof PublicDevices>

/** The number of an event, and the plate or the code on the notice: only both together open it. */
export const Lookup = z.object({ number: z.string().trim().min(1, '请填写事件编号').max(40), secret: z.string().trim().min(1, '请填写号牌号码或者查询码').max(20) })
export type Lookup = z.infer<typeof Lookup>
/** A record as the party sees it. */
export const PublicEvent = z.object({
  number: z.string(),
  /** By the bureau's clock. */
  madeAt: z.string(),
  place: z.string(),
  matter: z.string(),
  basis: z.string().optional(),
  plate: z.string().optional(),
  party: z.string().optional(),
  measured: z.string().optional(),
  /** Still used, or not: then it says so. */
  used: z.boolean(),
  /** What opens its files for a quarter of an hour. */
  ticket: z.string(),
  files: z.array(z.object({ sha256: z.string(), media: z.string() })),
  device: z.object({ identifier: z.string(), name: z.string(), kind: z.string(), facts: z.array(z.object({ name: z.string(), value: z.string() })) }),
  answers: z.array(z.object({ at: z.string(), result: z.string().optional(), reason: z.string().optional() })),
})
export type PublicEvent = z.infer<typeof PublicEvent>
export const NewAnswer = Lookup.extend({ name: z.string().trim().min(1, '请填写姓名或者名称').max(100), phone: z.string().trim().max(30).optional(), statement: z.string().trim().min(1, '请填写事实、理由').max(20_000, '一次不超过二万字，可以分几次提交') })
export type NewAnswer = z.infer<typeof NewAnswer>
export const AnswerReceipt = z.object({ number: z.string(), at: z.string() })
export type AnswerReceipt = z.infer<typeof AnswerReceipt>
