import { z } from 'zod'

export const SOURCES = { hotline: '12345 热线', city: '数字城管' } as const
export const ANSWERS = { answered: '办结答复', returned: '退单', extended: '申请延期' } as const

/** A file as the browser read it; two megabytes are some ten thousand orders. */
export const ImportFile = z.object({ source: z.enum(['hotline', 'city']), text: z.string().min(1, '文件是空的').max(1_900_000, '文件过大，请分成几个') })
export type ImportFile = z.infer<typeof ImportFile>

export const ReadRow = z.object({
  /** The line of the file, the header being the first. */
  line: z.number(),
  external: z.string(),
  place: z.string(),
  content: z.string(),
  receivedOn: z.string(),
  dueOn: z.string(),
  /** It came before, and is left as it is. */
  known: z.boolean(),
  faults: z.array(z.string()),
})
export type ReadRow = z.infer<typeof ReadRow>
export const Preview = z.object({ rows: z.array(ReadRow), /** Columns of the file that nothing was read from. */ unread: z.array(z.string()) })
export type Preview = z.infer<typeof Preview>
export const Imported = z.object({ added: z.number(), known: z.number(), faulty: z.number() })
export type Imported = z.infer<typeof Imported>

export const OrderQuery = z.object({
  search: z.string().max(100).optional(),
  source: z.enum(['hotline', 'city']).optional(),
  state: z.enum(['open', 'answered', 'overdue']).optional(),
  page: z.coerce.number().int().min(1).default(1),
  size: z.coerce.number().int().min(1).max(100).default(20),
})
export type OrderQuery = z.infer<typeof OrderQuery>

export const Entry = z.object({ kind: z.enum(['answered', 'returned', 'extended']), text: z.string(), until: z.string().optional(), who: z.string(), at: z.string() })
export type Entry = z.infer<typeof Entry>
export const Order = z.object({
  id: z.string(),
  source: z.enum(['hotline', 'city']),
  external: z.string(),
  receivedOn: z.string(),
  dueOn: z.string(),
  category: z.string(),
  place: z.string(),
  content: z.string(),
  /** Masked: who reported is nobody's business but the hotline's. */
  reporter: z.string(),
  leadNumber: z.string(),
  caseId: z.string().optional(),
  caseNumber: z.string().optional(),
  overdue: z.boolean(),
  /** Something was done: a case or another act, or a reason why not. Only then can it be answered. */
  handled: z.boolean(),
  entries: z.array(Entry),
  /** What could be answered now, from what was really done. */
  draft: z.string(),
})
export type Order = z.infer<typeof Order>
export const OrderPage = z.object({ total: z.number(), rows: z.array(Order), counts: z.object({ open: z.number(), overdue: z.number(), answered: z.number(), inTime: z.number() }) })
export type OrderPage = z.infer<typeof OrderPage>
export const NewEntry = z.object({ kind: z.enum(['answered', 'returned', 'extended']), text: z.string().trim().min(1, '请填写内容').max(2000), until: z.string().regex(/^\d{4}-\d{2}-\d{2}$/, '应为日期').optional() })
