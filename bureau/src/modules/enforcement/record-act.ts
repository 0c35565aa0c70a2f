import { formatDay, parseDay, type Day } from '@zhunsheng/law/day.ts'
import { isCorrection } from '@zhunsheng/law/correction.ts'
import type { Act, Proposal } from '@zhunsheng/law/dossier.ts'
import type { CaseFile } from '@zhunsheng/law/case-file.ts'
import type { Judge } from '@zhunsheng/law/judge.ts'
import { obligationsOf } from '@zhunsheng/law/obligation.ts'
import { parseAnswers, parseClock } from '@zhunsheng/law/parse.ts'
import type { Person } from '@zhunsheng/law/person.ts'
import type { Ruling } from '@zhunsheng/law/ruling.ts'
import { formFor, plainData, plainPerson } from '@zhunsheng/law/written/act.ts'
import type { Clock } from '../../platform/clock.ts'
import { civilDay } from '../../platform/clock.ts'
import { isTaken, type Database, type Queries } from '../../platform/database.ts'
import { changedMeanwhile, malformed, notFound } from '../../platform/problem.ts'
import type { Ledger } from '../ledger/contract.ts'
import type { Officers } from '../officers/contract.ts'
import type { Bureau, CaseListener } from './contract.ts'
import { numberPapers } from './paper-numbers.ts'
import { againstRecords } from './records-check.ts'
import { reactionTo, type Reaction } from './reactions.ts'
import { refusal } from './refusal.ts'
import { findJudge, judgeFor, SETTING } from '@zhunsheng/law/judges.ts'
import { actsFrom, ledgerAct } from './stored-acts.ts'
import { recentFiles, type RecentFiles } from './recent-files.ts'
import { actsOf, actUnder, addAct, nextNumber, type ActRow } from './store.ts'
import { caseHead, caseNumbered, putObligations, putSummary, settleLead, type CaseHead } from './store-projections.ts'
import { summaryOf } from './summary.ts'
import type { Followed, NewAct, Recorded } from './wire.ts'

export interface RecordParts {
  readonly database: Database
  readonly ledger: Pick<Ledger, 'append' | 'latest'>
  readonly officers: Pick<Officers, 'asOf'>
  readonly clock: Clock
  readonly newId: () => string
  readonly hash: (text: string) => string
  readonly bureau: Pick<Bureau, 'name' | 'word'>
  /** Who in another module is told of every act, before the unit of work ends. */
  readonly heard?: CaseListener
}
/** A request to record an act, whoever makes it. */
export interface Request {
  readonly act: NewAct
  readonly actor: string
  readonly key: string
  /** For a further act: the case and the number of acts that the sender has seen. */
  readonly on?: { readonly caseId: string; readonly version: number }
  readonly leadId?: string
  /** For a new case: the procedure under which it is opened; the ordinary one unless it says otherwise. */
  readonly procedure?: string
}

const PROCEDURE = 'penalty.ordinary'

/** Everything about recording acts: rule without recording, or rule and record in one transaction. */
export function recorder(parts: RecordParts) {
  const recent = recentFiles()
  /** Rules on an act without recording it: what a form shows while it is being filled in. */
  const consider = (request: Request): Promise<Ruling> =>
    parts.database.read(async (queries) => {
      const made = prepare(parts, request, await look(parts, recent, queries, request))
      return rulingOn(queries, made)
    })

  const attempt = (request: Request): Promise<Recorded> =>
    parts.database.work(async (tx) => {
      const recorded = await recordIn(parts, tx, request, recent)
      await parts.heard?.(tx, { caseId: recorded.id, kind: request.act.kind, by: request.actor })
      return recorded
    })

  /** Records an act: the act, its leaf, its paper's number, the projections and the outbox row stand or fall together. */
  const record = async (request: Request): Promise<Recorded> => {
    try {
      return await attempt(request)
    } catch (failure) {
      // Somebody wrote the same place or key between our look and our act. Looking again tells what happened.
      if (!isTaken(failure)) throw failure
      return attempt(request)
    }
  }

  /** Records within a longer unit of work. What is read there is not remembered: it may yet be undone. */
  const recordWithin = (tx: Queries, request: Request): Promise<Recorded> => recordIn(parts, tx, request, recentFiles())

  return { consider, record, recordWithin }
}

