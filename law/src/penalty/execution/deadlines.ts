import type { CaseFile, Moment } from '../../case-file.ts'
import type { Day } from '../../day.ts'
import { days, months, workdays } from '../../period.ts'
import { acl, alitl, apl, arl23, gbf118, spc18 } from '../../article.ts'
import { since2021 } from '../since-2021.ts'
import { receiptDay } from '../../served-paper.ts'
import { dayOf, deadline, ever, last } from './words.ts'

export const DECISION_RECEIVED: Moment = dayOf('serveDecision', '当事人收到决定书之日', receiptDay)
const DEMAND_RECEIVED: Moment = dayOf('serveDemand', '当事人收到催告书之日', receiptDay)

/** 国办发〔2018〕118号: penalties are made public within seven working days of the decision. */
export const PUBLISH_BY = deadline('publish-by', {
  says: '公示期限',
  since: dayOf('decide', '作出决定之日'),
  length: () => workdays(7),
  basis: gbf118(),
})

/** The latest result of a remedy against the latest decision, carried out or not; none while another remedy is pending. */
function resultOf(file: CaseFile): ReturnType<typeof ever<'settleRemedy'>> {
  const settled = ever(file, 'settleRemedy')
  const anew = file.every('registerRemedy', 'decide').at(-1)
  return settled === undefined || (anew !== undefined && anew.seq > settled.seq) ? undefined : settled
}

const LOST: readonly string[] = ['revoked', 'changed', 'unlawful']
/** The bureau changed or revoked the decision, or learnt that a reconsideration or a suit did, or found it unlawful. */
const UNDONE: Moment = {
  name: 'day of undoing',
  says: '决定变更、撤销，或者知悉被变更、撤销、确认违法之日',
  of: ['changeDecision', 'settleRemedy', 'registerRemedy', 'decide'],
  day: (file) => {
    const settled = resultOf(file)
    return settled !== undefined && LOST.includes(settled.data.outcome) ? settled.data.endedOn : last(file, 'changeDecision')?.on
  },
}

/** 行政处罚法第四十八条第二款: withdrawn within three working days. */
export const WITHDRAW_BY = deadline('withdraw-by', {
  says: '撤回公示的期限',
  since: UNDONE,
  length: () => workdays(3),
  basis: [apl(48, 2), apl(85)],
})

/** 行政处罚法第六十七条第三款: fifteen calendar days after receipt; a deferral or instalments put the last agreed day in its place (第六十六条第二款). */
export const PAY_BY = deadline('pay-by', {
  says: '缴纳罚款的期限',
  since: DECISION_RECEIVED,
  length: (since, file) => {
    const agreed = agreedUntil(file)
    return agreed === undefined ? days(15) : days(Math.max(15, agreed - since))
  },
  basis: [apl(67, 3), apl(66, 2)],
  extendedBy: { acts: ['approveDeferral', 'approveInstalments'], by: () => [] },
})

/** 行政处罚法第七十一条: two working days from collecting on the spot to the bureau; under the law of 2017 two days. */
export const HAND_IN_BY = deadline('hand-in-by', {
  says: '收缴款交至机关的期限',
  since: dayOf('collectOnSpot', '当场收缴之日'),
  length: (since) => since2021(since, workdays(2), days(2)),
  basis: [apl(71), apl(85)],
})
/** 行政处罚法第七十一条: two more to the bank. */
export const BANK_IN_BY = deadline('bank-in-by', {
  says: '收缴款缴付银行的期限',
  since: dayOf('handIn', '收到收缴款之日'),
  length: (since) => since2021(since, workdays(2), days(2)),
  basis: [apl(71), apl(85)],
})

/** The last day to which payment was put off, if it was. */
export function agreedUntil(file: CaseFile): Day | undefined {
  const deferral = last(file, 'approveDeferral')
  if (deferral !== undefined) return deferral.data.until
  const rows = last(file, 'approveInstalments')?.data.instalments ?? []
  return rows.reduce<Day | undefined>((latest, { until }) => (latest === undefined || until > latest ? until : latest), undefined)
}

/** The day from which the time to sue runs: receipt of the decision, or of the result of a reconsideration or a suit. */
const REMEDY_FROM: Moment = {
  name: 'remedy from',
  says: '复议、起诉期限起算之日',
  of: ['serveDecision', 'registerRemedy', 'settleRemedy', 'decide'],
  day: (file) => {
    if (last(file, 'registerRemedy') !== undefined) return undefined
    const settled = resultOf(file)
    return settled === undefined ? DECISION_RECEIVED.day(file) : settled.data.endedOn
  },
}

/** 行政诉讼法第四十六条: six months after learning of the decision; fifteen days after a reconsideration decision (第四十五条) or a judgment (第八十五条). */
export const SUE_BY = deadline('sue-by', {
  says: '复议、起诉期限',
  since: REMEDY_FROM,
  length: (_, file) => (resultOf(file) === undefined ? months(6) : days(15)),
  basis: [alitl(46), alitl(45), alitl(85)],
})

/** 行政复议法第二十条: sixty days after learning of the decision. */
export const RECONSIDER_BY = deadline('reconsider-by', {
  says: '申请行政复议的期限',
  since: DECISION_RECEIVED,
  length: () => days(60),
  basis: arl23(20),
})

/** 行政强制法第五十四条: ten working days after the demand was served (第六十九条). */
export const PERFORM_DEMAND_BY = deadline('perform-demand-by', {
  says: '催告履行期限',
  since: DEMAND_RECEIVED,
  length: () => workdays(10),
  basis: [acl(54), acl(69)],
})

/** 行政强制法第五十三条: three months from the end of the time to sue; 行政处罚法第七十二条第二款: from the end of a deferral, if that is later. */
export const APPLY_COURT_BY = deadline('apply-court-by', {
  says: '申请法院强制执行的期限',
  since: {
    name: 'court window opens',
    says: '起诉期限届满之日',
    of: ['serveDecision', 'registerRemedy', 'settleRemedy', 'approveDeferral', 'approveInstalments'],
    day: (file) => {
      const sue = file.deadline(SUE_BY)
      if (sue.state !== 'running') return undefined
      const agreed = agreedUntil(file)
      return agreed !== undefined && agreed > sue.due ? agreed : sue.due
    },
  },
  length: () => months(3),
  basis: [acl(53), spc18(156), apl(72, 2)],
})
