import type { CaseFile, Moment, Stretch } from '../../case-file.ts'
import { day, type Day } from '../../day.ts'
import { valueOn } from '../../jurisdiction.ts'
import { days, months, workdays, type Period } from '../../period.ts'
import { acl, alitl, apl, arl23, gbf118, spc18, tcr } from '../../article.ts'
import { DECISION_RECEIVED, DEMAND_RECEIVED, NOTICE_RECEIVED } from './service.ts'
import { dayOf, deadline, ever, every, last } from './words.ts'

/** From this day the penalty law of 2021 applies, and its short periods are working days (行政处罚法第八十五条、第八十六条). */
export const LAW_OF_2021: Day = day('2021-07-15')

/** From this day a reconsideration goes to the government alone (行政复议法第二十四条, 2023). */
export const ONE_RECONSIDERATION_BODY: Day = day('2024-01-01')

/** The old penalty law has no clause on working days, so its periods are calendar days. */
const since2021 = (since: Day, then: Period, before: Period): Period => (since >= LAW_OF_2021 ? then : before)

/** 行政处罚法第六十条: ninety calendar days from filing. Files opened before 2021-07-15: counted from that day (inferred: the old law had no limit). */
export const DECIDE_BY = deadline('decide-by', {
  says: '办案期限（立案之日起九十日）',
  since: dayOf('file', '立案之日', (act) => (act.on < LAW_OF_2021 ? LAW_OF_2021 : act.on)),
  length: () => days(90),
  basis: apl(60),
  extendedBy: { acts: ['extend'], by: (file) => every(file, 'extend').map((act) => days(act.data.days)) },
  suspendedBy: { acts: ['suspend', 'resume'], stretches: suspensions },
})

/** 行政处罚法第五十六条: preserved things are settled within seven working days. */
export const SETTLE_PRESERVED_BY = deadline('settle-preserved-by', {
  says: '先行登记保存处理期限',
  // Settling resets the preservation itself, yet the duty was met and stays on record.
  since: { name: 'day of preserve', says: '登记保存之日', of: ['preserve'], day: (file) => ever(file, 'preserve')?.on },
  length: (since) => since2021(since, workdays(7), days(7)),
  basis: [apl(56), apl(85)],
})

/** How long the party has for his statement. The statute names no number: it is the bureau's own, as data. */
export const STATEMENT_BY = deadline('statement-by', {
  says: '陈述申辩期限',
  since: NOTICE_RECEIVED,
  length: (since, file) => {
    const own = valueOn(file.setting.local.statementWorkdays, since)
    return own === undefined ? undefined : workdays(own.value)
  },
  basis: [apl(44), apl(45)],
})

/** 行政处罚法第六十四条第一款第（一）项: five working days after being told; three days under the law of 2017. */
export const HEARING_REQUEST_BY = deadline('hearing-request-by', {
  says: '要求听证的期限',
  since: NOTICE_RECEIVED,
  length: (since) => since2021(since, workdays(5), days(3)),
  basis: [apl(64, 1, 1), apl(85)],
})

/** 行政处罚法第六十一条第一款. */
export const SERVE_DECISION_BY = deadline('serve-decision-by', {
  says: '送达决定书的期限',
  since: dayOf('decide', '作出决定之日'),
  length: (since) => since2021(since, workdays(7), days(7)),
  basis: [apl(61, 1), apl(85)],
})

/** 国办发〔2018〕118号: penalties are made public within seven working days of the decision. */
export const PUBLISH_BY = deadline('publish-by', {
  says: '公示期限',
  since: dayOf('decide', '作出决定之日'),
  length: () => workdays(7),
  basis: gbf118(),
})

/** 行政处罚法第四十八条第二款: withdrawn within three working days. */
export const WITHDRAW_BY = deadline('withdraw-by', {
  says: '撤回公示的期限',
  since: dayOf('changeDecision', '决定变更或者撤销之日', (act) => act.on),
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
  of: ['serveDecision', 'registerRemedy', 'settleRemedy'],
  day: (file) => {
    if (last(file, 'registerRemedy') !== undefined) return undefined
    const settled = last(file, 'settleRemedy')
    return settled === undefined ? DECISION_RECEIVED.day(file) : settled.data.endedOn
  },
}

/** 行政诉讼法第四十六条: six months after learning of the decision; fifteen days after a reconsideration decision (第四十五条) or a judgment (第八十五条). */
export const SUE_BY = deadline('sue-by', {
  says: '复议、起诉期限',
  since: REMEDY_FROM,
  length: (_, file) => (last(file, 'settleRemedy') === undefined ? months(6) : days(15)),
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

/** 行政执法机关移送涉嫌犯罪案件的规定第五条: within twenty-four hours of the head's decision to transfer, counted as the next day. */
export const TRANSFER_BY = deadline('transfer-by', {
  says: '移送司法机关的期限',
  since: dayOf('decide', '决定移送之日', (act) => (act.data.outcome === 'crime' ? act.on : undefined)),
  length: () => days(1),
  basis: tcr(5),
})

/** The stretches in which the investigation stood still. */
function suspensions(file: CaseFile): readonly Stretch[] {
  const stretches: Stretch[] = []
  for (const act of file.every('suspend', 'resume')) {
    const open = stretches.at(-1)
    if (act.kind === 'suspend') stretches.push({ from: act.on })
    else if (open !== undefined && open.to === undefined) stretches[stretches.length - 1] = { from: open.from, to: act.on }
  }
  return stretches
}

