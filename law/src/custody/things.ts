import type { Citation } from '../article.ts'
import { apl } from '../article.ts'
import type { CaseFile } from '../case-file.ts'
import type { Act } from '../dossier.ts'
import type { Day } from '../day.ts'

/** How a thing came into the file (取得方式), with its article. */
export const SOURCES = {
  collected: { says: '收集的物证', basis: apl(46, 1) },
  sampled: { says: '抽样取证', basis: apl(56) },
  preserved: { says: '先行登记保存', basis: apl(56) },
} as const satisfies Readonly<Record<string, { readonly says: string; readonly basis: Citation }>>
export type Source = keyof typeof SOURCES

/** A thing that proves something (涉案物品): one row of the list of the act that brought it. */
export interface Thing {
  /** The act, and the row of its list, from nought. */
  readonly seq: number
  readonly item: number
  readonly source: Source
  readonly name: string
  readonly model: string
  readonly quantity: number
  readonly condition: string
  readonly on: Day
  /** Minutes since midnight, where the act says them. */
  readonly at: number | undefined
  /** Who had it first: the keeper that the act names, or else the officer who took it. */
  readonly keeper: string
  /** That keeper's identifier, where he is one of those who acted. */
  readonly keeperId: string | undefined
  readonly place: string
}

/**
 * The things of a file (涉案物品清单): originals that were collected as objects, samples, and what was preserved where it is.
 * 行政处罚法第四十六条第一款、第五十六条. Corrections are applied; annulled acts bring nothing.
 */
export const thingsOf = (file: CaseFile): readonly Thing[] => file.every('collect', 'sample', 'preserve').flatMap(thingsIn)

function thingsIn(act: Act): readonly Thing[] {
  const { kind, data } = act
  if (kind === 'collect') return data['kind'] === 'object' && data['original'] === 'original' ? [thing(act, 'collected', 0, { name: data['title'], quantity: 1 })] : []
  const items: readonly unknown[] = Array.isArray(data['items']) ? data['items'] : []
  return items.map((row, item) => thing(act, kind === 'sample' ? 'sampled' : 'preserved', item, isRow(row) ? row : {}))
}

type Row = Readonly<Record<string, unknown>>
const isRow = (value: unknown): value is Row => typeof value === 'object' && value !== null
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

function thing({ seq, on, minute, by, data }: Act, source: Source, item: number, row: Row): Thing {
  const [first] = by
  const keeper = source === 'preserved' ? textOf(data['keeper']) : (first?.name ?? '')
  return {
    seq, item, source, on, at: minute, keeper,
    name: textOf(row['name']), model: textOf(row['model']), condition: textOf(row['condition']),
    quantity: typeof row['quantity'] === 'number' ? row['quantity'] : 1,
    keeperId: by.find(({ name }) => name === keeper)?.id,
    place: textOf(data['place']),
  }
}
