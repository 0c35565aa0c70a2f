import { alitl, apl, arch, type Citation } from '../article.ts'
import { addDays, addMonths, addYears, civil, firstOf, formatDay, type Day } from '../day.ts'

/** The periods that an archived case can be given (保管期限), in years; a permanent one never ends. */
export const KEEPING = { ten: 10, thirty: 30, permanent: undefined } as const satisfies Readonly<Record<string, number | undefined>>
/** Whether a word of an act names such a period. */
export const isKeeping = (word: unknown): word is keyof typeof KEEPING => typeof word === 'string' && Object.hasOwn(KEEPING, word)

/** A number that is no article of law, with where it comes from (可以配置的期限). */
export interface KeepingSetting {
  /** For how many months a recording that belongs to no case is kept. */
  readonly looseMonths: number
  readonly source: string
  /** Whether the source was read. */
  readonly verified: boolean
}

/**
 * What is kept how long where the bureau says nothing else (默认保管期限). @yearly
 *
 * Six months for recordings without a case is what places usually prescribe for recorders of law enforcement; no text that binds
 * every bureau was read, so each sets its own number. That periods begin on the first of January after archiving is the habit of
 * archives, and errs on the side of keeping.
 */
export const USUAL_KEEPING: KeepingSetting = { looseMonths: 6, source: '各地执法记录仪管理规定的通常做法，尚未核对到统一的规定', verified: false }

/** A matter that needs a record (记录的用途): a case or a lead that names it. */
export interface Use {
  readonly number: string
  readonly ended: boolean
  readonly archivedOn?: Day
  readonly keeping?: string
  /** A reconsideration or a suit about it is not over. */
  readonly inRemedy: boolean
  /** What it waits for, where it is no case that will be archived, but a record of a device, for example. */
  readonly awaits?: Obstacle
}
export interface KeptRecord {
  readonly receivedOn: Day
  readonly uses: readonly Use[]
  /** Why somebody wants it kept, where somebody does (暂缓销毁). */
  readonly holds: readonly string[]
  /** A later day that an appraisal gave it (重新划定的保管期限). */
  readonly prolongedTo?: Day
}
/** One reason not to give a record up, with its article and what would change it. */
export interface Obstacle {
  readonly because: string
  readonly basis: readonly Citation[]
  readonly instead: string
}
export interface Keeping {
  /** The last day of the longest period; absent where it is permanent or cannot be said yet. */
  readonly until?: Day
  /** Why it must not be given up today; nothing where it may be appraised. */
  readonly obstacles: readonly Obstacle[]
}

const NO_DESTROYING = arch(21, 2)

/**
 * Whether a record may be appraised for destruction on a day (到期鉴定), and every reason why not.
 *
 * 档案法第二十一条第二款 forbids destroying archives without authority. The longest period of all its uses counts; calendar years and
 * months; the day on which a period ends still belongs to it.
 */
export function keepingOf({ receivedOn, uses, holds, prolongedTo }: KeptRecord, today: Day, { looseMonths }: KeepingSetting): Keeping {
  const ends = [
    ...(uses.length === 0 ? [addMonths(receivedOn, looseMonths)] : []),
    ...uses.flatMap(({ archivedOn, keeping }) => endOf(archivedOn, keeping) ?? []),
    ...(prolongedTo === undefined ? [] : [prolongedTo]),
  ]
  const isPermanent = uses.some(({ keeping }) => keeping === 'permanent')
  const last = ends.reduce<Day | undefined>((latest, end) => (latest === undefined || end > latest ? end : latest), undefined)
  const obstacles: Obstacle[] = [
    ...holds.map((reason) => ({ because: `已要求暂缓销毁：${reason}`, basis: [NO_DESTROYING], instead: '由要求的人或者机关负责人解除暂缓' })),
    ...uses.flatMap((use) => obstaclesOf(use, prolongedTo)),
    ...(last !== undefined && !isPermanent && today <= last ? [{ because: `保管期限至 ${formatDay(last)}，尚未届满`, basis: [NO_DESTROYING], instead: '期限届满后再行鉴定' }] : []),
  ]
  return { obstacles, ...(last === undefined || isPermanent ? {} : { until: last }) }
}

function obstaclesOf({ number, ended, archivedOn, keeping, inRemedy, awaits }: Use, prolongedTo: Day | undefined): readonly Obstacle[] {
  const found: Obstacle[] = []
  if (!ended) found.push(awaits ?? { because: `${number} 尚未办结归档`, basis: [apl(47)], instead: '办结归档之后，按归档时划定的期限保管' })
  if (inRemedy) found.push({ because: `${number} 正在复议或者诉讼`, basis: [alitl(34, 1)], instead: '复议、诉讼终结之后再行鉴定' })
  if (keeping === 'permanent') found.push({ because: `${number} 永久保管`, basis: [NO_DESTROYING], instead: '永久保管的不销毁' })
  else if (ended && archivedOn !== undefined && !isKeeping(keeping) && prolongedTo === undefined) found.push({ because: `${number} 归档时没有划定保管期限`, basis: [arch(21, 1)], instead: '鉴定时先划定继续保管至何日' })
  return found
}

/** A period of years begins with the year after the case was archived. */
function endOf(archivedOn: Day | undefined, keeping: string | undefined): Day | undefined {
  const years = isKeeping(keeping) ? KEEPING[keeping] : undefined
  if (archivedOn === undefined || years === undefined) return undefined
  const first = firstOf(civil(archivedOn).year + 1)
  return addDays(addYears(first, years), -1)
}
