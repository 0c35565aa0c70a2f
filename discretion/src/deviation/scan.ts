import { type Columns, type Dimension } from './columns.ts'
import { twoSided, widthFor } from './tail.ts'
import { addUp, strataByMatter, sumGroups, type About, type GroupSums, type Strata, type Sums } from './tests-of-groups.ts'

export interface ScanOptions {
  /** How sure a scan must be that none of all its findings is chance: 0.999 means one false alarm in a thousand scans at most. */
  readonly confidence: number
  /** Fewer cases than this are not judged (数量过少). */
  readonly minimumCases: number
  /** A fine that differs by less than this share is no finding, however sure: 0.1 is a tenth. */
  readonly minimumEffect: number
}
export const USUAL_OPTIONS: ScanOptions = { confidence: 0.999, minimumCases: 10, minimumEffect: 0.1 }

/** A group that decides otherwise than the rest on cases that are alike (偏离). It is a question to be explained, not a reproach. */
export interface Deviation {
  readonly about: About
  readonly dimension: Dimension
  readonly value: string
  /** On this matter; nothing where it shows over all matters together. */
  readonly matter?: string
  /** Its cases that could be compared, and those they were compared with. */
  readonly cases: number
  readonly others: number
  /** Fines: how many times as high as those of the others on like cases (几何平均之比). Exemptions: how many times as often. With the ends of its interval at the scan's confidence. */
  readonly effect: number
  readonly low: number
  readonly high: number
  /** The chance of so great a difference if who decided did not matter, for this group alone. */
  readonly chance: number
  /** Exemptions: how many there were, and how many like cases of the others would lead one to expect. */
  readonly observed?: number
  readonly expected?: number
}
export interface Scan {
  readonly deviations: readonly Deviation[]
  /** How many groups were compared: the more, the stronger the evidence that each one needs. */
  readonly compared: number
  /** Groups with too few cases to say anything of. */
  readonly tooFew: readonly { readonly dimension: Dimension; readonly value: string; readonly cases: number }[]
}

/**
 * Looks for people, teams, places and months that decide like cases otherwise (同案不同罚的扫描).
 *
 * Cases are compared within strata only, so that what the benchmark's factors explain is taken out first. The strongest deviation that
 * holds at the confidence asked for, divided by the number of comparisons (Bonferroni), is taken; its cases are set aside, because
 * they would make their team or town look odd too; and the rest is looked at again. No chance is involved: the same cases give the
 * same findings.
 */
export function scan(columns: Columns, options: ScanOptions = USUAL_OPTIONS): Scan {
  const fines = search(columns, 'fine', options)
  const exemptions = search(columns, 'exemption', options)
  return { deviations: [...fines.deviations, ...exemptions.deviations], compared: fines.compared + exemptions.compared, tooFew: fines.tooFew }
}

interface Compared extends GroupSums {
  readonly matter?: number
}

function search(columns: Columns, about: About, options: ScanOptions): Scan {
  const strata = strataByMatter(columns, about)
  const left = new Uint8Array(columns.count)
  const byMatter = strata.map((own) => sumGroups(columns, own, about, left))
  const deviations: Deviation[] = []
  let compared = 0
  for (;;) {
    const all = candidates(byMatter)
    const enough = all.filter(({ sums }) => sums.cases >= options.minimumCases && sums.others >= options.minimumCases)
    // Both searches together may be wrong once: each has half of the risk.
    if (compared === 0) compared = enough.length
    const limit = (1 - options.confidence) / 2 / Math.max(1, compared)
    const strongest = enough.filter((one) => chanceOf(one.sums, about) <= limit && isLarge(one.sums, about, options)).reduce<Compared | undefined>((best, one) => (best === undefined || Math.abs(zOf(one.sums, about)) > Math.abs(zOf(best.sums, about)) ? one : best), undefined)
    if (strongest === undefined) {
      const tooFew = addUp(byMatter).filter(({ sums }) => sums.cases < options.minimumCases)
      return { deviations, compared, tooFew: tooFew.map(({ dimension, value, sums }) => ({ dimension, value: nameOf(columns, dimension, value), cases: sums.cases })) }
    }
    deviations.push(deviationOf(columns, strongest, about, widthFor(1 - options.confidence)))
    for (const [matter, own] of strata.entries()) {
      if (strongest.matter !== undefined && strongest.matter !== matter) continue
      if (setAside(columns, own, strongest, left)) byMatter[matter] = sumGroups(columns, own, about, left)
    }
  }
}

/** Every group on every matter, and over all matters where it has more than one. */
function candidates(byMatter: readonly (readonly GroupSums[])[]): readonly Compared[] {
  return [...byMatter.flatMap((groups, matter) => groups.map((one): Compared => ({ ...one, matter }))), ...(byMatter.length > 1 ? addUp(byMatter) : [])]
}

/** Marks the cases of a finding; answers whether there were any. */
function setAside({ groups }: Columns, strata: Strata, { dimension, value }: GroupSums, left: Uint8Array): boolean {
  const { of } = groups[dimension]
  let isAny = false
  for (const stratum of strata)
    for (const at of stratum) {
      if (of[at] !== value || left[at] === 1) continue
      left[at] = 1
      isAny = true
    }
  return isAny
}

/** A count is never as exact as a measurement: half a case is given away (Yates). */
const zOf = ({ score, variance }: Sums, about: About): number => (variance <= 0 ? 0 : (Math.sign(score) * Math.max(0, Math.abs(score) - (about === 'exemption' ? 0.5 : 0))) / Math.sqrt(variance))
const chanceOf = (sums: Sums, about: About): number => twoSided(zOf(sums, about))
const effectOf = (sums: Sums, about: About): number => (about === 'fine' ? Math.exp(sums.difference / sums.weight) : sums.observed / sums.expected)
const isLarge = (sums: Sums, about: About, { minimumEffect }: ScanOptions): boolean => {
  const effect = effectOf(sums, about)
  return effect >= 1 + minimumEffect || effect <= 1 / (1 + minimumEffect)
}

const nameOf = ({ groups }: Columns, dimension: Dimension, value: number): string => groups[dimension].values[value] ?? ''

function deviationOf(columns: Columns, { dimension, value, matter, sums }: Compared, about: About, width: number): Deviation {
  const [low, high] = about === 'fine' ? fineInterval(sums, width) : countInterval(sums, width)
  const name = matter === undefined ? undefined : columns.matters[matter]
  return {
    about,
    dimension,
    value: nameOf(columns, dimension, value),
    cases: sums.cases,
    others: sums.others,
    effect: effectOf(sums, about),
    low,
    high,
    chance: chanceOf(sums, about),
    ...(name === undefined ? {} : { matter: name }),
    ...(about === 'exemption' ? { observed: sums.observed, expected: sums.expected } : {}),
  }
}

/** The interval of a ratio of geometric means over strata, weighted by what each can tell (Cochran 1954). */
function fineInterval({ difference, weight, spread }: Sums, width: number): readonly [number, number] {
  const error = Math.sqrt(spread) / weight
  return [Math.exp(difference / weight - width * error), Math.exp(difference / weight + width * error)]
}

/** The interval of observed through expected, by Byar's approximation (Breslow and Day 1987), which also serves where none was observed. */
function countInterval({ observed, expected }: Sums, width: number): readonly [number, number] {
  const low = observed === 0 ? 0 : observed * (1 - 1 / (9 * observed) - width / (3 * Math.sqrt(observed))) ** 3
  const next = observed + 1
  const high = next * (1 - 1 / (9 * next) + width / (3 * Math.sqrt(next))) ** 3
  return [Math.max(0, low) / expected, high / expected]
}
