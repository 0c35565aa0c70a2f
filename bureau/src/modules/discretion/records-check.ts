import { apply, type Applied } from '@zhunsheng/discretion/apply.ts'
import { TIERS } from '@zhunsheng/discretion/benchmark.ts'
import { explain } from '@zhunsheng/discretion/explain.ts'
import { valueWords, yuanWords } from '@zhunsheng/discretion/words.ts'
import { apl, gbf27, inForceTogether } from '@zhunsheng/law/article.ts'
import { formatDay, type Day } from '@zhunsheng/law/day.ts'
import type { Data } from '@zhunsheng/law/dossier.ts'
import { covers } from '@zhunsheng/law/interval.ts'
import { discretionIn, type Discretion } from '@zhunsheng/law/penalty/discretion.ts'
import type { Refusal } from '@zhunsheng/law/ruling.ts'
import type { Queries } from '../../platform/database.ts'
import type { RecordsCheck, RecordsQuestion } from '../enforcement/contract.ts'
import type { Benchmarks, PublishedBenchmark } from './contract.ts'

/** The acts that intend or impose a penalty, by procedure; each asks for the benchmark. */
const WEIGHED: Readonly<Record<string, readonly string[]>> = { 'penalty.ordinary': ['notify', 'decide'], 'penalty.simple': ['tell', 'decide'] }
const OPENINGS = ['apply', 'discover']

/**
 * What the published benchmarks hold against a notice or a decision (与裁量权基准核对), 行政处罚法第三十四条: the version is one by which
 * the case is judged, the factors are its own and all found, and tier and band are what they give. Nothing is asked of other acts.
 */
export const checkDiscretion = (benchmarks: Benchmarks): RecordsCheck => async (queries, asked) => {
  const { kind, procedure, data } = asked
  if (WEIGHED[procedure]?.includes(kind) !== true || (kind === 'decide' && data['outcome'] !== 'penalise')) return []
  const matter = matterOf(asked)
  if (matter === undefined) return []
  const said = discretionIn(data)
  const current = await benchmarks.inForce(queries, matter, asked.correctedOn ?? asked.on)
  if (said === undefined) return current === undefined ? [] : [missing(kind, current)]
  const refusal = (code: string, because: string, instead: string, field: string): Refusal => ({ code: `${kind}.${code}`, basis: [apl(34)], because, instead, field: `discretion.${field}` })
  const found = await allowed(benchmarks, queries, asked, { matter, said, current })
  if (found === undefined)
    return [refusal('benchmark-not-in-force', `「${said.benchmark}」不是本事项在决定之日或者违法行为之日适用的裁量权基准`, current === undefined ? '本事项没有裁量权基准，删去裁量情况' : `适用 ${current.id}《${current.title}》`, 'benchmark')]
  return [...against(found, said, refusal), ...contradictions(found, said, asked, refusal), ...unapproved(kind, asked.on, found, said)]
}

type Refuse = (code: string, because: string, instead: string, field: string) => Refusal

const missing = (kind: string, { id, title, documentNumber, from }: PublishedBenchmark): Refusal => ({
  code: `${kind}.benchmark-missing`,
  basis: [apl(34)],
  because: `本事项自 ${formatDay(from)} 起有裁量权基准《${title}》（${documentNumber}），没有写明适用情况`,
  instead: `填写裁量因素，写明 ${id} 的裁量阶次和幅度`,
  field: 'discretion.benchmark',
})

/** The version that was named, where it is in force on the day of the act or was when the offence ended: the newer is not forced on an older offence (第三十七条, by analogy). */
async function allowed(benchmarks: Benchmarks, queries: Queries, asked: RecordsQuestion, { matter, said, current }: { readonly matter: string; readonly said: Discretion; readonly current: PublishedBenchmark | undefined }): Promise<PublishedBenchmark | undefined> {
  if (current?.id === said.benchmark) return current
  const acted = actedOn(asked)
  const then = acted === undefined ? undefined : await benchmarks.inForce(queries, matter, acted)
  return then?.id === said.benchmark ? then : undefined
}

