import type { Desk, DeviceRow, DeviceView, EventPage, EventView, Source } from '@zhunsheng/bureau/modules/monitoring/wire.ts'
import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { ShownAct } from '../act/form.ts'
import { get, type Query } from '../api.ts'

const HOUR_MS = 3_600_000

/** What the pages of electronic monitoring ask (非现场执法). */
export const deskQuery = queryOptions({ queryKey: ['monitoring', 'desk'], queryFn: () => get<Desk>('/api/monitoring/desk') })
export const eventsQuery = (asked: Query) => queryOptions({ queryKey: ['monitoring', 'events', asked], queryFn: ({ signal }) => get<EventPage>('/api/monitoring/events', asked, signal), placeholderData: keepPreviousData })
export const eventQuery = (id: string) => queryOptions({ queryKey: ['monitoring', 'event', id], queryFn: () => get<EventView>(`/api/monitoring/events/${id}`) })
export const devicesQuery = queryOptions({ queryKey: ['monitoring', 'devices'], queryFn: () => get<DeviceRow[]>('/api/monitoring/devices') })
export const deviceQuery = (id: string, on: string | undefined) => queryOptions({ queryKey: ['monitoring', 'device', id, on], queryFn: () => get<DeviceView>(`/api/monitoring/devices/${id}`, { on }), placeholderData: keepPreviousData })
export const sourcesQuery = queryOptions({ queryKey: ['monitoring', 'sources'], queryFn: () => get<Source[]>('/api/monitoring/sources') })
export const formsQuery = (of: 'device' | 'event') => queryOptions({ queryKey: ['monitoring', 'forms', of], queryFn: () => get<readonly ShownAct[]>('/api/monitoring/forms', { of }), staleTime: HOUR_MS })
