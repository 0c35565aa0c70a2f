import { keepingOf, type KeepingSetting, type Obstacle } from '@zhunsheng/law/archive/keeping.ts'
import { citeShort } from '@zhunsheng/law/article.ts'
import { formatDay, parseDay, type Day } from '@zhunsheng/law/day.ts'
import { civilDay } from '../../platform/clock.ts'
import type { Queries } from '../../platform/database.ts'
import type { CaseRecords, RecordUse } from '../enforcement/contract.ts'
import type { UsesElsewhere } from './contract.ts'
import { appraisals, destroyedAmong, holds, keptItems, namedByCustody, type AppraisalRow, type HoldRow, type KeptItem } from './store-keeping.ts'
import type { KeptQuery, KeptRow } from './wire.ts'

export interface KeepingParts {
  readonly records: CaseRecords
  readonly setting: KeepingSetting
  readonly elsewhere: UsesElsewhere
}
/** A file with whether it may go, and every reason why not. */
export interface Kept {
  readonly item: KeptItem
  readonly state: KeptRow['state']
  readonly until: Day | undefined
  readonly obstacles: readonly Obstacle[]
  readonly uses: readonly RecordUse[]
}

/** How every file, or each of these, stands with its keeping period on a day (保管情况). */
export async function keptFiles({ records, setting, elsewhere }: KeepingParts, queries: Queries, today: Day, digests?: readonly string[]): Promise<readonly Kept[]> {
  const { needed, ofCases } = await elsewhere(queries, digests)
  const inCases = await records.usesOf(queries, digests, [...(await namedByCustody(queries)), ...ofCases])
  const uses = [...inCases, ...needed.map((use): RecordUse => ({ ...use, by: [] }))]
  const [items, allHolds, allAppraisals, destroyed] = [await keptItems(queries, digests), await holds(queries), await appraisals(queries), await destroyedAmong(queries, digests)]
  const usesOf = grouped(uses)
  const gone = new Set(destroyed.map(({ sha256 }) => sha256))
  const proposed = new Set(allAppraisals.filter(({ approved }) => approved === null).flatMap((row) => row.digests))
  const prolonged = prolongationsIn(allAppraisals)
  return items.map((item) => {
    const own = usesOf.get(item.sha256) ?? []
    const receivedOn = parseDay(civilDay(new Date(item.received_at))) ?? today
    const prolongedTo = prolonged.get(item.sha256)
    const { until, obstacles } = keepingOf({ receivedOn, uses: own, holds: holdsOn(item.sha256, own, allHolds), ...(prolongedTo === undefined ? {} : { prolongedTo }) }, today, setting)
    const state = gone.has(item.sha256) ? 'destroyed' : proposed.has(item.sha256) ? 'proposed' : obstacles.length === 0 ? 'due' : 'kept'
    return { item, uses: own, state, until, obstacles: state === 'destroyed' ? [] : obstacles }
  })
}

function grouped(uses: readonly RecordUse[]): ReadonlyMap<string, readonly RecordUse[]> {
  const groups = new Map<string, RecordUse[]>()
  for (const use of uses) groups.set(use.sha256, [...(groups.get(use.sha256) ?? []), use])
  return groups
}
const holdsOn = (sha256: string, uses: readonly RecordUse[], all: readonly HoldRow[]): readonly string[] =>
  all.filter((hold) => hold.end_at === null && (hold.sha256 === sha256 || uses.some(({ caseId }) => caseId !== undefined && caseId === hold.case_id))).map(({ reason }) => reason)

/** The latest day to which an approved appraisal prolonged each file. */
function prolongationsIn(all: readonly AppraisalRow[]): ReadonlyMap<string, Day> {
  const found = new Map<string, Day>()
  for (const { digests, keep_until, approved } of all) {
    const until = keep_until === null ? undefined : parseDay(keep_until)
    if (approved !== true || until === undefined) continue
    for (const digest of digests) if ((found.get(digest) ?? until) <= until) found.set(digest, until)
  }
  return found
}

/** A kept file as lists show it; the same case is named once. */
export const keptRow = ({ item, state, until, obstacles, uses }: Kept): KeptRow => ({
  sha256: item.sha256,
  name: item.name,
  media: item.media,
  size: item.size,
  officer: item.officer_name,
  receivedAt: item.received_at,
  state,
  obstacles: [...new Map(obstacles.map(({ because, basis, instead }) => [because, { because, basis: basis.map(citeShort), instead }])).values()],
  uses: [...new Map(uses.map(({ number, caseId }) => [number, { number, ...(caseId === undefined ? {} : { caseId }) }])).values()],
  ...(until === undefined ? {} : { until: formatDay(until) }),
})

/** The rows that a person asked for (查找、排序). */
export function keptAsked(rows: readonly KeptRow[], { state, search = '', sort, order }: Pick<KeptQuery, 'state' | 'search' | 'sort' | 'order'>): readonly KeptRow[] {
  const words = search.split(/\s+/).filter((word) => word !== '')
  const text = ({ name, officer, sha256, uses }: KeptRow) => `${name} ${officer} ${sha256} ${uses.map(({ number }) => number).join(' ')}`
  const found = rows.filter((row) => (state === undefined || row.state === state) && words.every((word) => text(row).includes(word)))
  // What has no last day comes after everything that has one.
  const key = (row: KeptRow) => (sort === 'size' ? String(row.size).padStart(15, '0') : sort === 'receivedAt' ? row.receivedAt : (row.until ?? '9999'))
  const sign = order === 'asc' ? 1 : -1
  return [...found].sort((a, b) => sign * (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0) || (a.sha256 < b.sha256 ? -1 : 1))
}
