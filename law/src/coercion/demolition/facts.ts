import { acl, spc13, upl } from '../../article.ts'
import { any, type Condition } from '../../condition.ts'
import { done, fact, last } from './words.ts'

/** The order rests on the planning law, which lets the government have it removed (违反城乡规划法). */
export const PLANNING = fact('planning', {
  says: '限期拆除决定依据城乡规划法',
  of: ['begin'],
  basis: [upl(68), spc13()],
  test: (file) => last(file, 'begin')?.data.law === 'planning',
})

/** Some of what stood inside is kept by the bureau (室内财物由本机关保管). */
export const GOODS_KEPT = fact('goods-kept', {
  says: '室内财物由本机关保管',
  of: ['demolish'],
  basis: acl(44),
  test: (file) => last(file, 'demolish')?.data.inventory.some(({ to }) => to === 'kept') === true,
})

/** The order is before a court or a reconsideration body, or was taken away by one (救济期间，或者决定已被撤销). */
export const CONTESTED: Condition = any(done('registerRemedy'), done('settleRemedy', 'outcome', 'revoked'))
/** Nothing is left to be forced (已经拆除、由法院执行或者终结). */
export const OVER: Condition = any(done('demolish'), done('removed'), done('courtRules', 'outcome', 'granted'), done('end'))
