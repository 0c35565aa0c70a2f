import type { Kind, ManifestPage, RowPage } from '@zhunsheng/bureau/modules/trucks/wire.ts'
import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { get, type Query } from '../api.ts'

/** What the pages of the trucks' register ask (渣土运输登记). */
export const registerQuery = (kind: Kind, asked: Query) => queryOptions({ queryKey: ['trucks', 'register', kind, asked], queryFn: ({ signal }) => get<RowPage>(`/api/trucks/register/${kind}`, asked, signal), placeholderData: keepPreviousData })
export const manifestsQuery = (asked: Query) => queryOptions({ queryKey: ['trucks', 'manifests', asked], queryFn: ({ signal }) => get<ManifestPage>('/api/trucks/manifests', asked, signal), placeholderData: keepPreviousData })
