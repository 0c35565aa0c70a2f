import type { AccountList, NoticeList, OwnAlarmPage, OwnAlarmView, OwnRegister, Overview, PortalMe } from '@zhunsheng/bureau/modules/portal/wire.ts'
import type { Compliance, TripPage } from '@zhunsheng/bureau/modules/tracking/wire.ts'
import type { ManifestPage } from '@zhunsheng/bureau/modules/trucks/wire.ts'
import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { get, type Query } from '../api.ts'

/** What the pages of an enterprise ask (企业端). */
export const portalMeQuery = queryOptions({ queryKey: ['portal', 'session'], queryFn: () => get<PortalMe>('/api/portal/session'), retry: false })
export const overviewQuery = queryOptions({ queryKey: ['portal', 'overview'], queryFn: () => get<Overview>('/api/portal/overview') })
export const ownRegisterQuery = queryOptions({ queryKey: ['portal', 'register'], queryFn: () => get<OwnRegister>('/api/portal/register') })
export const ownAlarmsQuery = (asked: Query) => queryOptions({ queryKey: ['portal', 'alarms', asked], queryFn: ({ signal }) => get<OwnAlarmPage>('/api/portal/alarms', asked, signal), placeholderData: keepPreviousData })
export const ownAlarmQuery = (id: string) => queryOptions({ queryKey: ['portal', 'alarm', id], queryFn: () => get<OwnAlarmView>(`/api/portal/alarms/${encodeURIComponent(id)}`) })
export const ownTripsQuery = (asked: Query) => queryOptions({ queryKey: ['portal', 'trips', asked], queryFn: ({ signal }) => get<TripPage>('/api/portal/trips', asked, signal), placeholderData: keepPreviousData })
export const ownComplianceQuery = (asked: Query) => queryOptions({ queryKey: ['portal', 'compliance', asked], queryFn: ({ signal }) => get<Compliance>('/api/portal/compliance', asked, signal), placeholderData: keepPreviousData })
export const ownManifestsQuery = (asked: Query) => queryOptions({ queryKey: ['portal', 'manifests', asked], queryFn: ({ signal }) => get<ManifestPage>('/api/portal/manifests', asked, signal), placeholderData: keepPreviousData })
export const ownNoticesQuery = queryOptions({ queryKey: ['portal', 'notices'], queryFn: () => get<NoticeList>('/api/portal/notices') })

/** What the truck desk asks of the enterprises' people (企业账号、通知). */
export const accountsQuery = queryOptions({ queryKey: ['trucks', 'portal', 'accounts'], queryFn: () => get<AccountList>('/api/trucks/portal/accounts') })
export const sentNoticesQuery = queryOptions({ queryKey: ['trucks', 'portal', 'notices'], queryFn: () => get<NoticeList>('/api/trucks/portal/notices') })
