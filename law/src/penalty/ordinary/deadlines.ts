import type { CaseFile, Stretch } from '../../case-file.ts'
import { valueOn } from '../../jurisdiction.ts'
import { days, workdays } from '../../period.ts'
import { addDays, type Day } from '../../day.ts'
import type { Act } from '../../dossier.ts'
import { apl } from '../../article.ts'
import { LAW_OF_2021, since2021 } from '../since-2021.ts'
import { NOTICE_RECEIVED } from './service.ts'
import { dayOf, deadline, ever, every } from './words.ts'

/** 行政处罚法第六十条: ninety calendar days from filing. Files opened before 2021-07-15: counted from that day (inferred: the old law had no limit). */
export const DECIDE_BY = deadline('decide-by', {
  says: '办案期限（立案之日起九十日）',
  since: dayOf('file', '立案之日', (act) => (act.on < LAW_OF_2021 ? LAW_OF_2021 : act.on)),
  length: () => days(90),
  basis: apl(60),
  extendedBy: { acts: ['extend'], by: (file) => every(file, 'extend').map((act) => days(act.data.days)) },
  suspendedBy: { acts: ['suspend', 'resume', 'transferCrime', 'crimeSettled', 'transferElsewhere', 'takeUpAgain'], stretches: suspensions },
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

/** By which acts the case goes away, and by which it is back. */
const AWAY: readonly string[] = ['suspend', 'transferCrime', 'transferElsewhere']
const BACK: Readonly<Record<string, string>> = { resume: 'suspend', crimeSettled: 'transferCrime', takeUpAgain: 'transferElsewhere' }

/**
 * The stretches in which the investigation stood still: suspended, or with the police or another agency. That the ninety days do not
 * run while a case is away is inferred: no text says it, but 移送规定第十一条 forbids the decision meanwhile, and 第十条 asks for it
 * afterwards. The two years of 行政处罚法第三十六条 ask when the offence was found out; what was found out stays so.
 */
function suspensions(file: CaseFile): readonly Stretch[] {
  const stretches: Stretch[] = []
  const reasons = new Set<string>()
  for (const act of file.every(...AWAY, ...Object.keys(BACK))) {
    const ends = BACK[act.kind]
    if (ends === undefined) {
      if (reasons.size === 0) stretches.push({ from: act.on })
      reasons.add(act.kind)
      continue
    }
    const open = stretches.at(-1)
    if (reasons.delete(ends) && reasons.size === 0 && open !== undefined) stretches[stretches.length - 1] = { from: open.from, to: backOn(act) }
  }
  return stretches
}
/** The day on which the case itself was back, which may be earlier than that of its entry. */
function backOn({ kind, on, data }: Act): Day {
  const day = kind === 'crimeSettled' ? data['settledOn'] : kind === 'takeUpAgain' ? data['backOn'] : on
  return typeof day === 'number' && day < on ? addDays(on, day - on) : on
}
