import { citedOn } from './article.ts'
import { CaseFile } from './case-file.ts'
import { compile, type Bits, type Compiled, type Gates, type Met } from './compile.ts'
import { CORRECTIONS, effectiveActs, isCorrection } from './correction.ts'
import type { Day } from './day.ts'
import type { Act, Dossier, Proposal, Setting } from './dossier.ts'
import { covers, type Interval } from './interval.ts'
import { obligationsOf, type Obligation } from './obligation.ts'
import { isCertified, POSTS, type Person } from './person.ts'
import type { ActSpec, Procedure, Rule } from './procedure.ts'
import { awaitsRecordings, unrecorded } from './recording.ts'
import { grantedUnless, type Refusal, type Ruling } from './ruling.ts'
import { inForceOn, STATUTES } from './statutes.ts'

/** The judge's answer for one kind of act at one moment. */
export interface ActVerdict {
  readonly kind: string
  /** For an act with outcomes: granted if one of them is. */
  readonly ruling: Ruling
  /** The ruling for each outcome, where the act has outcomes. */
  readonly outcomes?: Readonly<Record<string, Ruling>>
}
/** The judge's whole answer (裁断): what is lawful now, and what is owed by when. */
export interface Verdict {
  readonly acts: readonly ActVerdict[]
  readonly obligations: readonly Obligation[]
  readonly ended: boolean
}

/** A procedure with its rules made ready for each set of statutes that it has met. */
export interface Judge {
  readonly procedure: Procedure
  /** Reads a dossier. */
  readonly read: (dossier: Dossier, setting: Setting) => CaseFile
  /** For every act: lawful on that day or refused, with every ground; and what is owed. `who` narrows it to what that person may do. */
  readonly judge: (file: CaseFile, now: Day, who?: Person) => Verdict
  /** Whether these persons may take that act in this file (职能分离、岗位、执法资格), whatever else may stand against it. */
  readonly authorise: (file: CaseFile, proposal: Pick<Proposal, 'kind' | 'on' | 'by'>) => Ruling
  /** For one concrete act, with its persons and answers. `now` is the day of recording. */
  readonly rule: (file: CaseFile, proposal: Proposal, now: Day) => Ruling
  /** For a correcting act, which needs the acts as they were recorded. */
  readonly ruleCorrection: (dossier: Dossier, proposal: Proposal, now: Day, setting: Setting) => Ruling
}

/** Makes a judge of a procedure. One judge serves the API, the buttons, the to-do list and the figures. */
// oxlint-disable-next-line max-lines-per-function -- A list of small functions over what they share.
export function judgeOf(procedure: Procedure): Judge {
  const epochs = editionsOf(procedure)
  const compiled = new Map<number, Compiled>()
  const over = (on: Day): readonly Refusal[] => [endedAlready(procedure, on)]
  /** The file that was asked about last: most questions about a file follow one another. */
  let latest: Seen | undefined

  const lawOn = (on: Day): Compiled => {
    let epoch = 0
    while ((epochs[epoch] ?? Infinity) <= on) epoch += 1
    const known = compiled.get(epoch)
    if (known !== undefined) return known
    const made = compile(procedure, on)
    compiled.set(epoch, made)
    return made
  }
  /** What was seen of a file under these statutes; what does not depend on the day is computed once. */
  const seenOf = (law: Compiled, file: CaseFile): Seen => {
    if (latest?.file === file && latest.on === law) return latest
    const bits = law.bitsOf(file)
    const made: Seen = { file, on: law, bits, steady: law.steady(bits), verdicts: [], ended: file.acts.some(({ kind }) => procedure.acts[kind]?.ends === true), unrecorded: unrecorded(procedure.code, file) }
    latest = made
    return made
  }
  const read: Judge['read'] = (dossier, setting) => new CaseFile(effectiveActs(dossier.acts), setting, (kind) => procedure.acts[kind]?.resets ?? [])

  const judge: Judge['judge'] = (file, now, who) => {
    const law = lawOn(now)
    const at = seenOf(law, file)
    const met = law.metOn(at.bits, at.steady, now)
    const ending = at.ended ? over(now) : NONE
    const acts = law.gates.map((gates, index) => {
      const ended = at.ended && !gates.spec.afterEnd
      const waits = awaitsRecordings(gates.kind) ? at.unrecorded : NONE
      if (who !== undefined) return verdictOf(gates, met, [...personal(gates, file, now, who, ended), ...waits], file)
      const known = at.verdicts[index]
      if (known !== undefined) return known
      const made = verdictOf(gates, met, ended ? ending : waits, file)
      if (!gates.clocked) at.verdicts[index] = made
      return made
    })
    return { acts, obligations: obligationsOf(procedure, file, now), ended: at.ended }
  }

  /** Grounds that do not depend on the answers: the end of the dossier, and who is asking. */
  function personal({ spec, staffed, separates }: Gates, file: CaseFile, now: Day, who: Person, ended: boolean): readonly Refusal[] {
    const refusals: Refusal[] = ended ? [...over(now)] : []
    if (!who.posts.some((post) => spec.by.includes(post))) refusals.push(wrongPost(procedure, spec, now))
    for (const rule of separates) if (tookPart(file, rule.these, [who]) !== undefined) refusals.push(groundOf(rule))
    for (const rule of staffed) if (!isCertified(who, now)) refusals.push(groundOf(rule))
    return refusals
  }

  const gatesFor = (law: Compiled, kind: string): Gates => {
    const gates = law.gatesOf.get(kind)
    if (gates === undefined) throw new Error(`${procedure.code} knows no act ${kind}`)
    return gates
  }
  const authorise: Judge['authorise'] = (file, proposal) => grantedUnless(whoMayNot(procedure, gatesFor(lawOn(proposal.on), proposal.kind), file, proposal))

  const rule: Judge['rule'] = (file, proposal, now) => {
    const law = lawOn(proposal.on)
    const gates = gatesFor(law, proposal.kind)
    const at = seenOf(law, file)
    const met = law.metOn(at.bits, at.steady, proposal.on)
    const refusals: Refusal[] = at.ended && !gates.spec.afterEnd ? [...over(proposal.on)] : []
    refusals.push(...outOfTime(procedure, file, proposal, now), ...whoMayNot(procedure, gates, file, proposal))
    if (awaitsRecordings(proposal.kind)) refusals.push(...at.unrecorded)
    const own = gates.outcomes.find(({ outcome }) => gates.spec.outcome !== undefined && proposal.data[gates.spec.outcome] === outcome)
    for (const gate of [...gates.common, ...(own?.gates ?? [])]) if (met[gate.condition] !== 1) refusals.push(named(gate, file))
    for (const check of gates.checks) {
      if (check.outcome !== undefined && check.outcome !== own?.outcome) continue
      const finding = check.test(proposal, file)
      if (finding === undefined) continue
      refusals.push({
        code: check.code,
        basis: finding.basis === undefined ? check.basis : citedOn(finding.basis, proposal.on),
        because: finding.because,
        instead: finding.instead ?? check.instead,
        ...(finding.field === undefined ? {} : { field: finding.field }),
      })
    }
    return grantedUnless(refusals)
  }

  const ruleCorrection: Judge['ruleCorrection'] = (dossier, proposal, now, setting) =>
    replayed(procedure, { read, rule }, dossier, proposal, now, setting)

  return { procedure, read, judge, authorise, rule, ruleCorrection }
}

