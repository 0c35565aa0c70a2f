import type { Moment } from '../../case-file.ts'
import { receiptDay } from '../../served-paper.ts'
import { dayOf } from './words.ts'

export const NOTICE_RECEIVED: Moment = dayOf('serveNotice', '当事人收到处罚告知书之日', receiptDay)
export const DECISION_RECEIVED: Moment = dayOf('serveDecision', '当事人收到决定书之日', receiptDay)
export const DEMAND_RECEIVED: Moment = dayOf('serveDemand', '当事人收到催告书之日', receiptDay)