async function recordIn(parts: RecordParts, tx: Queries, request: Request, recent: RecentFiles): Promise<Recorded> {
  const requestHash = parts.hash(JSON.stringify([request.act, request.actor, request.on?.caseId ?? null, request.leadId ?? null, request.procedure ?? null]))
  const [replay, seen] = await Promise.all([actUnder(tx, request.key), look(parts, recent, tx, request)])
  if (replay !== undefined) return replayed(tx, replay, requestHash)
  const made = prepare(parts, request, seen)
  const { judge, acts } = made
  if (request.on !== undefined && request.on.version !== acts.length) throw changedMeanwhile(overtaken(judge, acts.at(request.on.version)))
  const ruling = await rulingOn(tx, made)
  if (!ruling.granted) throw refusal(ruling.refusals)
  const { recorded, file } = await append(parts, tx, { ...made, requestHash, request })
  const reaction = reactionTo(judge.procedure, file)
  return reaction === undefined ? recorded : { ...recorded, followed: await follow(parts, recent, tx, request, reaction) }
}

/** What the database knows that bears on a request. */
interface Seen {
  readonly head?: CaseHead
  readonly judge: Judge
  readonly acts: readonly Act[]
  readonly people: readonly Person[]
  readonly before: string | null
}

/** Looks up all that a request needs, at once: the questions do not wait for each other's answers. */
async function look(parts: RecordParts, recent: RecentFiles, queries: Queries, request: Request): Promise<Seen> {
  const { act, actor, on } = request
  const day = parseDay(act.on)
  const known = on === undefined ? [] : recent.known(on.caseId)
  const [head, rows, people, before] = await Promise.all([
    on === undefined ? undefined : caseHead(queries, on.caseId),
    on === undefined ? [] : actsOf(queries, on.caseId, known.length),
    day === undefined ? [] : parts.officers.asOf(queries, idsOf(act, actor), day),
    on === undefined ? null : parts.ledger.latest(queries, on.caseId),
  ])
  const judge = head === undefined ? (findJudge(request.procedure ?? PROCEDURE) ?? unknownProcedure()) : judgeFor(head.procedure)
  if (on !== undefined && known.length > (head?.version ?? 0)) {
    // Another database has been put in the place of the one that was read: nothing remembered of it holds.
    recent.forget(on.caseId)
    return look(parts, recent, queries, request)
  }
  const acts = actsFrom(judge.procedure, rows, known)
  if (on !== undefined && rows.length > 0) recent.keep(on.caseId, acts)
  return { judge, acts, people, before, ...(head === undefined ? {} : { head }) }
}
const unknownProcedure = (): never => {
  throw malformed([{ path: 'procedure', because: '没有这种程序' }])
}
const idsOf = (act: NewAct, actor: string): readonly string[] => [actor, ...act.with.filter((id) => id !== actor)]

interface Prepared {
  readonly judge: Judge
  readonly acts: readonly Act[]
  readonly file: CaseFile
  readonly proposal: Proposal
  readonly today: Day
  readonly before: string | null
  readonly head?: CaseHead
}

/** Makes a proposal of what was sent; what makes no sense stops here. */
function prepare(parts: RecordParts, { act, actor, on }: Request, { head, judge, acts, people, before }: Seen): Prepared {
  if (on !== undefined && head === undefined) throw notFound('没有这个案件')
  const form = formFor(judge.procedure, act.kind)
  if (form === undefined || (head === undefined && !judge.procedure.opens.includes(act.kind))) throw malformed([{ path: 'kind', because: `没有「${act.kind}」这种行为，或者不能由它开始一个案件` }])
  const day = parseDay(act.on)
  const minute = act.at === undefined ? undefined : parseClock(act.at)
  if (day === undefined) throw malformed([{ path: 'on', because: '应为真实存在的日期，写作 2021-03-01' }])
  const parsed = parseAnswers(form, act.data, (seq) => formFor(judge.procedure, acts.find((one) => one.seq === seq)?.kind ?? ''))
  if (!parsed.ok) throw malformed(parsed.faults.map(({ path, because }) => ({ path: `data.${path}`, because })))
  const ids = idsOf(act, actor)
  const by = ids.flatMap((id) => people.find((person) => person.id === id) ?? [])
  if (by.length !== ids.length) throw malformed([{ path: 'with', because: '有参加人员不在本机关人员名册中' }])
  const proposal: Proposal = { kind: act.kind, on: day, by, data: parsed.value, ...(minute === undefined ? {} : { minute }) }
  const file = judge.read({ procedure: judge.procedure.code, acts }, SETTING)
  return { judge, acts, file, proposal, today: todayOf(parts.clock), before, ...(head === undefined ? {} : { head }) }
}

/** What the law says, and what the bureau's own records say of a claim in the answers. */
async function rulingOn(queries: Queries, { judge, acts, file, proposal, today, head }: Prepared): Promise<Ruling> {
  if (isCorrection(proposal.kind)) return judge.ruleCorrection({ procedure: judge.procedure.code, acts }, proposal, today, SETTING)
  const ruling = judge.rule(file, proposal, today)
  const untrue = await againstRecords(queries, judge.procedure, file, proposal, head?.id ?? '')
  return untrue === undefined ? ruling : { granted: false, refusals: [...(ruling.granted ? [] : ruling.refusals), untrue] }
}

