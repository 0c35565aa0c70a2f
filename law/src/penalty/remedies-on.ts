import { alitl, arl17, arl23, type Citation } from '../article.ts'
import { CaseFile } from '../case-file.ts'
import type { Day } from '../day.ts'
import type { Setting } from '../dossier.ts'
import { describePeriod } from '../period.ts'
import { inForceOn } from '../statutes.ts'
import { RECONSIDER_BY, SUE_BY } from './execution/deadlines.ts'

/** One way against a decision (救济渠道). `body` says which of the bureau's own words names the body. */
export interface Remedy {
  readonly name: string
  readonly against: string
  readonly body: 'government' | 'either' | 'court'
  readonly within: string
  readonly since: string
  readonly note?: string
  readonly basis: readonly Citation[]
}

/** The ways against a decision and their periods under the law of a day (救济渠道), by the deadlines that the judge counts. */
export function remediesOn(on: Day, setting: Setting): readonly Remedy[] {
  const nothing = new CaseFile([], setting, () => [])
  const [reconsider, sue] = [RECONSIDER_BY, SUE_BY].map(({ length }) => {
    const period = length(on, nothing)
    return period === undefined ? '' : describePeriod(period)
  })
  const since2024 = inForceOn('arl23', on)
  const first = { since: since2024 ? '知道或者应当知道该行政行为之日' : '知道该具体行政行为之日', body: since2024 ? 'government' : 'either', within: reconsider ?? '' } as const
  return [
    { ...first, name: '行政复议', against: '行政处罚、行政强制等决定', basis: since2024 ? [arl23(20), arl23(24)] : [arl17(9), arl17(12)] },
    ...(since2024 ? [{ ...first, name: '行政复议（前置）', against: '当场作出的行政处罚决定', note: '先申请复议；对复议决定不服的，再提起诉讼', basis: [arl23(23), arl23(20)] } as const] : []),
    { name: '行政诉讼（直接起诉）', against: since2024 ? '当场处罚以外的决定' : '行政处罚、行政强制等决定', body: 'court', within: sue ?? '', since: '知道或者应当知道作出行政行为之日', basis: [alitl(46)] },
    { name: '行政诉讼（复议之后）', against: '行政复议决定', body: 'court', within: '十五日', since: '收到复议决定书之日', basis: [alitl(45)] },
  ]
}
