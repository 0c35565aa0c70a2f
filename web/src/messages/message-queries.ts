import type { CaseMessages, MessagePage } from '@zhunsheng/bureau/modules/messages/wire.ts'
import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { get, type Query } from '../api.ts'

/** What the pages of reminders ask (短信提醒). */
export const messagesQuery = (asked: Query) => queryOptions({ queryKey: ['messages', 'list', asked], queryFn: ({ signal }) => get<MessagePage>('/api/messages', asked, signal), placeholderData: keepPreviousData })
export const caseMessagesQuery = (caseId: string) => queryOptions({ queryKey: ['messages', 'case', caseId], queryFn: () => get<CaseMessages>(`/api/cases/${caseId}/messages`), retry: false })
