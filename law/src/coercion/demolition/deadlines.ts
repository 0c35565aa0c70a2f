import { publishBy } from '../publication/rules.ts'
import { acl, alitl, arl23, spc18 } from '../../article.ts'
import type { CaseFile, Moment } from '../../case-file.ts'
import type { Day } from '../../day.ts'
import { days, months, standingDays, workdays, years, type Period } from '../../period.ts'
import { receiptDay } from '../../served-paper.ts'
import { dayOf, deadline, last } from './words.ts'

/** The day from which the time to contest the order runs; none while a remedy is pending. What was withdrawn gives no new time. */
const CONTESTABLE_SINCE: Moment = {
  name: 'contestable since',
  says: '限期拆除决定送达或者救济结果收到之日',
  of: ['begin', 'registerRemedy', 'settleRemedy'],
  day: (file): Day | undefined => {
    if (last(file, 'registerRemedy') !== undefined) return undefined
    const settled = last(file, 'settleRemedy')?.data
    return settled?.outcome === 'upheld' ? settled.endedOn : last(file, 'begin')?.data.servedOn
  },
}

/**
 * How long the order can be contested: six months (行政诉讼法第四十六条), longer than the sixty days of reconsideration; a year where the time
 * was not told (法释〔2018〕1号第六十四条); after a reconsideration, or a judgment in first instance, fifteen days; after a final one no more.
 */
function contestable(file: CaseFile): Period {
  const settled = last(file, 'settleRemedy')?.data
  if (settled?.outcome === 'upheld') return settled.final ? standingDays(0) : days(15)
  return last(file, 'begin')?.data.remediesTold === false ? years(1) : months(6)
}
export const SUE_BY = deadline('sue-by', {
  says: '对限期拆除决定的复议、起诉期限',
  since: CONTESTABLE_SINCE,
  length: (_, file) => contestable(file),
  basis: [acl(44), alitl(46), alitl(45), alitl(85), arl23(20), spc18(64)],
})

/** 行政强制法第四十四条: until the day that the announcement names. */
export const ANNOUNCED_UNTIL = deadline('announced-until', {
  says: '公告限期自行拆除的期限',
  since: dayOf('announce', '公告载明之日', (act) => act.data.until),
  length: () => days(0),
  basis: acl(44),
})

/** 行政强制法第五十四条: ten days after the demand was served; ten or fewer are working days (第六十九条). */
export const TEN_DAYS = deadline('ten-days', {
  says: '催告书送达后的十日（工作日）',
  since: dayOf('serveDemand', '催告书送达之日', receiptDay),
  length: () => workdays(10),
  basis: [acl(54), acl(69)],
})

/** 行政强制法第五十三条: three months after the time for suing has run out. */
export const COURT_BY = deadline('court-by', {
  says: '申请法院强制执行的期限',
  since: {
    name: 'court window opens',
    says: '起诉期限届满之日',
    of: CONTESTABLE_SINCE.of,
    day: (file) => {
      const sue = file.deadline(SUE_BY)
      return sue.state === 'running' ? sue.due : undefined
    },
  },
  length: () => months(3),
  basis: [acl(53), spc18(156)],
})

/** 国办发〔2018〕118号: from the decision to remove by force. */
export const PUBLISH_BY = publishBy(dayOf('decide', '作出强制执行决定之日'))
