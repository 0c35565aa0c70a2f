import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { numeral } from '../law/src/article.ts'
import { ALL_BASES, type Basis } from '../trucks/src/basis.ts'
import { HOUSE } from './house-files.ts'

const TEXTS = resolve(HOUSE, process.env['ZS_SHARED'] ?? '../shared', 'law/texts')
const files = readdirSync(TEXTS, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile() && entry.name.endsWith('.md'))

/** The lines of one article in every version that lies beside the project: each is a paragraph, or an item of the one before. */
function versionsOf({ instrument, article }: Basis): readonly (readonly string[])[] {
  const isVersion = (name: string) => name === `${instrument}.md` || (name.startsWith(`${instrument}(`) && name.endsWith(').md'))
  return files.filter(({ name }) => isVersion(name)).flatMap(({ parentPath, name }) => {
    const lines = readFileSync(join(parentPath, name), 'utf8').split('\n').map((line) => line.trim()).filter((line) => line !== '')
    const start = lines.findIndex((line) => new RegExp(`^第${numeral(article)}条[\\s　]`).test(line))
    const end = lines.findIndex((line, index) => index > start && /^(第[零一二三四五六七八九十百千]+条[\s　]|#)/.test(line))
    return start < 0 ? [] : [lines.slice(start, end)]
  })
}
const ITEM = /^[(（]([零一二三四五六七八九十]+)[)）]/

describe('the articles behind the alarms', () => {
  test.each(ALL_BASES)('$instrument $article $paragraph $item', (basis) => {
    const versions = versionsOf(basis)
    expect(versions.length > 0, 'a basis that is called verified has a text').toBe(basis.verified)
    for (const lines of versions) {
      const paragraphs = lines.filter((line) => !ITEM.test(line))
      expect(paragraphs.length).toBeGreaterThanOrEqual(basis.paragraph ?? 1)
      if (basis.item !== undefined) expect(lines.some((line) => ITEM.exec(line)?.[1] === numeral(basis.item ?? 0))).toBe(true)
    }
  })
})
