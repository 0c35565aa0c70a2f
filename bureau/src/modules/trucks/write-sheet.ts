import { PLATE_COLOURS } from '@zhunsheng/law/identifiers/plate.ts'
import { z } from 'zod'
import { COLUMNS, type Column } from './sheet-columns.ts'
import type { Standing } from './store.ts'
import { Hours, Point, ROAD_CLASSES, type Kind } from './wire.ts'

/** Records as a sheet that can be brought in again (登记导出): the columns are those that the import reads. `called` says what other records are called. */
export function writeSheet(kind: Kind, rows: readonly Pick<Standing, 'data'>[], called: (id: string) => string): readonly (readonly string[])[] {
  const columns = COLUMNS[kind]
  return [columns.map(({ headers }) => headers[0] ?? ''), ...rows.map(({ data }) => columns.map((column) => cellOf(column, data[column.field], called)))]
}

const Text = z.string()
const Amount = z.number()
const Texts = z.array(z.string())
const Points = z.array(Point)
const wordIn = (words: Readonly<Record<string, string>>, value: string): string => words[value] ?? value

function cellOf({ as }: Column, value: unknown, called: (id: string) => string): string {
  if (value === undefined || value === null) return ''
  switch (as) {
    case 'text':
    case 'day': return Text.parse(value)
    case 'number': return String(Amount.parse(value))
    case 'colour': return wordIn(PLATE_COLOURS, Text.parse(value))
    case 'roadClass': return wordIn(ROAD_CLASSES, Text.parse(value))
    case 'points': return Points.parse(value).map(([longitude, latitude]) => `${longitude},${latitude}`).join('; ')
    case 'hours': {
      const { from, until } = Hours.parse(value)
      return `${from}-${until}`
    }
    case 'name': return called(Text.parse(value))
    case 'names': return Texts.parse(value).map(called).join('、')
  }
}
