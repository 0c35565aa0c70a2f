import type { AlarmPage, AlarmView, Beside, Compliance, Live, LookPage, TripPage } from '@zhunsheng/bureau/modules/tracking/wire.ts'
import type { HeldPage, Terminals } from '@zhunsheng/bureau/modules/terminals/wire.ts'
import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { get, type Query } from '../api.ts'

const SOON_MS = 10_000
const LIVE_MS = 5000

/** What the pages of trucks on their way ask (渣土车监管). */
export const alarmsQuery = (asked: Query) => queryOptions({ queryKey: ['trucks', 'alarms', asked], queryFn: ({ signal }) => get<AlarmPage>('/api/trucks/alarms', asked, signal), placeholderData: keepPreviousData })
export const alarmQuery = (id: string) => queryOptions({ queryKey: ['trucks', 'alarm', id], queryFn: () => get<AlarmView>(`/api/trucks/alarms/${encodeURIComponent(id)}`) })
export const besideQuery = (id: string, asked: Query) => queryOptions({ queryKey: ['trucks', 'beside', id, asked], queryFn: ({ signal }) => get<Beside>(`/api/trucks/alarms/${encodeURIComponent(id)}/beside`, asked, signal) })
export const tripsQuery = (asked: Query) => queryOptions({ queryKey: ['trucks', 'trips', asked], queryFn: ({ signal }) => get<TripPage>('/api/trucks/trips', asked, signal), placeholderData: keepPreviousData })
export const complianceQuery = (asked: Query) => queryOptions({ queryKey: ['trucks', 'compliance', asked], queryFn: ({ signal }) => get<Compliance>('/api/trucks/compliance', asked, signal), placeholderData: keepPreviousData })
export const terminalsQuery = queryOptions({ queryKey: ['trucks', 'terminals'], queryFn: () => get<Terminals>('/api/trucks/terminals'), refetchInterval: SOON_MS })
export const heldQuery = (asked: Query) => queryOptions({ queryKey: ['trucks', 'held', asked], queryFn: ({ signal }) => get<HeldPage>('/api/trucks/terminals/held', asked, signal), placeholderData: keepPreviousData })
export const liveQuery = queryOptions({ queryKey: ['trucks', 'live'], queryFn: ({ signal }) => get<Live>('/api/trucks/live', {}, signal), refetchInterval: LIVE_MS })
export const looksQuery = (asked: Query) => queryOptions({ queryKey: ['trucks', 'looks', asked], queryFn: ({ signal }) => get<LookPage>('/api/trucks/looks', asked, signal), placeholderData: keepPreviousData })
