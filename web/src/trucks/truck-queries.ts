import type { History, Kind, ManifestPage, PublicHaulage, RowPage } from '@zhunsheng/bureau/modules/trucks/wire.ts'
import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { get, type Query } from '../api.ts'
import { drawnOf, type Drawn } from '../map/drawn.ts'

const BACKGROUND = ['site', 'disposal', 'route', 'zone'] as const
const MOST = 500
const MINUTE_MS = 60_000

/** What the pages of muck trucks ask (渣土车监管). */
export const registerQuery = (kind: Kind, asked: Query) => queryOptions({ queryKey: ['trucks', 'register', kind, asked], queryFn: ({ signal }) => get<RowPage>(`/api/trucks/register/${kind}`, asked, signal), placeholderData: keepPreviousData })
export const recordQuery = (kind: Kind, id: string) => queryOptions({ queryKey: ['trucks', 'record', kind, id], queryFn: () => get<History>(`/api/trucks/register/${kind}/${encodeURIComponent(id)}`) })
export const manifestsQuery = (asked: Query) => queryOptions({ queryKey: ['trucks', 'manifests', asked], queryFn: ({ signal }) => get<ManifestPage>('/api/trucks/manifests', asked, signal), placeholderData: keepPreviousData })
export const haulageQuery = (on: string | undefined) => queryOptions({ queryKey: ['public', 'haulage', on ?? ''], queryFn: () => get<PublicHaulage>('/api/public/haulage', { on }), placeholderData: keepPreviousData })
/** Everything that stands and has a place, to draw among it. */
export const surroundingsQuery = queryOptions({
  queryKey: ['trucks', 'surroundings'],
  staleTime: MINUTE_MS,
  queryFn: async ({ signal }): Promise<readonly Drawn[]> => {
    const pages = await Promise.all(BACKGROUND.map(async (kind) => (await get<RowPage>(`/api/trucks/register/${kind}`, { size: MOST }, signal)).rows.flatMap((row) => drawnOf(kind, row))))
    return pages.flat()
  },
})
