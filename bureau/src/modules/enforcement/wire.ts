import type { WrittenAct } from '@zhunsheng/law/written/act.ts'
import { z } from 'zod'

/** What crosses HTTP about cases (案件接口). The web and the server share these schemas. */

export const Refusal = z.object({
  code: z.string(),
  /** Citations as screens write them: 《行政处罚法》第四十四条. */
  basis: z.array(z.string()),
  because: z.string(),
  instead: z.string(),
  field: z.string().optional(),
})
export type Refusal = z.infer<typeof Refusal>

const ISO_DAY = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, '应为日期，写作 2021-03-01')
const CLOCK = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, '应为时刻，写作 09:30')

/** What a device says of an act that was made on it without a connection (离线记录). */
export const Made = z.object({
  /** A name that the device gave itself; it tells devices apart and nobody's identity. */
  device: z.string().regex(/^[\w-]{8,64}$/),
  /** By the device's own clock, with its zone. */
  at: z.iso.datetime({ offset: true, error: '应为带时区的时间' }),
  /** Seconds by which that clock was ahead of the server's when they last met. */
  ahead: z.number().int(),
})
export type Made = z.infer<typeof Made>
/** A device's moment by the bureau's clock (校正后的时刻). */
export const correctedMoment = (at: string, ahead: number): string => new Date(Date.parse(at) - ahead * 1000).toISOString()

/** An act about to be done. `data` is checked against the form that the procedure declares for its kind. */
export const NewAct = z.object({
  kind: z.string().min(1).max(40),
  /** The legal day of the act. */
  on: ISO_DAY,
  at: CLOCK.optional(),
  /** The others who take part, by identifier; the person who is logged in comes first and is not named. */
  with: z.array(z.string().max(64)).max(10).default([]),
  data: z.record(z.string(), z.unknown()),
  made: Made.optional(),
})
export type NewAct = z.infer<typeof NewAct>

/** `version` is the number of acts that the sender has seen: if somebody else acted meanwhile, nothing is recorded. */
export const NextAct = NewAct.extend({ version: z.number().int().min(0) })
export type NextAct = z.infer<typeof NextAct>

export const Obligation = z.object({
  code: z.string(),
  says: z.string(),
  duty: z.array(z.string()),
  basis: z.array(z.string()),
  since: z.string(),
  due: z.string().optional(),
  provisional: z.boolean(),
  standing: z.enum(['owed', 'overdue', 'suspended', 'met', 'met-late']),
  metOn: z.string().optional(),
})
export type Obligation = z.infer<typeof Obligation>

export const RecordedAct = z.object({
  seq: z.number(),
  kind: z.string(),
  name: z.string(),
  stage: z.string(),
  on: z.string(),
  at: z.string().optional(),
  by: z.array(z.object({ id: z.string(), name: z.string(), certificate: z.string().optional() })),
  data: z.record(z.string(), z.unknown()),
  recordedAt: z.string(),
  /** The number of the act's leaf in the ledger. */
  leaf: z.number().optional(),
  /** It was made without a connection and came later. */
  made: Made.optional(),
  /** Who signed by hand what this act says. */
  signatures: z.array(z.object({ role: z.enum(['party', 'witness', 'officer']), name: z.string(), signedAt: z.string() })).optional(),
  /** Put right or annulled by this later act. */
  correctedBy: z.number().optional(),
})
export type RecordedAct = z.infer<typeof RecordedAct>

/** The acts of a case as the law reads them, for a phone that will be without signal. */
export const WrittenActs = z.object({
  version: z.number(),
  acts: z.array(
    z.object({
      seq: z.number(),
      kind: z.string(),
      on: z.string(),
      minute: z.number().optional(),
      recordedOn: z.string(),
      by: z.array(z.object({ id: z.string(), name: z.string(), posts: z.array(z.string()).readonly(), legalQualification: z.boolean(), reviewedBefore: z.boolean(), certificate: z.object({ number: z.string(), from: z.string(), until: z.string() }).optional() })).readonly(),
      data: z.record(z.string(), z.unknown()).readonly(),
    }),
  ).readonly(),
})
export interface WrittenActs {
  readonly version: number
  readonly acts: readonly WrittenAct[]
}

