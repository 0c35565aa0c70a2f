import { isCorrection } from '@zhunsheng/law/correction.ts'
import { formatDay, parseDay, type Day } from '@zhunsheng/law/day.ts'
import type { Act, Proposal } from '@zhunsheng/law/dossier.ts'
import type { CaseFile } from '@zhunsheng/law/case-file.ts'
import type { Judge } from '@zhunsheng/law/judge.ts'
import { findJudge, judgeFor } from '@zhunsheng/law/judges.ts'
import { parseAnswers, parseClock } from '@zhunsheng/law/parse.ts'
import type { Refusal, Ruling } from '@zhunsheng/law/ruling.ts'
import { formFor } from '@zhunsheng/law/written/act.ts'
import type { Queries } from '../../platform/database.ts'
import { changedMeanwhile, malformed, notFound } from '../../platform/problem.ts'
import type { RecordsQuestion } from './contract.ts'
import type { Seen } from './look.ts'
import { againstRecords, unseenRecordings } from './records-check.ts'
import { refusal } from './refusal.ts'
import { idsOf, type RecordParts, type Request } from './request.ts'
import type { ActUnder } from './store.ts'
import type { CaseHead } from './store-projections.ts'
import { todayOf } from './today.ts'
import type { Recorded } from './wire.ts'

const PROCEDURE = 'penalty.ordinary'

/** A request as the law judges it (拟实施的行为), with the file in which it would stand. */
export interface Prepared {
  readonly request: Request
  readonly judge: Judge
  readonly acts: readonly Act[]
  readonly file: CaseFile
  readonly proposal: Proposal
  readonly today: Day
  readonly before: string | null
  readonly head?: CaseHead
}
/** What becomes of a request that is not refused: it was recorded before, or is to be recorded now. */
export type Verdict = { readonly recorded: Recorded } | { readonly granted: Prepared; readonly requestHash: string }

type JudgeParts = Pick<RecordParts, 'clock' | 'hash' | 'setting' | 'media' | 'checks'>

/** Judges a request to record; every no is thrown. A request that was recorded before is answered as it was then, whatever the law says now. */
export async function verdictOn(parts: JudgeParts, tx: Queries, request: Request, seen: Seen): Promise<Verdict> {
  const requestHash = parts.hash(JSON.stringify([request.act, request.actor, request.on?.caseId ?? null, request.leadId ?? null, request.procedure ?? null]))
  if (seen.earlier !== undefined) return { recorded: replayed(seen.earlier, requestHash) }
  const granted = prepare(parts, request, seen)
  const { judge, acts } = granted
  if (request.on !== undefined && request.on.version !== acts.length) throw changedMeanwhile(overtaken(judge, acts.at(request.on.version)))
  const ruling = await rulingOn(parts, tx, granted)
  if (!ruling.granted) throw refusal(ruling.refusals)
  if (request.leadId !== undefined && !seen.leadIsOpen) throw changedMeanwhile('这条线索已经处理，不能再转立案')
  return { granted, requestHash }
}

/** Makes a proposal of what was sent; what makes no sense stops here. */
export function prepare({ clock, setting }: Pick<RecordParts, 'clock' | 'setting'>, request: Request, { head, acts, file: read, people, before }: Seen): Prepared {
  const { act, on } = request
  if (on !== undefined && head === undefined) throw notFound('没有这个案件')
  const judge = head === undefined ? (findJudge(request.procedure ?? PROCEDURE) ?? unknownProcedure()) : judgeFor(head.procedure)
  const form = formFor(judge.procedure, act.kind)
  if (form === undefined || (head === undefined && !judge.procedure.opens.includes(act.kind))) throw malformed([{ path: 'kind', because: `没有「${act.kind}」这种行为，或者不能由它开始一个案件` }])
  const day = parseDay(act.on)
  const minute = act.at === undefined ? undefined : parseClock(act.at)
  if (day === undefined) throw malformed([{ path: 'on', because: '应为真实存在的日期，写作 2021-03-01' }])
  const parsed = parseAnswers(form, act.data, (seq) => formFor(judge.procedure, acts.find((one) => one.seq === seq)?.kind ?? ''))
  if (!parsed.ok) throw malformed(parsed.faults.map(({ path, because }) => ({ path: `data.${path}`, because })))
  const ids = idsOf(request)
  const by = ids.flatMap((id) => people.find((person) => person.id === id) ?? [])
  if (by.length !== ids.length) throw malformed([{ path: 'with', because: '有参加人员不在本机关人员名册中' }])
  const proposal: Proposal = { kind: act.kind, on: day, by, data: parsed.value, ...(minute === undefined ? {} : { minute }) }
  const file = read ?? judge.read({ procedure: judge.procedure.code, acts }, setting)
  return { request, judge, acts, file, proposal, today: todayOf(clock), before, ...(head === undefined ? {} : { head }) }
}
const unknownProcedure = (): never => {
  throw malformed([{ path: 'procedure', because: '没有这种程序' }])
}

/** What the law says, and what the bureau's own records say of a claim in the answers. */
export async function rulingOn({ setting, media, checks }: Pick<RecordParts, 'setting' | 'media' | 'checks'>, queries: Queries, { request: { leadId }, judge, acts, file, proposal, today, head }: Prepared): Promise<Ruling> {
  const isFix = isCorrection(proposal.kind)
  const ruling = isFix ? judge.ruleCorrection({ procedure: judge.procedure.code, acts }, proposal, today, setting) : judge.rule(file, proposal, today)
  const [untrue, unseen] = isFix ? [undefined, []] : await Promise.all([againstRecords(queries, judge.procedure, file, proposal, head?.id ?? ''), unseenRecordings(queries, judge.procedure, file, proposal, media)])
  const asked = { ...whatIsSaid(proposal, acts), procedure: judge.procedure.code, on: proposal.on, by: proposal.by, acts: file.acts }
  const lead = head?.lead_id ?? leadId
  const refusals: Refusal[] = [...(ruling.granted ? [] : ruling.refusals), ...(untrue === undefined ? [] : [untrue]), ...unseen]
  for (const check of checks) refusals.push(...(await check(queries, lead === undefined ? asked : { ...asked, lead })))
  return refusals.length === 0 ? ruling : { granted: false, refusals }
}

/** What an act says in the end: a correction says what the corrected act will say. */
function whatIsSaid({ kind, data }: Proposal, acts: readonly Act[]): Pick<RecordsQuestion, 'kind' | 'data' | 'correctedOn'> {
  const { target, answers } = data
  const corrected = kind === 'correct' ? acts.find(({ seq }) => seq === target) : undefined
  return corrected === undefined || typeof answers !== 'object' || answers === null ? { kind, data } : { kind: corrected.kind, data: { ...answers }, correctedOn: corrected.on }
}

/** The same request again gets the same answer; another request under the same key is refused. */
function replayed({ case_id: id, number, seq, request_hash }: ActUnder, requestHash: string): Recorded {
  if (request_hash !== requestHash) throw malformed([{ path: 'Idempotency-Key', because: '这个幂等键已用于另一项内容不同的请求，请换一个' }])
  return { id, number, seq, version: seq }
}

const overtaken = (judge: Judge, act: Act | undefined): string =>
  act === undefined
    ? '案卷的行为数与您看到的不一致，请刷新后再办理'
    : `您填写期间，${act.by.map(({ name }) => name).join('、')}已记录「${judge.procedure.acts[act.kind]?.name ?? '更正'}」（${formatDay(act.on)}），请刷新后再办理`
