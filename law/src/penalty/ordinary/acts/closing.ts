import { apl } from '../../../article.ts'
import { choice, passage } from '../../../field.ts'
import { act } from '../../../language.ts'
import { CLOSING } from '../../execution/acts.ts'

/** Closing (结案): each way in which an ordinary case can end. */
export const CLOSING_ACTS = {
  close: act('结案', {
    stage: CLOSING,
    by: ['bureauLeader'],
    basis: apl(47),
    outcome: 'result',
    help: '处理完毕，批准结案。',
    form: {
      result: choice('结案情形', {
        performed: '处罚决定执行完毕',
        court: '人民法院执行完毕或者终结',
        ended: '终结执行',
        exempted: '不予行政处罚',
        unfounded: '违法事实不能成立',
        transferred: '已移送',
        revoked: '处罚决定已撤销',
        terminated: '终止调查',
      }),
      summary: passage('处理和执行情况'),
    },
  }),
} as const
