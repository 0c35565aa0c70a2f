import { acl } from '../../article.ts'
import { days, years } from '../../period.ts'
import { deadline, dayOf, last } from './words.ts'

/** 行政强制法第三十五条第（一）项: until the day that the demand names; it moves off a holiday, for it is the party's time. */
export const DEMAND_BY = deadline('demand-by', {
  says: '催告书载明的履行期限',
  since: { name: 'day that the demand names', says: '催告书载明之日', of: ['demand', 'serveDemand'], day: (file) => (last(file, 'serveDemand') === undefined ? undefined : last(file, 'demand')?.data.until) },
  length: () => days(0),
  basis: acl(35, undefined, 1),
})

/** 行政强制法第三十九条第二款: three years of standing still, where it does no harm and the party cannot; then it is no longer executed. */
export const THREE_YEARS = deadline('three-years', {
  says: '中止执行三年',
  since: dayOf('suspend', '中止之日', (act) => (act.data.harmless && act.data.unable ? act.on : undefined)),
  length: () => years(3),
  basis: acl(39, 2),
})
