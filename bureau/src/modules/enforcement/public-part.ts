import type { CaseFile } from '@zhunsheng/law/case-file.ts'
import { PUBLISH_BY as DEMOLITION_PUBLISH_BY } from '@zhunsheng/law/coercion/demolition/deadlines.ts'
import { DEMOLITION } from '@zhunsheng/law/coercion/demolition/procedure.ts'
import { PUBLISH_BY as MEASURE_PUBLISH_BY } from '@zhunsheng/law/coercion/measure/deadlines.ts'
import { COERCIVE_MEASURE } from '@zhunsheng/law/coercion/measure/procedure.ts'
import { PUBLISH_BY as PERFORMANCE_PUBLISH_BY } from '@zhunsheng/law/coercion/performance/deadlines.ts'
import { SUBSTITUTE_PERFORMANCE } from '@zhunsheng/law/coercion/performance/procedure.ts'
import { formatDay, type Day } from '@zhunsheng/law/day.ts'
import { openingOf } from '@zhunsheng/law/opening.ts'
import { PUBLISH_BY } from '@zhunsheng/law/penalty/execution/deadlines.ts'
import { ever, last } from '@zhunsheng/law/penalty/execution/words.ts'
import { ORDINARY_PENALTY } from '@zhunsheng/law/penalty/ordinary/procedure.ts'
import { SIMPLE_PENALTY } from '@zhunsheng/law/penalty/simple/procedure.ts'
import type { Procedure } from '@zhunsheng/law/procedure.ts'
import { publicUntil } from '@zhunsheng/law/public-term.ts'

/** As what a decision is made public (公示的类别). */
export type PublicAs = 'penalty' | 'measure' | 'performance' | 'demolition'

/** The procedures whose decisions are made public, and the moment from which the period of publication runs: that of the decision. */
const PUBLIC = new Map([
  [ORDINARY_PENALTY.code, { as: 'penalty', decided: PUBLISH_BY.since }],
  [SIMPLE_PENALTY.code, { as: 'penalty', decided: PUBLISH_BY.since }],
  [COERCIVE_MEASURE.code, { as: 'measure', decided: MEASURE_PUBLISH_BY.since }],
  [SUBSTITUTE_PERFORMANCE.code, { as: 'performance', decided: PERFORMANCE_PUBLISH_BY.since }],
  [DEMOLITION.code, { as: 'demolition', decided: DEMOLITION_PUBLISH_BY.since }],
] as const)

/** What the public listing reads of a case (公示概要). */
export interface PublicPart {
  readonly published_on: string | null
  readonly withdrawn_on: string | null
  readonly public_as: PublicAs | null
  readonly public_decided_on: string | null
  /** The last day of the term; none for coercion, for which no term is set. */
  readonly public_until: string | null
  /** Ended before its term, by a repair of credit. */
  readonly public_ended_on: string | null
}
const NOTHING: PublicPart = { published_on: null, withdrawn_on: null, public_as: null, public_decided_on: null, public_until: null, public_ended_on: null }
const written = (day: Day | undefined): string | null => (day === undefined ? null : formatDay(day))

/** What a case makes public, and until when, from its acts alone. */
export function publicPart(procedure: Procedure, file: CaseFile): PublicPart {
  const known = PUBLIC.get(procedure.code)
  const published = ever(file, 'publish')
  if (known === undefined || published === undefined) return NOTHING
  const decidedOn = known.decided.day(file) ?? published.on
  return {
    published_on: formatDay(published.on),
    withdrawn_on: written(last(file, 'withdrawPublication')?.on),
    public_as: known.as,
    public_decided_on: formatDay(decidedOn),
    public_until: known.as === 'penalty' ? written(termOf(procedure, file, { decidedOn, publishedOn: published.on })) : null,
    public_ended_on: written(last(file, 'endPublication')?.on),
  }
}

function termOf(procedure: Procedure, file: CaseFile, dates: { readonly decidedOn: Day; readonly publishedOn: Day }): Day | undefined {
  const decision = ever(file, 'decide')?.data
  const { kinds = [], fine } = decision ?? {}
  return publicUntil({ ...dates, partyKind: openingOf(procedure, file)?.data.party?.kind ?? '', kinds, ...(fine === undefined ? {} : { fine }) }, file.setting.local)
}
