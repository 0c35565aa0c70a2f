import { apl } from '../../article.ts'
import { choice, optional } from '../../field.ts'
import { PENALTY } from '../forms.ts'

/** What execution asks of a decision (决定的要素): these questions stand in every form of decision, whatever the procedure. */
export const DECIDED = {
  outcome: choice('决定', { penalise: '行政处罚', exempt: '不予行政处罚', unfounded: '违法事实不能成立，不予行政处罚' }, { basis: [apl(57, 1)] }),
  kinds: optional(PENALTY.kinds),
  fine: PENALTY.fine,
  confiscated: PENALTY.confiscated,
  disclose: choice('是否公开', { publish: '公开', withhold: '不公开' }, { basis: [apl(48, 1)] }),
} as const
