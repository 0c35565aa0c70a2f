import { apl } from '../../article.ts'
import { valueOn } from '../../jurisdiction.ts'
import { workdays } from '../../period.ts'
import { dayOf, deadline } from './words.ts'

/** 行政处罚法第五十二条第三款 asks for the report and names no time: the bureau's own number, as data. */
export const REPORT_BY = deadline('report-by', {
  says: '当场处罚报备期限',
  since: dayOf('decide', '当场作出决定之日'),
  length: (since, file) => {
    const own = valueOn(file.setting.local.spotReportWorkdays, since)
    return own === undefined ? undefined : workdays(own.value)
  },
  basis: apl(52, 3),
})
