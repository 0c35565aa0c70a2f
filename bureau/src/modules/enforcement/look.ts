import { parseDay, type Day } from '@zhunsheng/law/day.ts'
import type { CaseFile } from '@zhunsheng/law/case-file.ts'
import type { Act } from '@zhunsheng/law/dossier.ts'
import { judgeFor } from '@zhunsheng/law/judges.ts'
import type { Person } from '@zhunsheng/law/person.ts'
import type { Queries } from '../../platform/database.ts'
import type { RecentFiles } from './recent-files.ts'
import { idsOf, type RecordParts, type Request } from './request.ts'
import { actsFrom } from './stored-acts.ts'
import { actsAfter, actsUnder, type ActRow, type ActUnder } from './store.ts'
import { caseHeads, openLeads, type CaseHead } from './store-projections.ts'

/** What the database knows that bears on a request (相关记录). */
export interface Seen {
  /** What stands under the request's key already. */
  readonly earlier?: ActUnder
  readonly head?: CaseHead
  readonly acts: readonly Act[]
  /** These acts as the law reads them, where they need not be read again. */
  readonly file?: CaseFile
  readonly people: readonly Person[]
  /** The leaf of the dossier's latest act. */
  readonly before: string | null
  readonly leadIsOpen: boolean
}

/** Looks up all that these requests need, at once: the questions do not wait for each other's answers. */
export async function look(parts: Pick<RecordParts, 'ledger' | 'officers'>, recent: RecentFiles, queries: Queries, requests: readonly Request[]): Promise<readonly Seen[]> {
  const ids = requests.flatMap(({ on }) => on?.caseId ?? [])
  // Held fast: while the answers are awaited others may forget a case, and what is asked for goes on from here.
  const known = new Map(ids.map((id) => [id, recent.known(id)]))
  const knownOf = (id: string) => known.get(id) ?? []
  const [heads, rows, befores, leads, people, under] = await Promise.all([
    caseHeads(queries, ids),
    actsAfter(queries, ids.map((id) => ({ id, after: knownOf(id).length }))),
    parts.ledger.latest(queries, ids),
    openLeads(queries, requests.flatMap(({ leadId }) => leadId ?? [])),
    peopleOf(parts, queries, requests),
    // Last: whoever sees the act of a request that another process has just recorded must find its key as well.
    actsUnder(queries, requests.map(({ key }) => key)),
  ])
  const ahead = ids.filter((id) => knownOf(id).length > (heads.get(id)?.version ?? 0))
  if (ahead.length > 0) {
    // Another database has been put in the place of the one that was read: nothing remembered of it holds.
    for (const id of ahead) recent.forget(id)
    return look(parts, recent, queries, requests)
  }
  return requests.map((request, at) => {
    const id = request.on?.caseId ?? ''
    const head = heads.get(id)
    const earlier = under.get(request.key)
    return {
      acts: head === undefined ? [] : actsOf(recent, head, { known: knownOf(id), rows }),
      people: people[at] ?? [],
      before: befores.get(id) ?? null,
      leadIsOpen: leads.has(request.leadId ?? ''),
      ...(earlier === undefined ? {} : { earlier }),
      ...(head === undefined ? {} : { head }),
    }
  })
}

function actsOf(recent: RecentFiles, { id, procedure }: CaseHead, { known, rows }: { readonly known: readonly Act[]; readonly rows: readonly ActRow[] }): readonly Act[] {
  const added = rows.filter(({ case_id, seq }) => case_id === id && seq > known.length)
  if (added.length === 0) return known
  const acts = actsFrom(judgeFor(procedure).procedure, added, known)
  if (acts.length > recent.known(id).length) recent.keep(id, acts)
  return acts
}

/** Who takes part in each of these requests, as they stood on the day of the act. */
async function peopleOf({ officers }: Pick<RecordParts, 'officers'>, queries: Queries, requests: readonly Request[]): Promise<readonly (readonly Person[])[]> {
  const named = new Map<Day, Set<string>>()
  for (const request of requests) {
    const day = parseDay(request.act.on)
    if (day === undefined) continue
    const ids = named.get(day) ?? new Set()
    named.set(day, ids)
    for (const id of idsOf(request)) ids.add(id)
  }
  const found = new Map(await Promise.all([...named].map(async ([day, ids]): Promise<[Day | undefined, readonly Person[]]> => [day, await officers.asOf(queries, [...ids], day)])))
  return requests.map(({ act }) => found.get(parseDay(act.on)) ?? [])
}