/** Records what follows in the related case under the same hand, or says why the law does not allow it there; the act itself stands. */
async function follow(parts: RecordParts, recent: RecentFiles, tx: Queries, request: Request, { number, act }: Reaction): Promise<Followed> {
  const head = await caseNumbered(tx, number)
  if (head === undefined) return { number, because: '没有这个编号的案件，结果没有转记' }
  const next: Request = { act, actor: request.actor, key: `${request.key}-follows`, on: { caseId: head.id, version: head.version } }
  const made = prepare(parts, next, await look(parts, recent, tx, next))
  const ruling = await rulingOn(tx, made)
  const name = made.judge.procedure.acts[act.kind]?.name ?? act.kind
  if (!ruling.granted) return { number, id: head.id, because: `没有转记「${name}」：${ruling.refusals.map(({ because }) => because).join('；')}` }
  await append(parts, tx, { ...made, requestHash: parts.hash(JSON.stringify([act, request.actor])), request: next })
  return { number, id: head.id, name }
}

/** Writes an act with all that follows from it; answers where it stands, and the file as it is now. */
async function append(parts: RecordParts, tx: Queries, made: Prepared & { readonly requestHash: string; readonly request: Request }): Promise<{ readonly recorded: Recorded; readonly file: CaseFile }> {
  const { judge, acts, proposal, today, request } = made
  const { procedure } = judge
  const year = Number(formatDay(proposal.on).slice(0, 4))
  const id = made.head?.id ?? parts.newId()
  const number = made.head?.number ?? `${year}-${String(await nextNumber(tx, 'case', year)).padStart(5, '0')}`
  const act: Act = { ...proposal, seq: acts.length + 1, recordedOn: today }
  const row: Omit<ActRow, 'request_hash'> = {
    case_id: id,
    seq: act.seq,
    kind: act.kind,
    on_day: formatDay(act.on),
    minute: act.minute ?? null,
    actors: act.by.map(plainPerson),
    data: plainData(procedure, proposal, (seq) => acts.find((one) => one.seq === seq)?.kind),
    recorded_at: parts.clock.now().toISOString(),
    recorded_on: formatDay(today),
    made: request.act.made ?? null,
  }
  const file = judge.read({ procedure: procedure.code, acts: [...acts, act] }, SETTING)
  const obligations = obligationsOf(procedure, file, today)
  const head: CaseHead = { id, number, version: act.seq, procedure: procedure.code, lead_id: made.head?.lead_id ?? request.leadId ?? null }
  // Sent together: one journey to the database. The act comes first, so that whoever was overtaken learns it from the act.
  const [, , , , , settled] = await Promise.all([
    addAct(tx, { ...row, actors: JSON.stringify(row.actors), data: JSON.stringify(row.data), made: row.made === null ? null : JSON.stringify(row.made), idempotency_key: request.key, request_hash: made.requestHash }),
    parts.ledger.append(tx, ledgerAct(parts.bureau.name, procedure, row, made.before)),
    putSummary(tx, head, summaryOf(procedure, file, obligations)),
    putObligations(tx, id, obligations),
    numberPapers(tx, procedure.code, id, act, { year, agency: parts.bureau.word }),
    request.leadId === undefined ? 1 : settleLead(tx, request.leadId, id),
  ])
  if (settled === 0) throw changedMeanwhile('这条线索已经处理，不能再转立案')
  return { recorded: { id, number, seq: act.seq, version: act.seq }, file }
}

/** The same request again gets the same answer; another request under the same key is refused. */
async function replayed(tx: Queries, before: Pick<ActRow, 'case_id' | 'seq' | 'request_hash'>, requestHash: string): Promise<Recorded> {
  if (before.request_hash !== requestHash) throw malformed([{ path: 'Idempotency-Key', because: '这个幂等键已用于另一项内容不同的请求，请换一个' }])
  const head = await caseHead(tx, before.case_id)
  return { id: before.case_id, number: head?.number ?? '', seq: before.seq, version: before.seq }
}

const overtaken = (judge: Judge, act: Act | undefined): string =>
  act === undefined
    ? '案卷的行为数与您看到的不一致，请刷新后再办理'
    : `您填写期间，${act.by.map(({ name }) => name).join('、')}已记录「${judge.procedure.acts[act.kind]?.name ?? '更正'}」（${formatDay(act.on)}），请刷新后再办理`

/** Today in the bureau's place. */
export function todayOf(clock: Clock): Day {
  const today = parseDay(civilDay(clock.now()))
  if (today === undefined) throw new Error('the clock shows no day')
  return today
}