const NONE: readonly Refusal[] = []

interface Seen {
  readonly file: CaseFile
  readonly on: Compiled
  readonly bits: Bits
  readonly steady: Met
  /** The verdicts on acts that no deadline opens or closes, for a question that names no person. */
  readonly verdicts: (ActVerdict | undefined)[]
  readonly ended: boolean
  /** Recordings that are missing stand in the way of everything else. */
  readonly unrecorded: readonly Refusal[]
}

/** The days on which the rules of a procedure change, in order. */
export const epochsOf = (procedure: Procedure): readonly number[] => changesIn(procedure.rules.map(({ inForce }) => inForce))

/** Those, and the days from which a rule that is the same rests on another article. */
const editionsOf = ({ rules }: Procedure): readonly number[] => changesIn(rules.flatMap(({ inForce, basis }) => [inForce, ...(basis.length < 2 ? [] : basis.map(({ statute }) => STATUTES[statute].inForce))]))

const changesIn = (intervals: readonly Interval[]): readonly number[] => [...new Set(intervals.flatMap(({ from, until }) => [from, until + 1]).filter(Number.isFinite))].sort((a, b) => a - b)

function verdictOf(gates: Gates, met: Met, before: readonly Refusal[], file: CaseFile): ActVerdict {
  const refusals = withUnmet(before, gates.common, met, file)
  if (gates.outcomes.length === 0) return { kind: gates.kind, ruling: grantedUnless(refusals) }
  const outcomes: Record<string, Ruling> = {}
  let open = false
  let grounds = refusals
  for (const { outcome, gates: own } of gates.outcomes) {
    const all = withUnmet(refusals, own, met, file)
    if (all.length === 0) open = true
    for (const refusal of all) if (!grounds.some(({ code }) => code === refusal.code)) grounds = [...grounds, refusal]
    outcomes[outcome] = grantedUnless(all)
  }
  return { kind: gates.kind, ruling: open ? { granted: true } : grantedUnless(grounds), outcomes }
}

/** The grounds so far, and those of the conditions that do not hold. */
function withUnmet(before: readonly Refusal[], gates: Gates['common'], met: Met, file: CaseFile): readonly Refusal[] {
  let found: Refusal[] | undefined
  for (const gate of gates) {
    if (met[gate.condition] === 1) continue
    const refusal = named(gate, file)
    if (found === undefined) found = before.length === 0 ? [refusal] : [...before, refusal]
    else found.push(refusal)
  }
  return found ?? before
}

/** The ground, with what in this file makes the demand. */
const named = ({ refusal, names }: Gates['common'][number], file: CaseFile): Refusal => (names === undefined ? refusal : { ...refusal, because: `${refusal.because}：${names(file)}` })

