import { formatDay, parseDay, type Day } from '@zhunsheng/law/day.ts'
import { isCorrection } from '@zhunsheng/law/correction.ts'
import type { Act, Proposal } from '@zhunsheng/law/dossier.ts'
import type { Judge } from '@zhunsheng/law/judge.ts'
import { parseAnswers, parseClock } from '@zhunsheng/law/parse.ts'
import type { Ruling } from '@zhunsheng/law/ruling.ts'
import type { Clock } from '../../platform/clock.ts'
import { civilDay } from '../../platform/clock.ts'
import type { Database, Queries } from '../../platform/database.ts'
import { changedMeanwhile, malformed, notFound } from '../../platform/problem.ts'
import type { Ledger } from '../ledger/contract.ts'
import type { Officers } from '../officers/contract.ts'
import { numberPaper } from './paper-numbers.ts'
import { refusal } from './refusal.ts'
import { judgeFor, SETTING } from './setting.ts'
import { actsFrom, formFor, ledgerAct, plainData, plainPerson } from './stored-acts.ts'
import { actsOf, actUnder, addAct, addToOutbox, nextNumber, type ActRow } from './store.ts'
import { caseHead, putObligations, putSummary, settleLead, type CaseHead } from './store-projections.ts'
import { summaryOf } from './summary.ts'
import type { NewAct, Recorded } from './wire.ts'

export interface RecordParts {
  readonly database: Database
  readonly ledger: Pick<Ledger, 'append'>
  readonly officers: Pick<Officers, 'asOf'>
  readonly clock: Clock
  readonly newId: () => string
  readonly hash: (text: string) => string
  readonly bureau: string
}
/** A request to record an act, whoever makes it. */
export interface Request {
  readonly act: NewAct
  readonly actor: string
  readonly key: string
  /** For a further act: the case and the number of acts that the sender has seen. */
  readonly on?: { readonly caseId: string; readonly version: number }
  readonly leadId?: string
}

const PROCEDURE = 'penalty.ordinary'

/** Everything about recording acts: rule without recording, or rule and record in one transaction. */
export function recorder(parts: RecordParts) {
  /** Rules on an act without recording it: what a form shows while it is being filled in. */
  const consider = (request: Request): Promise<Ruling> =>
    parts.database.read(async (queries) => {
      const { judge, acts, proposal, today } = await prepare(parts, queries, request)
      return rulingOn(judge, acts, proposal, today)
    })

  /** Records an act: the act, its leaf, its paper's number, the projections and the outbox row stand or fall together. */
  const record = (request: Request): Promise<Recorded> =>
    parts.database.work(async (tx) => {
      const requestHash = parts.hash(JSON.stringify([request.act, request.actor, request.on?.caseId ?? null, request.leadId ?? null]))
      const replay = await actUnder(tx, request.key)
      if (replay !== undefined) return replayed(tx, replay, requestHash)
      const { judge, acts, proposal, today, head } = await prepare(parts, tx, request)
      if (request.on !== undefined && request.on.version !== acts.length) throw changedMeanwhile(overtaken(judge, acts.at(request.on.version)))
      const ruling = rulingOn(judge, acts, proposal, today)
      if (!ruling.granted) throw refusal(ruling.refusals)
      return append(parts, tx, { judge, acts, proposal, today, requestHash, request, ...(head === undefined ? {} : { head }) })
    })

  return { consider, record }
}

interface Prepared {
  readonly judge: Judge
  readonly acts: readonly Act[]
  readonly proposal: Proposal
  readonly today: Day
  readonly head?: CaseHead
}

/** Reads the file and makes a proposal of what was sent; what makes no sense stops here. */
async function prepare(parts: RecordParts, queries: Queries, { act, actor, on }: Request): Promise<Prepared> {
  const head = on === undefined ? undefined : await caseHead(queries, on.caseId)
  if (on !== undefined && head === undefined) throw notFound('没有这个案件')
  const judge = judgeFor(head?.procedure ?? PROCEDURE)
  const acts = head === undefined ? [] : actsFrom(judge.procedure, await actsOf(queries, head.id))
  const form = formFor(judge.procedure, act.kind)
  if (form === undefined || (head === undefined && !judge.procedure.opens.includes(act.kind))) throw malformed([{ path: 'kind', because: `没有「${act.kind}」这种行为，或者不能由它开始一个案件` }])
  const day = parseDay(act.on)
  const minute = act.at === undefined ? undefined : parseClock(act.at)
  if (day === undefined) throw malformed([{ path: 'on', because: '应为真实存在的日期，写作 2021-03-01' }])
  const parsed = parseAnswers(form, act.data, (seq) => formFor(judge.procedure, acts.find((one) => one.seq === seq)?.kind ?? ''))
  if (!parsed.ok) throw malformed(parsed.faults.map(({ path, because }) => ({ path: `data.${path}`, because })))
  const ids = [actor, ...act.with.filter((id) => id !== actor)]
  const people = await parts.officers.asOf(queries, ids, day)
  const by = ids.flatMap((id) => people.find((person) => person.id === id) ?? [])
  if (by.length !== ids.length) throw malformed([{ path: 'with', because: '有参加人员不在本机关人员名册中' }])
  const proposal: Proposal = { kind: act.kind, on: day, by, data: parsed.value, ...(minute === undefined ? {} : { minute }) }
  return { judge, acts, proposal, today: todayOf(parts.clock), ...(head === undefined ? {} : { head }) }
}

function rulingOn(judge: Judge, acts: readonly Act[], proposal: Proposal, today: Day): Ruling {
  const dossier = { procedure: judge.procedure.code, acts }
  return isCorrection(proposal.kind) ? judge.ruleCorrection(dossier, proposal, today, SETTING) : judge.rule(judge.read(dossier, SETTING), proposal, today)
}

async function append(parts: RecordParts, tx: Queries, made: Prepared & { readonly requestHash: string; readonly request: Request }): Promise<Recorded> {
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
  }
  await addAct(tx, { ...row, actors: JSON.stringify(row.actors), data: JSON.stringify(row.data), idempotency_key: request.key, request_hash: made.requestHash })
  await parts.ledger.append(tx, (before) => ledgerAct(parts.bureau, procedure, row, before), id)
  await numberPaper(tx, { caseId: id, seq: act.seq, kind: act.kind, year })
  const file = judge.read({ procedure: procedure.code, acts: [...acts, act] }, SETTING)
  const { obligations } = judge.judge(file, today)
  const head: CaseHead = { id, number, version: act.seq, procedure: procedure.code, lead_id: made.head?.lead_id ?? request.leadId ?? null }
  await putSummary(tx, head, summaryOf(procedure, file, obligations))
  await putObligations(tx, id, obligations)
  await addToOutbox(tx, `act.${act.kind}`, id, act.seq, row.recorded_at)
  if (request.leadId !== undefined && (await settleLead(tx, request.leadId, id)) === 0) throw changedMeanwhile('这条线索已经处理，不能再转立案')
  return { id, number, seq: act.seq, version: act.seq }
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
