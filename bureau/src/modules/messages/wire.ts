import { z } from 'zod'

/** What crosses HTTP about reminders (短信提醒接口). */

export const MESSAGE_KINDS = { pay: '缴款期限', hearing: '听证时间', collect: '领取文书' } as const
/** Held: it would be sent, but no gateway is configured. */
export const MESSAGE_STATES = { queued: '待发送', held: '没有配置网关', sent: '已发送', failed: '发送失败', refused: '网关拒绝', cancelled: '不再需要' } as const
export type MessageKind = keyof typeof MESSAGE_KINDS
export type MessageState = keyof typeof MESSAGE_STATES
const kinds = z.enum(['pay', 'hearing', 'collect'])
const states = z.enum(['queued', 'held', 'sent', 'failed', 'refused', 'cancelled'])

export const Message = z.object({
  id: z.string(),
  caseId: z.string(),
  caseNumber: z.string(),
  kind: kinds,
  /** The act out of which it grew. */
  seq: z.number(),
  /** Masked: who reads the list needs to tell numbers apart, and no more. */
  phone: z.string(),
  text: z.string(),
  plannedAt: z.string(),
  notBefore: z.string(),
  state: states,
  entries: z.array(z.object({ kind: z.enum(['retry', 'sent', 'failed', 'refused', 'cancelled']), at: z.string(), says: z.string() })),
  /** The message that this one sends again, by whom and why. */
  corrects: z.object({ id: z.string(), who: z.string(), reason: z.string() }).optional(),
  /** The message that was sent in its place. */
  correctedBy: z.string().optional(),
})
export type Message = z.infer<typeof Message>
export const MessageQuery = z.object({
  /** A case number, or the last places of a telephone number. */
  search: z.string().max(100).optional(),
  state: states.optional(),
  kind: kinds.optional(),
  page: z.coerce.number().int().min(1).default(1),
  size: z.coerce.number().int().min(1).max(100).default(20),
})
export type MessageQuery = z.infer<typeof MessageQuery>
export const MessagePage = z.object({
  total: z.number(),
  rows: z.array(Message),
  counts: z.object({ queued: z.number(), held: z.number(), sent: z.number(), failed: z.number(), refused: z.number(), cancelled: z.number() }),
  /** Whether anything can be sent at all. */
  hasGateway: z.boolean(),
})
export type MessagePage = z.infer<typeof MessagePage>
export const CaseMessages = z.object({ rows: z.array(Message), hasGateway: z.boolean(), /** Why nothing is sent in this case. */ because: z.string().optional() })
export type CaseMessages = z.infer<typeof CaseMessages>
export const Resending = z.object({ reason: z.string().trim().min(1, '请写明重发的理由').max(500) })
export type Resending = z.infer<typeof Resending>
