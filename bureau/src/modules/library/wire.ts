import { z } from 'zod'

/** What crosses HTTP about the power list (权责清单接口). */
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
