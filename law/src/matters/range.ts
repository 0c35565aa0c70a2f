import type { Citation } from '../article.ts'
import { percentOf, type Fen } from '../money.ts'
import type { Band, Fine, Matter, Subject } from './matter.ts'

/** What must be measured or appraised before some fines can be told (需要查明的数额). */
export const MEASURED = {
  days: '逾期日数',
  squareMetres: '面积（平方米）',
  compensation: '补偿费',
  landPrice: '差额面积土地使用权出让价',
  value: '重置评估价格',
  cost: '工程造价',
} as const
export type MeasuredFact = keyof typeof MEASURED

/** The facts of a case on which an amount hangs. An area has two decimals at most. */
export interface Measured {
  /** The circumstance that was found, where the clause has several bands. */
  readonly band?: Band
  readonly days?: number
  readonly squareMetres?: number
  readonly compensation?: Fen
  readonly landPrice?: Fen
  readonly value?: Fen
  readonly cost?: Fen
}

/** What a matter's clause allows for a kind of party (罚款幅度). Both ends are included. */
export type FineRange =
  | { readonly kind: 'range'; readonly min?: Fen; readonly max?: Fen; readonly basis: readonly Citation[] }
  /** The amount hangs on something that must be measured or appraised first. */
  | { readonly kind: 'open'; readonly needs: readonly MeasuredFact[]; readonly basis: readonly Citation[] }
  | { readonly kind: 'none'; readonly because: string; readonly basis: readonly Citation[] }

/**
 * The range of a matter for a kind of party. Where the clause has several bands and none is named, it is the outer range of
 * all of them: which band fits is a question of the benchmark.
 */
export function fineRange(matter: Matter, subject: Subject, measured: Measured = {}): FineRange {
  const basis = [matter.basis]
  if (matter.fines.length === 0) return { kind: 'none', because: `「${matter.name}」的依据没有规定罚款`, basis }
  const own = finesFor(matter, subject, measured.band)
  if (own.length === 0) return { kind: 'none', because: `「${matter.name}」的罚款不适用于这类对象`, basis }
  if (own.every(({ unit }) => unit === 'unspecified')) return { kind: 'none', because: `「${matter.name}」的条文没有规定罚款数额`, basis }
  const amounts = own.map((fine) => amountOf(fine, measured))
  const found = amounts.flatMap((amount) => ('max' in amount ? [amount] : []))
  if (found.length !== own.length) return { kind: 'open', needs: [...new Set(amounts.flatMap((amount) => ('needs' in amount ? [amount.needs] : [])))], basis }
  const min = found.map((one) => one.min).reduce((least, one) => (one === undefined || least === undefined ? undefined : one < least ? one : least))
  const max = found.map((one) => one.max).reduce((most, one) => (one > most ? one : most))
  return { kind: 'range', max, basis, ...(min === undefined ? {} : { min }) }
}

/** The range of the circumstance that was found; where none was, without the bands for circumstances that must be found first (情形未认定的). */
export function rangeFound(matter: Matter, subject: Subject, measured: Measured = {}): FineRange {
  if (measured.band !== undefined) return fineRange(matter, subject, measured)
  const plain = finesFor(matter, subject).filter((fine) => fine.band === undefined)
  return fineRange(plain.length === 0 ? matter : { ...matter, fines: plain }, subject, measured)
}

/** The fines of a clause that are meant for a kind of party; of one band, where the clause knows the band that was found. */
export function finesFor(matter: Matter, subject: Subject, band?: Band): readonly Fine[] {
  const own = matter.fines.filter(({ subjects }) => subjects.some((one) => isMeant(one, subject)))
  const inBand = own.filter((fine) => fine.band === band)
  return band === undefined || inBand.length === 0 ? own : inBand
}

/** Contractors, developers and carriers are organisations; `any` means everybody. */
function isMeant(clause: Subject, subject: Subject): boolean {
  if (clause === 'any' || clause === subject) return true
  return clause === 'organisation' && (subject === 'contractor' || subject === 'developer' || subject === 'carrier')
}

type Amount = { readonly min?: Fen; readonly max: Fen } | { readonly needs: MeasuredFact } | { readonly unspecified: true }

function amountOf(fine: Fine, measured: Measured): Amount {
  switch (fine.unit) {
    case 'yuan':
      return { max: fine.max, ...(fine.min === undefined ? {} : { min: fine.min }) }
    case 'yuanPerDay':
      return each(fine, measured.days, 'days')
    case 'yuanPerSquareMetre':
      return each(fine, measured.squareMetres, 'squareMetres')
    case 'timesCompensation':
      return share(fine, measured.compensation, 'compensation', 1)
    case 'timesLandPrice':
      return share(fine, measured.landPrice, 'landPrice', 1)
    case 'timesValue':
      return share(fine, measured.value, 'value', 1)
    case 'timesCost':
      return share(fine, measured.cost, 'cost', 1)
    case 'percentOfCost':
      return share(fine, measured.cost, 'cost', 100)
    case 'unspecified':
      return { unspecified: true }
    default:
      return fine satisfies never
  }
}

/** So much for each of a number of days or square metres; of an area, hundredths count. */
function each({ min, max }: { readonly min?: Fen; readonly max: Fen }, count: number | undefined, needs: MeasuredFact): Amount {
  if (count === undefined) return { needs }
  const hundredths = Math.round(count * 100)
  return { max: percentOf(max, hundredths, 100), ...(min === undefined ? {} : { min: percentOf(min, hundredths, 100) }) }
}

/** From so many to so many times a value; `of` is 100 where the clause speaks of percent. */
function share({ from, to }: { readonly from?: number; readonly to: number }, value: Fen | undefined, needs: MeasuredFact, of: 1 | 100): Amount {
  if (value === undefined) return { needs }
  return { max: percentOf(value, to, of), ...(from === undefined ? {} : { min: percentOf(value, from, of) }) }
}
