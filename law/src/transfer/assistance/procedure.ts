import { all, any, not } from '../../condition.ts'
import { ALWAYS } from '../../interval.ts'
import { standingDays } from '../../period.ts'
import type { Procedure, Rule, Safeguard } from '../../procedure.ts'
import { apl, apl17 } from '../../article.ts'
import { ASSISTANCE_ACTS } from './acts.ts'
import { checks, dayOf, deadline, done, last, never, owes, requires } from './words.ts'

/** The law of 2021 wrote down a duty that agencies had known before (行政处罚法第二十六条); the older law said nothing, and the form of it was the same. */
const AS_BEFORE = { inForce: ALWAYS }
/** Before it, only that what is done must have its basis and its order (行政处罚法 2017 第三条). */
const HELP = [apl(26), apl17(3)] as const

/** The day that the asking agency named: the statute knows no period. */
const ASSIST_BY = deadline('assist-by', { says: '来函要求答复之日', since: dayOf('asked', '来函要求答复之日', (act) => act.data.wantedBy), length: () => standingDays(0), basis: HELP })

const RULES: readonly Rule[] = [
  ...(['ask', 'asked'] as const).map((kind) => requires(kind, { code: `${kind}.once`, needs: not(any(done('ask'), done('asked'))), basis: HELP, ...AS_BEFORE, because: '本案卷已经登记', instead: '另一请求另行登记' })),
  ...(['ask', 'asked'] as const).map((kind) =>
    checks(kind, { code: `${kind}.wanted`, says: '答复之日不早于当日', instead: '填写今天或者以后的日期', basis: HELP, ...AS_BEFORE, test: ({ data, on }) => (data.wantedBy < on ? { because: '希望答复之日已经过去', field: 'wantedBy' } : undefined) }),
  ),
  requires('reply', { code: 'reply.not-asked', needs: all(done('ask'), not(done('reply'))), basis: HELP, ...AS_BEFORE, because: '没有请求协助，或者已经登记答复', instead: '先请求协助' }),
  requires('assist', { code: 'assist.not-asked', needs: all(done('asked'), not(done('assist'))), basis: HELP, ...AS_BEFORE, because: '没有待答复的协助请求', instead: '先登记协助请求' }),
  checks('assist', {
    code: 'assist.within-power',
    says: '属于职权范围的应当协助',
    instead: '依法予以协助',
    basis: HELP,
    outcome: 'refused',
    ...AS_BEFORE,
    test: (_, file) => (last(file, 'asked')?.data.withinPower === true ? { because: '协助事项属于本机关职权范围，不得不予协助', field: 'outcome' } : undefined),
  }),
  checks('assist', {
    code: 'assist.beyond-power',
    says: '不属职权范围的不得以协助之名行使',
    instead: '不予协助，说明理由，告知有权的机关',
    basis: [...HELP, apl(17)],
    outcome: 'helped',
    ...AS_BEFORE,
    test: (_, file) => (last(file, 'asked')?.data.withinPower === false ? { because: '协助事项不属于本机关职权范围', field: 'outcome' } : undefined),
  }),
  requires('archive', { code: 'archive.open', needs: any(done('reply'), done('assist')), basis: HELP, ...AS_BEFORE, because: '没有答复', instead: '登记答复' }),
  owes('assist', ASSIST_BY, { code: 'owes.assist', says: '答复协助请求', basis: HELP, ...AS_BEFORE }),
]

const SAFEGUARDS: readonly Safeguard[] = [never('archive', '没有答复不得归档', { while: not(any(done('reply'), done('assist'))), basis: HELP, ...AS_BEFORE })]

/** Assistance between agencies (执法协助): 行政处罚法第二十六条. */
export const ASSISTANCE: Procedure = {
  code: 'transfer.assistance',
  name: '执法协助',
  acts: ASSISTANCE_ACTS,
  opens: ['ask', 'asked'],
  rules: RULES,
  safeguards: SAFEGUARDS,
  general: { order: [apl(47), apl17(3)], post: HELP, end: [apl(47), apl17(3)] },
}
