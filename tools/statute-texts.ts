import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { HOUSE } from './house-files.ts'

/** The text of one version of an instrument (法律文本), as far as a citation can point into it. */
export interface StatuteText {
  /** As people cite it: without 中华人民共和国 and without brackets. */
  readonly name: string
  /** The days of this version, written 2021-07-15; empty where the source does not say. */
  readonly from: string
  readonly until: string
  /** By the numeral of the article (五十一): for each paragraph, the numerals of its items. */
  readonly articles: ReadonlyMap<string, readonly (readonly string[])[]>
  readonly text: string
}

const NUMERAL = '[零一二三四五六七八九十百千]+'
const ARTICLE = new RegExp(`^第(${NUMERAL})条[\\s　]*(.*)$`)
const ITEM = new RegExp(`^（(${NUMERAL})）`)
const DAY = /\d{4}-\d{2}-\d{2}/g

/** The name by which an instrument is cited, however it was written. */
export const citedName = (name: string): string => name.replace(/[〈〉《》]/g, '').replace(/中华人民共和国/g, '')

/** Every text beside the project: `ZS_SHARED` says where, else the folder next to the house. */
export function statuteTexts(): StatuteText[] {
  const folder = resolve(HOUSE, process.env['ZS_SHARED'] ?? '../shared', 'law/texts')
  return readdirSync(folder)
    .filter((file) => file.endsWith('.md') && file !== 'INDEX.md')
    .map((file) => readText(readFileSync(join(folder, file), 'utf8')))
}

function readText(written: string): StatuteText {
  const [, head = '', text = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(written) ?? []
  const said = (field: string): string => new RegExp(`^${field}: (.*)$`, 'm').exec(head)?.[1] ?? ''
  // 「2004-07-01; this version 2019-04-23」: the instrument applies from the first day.
  return { name: citedName(said('title')), from: said('in_force_from').match(DAY)?.[0] ?? '', until: said('in_force_to').match(DAY)?.[0] ?? '', articles: articlesOf(text), text }
}

function articlesOf(text: string): Map<string, string[][]> {
  const articles = new Map<string, string[][]>()
  let paragraphs: string[][] | undefined
  for (const line of text.split('\n').map((each) => each.trim())) {
    const [, numeral, beginning = ''] = ARTICLE.exec(line) ?? []
    const item = ITEM.exec(line)?.[1]
    if (numeral !== undefined) {
      paragraphs = beginning === '' ? [] : [[]]
      articles.set(numeral, paragraphs)
    } else if (line.startsWith('#')) paragraphs = undefined
    else if (item !== undefined) paragraphs?.at(-1)?.push(item)
    else if (line !== '') paragraphs?.push([])
  }
  return articles
}
