import type { DevolutionView, Guidance } from '@zhunsheng/bureau/modules/devolution/wire.ts'
import type { CasePage, CaseView, LeadPage, ProcedureList, Workbench } from '@zhunsheng/bureau/modules/enforcement/wire.ts'
import type { Lists, MatterView } from '@zhunsheng/bureau/modules/library/wire.ts'
import type { Me, PersonView } from '@zhunsheng/bureau/modules/officers/wire.ts'
import type { Catalogue, ChartView, Lacks, PublicDecision, PublicPage, RepairPage } from '@zhunsheng/bureau/modules/publicity/wire.ts'
import type { FigureRows, Figures } from '@zhunsheng/bureau/modules/report/wire.ts'
import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { ShownProcedure } from './act/form.ts'
import { get, type Query } from './api.ts'

const HOUR_MS = 3_600_000

interface DemoAccount {
  readonly login: string
  readonly name: string
  readonly post: string
}
/** What everybody may know of this bureau; the accounts are listed on a demonstration only. */
export interface PublicBureau {
  readonly name: string
  readonly demo: boolean
  readonly accounts?: readonly DemoAccount[]
  readonly enterprises?: readonly DemoAccount[]
  readonly password?: string
}

export const meQuery = queryOptions({ queryKey: ['session'], queryFn: () => get<Me>('/api/session'), staleTime: HOUR_MS, retry: false })
export const bureauQuery = queryOptions({ queryKey: ['bureau'], queryFn: () => get<PublicBureau>('/api/public/bureau'), staleTime: HOUR_MS })
export const peopleQuery = queryOptions({ queryKey: ['people'], queryFn: () => get<PersonView[]>('/api/people'), staleTime: HOUR_MS })
export const mattersQuery = queryOptions({ queryKey: ['matters'], queryFn: () => get<MatterView[]>('/api/matters'), staleTime: HOUR_MS })
export const listsQuery = queryOptions({ queryKey: ['lists'], queryFn: () => get<Lists>('/api/lists'), staleTime: HOUR_MS })
export const workbenchQuery = queryOptions({ queryKey: ['workbench'], queryFn: () => get<Workbench>('/api/workbench') })
export const procedureQuery = (code: string) => queryOptions({ queryKey: ['procedure', code], queryFn: () => get<ShownProcedure>(`/api/procedures/${code}`), staleTime: HOUR_MS })

export const proceduresQuery = queryOptions({ queryKey: ['procedures'], queryFn: () => get<ProcedureList>('/api/procedures'), staleTime: HOUR_MS })

export const casesQuery = (asked: Query) => queryOptions({ queryKey: ['cases', asked], queryFn: ({ signal }) => get<CasePage>('/api/cases', asked, signal), placeholderData: keepPreviousData })
export const caseQuery = (id: string) => queryOptions({ queryKey: ['case', id], queryFn: () => get<CaseView>(`/api/cases/${id}`) })
export const leadsQuery = (asked: Query) => queryOptions({ queryKey: ['leads', asked], queryFn: ({ signal }) => get<LeadPage>('/api/leads', asked, signal), placeholderData: keepPreviousData })

export const devolutionsQuery = queryOptions({ queryKey: ['devolutions'], queryFn: () => get<DevolutionView[]>('/api/public/devolutions'), staleTime: HOUR_MS })
export const guidanceQuery = (number: string) => queryOptions({ queryKey: ['guidance', number], queryFn: () => get<Guidance[]>(`/api/devolutions/${encodeURIComponent(number)}/guidance`) })

export const figuresQuery = (year: number) => queryOptions({ queryKey: ['figures', year], queryFn: () => get<Figures>('/api/figures', { year }), placeholderData: keepPreviousData })
export const figureCasesQuery = (key: string, asked: Query) =>
  queryOptions({ queryKey: ['figure', key, asked], queryFn: ({ signal }) => get<CasePage>(`/api/figures/${encodeURIComponent(key)}/cases`, asked, signal), placeholderData: keepPreviousData })

export const figureRowsQuery = (key: string, year: number) => queryOptions({ queryKey: ['figure-rows', key, year], queryFn: () => get<FigureRows>(`/api/figures/${encodeURIComponent(key)}/rows`, { year }) })

export const publicQuery = (asked: Query) => queryOptions({ queryKey: ['public', asked], queryFn: ({ signal }) => get<PublicPage>('/api/public/decisions', asked, signal), placeholderData: keepPreviousData })
export const publicDecisionQuery = (id: string) => queryOptions({ queryKey: ['public', 'decision', id], queryFn: () => get<PublicDecision>(`/api/public/decisions/${id}`) })

const asOf = (on: string | undefined): Query => (on === undefined ? {} : { on })
export const catalogueQuery = (on: string | undefined) => queryOptions({ queryKey: ['catalogue', on ?? ''], queryFn: () => get<Catalogue>('/api/public/catalogue', asOf(on)), placeholderData: keepPreviousData })
export const chartQuery = (code: string, on: string | undefined) => queryOptions({ queryKey: ['chart', code, on ?? ''], queryFn: () => get<ChartView>(`/api/public/procedures/${encodeURIComponent(code)}/chart`, asOf(on)), placeholderData: keepPreviousData })
export const lacksQuery = (on: string | undefined) => queryOptions({ queryKey: ['lacks', on ?? ''], queryFn: () => get<Lacks>('/api/publicity/lacks', asOf(on)), placeholderData: keepPreviousData })
export const repairsQuery = (asked: Query) => queryOptions({ queryKey: ['repairs', asked], queryFn: ({ signal }) => get<RepairPage>('/api/repairs', asked, signal), placeholderData: keepPreviousData })
