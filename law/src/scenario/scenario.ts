import { parseDay, formatDay, type Day } from '../day.ts'
import { CORRECTIONS, isCorrection } from '../correction.ts'
import type { Act, Proposal, Setting } from '../dossier.ts'
import type { Form } from '../field.ts'
import type { Judge } from '../judge.ts'
import type { Obligation } from '../obligation.ts'
import { parseAnswers, parseClock } from '../parse.ts'
import { isPost, type Person } from '../person.ts'
import type { Malformed, Ruling } from '../ruling.ts'
import { CAST } from './cast.ts'
import type { Course } from './course.ts'
import { supposedDevolutions } from './devolutions.ts'
import { readDay, withDays } from './relative-day.ts'

type Plain = Readonly<Record<string, unknown>>

/** One act of a scenario and what the judge said of it. */
export interface ActAnswer {
  readonly kind: string
  readonly name: string
  readonly on: Day
  readonly by: readonly string[]
  readonly ruling: Ruling
  /** Codes that the scenario expects; empty for granted; absent where it expects nothing. */
  readonly expected?: readonly string[]
}
/** One question of a scenario: what is owed, and what is lawful, on a day. */
export interface DayAnswer {
  readonly on: Day
  readonly obligations: readonly Obligation[]
  readonly lawful: readonly string[]
  readonly refused: Readonly<Record<string, readonly string[]>>
  readonly expected: { readonly owed?: Readonly<Record<string, string>>; readonly lawful?: readonly string[]; readonly unlawful?: Readonly<Record<string, readonly string[]>> }
}
/** What came out of a scenario (情景结果). */
export interface Answer {
  readonly title: string
  readonly acts: readonly ActAnswer[]
  readonly days: readonly DayAnswer[]
  /** The acts that were granted, as they stand in the file. */
  readonly file: readonly Act[]
  /** Where the answers are not those that the scenario expects. */
  readonly surprises: readonly string[]
}
export type Outcome = { readonly ok: true; readonly answer: Answer } | { readonly ok: false; readonly faults: readonly Malformed[] }

/** What a scenario is played with: the judge of its procedure, the typical course of a case, the calendar and the local numbers. */
export interface Stage {
  readonly judge: Judge
  readonly course: Course
  readonly setting: Setting
}

const isPlain = (value: unknown): value is Plain => typeof value === 'object' && value !== null && !Array.isArray(value)
const plain = (value: unknown): Plain => (isPlain(value) ? value : {})
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : value === undefined ? [] : [value])
const strings = (value: unknown): readonly string[] => listOf(value).filter((one): one is string => typeof one === 'string')

const DAY_EXPECTED = '应为日期，写作 2021-03-01，或者前一行为之后的工作日数 +3、日数 +3d'

/** Plays a scenario (情景推演) as read from YAML: granted or refused for each act, and for each asked day what is owed. */
export function play(written: unknown, { judge, course, setting: given }: Stage): Outcome {
  const scenario = plain(written)
  const faults: Malformed[] = []
  const devolutions = supposedDevolutions(listOf(scenario['devolutions']).map(plain), faults)
  const setting: Setting = { ...given, local: { ...given.local, devolutions: [...given.local.devolutions, ...devolutions] } }
  const cast: Record<string, Person> = { ...CAST }
  for (const [id, one] of Object.entries(plain(scenario['people']))) cast[id] = personOf(id, plain(one), cast[id], faults)

  const recorded: Act[] = []
  const acts: ActAnswer[] = []
  const surprises: string[] = []
  const overrides = plain(scenario['with'])
  let before: Day | undefined

  for (const step of course.steps(plain(scenario['given']), setting, faults)) {
    const proposal = readProposal({ ...step, data: { ...plain(step.data), ...plain(overrides[step.act]) } }, { cast, judge, course, setting, recorded, before, path: `given.${step.act}`, faults })
    if (proposal === undefined) continue
    before = proposal.on
    const ruling = rulingOf(judge, recorded, proposal, setting)
    if (ruling.granted) recorded.push({ ...proposal, seq: recorded.length + 1, recordedOn: proposal.on })
    else surprises.push(`前提行为「${nameOf(judge, step.act)}」（${formatDay(proposal.on)}）被拒绝：${ruling.refusals.map(({ code, because }) => `${code} ${because}`).join('；')}`)
  }
  for (const [index, one] of listOf(scenario['acts']).entries()) {
    const row = plain(one)
    const proposal = readProposal(row, { cast, judge, course, setting, recorded, before, path: `acts.${index}`, faults })
    if (proposal === undefined) continue
    before = proposal.on
    const ruling = rulingOf(judge, recorded, proposal, setting)
    if (ruling.granted) recorded.push({ ...proposal, seq: recorded.length + 1, recordedOn: proposal.on })
    const expected = row['expect'] === undefined ? undefined : row['expect'] === 'granted' ? [] : strings(row['expect'])
    acts.push({ kind: proposal.kind, name: nameOf(judge, proposal.kind), on: proposal.on, by: proposal.by.map(({ name }) => name), ruling, ...(expected === undefined ? {} : { expected }) })
    if (expected !== undefined) surprises.push(...compare(`第 ${index + 1} 项「${nameOf(judge, proposal.kind)}」`, codesOf(ruling), expected))
  }
  const days: DayAnswer[] = []
  for (const [index, one] of listOf(scenario['ask']).entries()) {
    const asked = isPlain(one) ? one : { on: one }
    const on = readDay(asked['on'], before, setting.calendar)
    if (on === undefined) faults.push({ path: `ask.${index}.on`, because: DAY_EXPECTED })
    else days.push(askDay(judge, recorded, on, asked, setting, surprises))
  }
  if (faults.length > 0) return { ok: false, faults }
  return { ok: true, answer: { title: typeof scenario['title'] === 'string' ? scenario['title'] : '', acts, days, file: recorded, surprises } }
}

