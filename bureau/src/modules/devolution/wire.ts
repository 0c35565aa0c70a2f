import { z } from 'zod'

/** What crosses HTTP about devolved and entrusted powers (下放、委托接口). */

const ISO_DAY = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, '应为日期，写作 2021-03-01')

/** What the bureau did for those who took the power over (行政处罚法第二十四条第三款). */
export const GUIDANCE_KINDS = { training: '业务指导、培训', supervision: '执法监督、案卷评查', coordination: '协调配合', evaluation: '组织评估' } as const
export const NewGuidance = z.object({
  town: z.string().trim().min(1, '请填写乡镇、街道').max(100),
  on: ISO_DAY,
  kind: z.enum(['training', 'supervision', 'coordination', 'evaluation']),
  content: z.string().trim().min(1, '请填写内容').max(5000),
  found: z.string().trim().max(5000).optional(),
})
export type NewGuidance = z.infer<typeof NewGuidance>
export const Guidance = NewGuidance.extend({ id: z.number(), number: z.string(), who: z.string(), at: z.string() })
export type Guidance = z.infer<typeof Guidance>
export const GuidanceList = z.array(Guidance)

export const DevolutionView = z.object({
  manner: z.enum(['devolved', 'entrusted']),
  title: z.string(),
  number: z.string(),
  body: z.string(),
  publishedOn: z.string(),
  publishedIn: z.string(),
  towns: z.array(z.string()),
  matters: z.array(z.object({ id: z.string(), name: z.string(), basis: z.string() })),
  from: z.string(),
  until: z.string().optional(),
  withdrawnBy: z.string().optional(),
  evaluations: z.array(z.object({ on: z.string(), by: z.string(), finding: z.string() })),
  /** Whether it gives the power away today. */
  holds: z.boolean(),
  /** Of a demonstration. */
  example: z.boolean(),
})
export type DevolutionView = z.infer<typeof DevolutionView>
export const DevolutionList = z.array(DevolutionView)
