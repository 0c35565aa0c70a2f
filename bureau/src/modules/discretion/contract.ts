import type { Evaluator } from '@zhunsheng/discretion/evaluate.ts'
import type { Day } from '@zhunsheng/law/day.ts'
import type { Queries } from '../../platform/database.ts'

/** A version of a matter's benchmark as it was published (已发布的裁量权基准), ready for questions. */
export interface PublishedBenchmark {
  /** By what acts name it: street.front/1. */
  readonly id: string
  readonly title: string
  readonly documentNumber: string
  readonly issuer: string
  readonly from: Day
  /** Issued above this bureau, so that its issuer alone approves of leaving it (国办发〔2022〕27号). */
  readonly isSuperior: boolean
  readonly evaluator: Evaluator
}

/** Where other modules ask for benchmarks (裁量权基准查询). */
export interface Benchmarks {
  /** A version by its name, whether in force or not. */
  readonly find: (queries: Queries, id: string) => Promise<PublishedBenchmark | undefined>
  /** The version of a matter by which a day is judged, where one binds this bureau. */
  readonly inForce: (queries: Queries, matter: string, on: Day) => Promise<PublishedBenchmark | undefined>
}
