import { Problem } from '../api.ts'
import { caseOf, realId, type Entry } from './entry.ts'

/** What sending needs of the device and of the line. */
export interface Ports {
  /** Everything that this person did without a connection, oldest first. */
  readonly entries: () => Promise<readonly Entry[]>
  readonly save: (entry: Entry) => Promise<void>
  /** Sends the files that acts refer to; a file that is there already costs nothing. */
  readonly sendFiles: () => Promise<void>
  readonly post: (path: string, body: unknown, key: string) => Promise<Named | undefined>
}

/** What the server calls what it recorded. */
interface Named {
  readonly id: string
  readonly number: string
}

/** How a round of sending ended: everything was tried, the line broke, or nobody is logged in. */
export type Round = 'done' | 'broken' | 'logged-out'

/**
 * Sends what waits, in the order in which it was done (同步). What the server refuses stops there with its reasons, and so does all
 * that was done after it in the same case; other cases go on. Nothing is dropped, and a broken line leaves the rest waiting.
 */
export async function sendAll({ entries, save, sendFiles, post }: Ports): Promise<Round> {
  try {
    await sendFiles()
    for (;;) {
      const all = await entries()
      const next = all.find((entry) => entry.state === 'waiting' && isFree(entry, all))
      if (next === undefined) return 'done'
      await save(await sent(next, all, post))
    }
  } catch (failure) {
    if (failure instanceof Problem && failure.isOf('not-logged-in')) return 'logged-out'
    if (failure instanceof Problem && failure.isOf('unreachable')) return 'broken'
    throw failure
  }
}

/** Nothing before it in its case stands still, and what it rests on has a name at the server. */
function isFree(entry: Entry, all: readonly Entry[]): boolean {
  const own = caseOf(entry)
  const restsOn = entry.work.type === 'lead' ? undefined : entry.work.type === 'open' ? entry.work.leadId : entry.work.caseId
  if (restsOn !== undefined && realId(restsOn, all) === undefined) return false
  return own === undefined || !all.slice(0, all.indexOf(entry)).some((one) => caseOf(one) === own && (one.state === 'stopped' || one.state === 'waiting'))
}

async function sent(entry: Entry, all: readonly Entry[], post: Ports['post']): Promise<Entry> {
  try {
    const { path, body } = requestOf(entry, all)
    const named = await post(path, body, entry.key)
    return { ...entry, state: 'sent', ...(named === undefined ? {} : { recorded: { id: named.id, number: named.number } }) }
  } catch (failure) {
    if (!(failure instanceof Problem) || failure.isOf('not-logged-in') || failure.isOf('unreachable') || failure.status >= 500) throw failure
    const { type, title, detail, refusals, faults } = failure
    return { ...entry, state: 'stopped', stopped: { kind: type.slice(type.lastIndexOf('/') + 1), title, detail, refusals, faults } }
  }
}

function requestOf({ work }: Entry, all: readonly Entry[]): { readonly path: string; readonly body: unknown } {
  switch (work.type) {
    case 'lead':
      return { path: '/api/leads', body: work.lead }
    case 'open': {
      const leadId = work.leadId === undefined ? undefined : realId(work.leadId, all)
      return { path: '/api/cases', body: { ...work.act, procedure: work.procedure, ...(leadId === undefined ? {} : { leadId }) } }
    }
    case 'act':
      return { path: `/api/cases/${realId(work.caseId, all) ?? work.caseId}/acts`, body: { ...work.act, version: work.version } }
    case 'sign':
      return { path: `/api/cases/${realId(work.caseId, all) ?? work.caseId}/acts/${work.seq}/signatures`, body: work.signature }
    default:
      return work satisfies never
  }
}

/** After a look at the case as it is now: sends an entry, and what follows it in its case, against that version (按现状重新提交). */
export function against(version: number, entry: Entry, all: readonly Entry[]): readonly Entry[] {
  const following = all.slice(all.indexOf(entry)).filter((one) => one.key === entry.key || (caseOf(one) === caseOf(entry) && one.state === 'waiting'))
  const places = new Map<number, number>()
  return following.map((one): Entry => {
    const { stopped: _, ...rest } = one
    const { work } = one
    if (work.type === 'sign') return { ...rest, state: 'waiting', work: { ...work, seq: places.get(work.seq) ?? work.seq } }
    if (work.type !== 'act') return { ...rest, state: 'waiting' }
    // An act stands one place after the version that it was sent against.
    const before = version + places.size
    places.set(work.version + 1, before + 1)
    return { ...rest, state: 'waiting', work: { ...work, version: before } }
  })
}

/** Gives an entry up, with the reason; what followed it in its case is sent against one act less. An opening takes its acts along, an act its signatures. */
export function givenUp(reason: string, entry: Entry, all: readonly Entry[]): readonly Entry[] {
  const own = caseOf(entry)
  const following = own === undefined || entry.work.type === 'sign' ? [] : all.slice(all.indexOf(entry) + 1).filter((one) => caseOf(one) === own && (one.state === 'waiting' || one.state === 'stopped'))
  return [{ ...entry, state: 'given-up', reason }, ...following.map((one) => afterGivingUp(reason, entry, one))]
}
function afterGivingUp(reason: string, given: Entry, one: Entry): Entry {
  const { work } = one
  if (given.work.type === 'open') return { ...one, state: 'given-up', reason: `所属案件没有报送：${reason}` }
  const place = given.work.type === 'act' ? given.work.version + 1 : 0
  if (work.type === 'sign' && work.seq === place) return { ...one, state: 'given-up', reason: `所签的内容没有报送：${reason}` }
  if (work.type === 'sign' && work.seq > place) return { ...one, work: { ...work, seq: work.seq - 1 } }
  return work.type === 'act' ? { ...one, work: { ...work, version: work.version - 1 } } : one
}
