import type { RawBuilder } from 'kysely'

/** A figure (指标): a named query that answers the cases behind it, never just a number. */
export interface FigureDefinition {
  readonly key: string
  readonly name: string
  readonly unit: '件' | '万元' | '%'
  readonly definition: string
  readonly source: string
  /** The cases that count. */
  readonly counts: RawBuilder<unknown>
  /** What is summed over them, in fen; without it they are counted. */
  readonly sum?: RawBuilder<unknown>
  /** For a rate: the cases that it is a rate of. */
  readonly of?: RawBuilder<unknown>
}
