import type { Kind, Version } from '@zhunsheng/bureau/modules/trucks/wire.ts'
import type { Fault } from '../api.ts'
import { pointIn, pointsIn, writePoints } from './coordinates.ts'
import { measureOf } from '../map/measure.ts'
import { fieldsOf, type Field } from './register-fields.ts'

type Data = Readonly<Record<string, unknown>>
type Names = Readonly<Record<string, string>>
const isData = (value: unknown): value is Data => typeof value === 'object' && value !== null && !Array.isArray(value)
const MANY = 12

/** What a field says, in words; empty where nothing was entered. */
export function wordsOf({ asks }: Field, value: unknown, names: Names): string {
  switch (asks.as) {
    case 'number': return typeof value === 'number' ? `${value.toLocaleString('zh-CN')} ${asks.unit}` : ''
    case 'choice': return asks.options[textOf(value)] ?? textOf(value)
    case 'one': return names[textOf(value)] ?? textOf(value)
    case 'many': return manyOf(value, names)
    case 'flag': return value === true ? '是' : value === false ? '否' : ''
    case 'hours': return isData(value) ? `${textOf(value['from'])} 至 ${textOf(value['until'])}` : ''
    case 'gate': return isData(value) ? `${writePoints(pointIn(value['at']))}，半径 ${String(Number(value['radius']))} 米` : ''
    case 'shape': {
      const points = pointsIn(value)
      return points.length === 0 ? '' : [`${points.length} 个点`, measureOf(asks.of, points)].filter((one) => one !== '').join('，')
    }
    case 'text':
    case 'day': return textOf(value)
  }
}
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')
function manyOf(value: unknown, names: Names): string {
  const ids = Array.isArray(value) ? value.map(String) : []
  const shown = ids.slice(0, MANY).map((id) => names[id] ?? id).join('、')
  return ids.length > MANY ? `${shown} 等 ${ids.length} 项` : shown
}

export interface Difference {
  readonly label: string
  readonly before: string
  readonly after: string
}
/** What a version changed against the one before it (变更内容). */
export function differencesOf(kind: Kind, before: Data, after: Data, names: Names): readonly Difference[] {
  return fieldsOf(kind).filter(({ name }) => JSON.stringify(before[name]) !== JSON.stringify(after[name])).map((field) => differenceOf(field, before, after, names))
}
function differenceOf(field: Field, before: Data, after: Data, names: Names): Difference {
  const { label, name, asks } = field
  const [was, is] = [wordsOf(field, before[name], names), wordsOf(field, after[name], names)]
  if (asks.as === 'many') return { label, before: manyOf(lacking(before[name], after[name]), names), after: manyOf(lacking(after[name], before[name]), names) }
  // Two shapes of as many points and the same measure are still not the same shape.
  return { label, before: was, after: asks.as === 'shape' && was === is ? `${is}（位置有变动）` : is }
}
/** Of a list, what the other does not have. */
function lacking(one: unknown, other: unknown): readonly unknown[] {
  const others = Array.isArray(other) ? other : []
  return Array.isArray(one) ? one.filter((id: unknown) => !others.includes(id)) : []
}
/** What was done by a version: entered, changed or struck out. */
export const deedOf = ({ version, ended }: Pick<Version, 'version' | 'ended'>): string => (ended !== undefined ? '注销' : version === 1 ? '登记' : '变更')

/** The answers as they are sent: what is empty is not said; a switch that is off neither. */
export function answersFor(kind: Kind, filled: Data): Data {
  return Object.fromEntries(fieldsOf(kind).flatMap(({ name, asks }): [string, unknown][] => {
    const value = filled[name]
    if (asks.as === 'many') return [[name, Array.isArray(value) ? value : []]]
    if (asks.as === 'hours' && isData(value) && isBlank(value['from']) && isBlank(value['until'])) return []
    if (asks.as === 'gate' && isData(value) && value['at'] === undefined) return []
    if (isBlank(value) || value === false) return []
    return [[name, typeof value === 'string' ? value.trim() : value]]
  }))
}
const isBlank = (value: unknown): boolean => value === undefined || value === null || (typeof value === 'string' && value.trim() === '')

/** What the server holds against each field, by its name; a fault within a field is said of the field. */
export function faultsByField(faults: readonly Fault[]): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, readonly string[]>()
  for (const { path, because } of faults) {
    const [, name, place] = /^(?:data\.)?(\w+)(?:\.(\d+)\b.*)?$/.exec(path) ?? []
    if (name === undefined || name === 'data') continue
    const earlier = found.get(name) ?? []
    const isPoint = (name === 'area' || name === 'line') && place !== undefined
    found.set(name, [...earlier, isPoint ? `第 ${Number(place) + 1} 个点：${because}` : because])
  }
  return found
}