/** In what role somebody signs by hand (签名人). */
export const SIGNERS = { party: '当事人或者被询问人、收件人', witness: '见证人', officer: '办理人员' } as const
const STROKES_MAX = 300
const NUMBERS_MAX = 12_000
/** A signature as it was drawn: strokes of x, y, x, y … on a field of 1000 by 400. */
const Strokes = z
  .array(z.array(z.number().int().min(0).max(1000)).min(4, '请在签名处书写姓名'))
  .min(1, '请在签名处书写姓名')
  .max(STROKES_MAX, '笔画过多，请清除后重新签名')
  .refine((strokes) => strokes.flat().length <= NUMBERS_MAX, '笔画过多，请清除后重新签名')
  .refine((strokes) => strokes.every((stroke) => stroke.length % 2 === 0), '笔画坐标应当成对')
/** The posts that take signatures on their screens. */
export const SIGNATURE_TAKERS: readonly string[] = ['officer', 'teamLeader', 'hearingOfficer', 'bureauLeader', 'windowClerk']
export const NewSignature = z.object({
  role: z.enum(['party', 'witness', 'officer']),
  name: z.string().trim().min(1, '请填写签名人姓名').max(100),
  strokes: Strokes,
  /** SHA-256 of what was shown to the signer (law/src/written/content.ts). */
  content: z.string().regex(/^[0-9a-f]{64}$/),
  signedAt: z.iso.datetime({ offset: true, error: '应为带时区的时间' }),
  made: Made.optional(),
})
export type NewSignature = z.infer<typeof NewSignature>
export const Signature = z.object({ role: z.enum(['party', 'witness', 'officer']), name: z.string(), strokes: z.array(z.array(z.number())), signedAt: z.string(), receivedAt: z.string(), takenBy: z.string(), made: Made.optional() })
export type Signature = z.infer<typeof Signature>

export const ActVerdict = z.object({
  kind: z.string(),
  name: z.string(),
  stage: z.string(),
  granted: z.boolean(),
  refusals: z.array(Refusal),
  /** For an act with outcomes: which of them is refused, and why. */
  outcomes: z.record(z.string(), z.array(Refusal)).optional(),
})
export type ActVerdict = z.infer<typeof ActVerdict>

export const PaperRef = z.object({ form: z.string(), title: z.string(), number: z.string().optional(), seq: z.number(), on: z.string() })
export type PaperRef = z.infer<typeof PaperRef>

export const CaseRow = z.object({
  id: z.string(),
  number: z.string(),
  /** The code of its procedure, and its name. */
  procedure: z.string(),
  procedureName: z.string(),
  title: z.string(),
  party: z.string(),
  partyKind: z.string(),
  matter: z.string(),
  matterName: z.string(),
  stage: z.string(),
  status: z.string(),
  openedOn: z.string(),
  /** The town or street that handles it in its own name. */
  actingTown: z.string().optional(),
  filedOn: z.string().optional(),
  decidedOn: z.string().optional(),
  outcome: z.string().optional(),
  fine: z.string().optional(),
  officers: z.array(z.string()),
  nextDue: z.string().optional(),
  overdue: z.boolean(),
})
export type CaseRow = z.infer<typeof CaseRow>
export const CasePage = z.object({ total: z.number(), rows: z.array(CaseRow) })
export type CasePage = z.infer<typeof CasePage>

export const CaseQuery = z.object({
  /** Words in the number, the party or the matter. */
  search: z.string().max(100).optional(),
  stage: z.string().max(40).optional(),
  matter: z.string().max(64).optional(),
  officer: z.string().max(64).optional(),
  outcome: z.string().max(40).optional(),
  procedure: z.string().max(64).optional(),
  openedFrom: ISO_DAY.optional(),
  openedTo: ISO_DAY.optional(),
  overdue: z.enum(['true', 'false']).optional(),
  /** Those that have not ended. */
  open: z.enum(['true', 'false']).optional(),
  sort: z.enum(['number', 'openedOn', 'decidedOn', 'nextDue', 'fine']).default('openedOn'),
  order: z.enum(['asc', 'desc']).default('desc'),
  page: z.coerce.number().int().min(1).default(1),
  size: z.coerce.number().int().min(1).max(100).default(20),
})
export type CaseQuery = z.infer<typeof CaseQuery>

