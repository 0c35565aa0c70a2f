import { z } from 'zod'

/** What the public may see of a decision (公示接口): names of natural persons, numbers and addresses are masked. */
export const PublicDecision = z.object({
  id: z.string(),
  number: z.string(),
  party: z.string(),
  partyKind: z.string(),
  creditCode: z.string().optional(),
  matter: z.string(),
  basis: z.string(),
  facts: z.string(),
  kinds: z.array(z.string()),
  fine: z.string().optional(),
  decidedOn: z.string(),
  publishedOn: z.string(),
  agency: z.string(),
  withdrawn: z.object({ on: z.string(), reason: z.string() }).optional(),
})
export type PublicDecision = z.infer<typeof PublicDecision>
export const PublicPage = z.object({ total: z.number(), rows: z.array(PublicDecision) })
export type PublicPage = z.infer<typeof PublicPage>
export const PublicQuery = z.object({ search: z.string().max(100).optional(), page: z.coerce.number().int().min(1).default(1), size: z.coerce.number().int().min(1).max(50).default(20) })

const DAY = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, '应为日期，写作 2021-03-01')
export const CreditQuery = z.object({ from: DAY, to: DAY, party: z.enum(['organisation', 'citizen']).default('organisation') })

/** What would be exported, what is wrong with it, and what was exported before (双公示). */
export const CreditView = z.object({
  records: z.number(),
  findings: z.array(z.object({ caseId: z.string(), caseNumber: z.string(), row: z.number(), header: z.string(), weight: z.enum(['fault', 'doubt']), because: z.string(), instead: z.string() })),
  exports: z.array(z.object({ at: z.string(), who: z.string(), from: z.string(), to: z.string(), party: z.string(), format: z.string(), records: z.number(), faults: z.number(), sha256: z.string() })),
})
export type CreditView = z.infer<typeof CreditView>
