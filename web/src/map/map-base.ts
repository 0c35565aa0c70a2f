import type { MapBase } from '@zhunsheng/bureau/modules/trucks/wire.ts'
import { queryOptions } from '@tanstack/react-query'
import { get } from '../api.ts'

/** What maps lie on; it stands in a file of the server and does not change while that runs. */
export const mapBaseQuery = queryOptions({ queryKey: ['public', 'map'], staleTime: Infinity, queryFn: ({ signal }) => get<MapBase>('/api/public/map', {}, signal) })