function askDay(judge: Judge, recorded: readonly Act[], on: Day, asked: Plain, setting: Setting, surprises: string[]): DayAnswer {
  const verdict = judge.judge(judge.read({ procedure: judge.procedure.code, acts: recorded }, setting), on)
  const refused = Object.fromEntries(verdict.acts.filter(({ ruling }) => !ruling.granted).map(({ kind, ruling }) => [kind, codesOf(ruling)]))
  const lawful = verdict.acts.filter(({ ruling }) => ruling.granted).map(({ kind }) => kind)
  const owed = asked['owed'] === undefined ? undefined : Object.fromEntries(Object.entries(plain(asked['owed'])).map(([code, due]) => [code, String(due)]))
  const wantLawful = asked['lawful'] === undefined ? undefined : strings(asked['lawful'])
  const unlawful = asked['unlawful'] === undefined ? undefined : Object.fromEntries(Object.entries(plain(asked['unlawful'])).map(([kind, codes]) => [kind, strings(codes)]))
  const at = formatDay(on)
  for (const [code, due] of Object.entries(owed ?? {})) {
    const found = verdict.obligations.find((obligation) => obligation.code === code)
    const shown = showObligation(found)
    if (shown !== due) surprises.push(`${at} 法定义务 ${code}：应为 ${due}，实为 ${shown}`)
  }
  for (const kind of wantLawful ?? []) if (!lawful.includes(kind)) surprises.push(`${at}「${nameOf(judge, kind)}」应当可以实施，却被拒绝：${refused[kind]?.join('、') ?? '没有这种行为'}`)
  for (const [kind, codes] of Object.entries(unlawful ?? {})) surprises.push(...compare(`${at}「${nameOf(judge, kind)}」`, refused[kind] ?? [], codes))
  return { on, obligations: verdict.obligations, lawful, refused, expected: { ...(owed === undefined ? {} : { owed }), ...(wantLawful === undefined ? {} : { lawful: wantLawful }), ...(unlawful === undefined ? {} : { unlawful }) } }
}

/** An obligation in the short form of scenarios: the last day, with its standing where that is not simply owed. */
export function showObligation(obligation: Obligation | undefined): string {
  if (obligation === undefined) return 'none'
  const due = obligation.due === undefined ? '' : `${formatDay(obligation.due)}${obligation.provisional ? '?' : ''}`
  return obligation.standing === 'owed' ? due : `${due} ${obligation.standing}`.trim()
}

const codesOf = (ruling: Ruling): readonly string[] => (ruling.granted ? [] : ruling.refusals.map(({ code }) => code))
const nameOf = (judge: Judge, kind: string) => (isCorrection(kind) ? CORRECTIONS[kind].name : (judge.procedure.acts[kind]?.name ?? kind))

