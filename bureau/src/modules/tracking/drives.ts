import type { CardRow } from './store-cards.ts'
import { CARD_HINTS, type Drive } from './wire.ts'

/** Who drove from when to when (驾驶人时段), by the reports of the card reader in their order. Where the reader could not read, somebody drove and nobody knows who. */
export function drivesOf(rows: readonly CardRow[], until: string): readonly Drive[] {
  const drives: Drive[] = []
  let open: Drive | undefined
  for (const row of rows) {
    if (Date.parse(row.at) >= Date.parse(until)) break
    // The same card is reported again by terminals that do not tell when it was put in.
    if (row.kind === 'in' && open?.licence === shown(row.licence) && open?.name === (row.name ?? undefined)) continue
    if (open !== undefined) drives.push({ ...open, until: row.at })
    open = row.kind === 'out' ? undefined : driveOf(row)
  }
  return open === undefined ? drives : [...drives, open]
}

function driveOf({ kind, at, name, licence, is_known, hints }: CardRow): Drive {
  const end = shown(licence)
  return { from: at, ...(kind === 'unread' || name === null ? {} : { name }), ...(end === undefined ? {} : { licence: end }), isKnown: is_known, hints: hints.map((hint) => CARD_HINTS[hint]) }
}
/** The last four characters tell two drivers apart; more is nobody's business. */
const shown = (licence: string | null): string | undefined => (licence === null || licence === '' ? undefined : `…${licence.slice(-4)}`)
