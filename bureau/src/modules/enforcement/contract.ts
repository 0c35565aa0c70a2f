import type { CasePage, CaseQuery } from './wire.ts'

/** Lists cases, all of them or those that are named. */
export type CaseListing = (query: CaseQuery, ids?: readonly string[]) => Promise<CasePage>
