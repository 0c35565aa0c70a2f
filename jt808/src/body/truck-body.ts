import type { Location } from '../location/location.ts'

/**
 * What a muck truck's body does (渣土车车厢状态): whether its cover is closed (顶盖), it is raised (举升), it is loaded (载重), and it is
 * sealed (密闭). JT/T 808 has only the load; each place and maker has items of its own for the rest. So where to find a state and
 * what its values mean is data that the bureau enters from the maker's sheet, and nothing of it is code.
 */
export interface BodyMapping {
  /** As people know it, such as the maker's name and the edition of its sheet. */
  readonly name: string
  readonly states: { readonly [S in keyof BodyStates]?: StateSource<BodyStates[S]> }
}

/** The states and their values. */
export interface BodyStates {
  readonly cover: 'closed' | 'open' | 'partly-open'
  readonly lift: 'down' | 'raised'
  readonly load: 'empty' | 'half' | 'full'
  readonly sealed: 'sealed' | 'unsealed'
}

/**
 * Where a state stands: in a word that the standard has, or in an item of the maker's; from which bit on, and how many. `means`
 * gives each value; one that it lacks is unknown.
 */
export interface StateSource<V> {
  readonly in: StandardWord | VendorItem
  /** The lowest bit, counted from 0; in an item from the lowest bit of its byte. */
  readonly bit: number
  readonly bits: number
  readonly means: Readonly<Record<number, V>>
}
/** The status word, the vehicle signals (0x25) or the inputs (0x2A) of a location report. */
export type StandardWord = 'status' | 'signals' | 'inputs'
/** An item by its id, and the byte of it, from 0. `length` is that of the maker's sheet: an item of another length is another item. */
export interface VendorItem {
  readonly item: number
  readonly byte: number
  readonly length: number
}

/** What is known of the body; a state that the report does not tell is left out, and never taken to be in order. */
export type BodyState = { readonly [S in keyof BodyStates]?: BodyStates[S] }

/** What every terminal tells: the load, in bits 8 and 9 of the status word; binary 10 is reserved, so it is unknown. */
export const STANDARD_BODY: BodyMapping = {
  name: 'JT/T 808',
  states: { load: { in: 'status', bit: 8, bits: 2, means: { 0: 'empty', 1: 'half', 3: 'full' } } },
}

/** The state of the body as a report tells it, by the mapping of its terminal. */
export function bodyOf(location: Location, { states }: BodyMapping): BodyState {
  const cover = stateOf(location, states.cover)
  const lift = stateOf(location, states.lift)
  const load = stateOf(location, states.load)
  const sealed = stateOf(location, states.sealed)
  return { ...(cover === undefined ? {} : { cover }), ...(lift === undefined ? {} : { lift }), ...(load === undefined ? {} : { load }), ...(sealed === undefined ? {} : { sealed }) }
}

/** What is wrong with a mapping, in words for whoever enters it; empty where it can be used. */
export function mappingFaults({ name, states }: BodyMapping): readonly string[] {
  const sources: readonly (readonly [string, StateSource<string> | undefined])[] = [['顶盖', states.cover], ['举升', states.lift], ['载重', states.load], ['密闭', states.sealed]]
  const faults = sources.flatMap(([label, source]) => (source === undefined ? [] : sourceFaults(source).map((fault) => `${label}：${fault}`)))
  return name.trim() === '' ? ['没有名称', ...faults] : faults
}

function sourceFaults({ in: place, bit, bits, means }: StateSource<string>): readonly string[] {
  const width = typeof place === 'string' ? WIDTHS[place] : 8
  const faults: string[] = []
  if (typeof place !== 'string') {
    if (!isWhole(place.item, 1, 0xff)) faults.push('附加信息 ID 应为 1 至 255')
    if (!isWhole(place.length, 1, 0xff)) faults.push('附加信息长度应为 1 至 255')
    if (!isWhole(place.byte, 0, place.length - 1)) faults.push('字节序号超出附加信息的长度')
  }
  if (!isWhole(bits, 1, width) || !isWhole(bit, 0, width - bits)) faults.push(`起始位和位数超出 ${width} 位`)
  const values = Object.keys(means).map(Number)
  if (values.length === 0) faults.push('没有写明各个值的含义')
  if (values.some((value) => !isWhole(value, 0, 2 ** bits - 1))) faults.push('有的值超出位数能够表示的范围')
  return faults
}

const WIDTHS = { status: 32, signals: 32, inputs: 16 } as const
const isWhole = (value: number, least: number, most: number): boolean => Number.isInteger(value) && value >= least && value <= most

function stateOf<V>(location: Location, source: StateSource<V> | undefined): V | undefined {
  if (source === undefined) return undefined
  const word = wordOf(location, source.in)
  return word === undefined ? undefined : source.means[Math.trunc(word / 2 ** source.bit) % 2 ** source.bits]
}

function wordOf(location: Location, place: StandardWord | VendorItem): number | undefined {
  if (typeof place === 'string') return location[place]
  return location.others.find(({ id, bytes }) => id === place.item && bytes.length === place.length)?.bytes[place.byte]
}
