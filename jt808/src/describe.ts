import { timeText } from './bytes/time.ts'
import type { Form, Meanings } from './layout/layout.ts'
import type { Version } from './version.ts'

/** One line of what a message says, in Chinese; parts of a part stand one deeper. */
export interface Said {
  readonly depth: number
  readonly label: string
  readonly says: string
}

/** What a value says by its form (报文内容的说明): field by field in the order of the standard. Fields that are not there are left out. */
export function describeValue(form: Form, value: unknown, version: Version, depth = 0): readonly Said[] {
  switch (form.kind) {
    case 'record':
      return Object.entries(form.fields).flatMap(([key, { label, layout }]) => {
        const part = partOf(value, key)
        return part === undefined ? [] : labelled(label, layout.form, part, version, depth)
      })
    case 'list':
      return entriesOf(value).flatMap((entry, index) =>
        form.item.form.kind === 'tagged' ? describeValue(form.item.form, entry, version, depth) : labelled(`第 ${index + 1} 项`, form.item.form, entry, version, depth))
    case 'tagged': {
      const id = Number(partOf(value, 'id'))
      const { label, layout } = form.fieldOf(id)
      const held = partOf(value, 'value')
      return [{ depth, label: `${label}（0x${id.toString(16).padStart(4, '0')}）`, says: held instanceof Uint8Array ? hexOf(held) : textOf(layout.form, held) }]
    }
    case 'versions':
      return describeValue(form.of(version).form, value, version, depth)
    default:
      return [{ depth, label: '', says: textOf(form, value) }]
  }
}

function labelled(label: string, form: Form, value: unknown, version: Version, depth: number): readonly Said[] {
  const inner = form.kind === 'versions' ? form.of(version).form : form
  if (inner.kind !== 'record' && inner.kind !== 'list') return [{ depth, label, says: textOf(inner, value) }]
  const parts = describeValue(inner, value, version, depth + 1)
  return [{ depth, label, says: parts.length === 0 ? '无' : '' }, ...parts]
}

/** The Chinese name of a field by its place, such as `areas.2.name`; the place itself where the form does not have it. */
export function labelOf(form: Form, place: string, version: Version): string {
  const labels: string[] = []
  let at: Form = form
  for (const key of place.split('.')) {
    while (at.kind === 'versions') at = at.of(version).form
    if (at.kind === 'record' && at.fields[key] !== undefined) {
      labels.push(at.fields[key].label)
      at = at.fields[key].layout.form
    } else if (at.kind === 'list') {
      labels.push(`第 ${Number(key) + 1} 项`)
      at = at.item.form
    } else return labels.length === 0 ? place : labels.join(' · ')
  }
  return labels.join(' · ')
}

const partOf = (value: unknown, key: string): unknown => (typeof value === 'object' && value !== null ? new Map(Object.entries(value)).get(key) : undefined)
const entriesOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])
const hexOf = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')

function textOf(form: Form, value: unknown): string {
  if (value instanceof Uint8Array) return value.length === 0 ? '空' : hexOf(value)
  if (form.kind === 'time' && typeof value === 'number') return `${timeText(value)}（北京时间）`
  if (form.kind === 'number' && typeof value === 'number') return numberText(form, value)
  if (form.kind === 'wide') return `0x${BigInt(String(value)).toString(16).padStart(16, '0')}`
  return value === '' ? '空' : String(value)
}

type NumberForm = Extract<Form, { readonly kind: 'number' }>
function numberText({ meanings, bits, unit = '' }: NumberForm, value: number): string {
  if (meanings !== undefined) return `${value}（${meanings[value] ?? '未定义'}）`
  if (bits !== undefined) return `0x${value.toString(16).padStart(8, '0')}（${bitsText(bits, value)}）`
  if (unit === '百万分之一度') return `${(value / 1e6).toFixed(6)} 度`
  return unit.startsWith('0.1 ') ? `${(value / 10).toFixed(1)} ${unit.slice(4)}` : `${value}${unit === '' ? '' : ` ${unit}`}`
}

function bitsText(bits: Meanings, value: number): string {
  const set = Array.from({ length: 32 }, (_, bit) => bit).filter((bit) => (value >>> bit) % 2 === 1)
  return set.length === 0 ? '无' : set.map((bit) => bits[bit] ?? `第 ${bit} 位`).join('、')
}
