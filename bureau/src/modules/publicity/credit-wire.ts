import { z } from 'zod'

const DAY = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, '应为日期，写作 2021-03-01')
export const CreditQuery = z.object({ from: DAY, to: DAY, party: z.enum(['organisation', 'citizen']).default('organisation') })

/** What would be exported, what is wrong with it, and what was exported before (双公示). */
export const CreditView = z.object({
  records: z.number(),
  findings: z.array(z.object({ caseId: z.string(), caseNumber: z.string(), row: z.number(), header: z.string(), weight: z.enum(['fault', 'doubt']), because: z.string(), instead: z.string() })),
  exports: z.array(z.object({ at: z.string(), who: z.string(), from: z.string(), to: z.string(), party: z.string(), format: z.string(), records: z.number(), faults: z.number(), sha256: z.string() })),
})
export type CreditView = z.infer<typeof CreditView>
