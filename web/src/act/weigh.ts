import type { RecordedAct } from '@zhunsheng/bureau/modules/enforcement/wire.ts'
import { apply, type Applied } from '@zhunsheng/discretion/apply.ts'
import type { Facts } from '@zhunsheng/discretion/benchmark.ts'
import type { Evaluator } from '@zhunsheng/discretion/evaluate.ts'
import { parseDay } from '@zhunsheng/law/day.ts'
import { fen, formatYuan, parseYuan } from '@zhunsheng/law/money.ts'
import { birthdayOf, fullYears } from '@zhunsheng/law/penalty/age.ts'
import { deviates } from '@zhunsheng/law/penalty/discretion.ts'
import { isAnswers, type Answers } from './form.ts'

/** What the case tells before anything is weighed (案卷要素): the matter, and factors that need not be asked again. */
export interface Told {
  readonly matter: string | undefined
  /** The day on which the offence ended. */
  readonly actedOn: string | undefined
  readonly facts: Facts
  /** The law itself makes the penalty lighter (行政处罚法第三十条至第三十二条). */
  readonly mayBeLighter: boolean
}
type SeenAct = Pick<RecordedAct, 'seq' | 'kind' | 'data' | 'correctedBy'>
const OPENINGS = ['apply', 'discover']
/** Factors that acts ask under the same name. */
const TOLD = ['subject', 'corrected', 'harm']
const ADULT_FROM = 18
const isFact = (value: unknown): value is string | boolean => typeof value === 'string' || typeof value === 'boolean'

/** Facts as they cross HTTP. */
export const factsIn = (answers: unknown): Facts => (isAnswers(answers) ? Object.fromEntries(Object.entries(answers).filter((one): one is [string, Facts[string]] => ['string', 'number', 'boolean'].includes(typeof one[1]))) : {})

/** Reads the case, and over it what is being filled in. */
export function toldBy(acts: readonly SeenAct[], filled: Answers): Told {
  const dataOf = (kinds: readonly string[]): Answers => {
    const all = acts.filter(({ kind }) => kinds.includes(kind)).flatMap((act): readonly Answers[] => standing(act, acts) ?? NOTHING)
    return all.at(-1) ?? {}
  }
  const opening = dataOf(OPENINGS)
  // A question that is not answered yet says nothing against the file.
  const given = Object.fromEntries(Object.entries(filled).filter(([, value]) => value !== undefined && value !== ''))
  const all: Answers = { ...opening, ...dataOf(['conclude']), ...given }
  const { matter } = opening
  const facts: Facts = Object.fromEntries(TOLD.flatMap((name): readonly (readonly [string, string | boolean])[] => {
    const value = all[name]
    return isFact(value) && value !== '' ? [[name, value]] : []
  }))
  const actedOn = [all['actedUntil'], opening['actedUntil'], opening['actedFrom']].find((day): day is string => typeof day === 'string' && day !== '')
  return { matter: typeof matter === 'string' ? matter : undefined, actedOn, facts, mayBeLighter: (Array.isArray(all['lenient']) && all['lenient'].length > 0) || isWeak(opening) }
}

const NOTHING: readonly Answers[] = []
/** What an act says now: as it was put right, and nothing where it was annulled. */
function standing({ data, correctedBy }: SeenAct, acts: readonly SeenAct[]): readonly Answers[] | undefined {
  if (correctedBy === undefined) return [data]
  const corrected = acts.find(({ seq }) => seq === correctedBy)?.data['answers']
  return isAnswers(corrected) ? [corrected] : undefined
}

/** Not of full capacity, or a minor on the day of the act. */
function isWeak({ party, actedFrom }: Answers): boolean {
  if (!isAnswers(party) || party['kind'] !== 'citizen') return false
  const written = (value: unknown) => (typeof value === 'string' ? parseDay(value) : undefined)
  const [birthday, idNumber, acted] = [written(party['birthday']), party['idNumber'], written(actedFrom)]
  const born = birthdayOf({ ...(birthday === undefined ? {} : { birthday }), ...(typeof idNumber === 'string' ? { idNumber } : {}) })
  return party['capacity'] === 'reduced' || (born !== undefined && acted !== undefined && fullYears(born, acted) < ADULT_FROM)
}

/** What is filled in of the benchmark, as it crosses HTTP (裁量情况). */
export interface Stated {
  readonly benchmark: string
  readonly answers: Facts
  readonly tier?: string
  readonly band?: { readonly low: string; readonly high: string }
  readonly deviation?: Answers
}
/** What the control shows and hands to the form. */
export interface Weighing {
  readonly applied: Applied
  readonly stated: Stated
  readonly isOutside: boolean
}
interface Weighed {
  readonly id: string
  readonly evaluator: Evaluator
  /** What was answered here; what the case tells counts before it. */
  readonly answers: Facts
  readonly told: Told
  /** The penalty as far as it is filled in. */
  readonly penalty: { readonly kinds: unknown; readonly fine: unknown }
  readonly deviation: Answers | undefined
}

/** Applies the benchmark to what is known, and puts the answer as the act states it; a deviation only where the fine lies outside (裁量计算). */
export function weigh({ id, evaluator, answers, told, penalty, deviation }: Weighed): Weighing {
  const known = evaluator.benchmark.factors.flatMap(({ code }): readonly (readonly [string, Facts[string]])[] => {
    const value = comparable(evaluator, code, told) ?? answers[code]
    return value === undefined ? [] : [[code, value]]
  })
  const facts: Facts = Object.fromEntries(known)
  const applied = apply(evaluator, facts)
  if (applied.is !== 'given') return { applied, isOutside: false, stated: { benchmark: id, answers: facts } }
  const band = applied.span === undefined ? undefined : { low: fen(applied.span.low), high: fen(applied.span.high) }
  const isOutside = leaves(penalty, told, band)
  const stated: Stated = {
    benchmark: id,
    answers: facts,
    tier: applied.tier,
    ...(band === undefined ? {} : { band: { low: formatYuan(band.low), high: formatYuan(band.high) } }),
    ...(isOutside && deviation !== undefined ? { deviation } : {}),
  }
  return { applied, stated, isOutside }
}

/** What the case tells of a factor, where the factor speaks the same words. */
export function comparable({ benchmark }: Evaluator, code: string, { facts }: Told): string | boolean | undefined {
  const [factor, value] = [benchmark.factors.find((one) => one.code === code), facts[code]]
  if (factor?.kind === 'flag') return typeof value === 'boolean' ? value : undefined
  return factor?.kind === 'choice' && typeof value === 'string' && factor.values.some((one) => one.code === value) ? value : undefined
}

type Band = NonNullable<Parameters<typeof deviates>[0]['discretion']>['band']
/** Whether what is filled in leaves the band; nothing is said while the amount is still missing. */
function leaves({ kinds, fine }: Weighed['penalty'], { mayBeLighter }: Told, band: Band): boolean {
  const amount = typeof fine === 'string' ? parseYuan(fine.trim()) : undefined
  const isAsked = Array.isArray(kinds) && kinds.length > 0
  if (!isAsked || (kinds.includes('fine') && amount === undefined)) return false
  return deviates({ ...(amount === undefined || !kinds.includes('fine') ? {} : { fine: amount }), discretion: { benchmark: '', answers: {}, tier: 'ordinary', ...(band === undefined ? {} : { band }) } }, mayBeLighter)
}
