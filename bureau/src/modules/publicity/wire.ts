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
