import type { Ruling } from '@zhunsheng/law/ruling.ts'
import { isTaken, type Queries } from '../../platform/database.ts'
import { inGroups, type Groups } from '../../platform/in-groups.ts'
import { isOvertaken } from '../../platform/insist.ts'
import { prepare, rulingOn, verdictOn } from './judge-request.ts'
import { look, type Seen } from './look.ts'
import { reactionTo, type Reaction } from './reactions.ts'
import { newMemory, withoutCases, type Memory } from './memory.ts'
import { recordRemembered } from './record-remembered.ts'
import { readsHistory } from './records-check.ts'
import type { RecordParts, Request } from './request.ts'
import { caseNumbered } from './store-projections.ts'
import { tell } from './tell.ts'
import { writeActs, type Granted, type Written } from './write-acts.ts'
import type { Followed, Recorded } from './wire.ts'

/** One transaction writes so many acts at most: enough that its cost is shared, few enough that the first does not wait for the last. */
const MOST = 64
/** While one group is on its way to the disk, another is judged. */
const AT_ONCE = 2

const GROUPS: Pick<Groups<Request, unknown>, 'most' | 'atOnce' | 'touches'> = {
  most: MOST,
  atOnce: AT_ONCE,
  touches: ({ act, key, on, leadId }) => [`key ${key}`, ...(on === undefined ? [] : [`case ${on.caseId}`]), ...(leadId === undefined ? [] : [`lead ${leadId}`]), ...(readsHistory(act) ? ['history'] : [])],
}

/** Everything about recording acts: rule without recording, or rule and record in one transaction. */
export function recorder(parts: RecordParts) {
  const memory = newMemory()
  const { recent } = memory
  /** Rules on an act without recording it: what a form shows while it is being filled in. */
  const consider = (request: Request): Promise<Ruling> =>
    parts.database.read(async (queries) => rulingOn(parts, queries, prepare(parts, request, only(await look(parts, recent, queries, [request])))))

  async function attempt(requests: readonly Request[]): Promise<readonly PromiseSettledResult<Recorded>[]> {
    const { answers, written } = await parts.database.work(async (tx) => {
      const done = await recordAll(parts, memory, tx, requests)
      for (const { recorded, request } of done.written) await tell(parts, tx, { caseId: recorded.id, kind: request.act.kind, by: request.actor })
      return done
    })
    // Only now are they committed, and may be remembered.
    for (const { standing } of written) recent.keepStanding(standing)
    return answers
  }

  const remembered = inGroups<Request, Recorded | undefined>({
    ...GROUPS,
    answer: async (requests) => (await recordRemembered(parts, memory, requests)).map((value) => ({ status: 'fulfilled', value })),
  })
  const lookedUp = inGroups<Request, Recorded>({
    ...GROUPS,
    answer: async (requests) => {
      try {
        return await attempt(requests)
      } catch (failure) {
        // Somebody wrote the same place or key between our look and our act. Looking again tells what happened.
        for (const { on } of requests) if (on !== undefined) recent.forget(on.caseId)
        if (requests.length > 1 || !(isTaken(failure) || isOvertaken(failure))) throw failure
        return attempt(requests)
      }
    },
  })
  /** Records an act: the act, its leaf, its paper's number, the projections and the outbox row stand or fall together. */
  const record = async (request: Request): Promise<Recorded> => (await remembered(request)) ?? lookedUp(request)

  /** Records within a longer unit of work; a no is thrown. What is read there is not remembered: it may yet be undone. */
  const recordWithin = async (tx: Queries, request: Request): Promise<Recorded> => {
    const [answer] = (await recordAll(parts, withoutCases(memory), tx, [request])).answers
    if (answer === undefined) throw new Error('a request was not answered')
    if (answer.status === 'rejected') throw answer.reason
    return answer.value
  }

  return { consider, record, recordWithin }
}

interface Done {
  readonly answers: readonly PromiseSettledResult<Recorded>[]
  readonly written: readonly (Written & { readonly request: Request })[]
}

/** Judges each of these requests for itself, and writes those that are granted in the caller's transaction. */
async function recordAll(parts: RecordParts, memory: Memory, tx: Queries, requests: readonly Request[]): Promise<Done> {
  const seen = await look(parts, memory.recent, tx, requests)
  const verdicts = await Promise.allSettled(seen.map((one, at) => verdictOn(parts, tx, requestAt(requests, at), one)))
  const granted = verdicts.flatMap((verdict): readonly Granted[] => (verdict.status === 'fulfilled' && 'granted' in verdict.value ? [verdict.value] : []))
  const written = await writeActs(parts, memory, tx, granted)
  const standing: Recorded[] = []
  for (const [at, one] of written.entries()) standing.push(await withFollowing(parts, withoutCases(memory), tx, { made: granted[at], written: one }))
  const answers = verdicts.map((verdict): PromiseSettledResult<Recorded> => {
    if (verdict.status === 'rejected') return verdict
    const value = 'recorded' in verdict.value ? verdict.value.recorded : standing[granted.indexOf(verdict.value)]
    return value === undefined ? { status: 'rejected', reason: new Error('a granted act was not written') } : { status: 'fulfilled', value }
  })
  return { answers, written: written.flatMap((one, at) => (granted[at] === undefined ? [] : [{ ...one, request: granted[at].granted.request }])) }
}

const only = ([seen]: readonly Seen[]): Seen => {
  if (seen === undefined) throw new Error('nothing was looked up')
  return seen
}
const requestAt = (requests: readonly Request[], at: number): Request => {
  const request = requests[at]
  if (request === undefined) throw new Error('more was looked up than asked for')
  return request
}

/** Records what follows in the related case under the same hand, or says why the law does not allow it there; the act itself stands. */
async function withFollowing(parts: RecordParts, memory: Memory, tx: Queries, { made, written: { recorded, standing: { file } } }: { readonly made: Granted | undefined; readonly written: Written }): Promise<Recorded> {
  const reaction = made === undefined ? undefined : reactionTo(made.granted.judge.procedure, file, recorded.number)
  const followed = made === undefined || reaction === undefined ? undefined : await follow(parts, memory, tx, { request: made.granted.request, reaction })
  return followed === undefined ? recorded : { ...recorded, followed }
}

async function follow(parts: RecordParts, memory: Memory, tx: Queries, { request, reaction: { number, actFor } }: { readonly request: Request; readonly reaction: Reaction }): Promise<Followed | undefined> {
  const head = await caseNumbered(tx, number)
  if (head === undefined) return { number, because: '没有这个编号的案件，结果没有转记' }
  const act = actFor(head.procedure)
  if (act === undefined) return undefined
  const next: Request = { act, actor: request.actor, key: `${request.key}-follows`, on: { caseId: head.id, version: head.version } }
  // What this transaction has written is not committed yet: nothing read here may be remembered.
  const made = prepare(parts, next, only(await look(parts, memory.recent, tx, [next])))
  const ruling = await rulingOn(parts, tx, made)
  const name = made.judge.procedure.acts[act.kind]?.name ?? act.kind
  if (!ruling.granted) return { number, id: head.id, because: `没有转记「${name}」：${ruling.refusals.map(({ because }) => because).join('；')}` }
  await writeActs(parts, memory, tx, [{ granted: made, requestHash: parts.hash(JSON.stringify([act, request.actor])) }])
  return { number, id: head.id, name }
}
