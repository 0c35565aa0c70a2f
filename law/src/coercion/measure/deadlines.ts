import { acl } from '../../article.ts'
import type { CaseFile, Stretch } from '../../case-file.ts'
import { hours, standingDays } from '../../period.ts'
import { publishBy } from '../publication/rules.ts'
import { dayOf, deadline, ever, every, last } from './words.ts'

/** The longest a decision may hold things, unless a law or an administrative regulation says otherwise: 行政强制法第二十五条第一款. */
export const LONGEST = 30
/** The longest by which it may be prolonged. */
export const LONGEST_EXTENSION = 30

/**
 * How long the things may be held (查封、扣押期限), 行政强制法第二十五条: as the decision says, once prolonged; the stated time of a test is not
 * counted. It is a limit on a hold upon property, so a holiday at its end does not lengthen it (inferred).
 */
export const KEEP_UNTIL = deadline('keep-until', {
  says: '查封、扣押期限',
  since: dayOf('carryOut', '实施查封、扣押之日'),
  length: (_, file) => standingDays(last(file, 'carryOut')?.data.order.days ?? LONGEST),
  basis: acl(25, 1),
  extendedBy: { acts: ['extend'], by: (file) => every(file, 'extend').map(({ data }) => standingDays(data.days)) },
  suspendedBy: { acts: ['test', 'renewTest', 'testEnds'], stretches: testing },
})

/** 国办发〔2018〕118号: from the day on which the decision is handed over on the spot. */
export const PUBLISH_BY = publishBy(dayOf('carryOut', '作出查封、扣押决定之日'))

/** 行政强制法第十九条: twenty-four hours after acting without approval. */
export const SUPPLEMENT_BY = deadline('supplement-by', {
  says: '补办批准手续的期限（二十四小时）',
  since: dayOf('carryOut', '未经批准当场采取之日', (act, file) => (approvedBefore(act.seq, file) ? undefined : act.on)),
  length: () => hours(24),
  basis: acl(19),
})

/** 行政强制法第十九条: what the head finds should not have been done is lifted at once. */
export const LIFT_BY = deadline('lift-by', {
  says: '不应当采取的，立即解除',
  since: dayOf('supplement', '认为不应当采取之日', (act) => (act.data.conclusion === 'reject' ? act.on : undefined)),
  length: () => standingDays(0),
  basis: acl(19),
})

/** 行政强制法第二十五条第二款 says promptly; the last day of the term as it stood before is the latest that can be meant (inferred). */
export const TELL_EXTENSION_BY = deadline('tell-extension-by', {
  says: '书面告知延长的期限',
  since: dayOf('extend', '决定延长之日'),
  length: (since, file) => {
    const until = file.deadline(KEEP_UNTIL)
    const before = until.state === 'running' ? until.due - (last(file, 'extend')?.data.days ?? 0) : since
    return standingDays(Math.max(0, before - since))
  },
  basis: acl(25, 2),
})

/** 行政强制法第二十八条第二款: at once. */
export const RELEASE_BY = deadline('release-by', {
  says: '退还财物（立即）',
  since: dayOf('settle', '决定解除之日', (act) => (act.data.outcome === 'lift' ? act.on : undefined)),
  length: () => standingDays(0),
  basis: acl(28, 2),
})

/** The same for a part. */
export const RETURN_PART_BY = deadline('return-part-by', {
  says: '退还部分解除的财物（立即）',
  since: { name: 'day of liftPart', says: '决定部分解除之日', of: ['liftPart'], day: (file) => ever(file, 'liftPart')?.on },
  length: () => standingDays(0),
  basis: acl(28, 2),
})

const approvedBefore = (seq: number, file: CaseFile): boolean => every(file, 'approve').some((act) => act.seq < seq)

/**
 * The days of testing (检测期间): only as far as the party was told, and no longer than until the result. So a laboratory that is late
 * does not keep the party's things.
 */
function testing(file: CaseFile): readonly Stretch[] {
  const stretches: { from: Stretch['from']; to: Stretch['from'] }[] = []
  for (const act of file.every('test', 'renewTest', 'testEnds')) {
    const open = stretches.at(-1)
    const started = every(file, 'test').find(({ seq }) => seq === act.seq)
    const renewed = every(file, 'renewTest').find(({ seq }) => seq === act.seq)
    if (started !== undefined) stretches.push({ from: act.on, to: started.data.until })
    else if (open !== undefined && renewed !== undefined) open.to = renewed.data.until
    else if (open !== undefined && act.on < open.to) open.to = act.on
  }
  return stretches
}
