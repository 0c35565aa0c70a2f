import { apl17, cpl17, gbf118, inForceTogether, type Citation } from '../article.ts'
import type { Day } from '../day.ts'
import type { Rule, Safeguard } from '../procedure.ts'

/** Where a clause of today stood before: `undefined` where the older law had nothing of the kind. */
type Table = Readonly<Record<string, Citation | undefined>>

/**
 * The penalty law of 2021 beside that of 2017 (新旧条文对照), nearest clause first: a paragraph that is not listed falls back on its article.
 * 第五十四条第二款 (filing) and 第六十条 (ninety days) were new; that an investigation is opened, and stands still while it is
 * suspended, followed from the general clause on investigation (inferred).
 */
const PENALTY_LAW: Table = {
  '4': apl17(3),
  '6': apl17(5),
  '22': apl17(20),
  '25': apl17(20),
  '27': apl17(22),
  '28.1': apl17(23),
  '29': apl17(24),
  '30': apl17(25),
  '31': apl17(26),
  '32': apl17(27, 1),
  '33.1': apl17(27, 2),
  '33.3': apl17(5),
  '36.1': apl17(29, 1),
  '36.2': apl17(29, 2),
  '40': apl17(30),
  '42.1': apl17(37, 1),
  '43.1': apl17(37, 3),
  '43.3': apl17(37, 3),
  '44': apl17(31),
  '45.1': apl17(32, 1),
  '45.2': apl17(32, 2),
  '46.2': apl17(36),
  '46.3': apl17(36),
  '47': apl17(3),
  '48': gbf118(),
  '51': apl17(33),
  '52': apl17(34),
  '54': apl17(36),
  '55': apl17(37, 1),
  '56': apl17(37, 2),
  '57.1': apl17(38, 1),
  '57.2': apl17(38, 2),
  '58': apl17(38, 3),
  '59.1': apl17(39, 1),
  '59.2': apl17(39, 2),
  '60': apl17(36),
  '61.1': apl17(40),
  '61.2': cpl17(87),
  '62': apl17(41),
  '63.1': apl17(42, 1),
  '64.1.1': apl17(42, 1, 1),
  '64.1.2': apl17(42, 1, 2),
  '64.1.3': apl17(42, 1, 3),
  '64.1.4': apl17(42, 1, 4),
  '64.1.5': apl17(42, 1, 5),
  '64.1.7': apl17(42, 1, 6),
  '64.1.8': apl17(42, 1, 7),
  '65': apl17(43),
  '66.1': apl17(44),
  '66.2': apl17(52),
  '67.3': apl17(46, 3),
  '68': apl17(47),
  '69': apl17(48),
  '70': apl17(49),
  '71': apl17(50),
  '72.1.1': apl17(51, 1, 1),
  '73.1': apl17(45),
}
/** Service in the civil procedure law stood three articles earlier until the end of 2021. */
const CIVIL_PROCEDURE: Table = { '87': cpl17(84), '88': cpl17(85), '89': cpl17(86), '90': cpl17(87), '91': cpl17(88), '95': cpl17(92) }

function before(citation: Citation): Citation | undefined {
  const table = citation.statute === 'apl' ? PENALTY_LAW : citation.statute === 'cpl' ? CIVIL_PROCEDURE : undefined
  if (table === undefined) return undefined
  const places = [citation.article, citation.paragraph, citation.item].filter((place) => place !== undefined)
  for (let length = places.length; length > 0; length -= 1) {
    const key = places.slice(0, length).join('.')
    if (key in table) return table[key]
  }
  return undefined
}
function predecessorsOf(basis: readonly Citation[]): readonly Citation[] {
  const found = basis.map((citation) => before(citation)).filter((citation) => citation !== undefined)
  return found.filter((citation, index) => found.findIndex((other) => JSON.stringify(other) === JSON.stringify(citation)) === index)
}

/** The clause that stood for this one on that day (当日有效的条文), or this one where the older law had none. */
export function clauseOn(citation: Citation, on: Day): Citation {
  return on < inForceTogether([citation]).from ? (before(citation) ?? citation) : citation
}

/** The end of the code of a rule that held under the older law. */
const OLDER = '.2017'

/**
 * Adds to every rule the same demand under the older law (新旧法衔接), each in force in its own days: a procedural step is judged by
 * the law of its own day. Left out: clauses that the older law did not have, and codes for which a rule of their own is written.
 */
export function withPredecessors(rules: readonly Rule[], newIn2021: ReadonlySet<string>): readonly Rule[] {
  const own = new Set(rules.map(({ code }) => code))
  return rules.flatMap((rule) => {
    const basis = predecessorsOf(rule.basis)
    if (basis.length === 0 || newIn2021.has(rule.code) || own.has(rule.code + OLDER)) return [rule]
    return replaced(rule.basis) ? [rule, { ...rule, code: rule.code + OLDER, basis, inForce: untilReplaced(rule.basis, basis) }] : citedByDay(rule)
  })
}

/** A rule that rests on a statute which did not change, and cites the penalty law beside it: the same rule, citing the law of its day. */
function citedByDay(rule: Rule): readonly Rule[] {
  const beside = rule.basis.find((citation) => replaced([citation]))
  if (beside === undefined) return [rule]
  const changed = inForceTogether([beside]).from
  const older = rule.basis.flatMap((citation) => (replaced([citation]) ? predecessorsOf([citation]) : [citation]))
  return [
    { ...rule, inForce: { ...rule.inForce, from: Math.max(rule.inForce.from, changed) } },
    { ...rule, basis: older, inForce: { ...rule.inForce, until: Math.min(rule.inForce.until, changed - 1) } },
  ]
}

/** The safeguards of the older law, by the same table. */
export function safeguardsWithPredecessors(safeguards: readonly Safeguard[]): readonly Safeguard[] {
  return safeguards.flatMap((safeguard) => {
    const basis = predecessorsOf(safeguard.basis)
    if (basis.length === 0 || !replaced(safeguard.basis)) return [safeguard]
    return [safeguard, { ...safeguard, name: `${safeguard.name}（2017）`, basis, inForce: untilReplaced(safeguard.basis, basis) }]
  })
}

/** A rule whose first article is of a statute that did not change has held all along. */
const replaced = ([first]: readonly Citation[]): boolean => first?.statute === 'apl' || first?.statute === 'cpl'

/** From the older instrument's first day to the eve of the newer one. */
const untilReplaced = (newer: readonly Citation[], older: readonly Citation[]) => ({ from: inForceTogether(older).from, until: inForceTogether(newer).from - 1 })