export const CaseView = z.object({
  row: CaseRow,
  version: z.number(),
  procedure: z.string(),
  acts: z.array(RecordedAct),
  verdict: z.object({ acts: z.array(ActVerdict), obligations: z.array(Obligation), ended: z.boolean() }),
  papers: z.array(PaperRef),
  /** The case out of which this one grew, and those that grew out of it. */
  related: z.array(z.object({ id: z.string(), number: z.string(), title: z.string() })),
  /** Under which rows of the list of major decisions it falls (重大执法决定目录). */
  majors: z.array(z.object({ code: z.string(), name: z.string(), says: z.string(), basis: z.array(z.string()), source: z.string(), verified: z.boolean(), fixed: z.boolean(), from: z.string().optional() })),
  /** Which acts must have a recording, and whether they have (音像记录事项清单). */
  recordings: z.array(z.object({ seq: z.number(), on: z.string(), name: z.string(), code: z.string(), basis: z.array(z.string()), state: z.enum(['attached', 'excused', 'missing']), files: z.array(z.string()), excuse: z.string().optional() })),
  /** What is owed and paid, where a penalty was decided; amounts in yuan. */
  account: z.object({ fine: z.string(), confiscated: z.string(), surcharge: z.string(), waived: z.string(), paid: z.string(), outstanding: z.string() }).optional(),
})
export type CaseView = z.infer<typeof CaseView>

/** What was recorded along in a related case, or why it was not. */
export const Followed = z.object({ number: z.string(), id: z.string().optional(), name: z.string().optional(), because: z.string().optional() })
export type Followed = z.infer<typeof Followed>
export const Recorded = z.object({ id: z.string(), number: z.string(), seq: z.number(), version: z.number(), followed: Followed.optional() })
export type Recorded = z.infer<typeof Recorded>

/** One thing that the asking person's bureau owes, for the workbench, overdue first. */
export const Due = z.object({ caseId: z.string(), number: z.string(), title: z.string(), obligation: Obligation, mine: z.boolean() })
export type Due = z.infer<typeof Due>
export const Workbench = z.object({
  today: z.string(),
  dues: z.array(Due),
  counts: z.object({ open: z.number(), mine: z.number(), overdue: z.number(), dueThisWeek: z.number() }),
  /** Cases that wait for this person's post: what he could lawfully do next. */
  waiting: z.array(z.object({ caseId: z.string(), number: z.string(), title: z.string(), acts: z.array(z.object({ kind: z.string(), name: z.string() })) })),
})
export type Workbench = z.infer<typeof Workbench>

/** A lead (线索). */
export const NewLead = z.object({
  source: z.enum(['patrol', 'complaint', 'transfer', 'superior', 'camera', 'truck', 'inspection', 'hotline', 'city']),
  receivedOn: ISO_DAY,
  place: z.string().trim().min(1, '请填写地点').max(200),
  content: z.string().trim().min(1, '请填写内容').max(5000),
  informant: z.string().trim().max(100).optional(),
  /** Photographs that were taken on the spot, by their digests. */
  photos: z.array(z.string().regex(/^[0-9a-f]{64}$/, '应为文件的 SHA-256')).max(9, '一条线索最多九张照片').optional(),
  /** Where it was seen; metres of accuracy. */
  position: z.object({ latitude: z.number().min(-90).max(90), longitude: z.number().min(-180).max(180), accuracy: z.number().min(0).max(100_000) }).optional(),
  matter: z.string().max(64).optional(),
})
export type NewLead = z.infer<typeof NewLead>
export const Lead = NewLead.extend({ id: z.string(), number: z.string(), state: z.enum(['open', 'filed', 'dismissed']), caseId: z.string().optional(), dismissedReason: z.string().optional(), registeredBy: z.string() })
export type Lead = z.infer<typeof Lead>
export const LeadPage = z.object({ total: z.number(), rows: z.array(Lead) })
export type LeadPage = z.infer<typeof LeadPage>

/** What a case can be opened under (可办理的程序). */
export const ProcedureList = z.array(z.object({ code: z.string(), name: z.string(), opens: z.array(z.object({ kind: z.string(), name: z.string(), by: z.array(z.string()), help: z.string() })) }))
export type ProcedureList = z.infer<typeof ProcedureList>

/** The procedure as the screen needs it: acts with their forms. */
export const ProcedureView = z.object({
  code: z.string(),
  name: z.string(),
  acts: z.array(
    z.object({
      kind: z.string(),
      name: z.string(),
      stage: z.string(),
      /** The posts that may take it, by identifier. */
      by: z.array(z.string()),
      help: z.string(),
      basis: z.array(z.string()),
      outcome: z.string().optional(),
      /** The form as law declares it, see law/src/field.ts; citations written out. */
      form: z.record(z.string(), z.unknown()),
    }),
  ),
})
export type ProcedureView = z.infer<typeof ProcedureView>

export const Refused = z.object({ granted: z.boolean(), refusals: z.array(Refusal) })
export type Refused = z.infer<typeof Refused>
