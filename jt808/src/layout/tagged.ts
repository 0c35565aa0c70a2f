import { unfit } from '../bytes/writer.ts'
import type { Field, Layout, Meanings } from './layout.ts'
import { restBytes } from './bytes.ts'
import { sized } from './list.ts'
import { coded, flags, measured, u8 } from './number.ts'
import { restText } from './text.ts'

/** A value whose look follows from its id (参数项): a number or a text where the table says so, and bytes where it says nothing. */
export interface Tagged {
  readonly id: number
  readonly value: number | string | Uint8Array
}

type Size = 1 | 2 | 4
/** A row of the table: Chinese name, how many bytes or `text`, and the unit or the meanings where there are some. */
export type Row = readonly [label: string, look: Size | 'text', more?: string | Meanings, kind?: 'bits']
interface Known { readonly label: string; readonly number?: readonly [Size, Layout<number>] }

/**
 * An id, a length and a value. A number whose length is not that of the table comes back as bytes: whoever sent it meant something
 * else. Bytes may be written under any id.
 */
export function tagged(id: Layout<number>, rows: Readonly<Record<number, Row>>): Layout<Tagged> {
  const known = new Map(Object.entries(rows).map(([key, row]) => [Number(key), knownOf(row)]))
  const raw = sized(u8, restBytes)
  const words = sized(u8, restText)
  return {
    form: { kind: 'tagged', id, fieldOf: (key) => fieldOf(rows[key], known.get(key)), ids: [...known.keys()] },
    read(from) {
      const key = id.read(from)
      const row = known.get(key)
      if (row === undefined) return { id: key, value: raw.read(from) }
      if (row.number === undefined) return { id: key, value: words.read(from) }
      const [size, layout] = row.number
      return { id: key, value: from.bytes[from.at] === size ? sized(u8, layout).read(from) : raw.read(from) }
    },
    write(to, { id: key, value }) {
      id.write(to, key)
      const row = known.get(key)
      if (typeof value === 'string') {
        if (row === undefined || row.number !== undefined) unfit(to, 'unexpected')
        words.write(to, value)
      } else if (typeof value === 'number') {
        if (row?.number === undefined) unfit(to, 'unexpected')
        else sized(u8, row.number[1]).write(to, value)
      } else raw.write(to, value)
    },
  }
}

function knownOf([label, look, more, kind]: Row): Known {
  if (look === 'text') return { label }
  return { label, number: [look, typeof more === 'object' ? (kind === 'bits' ? flags(look, more) : coded(look, more)) : measured(look, more ?? '')] }
}

function fieldOf(row: Row | undefined, known: Known | undefined): Field<unknown> {
  if (row === undefined) return { label: '未知项', layout: restBytes }
  return { label: row[0], layout: known?.number?.[1] ?? restText }
}
