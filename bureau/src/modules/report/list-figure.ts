import type { Queries } from '../../platform/database.ts'

/** A row behind a figure that opens to something else than cases (指标明细). */
interface FigureRow {
  /** What stands in each column. */
  readonly cells: readonly string[]
  /** Where the row leads in the product, if anywhere. */
  readonly link?: string
  /** What it adds above the line, and below it; without a line below, only the first counts. */
  readonly counts: number
  readonly of: number
}

/** A figure that opens to people, acts, or whatever its rows are (非案件指标): a value is only what its rows add up to. */
export interface ListFigure {
  readonly key: string
  readonly name: string
  readonly unit: string
  readonly definition: string
  readonly source: string
  readonly columns: readonly string[]
  /** The rows of a year; `today` is the last day that has been lived. */
  readonly rows: (queries: Queries, year: number, today: string) => Promise<readonly FigureRow[]>
}
