import type { CaseFile, Moment } from '../../case-file.ts'
import type { Day } from '../../day.ts'
import type { Act } from '../../dossier.ts'
import type { Answers } from '../../field.ts'
import { servedOn } from '../../service.ts'
import type { SERVICE } from './acts/forms.ts'
import { dayOf } from './words.ts'

/** The day on which a paper counts as served (送达之日), by the way in which it was served. */
export function receiptDay(act: Act<Answers<typeof SERVICE>>, file: CaseFile): Day | undefined {
  const served = servedOn({ way: act.data.way, on: act.data.receivedOn ?? act.on, confirmed: act.data.confirmed }, file.setting.calendar)
  return 'on' in served ? served.on : undefined
}

export const NOTICE_RECEIVED: Moment = dayOf('serveNotice', '当事人收到处罚告知书之日', receiptDay)
export const DECISION_RECEIVED: Moment = dayOf('serveDecision', '当事人收到决定书之日', receiptDay)
export const DEMAND_RECEIVED: Moment = dayOf('serveDemand', '当事人收到催告书之日', receiptDay)
