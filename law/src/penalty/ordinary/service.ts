import type { Moment } from '../../case-file.ts'
import { receiptDay } from '../../served-paper.ts'
import { dayOf } from './words.ts'

export const NOTICE_RECEIVED: Moment = dayOf('serveNotice', '当事人收到处罚告知书之日', receiptDay)
