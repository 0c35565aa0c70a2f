import { LINKS, LINK_TITLES, REASON_TITLES, UNKNOWN_REASONS, type Link } from '@zhunsheng/trucks/compliance/link.ts'
import { ENOUGH_TRIPS, scoreOf } from '@zhunsheng/trucks/compliance/ranking.ts'
import { TARGET } from '@zhunsheng/trucks/compliance/rate.ts'
import type { Queries } from '../../platform/database.ts'
import { malformed } from '../../platform/problem.ts'
import { ratesOf, reasonsOf, type RateRow, type RateSpan } from './store-trips.ts'
import type { Compliance, ComplianceQuery, Rate } from './wire.ts'

/** How many trips of a span complied, as a whole and by day, site, enterprise or truck (全流程监管达标率); of one enterprise, where it asks for its own. */
export async function complianceOf(queries: Queries, { by, ...span }: RateSpan & Pick<ComplianceQuery, 'by'>): Promise<Compliance> {
  const { from, until } = span
  if (until < from) throw malformed([{ path: 'until', because: '截止日不能早于起始日' }])
  const [whole = rateOf(NOBODY, [], undefined)] = await rated(queries, span, undefined)
  return { from, until, target: TARGET, whole, parts: [...(await rated(queries, span, by))] }
}
const NOBODY: RateRow = { key: 'all', name: '全部', total: 0, complied: 0, failed: 0, unknown: 0 }

async function rated(queries: Queries, span: RateSpan, by: ComplianceQuery['by'] | undefined): Promise<readonly Rate[]> {
  const rows = await ratesOf(queries, span, by)
  const reasons = await reasonsOf(queries, span, by)
  const rates = rows.map((row) => rateOf(row, reasons.filter(({ key }) => key === row.key), by))
  if (by !== 'enterprise') return rates
  const scored = rates.filter(({ score }) => score !== undefined).sort((a, b) => (b.score ?? 0) - (a.score ?? 0))
  return [...scored.map((one) => ({ ...one, place: scored.findIndex(({ score }) => score === one.score) + 1 })), ...rates.filter(({ score }) => score === undefined)]
}
function rateOf({ key, name, total, complied, failed, unknown }: RateRow, reasons: readonly { readonly reason: string; readonly trips: number }[], by: ComplianceQuery['by'] | undefined): Rate {
  return {
    key, name, total, complied, failed, unknown,
    ...(total === 0 ? {} : { rate: complied / total, reachesTarget: complied / total >= TARGET }),
    ...(complied + failed === 0 ? {} : { rateOfKnown: complied / (complied + failed) }),
    ...(by === 'enterprise' && key !== '' && total >= ENOUGH_TRIPS ? { score: scoreOf(complied, total) } : {}),
    reasons: reasons.flatMap(({ reason, trips }) => reasonIn(reason, trips)),
  }
}
const isLink = (word: string): word is Link => LINKS.some((link) => link === word)
const isReason = (word: string): word is keyof typeof REASON_TITLES => word in REASON_TITLES
/** All others say that a link failed. */
const isUnknown = (word: string): boolean => UNKNOWN_REASONS.some((reason) => reason === word)
function reasonIn(written: string, trips: number): Rate['reasons'] {
  const [link = '', reason = ''] = written.split('.')
  return isLink(link) && isReason(reason) ? [{ link, reason, text: `${LINK_TITLES[link]}：${REASON_TITLES[reason]}`, kind: isUnknown(reason) ? 'unknown' : 'failed', trips }] : []
}
