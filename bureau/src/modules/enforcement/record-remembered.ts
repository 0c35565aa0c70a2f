import { isCorrection } from '@zhunsheng/law/correction.ts'
import { parseDay } from '@zhunsheng/law/day.ts'
import { judgeFor } from '@zhunsheng/law/judges.ts'
import { openingOf } from '@zhunsheng/law/opening.ts'
import { unasked } from '../../platform/unasked.ts'
import type { RememberedPeople } from '../officers/contract.ts'
import { verdictOn } from './judge-request.ts'
import type { Seen } from './look.ts'
import type { Memory } from './memory.ts'
import type { RecentFiles } from './recent-files.ts'
import { idsOf, type RecordParts, type Request } from './request.ts'
import { tell } from './tell.ts'
import { writingOf, type Granted } from './write-acts.ts'
import type { Recorded } from './wire.ts'

/**
 * Records those of these requests that can be judged by what is remembered alone (凭近期案卷记录), acts and commit in one journey to the
 * database; nothing for the others, which must be looked up. The database itself refuses what rests on something that is no longer so:
 * the place of an act that is taken, a key that was used, people, numbers or the version of a case that are others by now.
 */
export async function recordRemembered(parts: RecordParts, { recent, numbers }: Memory, requests: readonly Request[]): Promise<readonly (Recorded | undefined)[]> {
  const none = requests.map(() => undefined)
  const people = parts.officers.remembered()
  if (people === undefined) return none
  const granted = await Promise.all(requests.map((request) => grantedBy(parts, request, recall(recent, people, request))))
  const all = granted.flatMap((one) => one ?? [])
  if (all.length === 0) return none
  const writing = writingOf(parts, recent, all)
  const ahead = numbers.give(writing.wanted)
  if (ahead === undefined) return none
  try {
    const { written, statements } = writing.with(ahead.numbers)
    // The numbers come first, as they do where they are asked for: of two that mean to give the same number one waits before it writes anything.
    await parts.database.write([...ahead.statements, people.unchanged, ...statements])
    for (const { standing } of written) recent.keepStanding(standing)
    return granted.map((one) => (one === undefined ? undefined : written[all.indexOf(one)]?.recorded))
  } catch {
    // Whatever it was, it is found out by looking.
    numbers.forget()
    for (const { head } of all.map((one) => one.granted)) if (head !== undefined) recent.forget(head.id)
    return none
  }
}

/** What is remembered that bears on a request; nothing, if something would have to be looked up or may follow elsewhere. */
function recall(recent: RecentFiles, people: RememberedPeople, request: Request): Seen | undefined {
  const { act, on, leadId } = request
  const day = parseDay(act.on)
  const taking = day === undefined ? undefined : people.asOf(idsOf(request), day)
  if (taking === undefined || leadId !== undefined || isCorrection(act.kind) || act.data['related'] !== undefined) return undefined
  if (on === undefined) return { acts: [], people: taking, before: null, leadIsOpen: false }
  const standing = recent.standing(on.caseId, on.version)
  if (standing === undefined) return undefined
  const { head, acts, file, leaf } = standing
  if (openingOf(judgeFor(head.procedure).procedure, file)?.data.related !== undefined) return undefined
  return { head, acts, file, before: leaf, people: taking, leadIsOpen: false }
}

/** The grant, if nobody needed the database for it: a no is only said on what the database knows. */
async function grantedBy(parts: RecordParts, request: Request, seen: Seen | undefined): Promise<Granted | undefined> {
  if (seen === undefined) return undefined
  try {
    const verdict = await verdictOn(parts, unasked, request, seen)
    if (!('granted' in verdict)) return undefined
    await tell(parts, unasked, { caseId: seen.head?.id ?? '', kind: request.act.kind, by: request.actor })
    return verdict
  } catch {
    return undefined
  }
}
