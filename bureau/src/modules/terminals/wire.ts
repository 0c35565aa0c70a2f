import { z } from 'zod'

export const TerminalRow = z.object({ terminal: z.string(), truck: z.string(), plate: z.string(), edition: z.number(), address: z.string(), last: z.string() })
export const Terminals = z.object({
  now: z.string(),
  /** Whether the gateway listens, and where. */
  listens: z.array(z.string()),
  online: z.array(TerminalRow),
  counts: z.array(z.object({ key: z.string(), name: z.string(), count: z.number() })),
})
export type Terminals = z.infer<typeof Terminals>
export const HeldQuery = z.object({ search: z.string().max(100).optional(), page: z.coerce.number().int().min(1).default(1), size: z.coerce.number().int().min(1).max(200).default(20) })
export const HeldPage = z.object({ total: z.number(), rows: z.array(z.object({ terminal: z.string(), first: z.string(), last: z.string(), times: z.number(), said: z.string() })) })
export type HeldPage = z.infer<typeof HeldPage>
/** What may be said to a terminal that is on line. */
export const NewOrder = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('text'), text: z.string({ error: '请填写要显示的文字' }).trim().min(1, '请填写要显示的文字').max(200) }),
  z.strictObject({ kind: z.literal('locate') }),
  /** Positions every so many seconds, for so many seconds. */
  z.strictObject({ kind: z.literal('track'), every: z.number().int().min(1).max(300), seconds: z.number().int().min(10).max(3600) }),
])
export type NewOrder = z.infer<typeof NewOrder>
export const ORDERS = { text: '下发文字', locate: '查询位置', track: '临时跟踪' } as const
export const OrderRow = z.object({ at: z.string(), kind: z.string(), text: z.string(), result: z.string(), who: z.string() })
export const Orders = z.object({ terminal: z.string(), rows: z.array(OrderRow) })
export const Release = z.strictObject({ reason: z.string({ error: '请填写理由' }).trim().min(2, '请填写理由').max(200) })
