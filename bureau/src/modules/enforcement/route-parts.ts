import type { Clock } from '../../platform/clock.ts'
import type { Database } from '../../platform/database.ts'
import type { Files } from '../../platform/files.ts'
import type { Benchmarks } from '../discretion/contract.ts'
import type { Ledger } from '../ledger/contract.ts'
import type { Officers } from '../officers/contract.ts'
import type { cases } from './cases.ts'
import type { Bureau, LeadOffice } from './contract.ts'
import type { recorder } from './record-act.ts'

/** What the routes of cases, papers, leads and evidence are given (接口部件). */
export interface EnforcementRoutes {
  readonly database: Database
  readonly clock: Clock
  readonly officers: Officers
  readonly ledger: Ledger
  readonly files: Files
  readonly recorder: ReturnType<typeof recorder>
  readonly cases: ReturnType<typeof cases>
  readonly leads: LeadOffice
  readonly bureau: Bureau
  readonly benchmarks: Benchmarks
  /** The page that checks a bundle off line, where it was built. */
  readonly verifyPage?: string
}
