import { addMonths, type Day } from './day.ts'
import { valueOn, type LocalRules, type PublicTerms, type PublicWeight } from './jurisdiction.ts'
import type { Fen } from './money.ts'

/** What of a published penalty bears on how long it stays public (公示的处罚决定). */
export interface PublishedDecision {
  readonly partyKind: string
  readonly kinds: readonly string[]
  /** In fen; absent where there is none. */
  readonly fine?: Fen
  readonly decidedOn: Day
  readonly publishedOn: Day
}

/** The kinds that close or bar somebody's trade (较为严重的行政处罚). */
const GRAVE: readonly string[] = ['suspendPermit', 'lowerGrade', 'restrictOperation', 'stopBusiness', 'closure', 'revokePermit']
const WORDS_ONLY: readonly string[] = ['warning', 'criticism']

/** How heavily a penalty weighs (处罚信息的类别): several kinds weigh as the heaviest. */
export function publicWeight({ partyKind, kinds, fine }: Pick<PublishedDecision, 'partyKind' | 'kinds' | 'fine'>, { lowFine }: PublicTerms): PublicWeight {
  if (kinds.some((kind) => GRAVE.includes(kind))) return 'grave'
  const limit = partyKind === 'citizen' ? lowFine.citizen : lowFine.organisation
  const isLight = kinds.every((kind) => WORDS_ONLY.includes(kind) || (kind === 'fine' && (fine ?? 0n) <= limit))
  return isLight ? 'light' : 'usual'
}

/**
 * The last day on which a penalty is public (公示期限届满之日), by the row in force on the day on which it was made public, so that the
 * day can be told then and never moves. Calendar months; a day at the end of a term stays where it is (inferred). Nothing where no row
 * is configured: then it stays.
 */
export function publicUntil(decision: PublishedDecision, local: Pick<LocalRules, 'publicTerms'>): Day | undefined {
  const terms = valueOn(local.publicTerms, decision.publishedOn)?.value
  return terms === undefined ? undefined : addMonths(startOf(decision, terms), terms.spans[publicWeight(decision, terms)].most)
}

/** From when a repair may be asked for (可以申请信用修复之日), by the row of the day of the application; `never` where the term itself must run out. */
export function repairableFrom({ weight, ...dates }: RepairDates, askedOn: Day, local: Pick<LocalRules, 'publicTerms'>): Day | 'never' | undefined {
  const terms = valueOn(local.publicTerms, askedOn)?.value
  if (terms === undefined) return undefined
  const { least } = terms.spans[weight]
  return least === undefined ? 'never' : addMonths(startOf(dates, terms), least)
}

/** What the earliest day of a repair depends on. */
export type RepairDates = Pick<PublishedDecision, 'decidedOn' | 'publishedOn'> & { readonly weight: PublicWeight }

const startOf = ({ decidedOn, publishedOn }: Pick<PublishedDecision, 'decidedOn' | 'publishedOn'>, { since }: PublicTerms): Day => (since === 'decision' ? decidedOn : publishedOn)
