import type { Queries } from '../../platform/database.ts'

/** An alarm or a trip of a truck, as short as another module needs it. */
export interface NearTruck {
  readonly of: 'alarm' | 'trip'
  readonly id: string
  readonly title: string
  readonly from: string
  /** Missing while it goes on. */
  readonly until?: string
  readonly state: string
}
/** What was known of a truck around a moment (同车同时的预警和趟次). */
export interface TruckDays {
  readonly near: (queries: Queries, truck: string, at: Date) => Promise<readonly NearTruck[]>
}
