import { correctedMoment, type CaseRow, type CaseView, type NewAct, type NewSignature, type RecordedAct, type Refused } from '@zhunsheng/bureau/modules/enforcement/wire.ts'
import type { PersonView } from '@zhunsheng/bureau/modules/officers/wire.ts'
import { isCorrection } from '@zhunsheng/law/correction.ts'
import { parseDay, type Day } from '@zhunsheng/law/day.ts'
import type { Act, Proposal, Setting } from '@zhunsheng/law/dossier.ts'
import { findMatter } from '@zhunsheng/law/matters/matters.ts'
import { findJudge } from '@zhunsheng/law/judges.ts'
import { majorRowsOf } from '@zhunsheng/law/major-of.ts'
import type { Judge } from '@zhunsheng/law/judge.ts'
import { formatClock, parseAnswers, parseClock } from '@zhunsheng/law/parse.ts'
import { writtenAccount } from '@zhunsheng/law/penalty/execution/written-account.ts'
import { actName, formFor, personFrom, plainData, readActs, stageName, type PlainPerson, type WrittenAct } from '@zhunsheng/law/written/act.ts'
import { writtenMajor, writtenRecordings } from '@zhunsheng/law/written/lists.ts'
import { groundsOf, writtenVerdict } from '@zhunsheng/law/written/verdict.ts'
import { Problem, type Fault } from '../api.ts'

/** A case as it lies on this device (随身案卷): its acts as the law reads them, and the view that the server gave, if it ever did. */
export interface PocketCase {
  readonly id: string
  readonly procedure: string
  readonly acts: readonly WrittenAct[]
  readonly view?: CaseView
  /** Signed on this device and not yet sent. */
  readonly signatures?: readonly (NewSignature & { readonly seq: number })[]
}
/** Who judges on this device, among whom, on which day by the bureau's clock. */
export interface Bearer {
  readonly me: PersonView
  readonly people: readonly PersonView[]
  readonly today: string
  /** The numbers of the place, with the lists that the bureau handed in. */
  readonly setting: Setting
}

const plainOf = ({ id, name, posts, legalQualification, reviewedBefore, certificate }: PersonView): PlainPerson => ({
  id,
  name,
  posts,
  legalQualification,
  reviewedBefore,
  ...(certificate === undefined ? {} : { certificate: { number: certificate.number, from: certificate.from, until: certificate.until } }),
})

/** What the law says of an act on this device: the same judge, the same answer as at the server, but for what only its records know. */
export function rulingHere(one: PocketCase, { me, people, today, setting }: Bearer, act: NewAct): Refused {
  const judge = judgeOf(one.procedure)
  const acts = readActs(judge.procedure, one.acts)
  const proposal = proposalOf(judge, acts, act, [me, ...people.filter(({ id }) => id !== me.id)])
  const dossier = { procedure: one.procedure, acts }
  const ruling = isCorrection(act.kind) ? judge.ruleCorrection(dossier, proposal, dayOf(today), setting) : judge.rule(judge.read(dossier, setting), proposal, dayOf(today))
  return { granted: ruling.granted, refusals: groundsOf(ruling) }
}

function proposalOf(judge: Judge, acts: readonly Act[], act: NewAct, people: readonly PersonView[]): Proposal {
  const form = formFor(judge.procedure, act.kind)
  const day = parseDay(act.on)
  if (form === undefined || (acts.length === 0 && !judge.procedure.opens.includes(act.kind))) throw malformed([{ path: 'kind', because: '不能由这种行为开始一个案件' }])
  if (day === undefined) throw malformed([{ path: 'on', because: '应为真实存在的日期' }])
  const minute = act.at === undefined ? undefined : parseClock(act.at)
  const parsed = parseAnswers(form, act.data, (seq) => formFor(judge.procedure, acts.find((one) => one.seq === seq)?.kind ?? ''))
  if (!parsed.ok) throw malformed(parsed.faults.map(({ path, because }) => ({ path: `data.${path}`, because })))
  const by = [people[0]?.id ?? '', ...act.with].flatMap((id) => people.find((person) => person.id === id) ?? [])
  return { kind: act.kind, on: day, by: by.map((person) => personFrom(plainOf(person))), data: parsed.value, ...(minute === undefined ? {} : { minute }) }
}

