import { day, type Day } from '../day.ts'
import type { Data } from '../dossier.ts'
import { CAST } from '../scenario/cast.ts'
import type { Entry } from './device.ts'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

/** Four in the afternoon in China of a day, in milliseconds since 1970. */
export const afternoonOf = (on: Day): number => on * DAY_MS + 8 * HOUR_MS

/** What is entered of a usual device (典型设备), in the order in which it is entered. */
export const USUAL_DEVICE: readonly { readonly kind: string; readonly who: string; readonly data: Data }[] = [
  { kind: 'register', who: 'wang', data: { kind: 'camera', name: '示例路口摄像机', maker: '示例科技', model: 'SL-1', measures: false } },
  { kind: 'permit', who: 'wang', data: { instrument: '固体废物污染环境防治法', level: 'law', article: '示例条款，由本机关核实' } },
  { kind: 'legalReview', who: 'zhou', data: { result: 'passed', opinion: '设置、使用合法。' } },
  { kind: 'technicalReview', who: 'wang', data: { reviewer: '示例检测机构', result: 'passed', opinion: '图像清晰，时钟准确。' } },
  { kind: 'conform', who: 'wang', data: { standard: '示例标准', proof: '检验报告示例 1 号' } },
  { kind: 'place', who: 'wang', data: { place: '示例路口', reason: '渣土车必经，多次投诉。' } },
  { kind: 'sign', who: 'wang', data: { sign: '杆体两侧各设一块标志牌。' } },
  { kind: 'publish', who: 'wang', data: { where: '本机关网站' } },
  { kind: 'start', who: 'wang', data: {} },
]

/** The entries of a device, one after the other on a day; `without` leaves kinds out. */
export function deviceStory(from: string, { without = [], more = [] }: { readonly without?: readonly string[]; readonly more?: readonly EntryIdea[] } = {}): readonly Entry[] {
  const usual = USUAL_DEVICE.filter(({ kind }) => !without.includes(kind)).map(({ kind, data, who }): EntryIdea => ({ kind, on: from, data, who }))
  return entriesOf([...usual, ...more])
}

/** An entry in short: recorded on its own day unless told otherwise. */
export interface EntryIdea {
  readonly kind: string
  readonly on: string
  readonly data: Data
  readonly recorded?: string
  readonly who?: string
}
export const entriesOf = (ideas: readonly EntryIdea[]): readonly Entry[] =>
  ideas.map(({ kind, on, data, recorded = on, who = 'zhang' }, index) => {
    const person = CAST[who]
    return { seq: index + 1, kind, on: day(on), recordedOn: day(recorded), recordedMs: afternoonOf(day(recorded)) + index, by: person === undefined ? [] : [person], data }
  })
