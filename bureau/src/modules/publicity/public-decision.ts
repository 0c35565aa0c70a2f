import { acl, citeShort } from '@zhunsheng/law/article.ts'
import { maskName } from '@zhunsheng/law/identifiers/mask.ts'
import { redacted } from '@zhunsheng/law/identifiers/redact.ts'
import { findMatter } from '@zhunsheng/law/matters/matters.ts'
import { publicationOf } from '@zhunsheng/law/penalty/execution/published.ts'
import { PENALTY_KINDS } from '@zhunsheng/law/penalty/forms.ts'
import type { AgencyOf } from '../enforcement/contract.ts'
import type { PublishedRow } from './store.ts'
import { PUBLIC_KINDS, type PublicDecision } from './wire.ts'

/** The article on which a measure of coercion rests, where the file names no nearer one. */
const COERCION = { measure: acl(18), performance: acl(50), demolition: acl(44) } as const

/** A text of a file without whom it names (去标识化). */
const hidden = (row: Pick<PublishedRow, 'acts'>, text: string): string => redacted(text, publicationOf(row.acts).people)

/** The public form of a decision (公示内容): a natural person's name is masked, and so is whatever in the facts identifies somebody. */
export function publicDecision(row: PublishedRow, agencyOf: AgencyOf): PublicDecision {
  const isPerson = row.party_kind === 'citizen'
  const kinds: Readonly<Record<string, string>> = PENALTY_KINDS
  const matter = findMatter(row.matter)
  const nearest = row.kind === 'penalty' ? matter?.basis : COERCION[row.kind]
  return {
    id: row.id,
    kind: row.kind,
    number: row.number ?? '',
    party: isPerson ? maskName(row.party) : row.party,
    partyKind: row.party_kind,
    matter: row.matter_name === '' ? PUBLIC_KINDS[row.kind] : row.matter_name,
    basis: nearest === undefined ? '' : citeShort(nearest),
    facts: hidden(row, row.kind === 'penalty' ? publicationOf(row.acts).facts : ''),
    kinds: row.kind === 'penalty' ? row.kinds.map((kind) => kinds[kind] ?? kind) : [PUBLIC_KINDS[row.kind]],
    decidedOn: row.decided_on,
    publishedOn: row.published_on,
    agency: agencyOf(row.acting_town).name,
    ...(row.credit_code === null || isPerson ? {} : { creditCode: row.credit_code }),
    ...(row.fine_fen === 0 ? {} : { fine: (row.fine_fen / 100).toFixed(2) }),
    ...(row.conclusion === null ? {} : { conclusion: hidden(row, row.conclusion) }),
    ...(row.until === null ? {} : { until: row.until }),
    ...(row.withdrawn_on === null ? {} : { withdrawn: { on: row.withdrawn_on, reason: hidden(row, publicationOf(row.acts).withdrawn) } }),
  }
}

/** Why a decision is not public any more on a day (停止公示的原因), or nothing. */
export function endOf(row: PublishedRow, today: string): { readonly state: 'withdrawn' | 'expired' | 'repaired'; readonly on: string; readonly reason: string } | undefined {
  if (row.withdrawn_on !== null) return { state: 'withdrawn', on: row.withdrawn_on, reason: hidden(row, publicationOf(row.acts).withdrawn) }
  if (row.ended_on !== null) return { state: 'repaired', on: row.ended_on, reason: hidden(row, row.ended_reason ?? '') }
  return row.until !== null && row.until < today ? { state: 'expired', on: row.until, reason: '公示期限届满' } : undefined
}