/** The case with one more act, its answers written as the server will write them. */
export function withAct(one: PocketCase, { me, people, today }: Bearer, act: NewAct): PocketCase {
  const judge = judgeOf(one.procedure)
  const proposal = proposalOf(judge, readActs(judge.procedure, one.acts), act, [me, ...people.filter(({ id }) => id !== me.id)])
  const data = plainData(judge.procedure, proposal, (seq) => one.acts.find((before) => before.seq === seq)?.kind)
  const by = [me, ...act.with.flatMap((id) => people.find((person) => person.id === id) ?? [])].map(plainOf)
  const minute = act.at === undefined ? undefined : parseClock(act.at)
  return { ...one, acts: [...one.acts, { seq: one.acts.length + 1, kind: act.kind, on: act.on, recordedOn: today, by, data, ...(minute === undefined ? {} : { minute }) }] }
}

/** The whole case as the screens show it, worked out on this device. */
export function viewHere(one: PocketCase, { me, today, setting }: Bearer): CaseView {
  const judge = judgeOf(one.procedure)
  const acts = readActs(judge.procedure, one.acts)
  const file = judge.read({ procedure: one.procedure, acts }, setting)
  const verdict = writtenVerdict(judge, file, dayOf(today), { ...personFrom(plainOf(me)), department: me.department })
  const account = writtenAccount(file, dayOf(today))
  const dues = verdict.obligations.flatMap(({ due, standing }) => (due === undefined || (standing !== 'owed' && standing !== 'overdue') ? [] : [due])).toSorted()
  return {
    row: rowOf(one, judge, dues[0], verdict.ended, today),
    version: one.acts.length,
    procedure: one.procedure,
    acts: one.acts.map((act) => signedHere(one, one.view?.acts.find(({ seq }) => seq === act.seq) ?? shownAct(judge, act))),
    verdict,
    papers: one.view?.papers ?? [],
    related: one.view?.related ?? [],
    majors: majorRowsOf(one.procedure, file).map(writtenMajor),
    recordings: writtenRecordings(one.procedure, file),
    ...(account === undefined ? {} : { account }),
  }
}

function signedHere({ signatures = [] }: PocketCase, act: RecordedAct): RecordedAct {
  const here = signatures.filter(({ seq }) => seq === act.seq).map(({ role, name, signedAt, made }) => ({ role, name, signedAt: correctedMoment(signedAt, made?.ahead ?? 0) }))
  return here.length === 0 ? act : { ...act, signatures: [...(act.signatures ?? []), ...here] }
}

function rowOf({ id, procedure, acts, view }: PocketCase, judge: Judge, due: string | undefined, ended: boolean, today: string): CaseRow {
  const latest = acts.at(-1)
  const first = acts[0]
  const data = first?.data ?? {}
  const party = textIn(data['party'], 'name')
  const matter = typeof data['matter'] === 'string' ? data['matter'] : ''
  const { nextDue: _, ...known } = view?.row ?? {
    id,
    number: '待编号',
    procedure,
    procedureName: judge.procedure.name,
    title: `${party === '' ? textIn(data, 'place') : party}${findMatter(matter)?.name ?? ''}（${judge.procedure.name}）`,
    party,
    partyKind: textIn(data['party'], 'kind'),
    matter,
    matterName: findMatter(matter)?.name ?? '',
    stage: '',
    status: '',
    openedOn: first?.on ?? today,
    officers: (first?.by ?? []).map(({ name }) => name),
    overdue: false,
  }
  return { ...known, stage: stageName(judge.procedure, latest?.kind ?? ''), status: actName(judge.procedure, latest?.kind ?? ''), overdue: due !== undefined && due < today && !ended, ...(due === undefined ? {} : { nextDue: due }) }
}
const textIn = (group: unknown, name: string): string => {
  const found = typeof group === 'object' && group !== null && name in group ? Object.entries(group).find(([key]) => key === name)?.[1] : undefined
  return typeof found === 'string' ? found : ''
}

const shownAct = (judge: Judge, { seq, kind, on, minute, by, data }: WrittenAct): RecordedAct => ({
  seq,
  kind,
  name: actName(judge.procedure, kind),
  stage: stageName(judge.procedure, kind),
  on,
  by: by.map(({ id, name, certificate }) => ({ id, name, ...(certificate === undefined ? {} : { certificate: certificate.number }) })),
  data,
  recordedAt: '',
  ...(minute === undefined ? {} : { at: formatClock(minute) }),
})

function judgeOf(procedure: string): Judge {
  const judge = findJudge(procedure)
  if (judge === undefined) throw malformed([{ path: 'procedure', because: '本机的版本里没有这种程序，请联网更新' }])
  return judge
}
function dayOf(written: string): Day {
  const day = parseDay(written)
  if (day === undefined) throw new Error(`the device knows no such day: ${written}`)
  return day
}
const malformed = (faults: readonly Fault[]): Problem => new Problem({ type: '/problems/malformed', title: '填写有误', status: 400, detail: faults.map(({ because }) => because).join('；'), faults })
