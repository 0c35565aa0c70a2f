import type { LikeBody, LikeView } from '@zhunsheng/bureau/modules/consistency/wire.ts'
import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { post } from '../api.ts'

const MINUTE_MS = 60_000

/** Like cases beside one (类案检索). It is a question, although it is posted: nothing is kept. */
export const likeQuery = (body: LikeBody) => queryOptions({ queryKey: ['like', body], queryFn: () => post<LikeView>('/api/consistency/like', body), placeholderData: keepPreviousData, staleTime: MINUTE_MS })
