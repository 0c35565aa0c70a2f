import { z } from 'zod'

/** What crosses HTTP about figures (指标接口). Every figure opens to the dossiers or records behind it. */
export const Figure = z.object({
  key: z.string(),
  /** Under which heading it stands. */
  group: z.string(),
  name: z.string(),
  value: z.string(),
  unit: z.string(),
  /** How it is counted, and under which source. */
  definition: z.string(),
  source: z.string(),
  /** For a rate: what is divided by what. */
  of: z.object({ numerator: z.number(), denominator: z.number() }).optional(),
  /** How many rows it opens to, and what they are: cases, rows of a table of their own, or a list of another module at its address in the web. */
  cases: z.number(),
  opens: z.enum(['cases', 'rows', 'list']),
  address: z.string().optional(),
  parts: z.array(z.object({ name: z.string(), value: z.string(), key: z.string(), address: z.string().optional() })).optional(),
})
export type Figure = z.infer<typeof Figure>
export const Figures = z.object({ year: z.number(), figures: z.array(Figure), months: z.array(z.object({ month: z.string(), filed: z.number(), decided: z.number() })) })
export type Figures = z.infer<typeof Figures>

/** What is behind a figure that opens to something else than cases (指标明细). */
export const FigureRows = z.object({ name: z.string(), columns: z.array(z.string()), total: z.number(), rows: z.array(z.object({ cells: z.array(z.string()), link: z.string().optional() })) })
export type FigureRows = z.infer<typeof FigureRows>
