import { acl } from '../../article.ts'
import { standingDays, workdays } from '../../period.ts'
import { receiptDay } from '../../served-paper.ts'
import { publishBy } from '../publication/rules.ts'
import { dayOf, deadline, ever, last } from './words.ts'

/**
 * 行政强制法第五十一条第一款第（二）项: demanded three days before; ten days or fewer are working days (第六十九条). Counted back from the day
 * of performance, which is not counted, the third working day is the last on which the demand may arrive: so two lie between.
 */
export const REMINDED = deadline('reminded', {
  says: '代履行前再次催告的三日',
  since: dayOf('remind', '再次催告送达之日', receiptDay),
  length: () => workdays(2),
  basis: [acl(51, 1, 2), acl(69)],
})

/** 行政强制法第五十二条: at once after clearing, or after the party was found. */
export const NOTIFY_BY = deadline('notify-by', {
  says: '事后通知当事人（立即）',
  since: {
    name: 'cleared in absence of a known party',
    says: '当事人不在场而清除之日，或者查明当事人之日',
    of: ['clear', 'identify', 'begin'],
    day: (file) => {
      const cleared = last(file, 'clear')
      if (cleared?.data.presence !== 'absent') return undefined
      return last(file, 'begin')?.data.party !== undefined ? cleared.on : last(file, 'identify')?.on
    },
  },
  length: () => standingDays(0),
  basis: acl(52),
})

/** 国办发〔2018〕118号: from the decision, the later one where there were two. */
export const PUBLISH_BY = publishBy({ name: 'day of the decision', says: '作出代履行决定之日', of: ['decide', 'orderClear'], day: (file) => ever(file, 'decide')?.on ?? ever(file, 'orderClear')?.on })
