import type { TipoffPage, TipoffView } from '@zhunsheng/bureau/modules/tipoffs/wire.ts'
import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { get, type Query } from '../api.ts'

/** What the desk of citizens' reports asks (群众举报). */
export const tipoffsQuery = (asked: Query) => queryOptions({ queryKey: ['tipoffs', 'list', asked], queryFn: ({ signal }) => get<TipoffPage>('/api/tipoffs', asked, signal), placeholderData: keepPreviousData })
export const tipoffQuery = (id: string) => queryOptions({ queryKey: ['tipoffs', 'one', id], queryFn: () => get<TipoffView>(`/api/tipoffs/${encodeURIComponent(id)}`) })
