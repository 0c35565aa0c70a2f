import type { CaseSlips, Days, DayView, Items, SlipPage } from '@zhunsheng/bureau/modules/payments/wire.ts'
import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { get, type Query } from '../api.ts'

/** What the pages of payments ask (罚款收缴). */
export const slipsQuery = (asked: Query) => queryOptions({ queryKey: ['payments', 'slips', asked], queryFn: ({ signal }) => get<SlipPage>('/api/payments/slips', asked, signal), placeholderData: keepPreviousData })
export const caseSlipsQuery = (caseId: string) => queryOptions({ queryKey: ['payments', 'case', caseId], queryFn: () => get<CaseSlips>(`/api/cases/${caseId}/slips`), retry: false })
export const daysQuery = (asked: { readonly from: string; readonly to: string }) => queryOptions({ queryKey: ['payments', 'days', asked], queryFn: ({ signal }) => get<Days>('/api/payments/days', asked, signal), placeholderData: keepPreviousData })
export const dayQuery = (day: string) => queryOptions({ queryKey: ['payments', 'day', day], queryFn: () => get<DayView>(`/api/payments/days/${day}`) })
export const itemsQuery = (asked: Query) => queryOptions({ queryKey: ['payments', 'items', asked], queryFn: ({ signal }) => get<Items>('/api/payments/items', asked, signal), placeholderData: keepPreviousData })