function compare(what: string, found: readonly string[], expected: readonly string[]): readonly string[] {
  const missing = expected.filter((code) => !found.includes(code))
  const extra = found.filter((code) => !expected.includes(code))
  if (missing.length === 0 && extra.length === 0) return []
  return [`${what}：应${expected.length === 0 ? '准予' : `拒绝（${expected.join('、')}）`}，实为${found.length === 0 ? '准予' : `拒绝（${found.join('、')}）`}`]
}

function rulingOf(judge: Judge, recorded: readonly Act[], proposal: Proposal, setting: Setting): Ruling {
  const dossier = { procedure: judge.procedure.code, acts: recorded }
  return isCorrection(proposal.kind) ? judge.ruleCorrection(dossier, proposal, proposal.on, setting) : judge.rule(judge.read(dossier, setting), proposal, proposal.on)
}

interface Reading {
  readonly cast: Readonly<Record<string, Person>>
  readonly judge: Judge
  readonly course: Course
  readonly setting: Setting
  readonly recorded: readonly Act[]
  /** The day of the act before this one. */
  readonly before: Day | undefined
  readonly path: string
  readonly faults: Malformed[]
}

function readProposal(row: Plain, at: Reading): Proposal | undefined {
  const kind = typeof row['act'] === 'string' ? row['act'] : ''
  const form = formOf(at.judge, kind)
  if (form === undefined) {
    at.faults.push({ path: `${at.path}.act`, because: `程序中没有「${kind}」这种行为` })
    return undefined
  }
  const on = readDay(row['on'] ?? '+0', at.before, at.setting.calendar)
  if (on === undefined) {
    at.faults.push({ path: `${at.path}.on`, because: DAY_EXPECTED })
    return undefined
  }
  const minute = typeof row['at'] === 'string' ? parseClock(row['at']) : undefined
  const by = strings(row['by'] ?? at.course.by(kind)).flatMap((id) => {
    const person = at.cast[id]
    if (person === undefined) at.faults.push({ path: `${at.path}.by`, because: `没有编号为 ${id} 的人员` })
    return person === undefined ? [] : [person]
  })
  const answers = isCorrection(kind) ? plain(row['data']) : { ...at.course.typical(kind, on), ...plain(row['data']) }
  const parsed = parseAnswers(form, withDays(form, withoutEmpty(answers), on, at.setting.calendar), (seq) => formOf(at.judge, at.recorded.find((act) => act.seq === seq)?.kind ?? ''))
  if (!parsed.ok) {
    at.faults.push(...parsed.faults.map(({ path, because }) => ({ path: `${at.path}.data.${path}`, because })))
    return undefined
  }
  return { kind, on, by, data: parsed.value, ...(minute === undefined ? {} : { minute }) }
}

const formOf = (judge: Judge, kind: string): Form | undefined => (isCorrection(kind) ? CORRECTIONS[kind].form : judge.procedure.acts[kind]?.form)
/** A scenario takes a typical answer away by writing `null`. */
const withoutEmpty = (answers: Plain): Plain => Object.fromEntries(Object.entries(answers).filter(([, value]) => value !== null))

function personOf(id: string, row: Plain, known: Person | undefined, faults: Malformed[]): Person {
  const dayIn = (key: string, otherwise: Day | undefined): Day | undefined => {
    const written = row[key]
    if (written === undefined) return otherwise
    const found = typeof written === 'string' ? parseDay(written) : undefined
    if (found === undefined) faults.push({ path: `people.${id}.${key}`, because: '应为日期，写作 2021-03-01' })
    return found
  }
  const posts = row['posts'] === undefined ? (known?.posts ?? ['officer' as const]) : strings(row['posts']).filter(isPost)
  const from = dayIn('certifiedFrom', known?.certificate?.from)
  const until = dayIn('certifiedUntil', known?.certificate?.until)
  return {
    id,
    name: typeof row['name'] === 'string' ? row['name'] : (known?.name ?? id),
    posts,
    legalQualification: row['legalQualification'] === undefined ? (known?.legalQualification ?? false) : row['legalQualification'] === true,
    reviewedBefore: row['reviewedBefore'] === undefined ? (known?.reviewedBefore ?? false) : row['reviewedBefore'] === true,
    ...(row['certified'] === false || from === undefined || until === undefined ? {} : { certificate: { number: known?.certificate?.number ?? `示例-${id}`, from, until } }),
  }
}
