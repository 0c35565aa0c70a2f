import { z } from 'zod'

/** What crosses HTTP about the power list and the lists of the three systems (权责清单、三项制度清单接口). */
export const MatterView = z.object({
  id: z.string(),
  field: z.string(),
  name: z.string(),
  basis: z.string(),
  /** The fine range by party, in words. */
  range: z.string(),
  precondition: z.string(),
  measures: z.string(),
  from: z.string().optional(),
  until: z.string().optional(),
  competence: z.enum(['bureau', 'local', 'transfer']),
  verified: z.boolean(),
})
export type MatterView = z.infer<typeof MatterView>
export const MatterList = z.array(MatterView)

const Row = z.object({
  code: z.string(),
  name: z.string(),
  /** The condition in words. */
  says: z.string(),
  basis: z.array(z.string()),
  source: z.string(),
  verified: z.boolean(),
  /** No bureau can take it out. */
  fixed: z.boolean(),
  from: z.string().optional(),
})
export const MajorView = Row.extend({ panel: z.boolean() })
export type MajorView = z.infer<typeof MajorView>
export const RecordingView = Row.extend({ procedureName: z.string(), actName: z.string(), photographs: z.boolean(), excuses: z.array(z.string()) })
export type RecordingView = z.infer<typeof RecordingView>
export const Lists = z.object({
  /** The list of major decisions (重大执法决定目录). */
  majors: z.array(MajorView),
  /** The list of acts that must have a recording (音像记录事项清单). */
  recordings: z.array(RecordingView),
  /** The numbers by which panels and discussions meet (议事规则), with their source. */
  meetings: z.array(z.object({ name: z.string(), value: z.string(), source: z.string(), verified: z.boolean() })),
  /** The bureau's own rows as it handed them in, for a phone that judges by itself. */
  own: z.record(z.string(), z.unknown()),
})
export type Lists = z.infer<typeof Lists>
