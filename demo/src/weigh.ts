import type { Door } from './door.ts'
import type { Data } from './itinerary.ts'

/** What a dossier holds so far, by the names under which its acts ask (案卷要素). */
export type Known = Readonly<Record<string, unknown>>

interface Weighed {
  readonly who: string
  readonly kind: string
  readonly on: string
  readonly key: string
  readonly known: Known
  /** The answers of the act itself, without the benchmark. */
  readonly answers: Data
  /** Why this penalty lies outside the benchmark, where the story wants it so. */
  readonly deviates?: Data
}
interface Applied {
  readonly benchmark: string
  readonly tier: string
  readonly band?: { readonly low: string; readonly high: string }
  readonly answers: Readonly<Record<string, string | number | boolean>>
}

/** The acts that state how the benchmark was applied. */
export const WEIGHED: Readonly<Record<string, readonly string[]>> = { 'penalty.ordinary': ['notify', 'decide'], 'penalty.simple': ['tell', 'decide'] }
const TIMES = [1, 2, 3]
const FACTORS = ['subject', 'corrected', 'harm'] as const
/** What a spot penalty asks only in its decision. */
const USUAL = { corrected: true, harm: 'slight' }

/**
 * Works out with the bureau's own calculator how its benchmark gives the fine of a story (裁量): of how many offences within a year the
 * amount speaks. Nothing where the matter has no benchmark or nothing is imposed.
 */
export function weigherOf(door: Door): (asked: Weighed) => Promise<Data | undefined> {
  const factors = new Map<string, readonly string[]>()
  const applied = new Map<string, Promise<Applied | undefined>>()

  async function factorsOf(who: string, matter: string, on: string): Promise<readonly string[]> {
    if (factors.size === 0) {
      const { rows } = await door.get(who, `/api/public/benchmarks?on=${on}`)
      for (const { matter: one } of rowsIn(rows)) factors.set(one, [])
    }
    if (factors.get(matter)?.length !== 0) return factors.get(matter) ?? []
    const { content } = await door.get(who, `/api/public/benchmarks/${matter}?on=${on}`)
    const found = codesIn(content)
    factors.set(matter, found)
    return found
  }
  async function apply({ who, on, key }: Weighed, matter: string, answers: Applied['answers']): Promise<Applied | undefined> {
    const { benchmark, tier, band } = await door.post(who, `/api/public/benchmarks/${matter}/apply`, { on, answers }, key)
    if (typeof benchmark !== 'string' || typeof tier !== 'string') return undefined
    return { benchmark, tier, answers, ...(isBand(band) ? { band } : {}) }
  }

  return async (asked) => {
    const { who, kind, on, known, answers, deviates } = asked
    const matter = String(known['matter'])
    if (kind === 'decide' && answers['outcome'] !== 'penalise') return undefined
    const codes = await factorsOf(who, matter, on)
    if (codes.length === 0) return undefined
    const told = { ...USUAL, ...known, ...answers }
    const fine = typeof answers['fine'] === 'string' ? Number(answers['fine']) : 0
    for (const times of TIMES) {
      const facts = factsOf(codes, told, times)
      const name = `${matter} ${JSON.stringify(facts)}`
      const found = await (applied.get(name) ?? remembered(applied, name, apply(asked, matter, facts)))
      if (found === undefined) throw new Error(`the benchmark of ${matter} gives nothing for ${JSON.stringify(facts)}`)
      const isInside = found.band !== undefined && Number(found.band.low) <= fine && fine <= Number(found.band.high)
      if (deviates !== undefined ? !isInside : isInside || isLightened(told, answers)) return { ...found, ...(deviates === undefined ? {} : { deviation: deviates }) }
    }
    throw new Error(`no tier of ${matter} gives ${fine}`)
  }
}

function remembered(all: Map<string, Promise<Applied | undefined>>, name: string, one: Promise<Applied | undefined>): Promise<Applied | undefined> {
  all.set(name, one)
  return one
}
/** The law makes it lighter; a spot decision says so only after the party was told of a warning. */
const isLightened = ({ lenient }: Known, answers: Data): boolean => (Array.isArray(lenient) && lenient.length > 0) || answers['fine'] === undefined

function factsOf(codes: readonly string[], told: Known, times: number): Applied['answers'] {
  const own = FACTORS.flatMap((code) => (codes.includes(code) ? [[code, told[code]]] : []))
  const rest = { ...(codes.includes('times') ? { times } : {}), ...(codes.includes('circumstance') ? { circumstance: 'plain' } : {}) }
  return { ...rest, ...Object.fromEntries(own) }
}

const isData = (value: unknown): value is Data => typeof value === 'object' && value !== null
const isBand = (value: unknown): value is NonNullable<Applied['band']> => isData(value) && typeof value['low'] === 'string' && typeof value['high'] === 'string'
const rowsIn = (rows: unknown): readonly { readonly matter: string }[] => (Array.isArray(rows) ? rows.filter((row: unknown): row is { readonly matter: string } => isData(row) && typeof row['matter'] === 'string') : [])
const codesIn = (content: unknown): readonly string[] => (isData(content) && Array.isArray(content['factors']) ? content['factors'].flatMap((factor: unknown) => (isData(factor) && typeof factor['code'] === 'string' ? [factor['code']] : [])) : [])