/** What the version itself says of the factors, the tier and the band. */
function against({ evaluator }: PublishedBenchmark, said: Discretion, refuse: Refuse): readonly Refusal[] {
  const applied = apply(evaluator, said.answers)
  switch (applied.is) {
    case 'malformed':
      return applied.faults.map(({ factor, because }) => refuse('benchmark-factors', because, '按裁量权基准的裁量因素填写', `answers.${factor}`))
    case 'open':
      return applied.factors.map(({ code, name }) => refuse('benchmark-factors', `没有查明裁量因素「${name}」`, '查明后填写', `answers.${code}`))
    case 'nothing':
      return [refuse('benchmark-silent', explain(evaluator.benchmark, said.answers, applied.answer).says, '核对裁量因素和执法事项', 'answers')]
    case 'given':
      return [...tierAgainst(applied, said, refuse), ...bandAgainst(applied, said, refuse)]
    default:
      return applied satisfies never
  }
}

type Given = Extract<Applied, { readonly is: 'given' }>
const tierAgainst = ({ tier }: Given, said: Discretion, refuse: Refuse): readonly Refusal[] =>
  tier === said.tier ? [] : [refuse('benchmark-tier', `按所填裁量因素，裁量阶次是「${TIERS[tier]}」，不是「${TIERS[said.tier]}」`, `选择「${TIERS[tier]}」，或者核对裁量因素`, 'tier')]

function bandAgainst({ span }: Given, { band }: Discretion, refuse: Refuse): readonly Refusal[] {
  if (span?.low === band?.low && span?.high === band?.high) return []
  if (span === undefined) return [refuse('benchmark-band', '按所填裁量因素，这一阶次不处罚款，没有裁量幅度', '删去裁量幅度，或者核对裁量因素', 'band.low')]
  const words = `${yuanWords(span.low)} 元以上 ${yuanWords(span.high)} 元以下`
  return [refuse('benchmark-band', `按所填裁量因素，裁量幅度是 ${words}`, `填写 ${words}，或者核对裁量因素`, 'band.low')]
}

/** Factors that the case file tells under the same name and in the same words: who is punished, whether it was put right, what came of it. */
const TOLD_IN_FILE = ['subject', 'corrected', 'harm']
function contradictions({ evaluator }: PublishedBenchmark, { answers }: Discretion, asked: RecordsQuestion, refuse: Refuse): readonly Refusal[] {
  const file: Data = { ...openingIn(asked), ...asked.acts.findLast(({ kind }) => kind === 'conclude')?.data, ...asked.data }
  return evaluator.benchmark.factors.flatMap((factor): readonly Refusal[] => {
    const [said, told] = [answers[factor.code], file[factor.code]]
    const isComparable = TOLD_IN_FILE.includes(factor.code) && (factor.kind === 'flag' ? typeof told === 'boolean' : factor.kind === 'choice' && [said, told].every((one) => factor.values.some(({ code }) => code === one)))
    if (!isComparable || said === undefined || said === told || (typeof told !== 'boolean' && typeof told !== 'string')) return []
    return [refuse('benchmark-contradicts', `裁量因素「${factor.name}」填写为${valueWords(factor, said)}，案卷记载为${valueWords(factor, told)}`, '核对后填写一致', `answers.${factor.code}`)]
  })
}

const OPINION = inForceTogether([gbf27()])
/** 国办发〔2022〕27号: a benchmark from above is left only with its issuer's approval, whose number stands in the act. */
function unapproved(kind: string, on: Day, { isSuperior, issuer }: PublishedBenchmark, { deviation }: Discretion): readonly Refusal[] {
  if (!isSuperior || deviation === undefined || deviation.approval !== undefined || !covers(OPINION, on)) return []
  return [{ code: `${kind}.benchmark-approval`, basis: [gbf27()], because: `基准由${issuer}制定，偏离须经其批准，没有写明批准的文号`, instead: '报请制定机关批准后写明文号，或者在裁量幅度内处罚', field: 'discretion.deviation.approval' }]
}

const openingIn = ({ acts }: RecordsQuestion): Data => acts.find(({ kind }) => OPENINGS.includes(kind))?.data ?? {}
function matterOf(asked: RecordsQuestion): string | undefined {
  const { matter } = openingIn(asked)
  return typeof matter === 'string' ? matter : undefined
}

/** The last day of the offence, as the investigation found it. */
function actedOn(asked: RecordsQuestion): Day | undefined {
  const opening = openingIn(asked)
  const concluded = asked.acts.findLast(({ kind }) => kind === 'conclude')?.data['actedUntil']
  return [concluded, opening['actedUntil'], opening['actedFrom']].find(isDay)
}
/** Answers were parsed: a number under these names is a day. */
const isDay = (value: unknown): value is Day => typeof value === 'number'