const groundOf = (rule: Extract<Rule, { because: string }>): Refusal => ({ code: rule.code, basis: rule.basis, because: rule.because, instead: rule.instead })

const endedAlready = (procedure: Procedure, on: Day): Refusal => ({
  code: 'ended',
  basis: citedOn(procedure.general.end, on),
  because: '案卷已经终结，不能再实施程序行为',
  instead: '如需继续处理，另立新案；记录有误的，另记更正',
})
const wrongPost = (procedure: Procedure, spec: ActSpec, on: Day): Refusal => ({
  code: 'wrong-post',
  basis: spec.basis.some(({ statute }) => inForceOn(statute, on)) ? citedOn(spec.basis, on) : citedOn(procedure.general.post, on),
  because: `「${spec.name}」应由${spec.by.map((post) => POSTS[post]).join('、')}实施`,
  instead: '请由相应岗位的人员办理',
})

function outOfTime(procedure: Procedure, file: CaseFile, proposal: Proposal, now: Day): readonly Refusal[] {
  const refusals: Refusal[] = []
  const before = file.acts.at(-1)
  if (proposal.on > now)
    refusals.push({ code: 'in-future', basis: citedOn(procedure.general.order, proposal.on), because: '行为日期晚于今天', instead: '填写行为实际发生的日期', field: 'on' })
  if (before !== undefined && isEarlier(proposal, before))
    refusals.push({
      code: 'before-predecessor',
      basis: citedOn(procedure.general.order, proposal.on),
      because: `行为时间早于前一行为「${procedure.acts[before.kind]?.name ?? before.kind}」`,
      instead: '核对日期；前一行为日期有误的，先更正前一行为',
      field: 'on',
    })
  return refusals
}
const isEarlier = (a: Proposal, b: Act) => a.on < b.on || (a.on === b.on && a.minute !== undefined && b.minute !== undefined && a.minute < b.minute)

function whoMayNot(procedure: Procedure, { spec, staffed, separates }: Gates, file: CaseFile, { by, on }: Pick<Proposal, 'on' | 'by'>): readonly Refusal[] {
  const refusals: Refusal[] = []
  if (!by.every((person) => person.posts.some((post) => spec.by.includes(post)))) refusals.push(wrongPost(procedure, spec, on))
  for (const rule of staffed) {
    const certified = new Set(by.filter((person) => isCertified(person, on)).map(({ id }) => id))
    if (certified.size < rule.count || certified.size < new Set(by.map(({ id }) => id)).size) refusals.push(groundOf(rule))
  }
  for (const rule of separates) {
    const both = tookPart(file, rule.these, by)
    if (both !== undefined) refusals.push({ ...groundOf(rule), because: `${rule.because}（${both.name}）` })
  }
  return refusals
}

const tookPart = (file: CaseFile, kinds: readonly string[], persons: readonly Person[]): Person | undefined =>
  persons.find((person) => file.acts.some((act) => kinds.includes(act.kind) && act.by.some(({ id }) => id === person.id)))

/** A correction is lawful if the whole dossier, put right, would have been granted step by step. */
function replayed(procedure: Procedure, { read, rule }: Pick<Judge, 'read' | 'rule'>, dossier: Dossier, proposal: Proposal, now: Day, setting: Setting): Ruling {
  const spec: ActSpec = CORRECTIONS[proposal.kind === 'annul' ? 'annul' : 'correct']
  const target = dossier.acts.find((act) => act.seq === proposal.data['target'])
  const refusals: Refusal[] = []
  if (!proposal.by.every((person) => person.posts.some((post) => spec.by.includes(post)))) refusals.push(wrongPost(procedure, spec, proposal.on))
  if (proposal.on > now) refusals.push({ code: 'in-future', basis: spec.basis, because: '更正日期晚于今天', instead: '填写实际更正的日期', field: 'on' })
  if (target === undefined || isCorrection(target.kind))
    return grantedUnless([...refusals, { code: 'no-such-act', basis: spec.basis, because: '案卷中没有这一项行为，或者它本身是更正', instead: '选择案卷中的程序行为', field: 'target' }])
  const corrected: Act = { ...proposal, seq: dossier.acts.length + 1, recordedOn: now }
  const acts = effectiveActs([...dossier.acts, corrected])
  for (let done = 0; done < acts.length; done += 1) {
    const act = acts[done]
    if (act === undefined) continue
    const ruling = rule(read({ procedure: procedure.code, acts: acts.slice(0, done) }, setting), act, act.recordedOn)
    if (ruling.granted) continue
    const name = procedure.acts[act.kind]?.name ?? act.kind
    refusals.push(...ruling.refusals.map((refusal) => ({ ...refusal, because: `更正后，第${act.seq}项「${name}」不再合法：${refusal.because}` })))
  }
  return grantedUnless(refusals)
}

/** Whether a rule was in force that day. */
export const ruleApplies = (rule: Rule, on: Day): boolean => covers(rule.inForce, on)
