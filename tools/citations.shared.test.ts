import { describe, expect, test } from 'vitest'
import { numeral } from '../law/src/article.ts'
import { parseDay } from '../law/src/day.ts'
import { STATUTES, type Statute, type StatuteKey } from '../law/src/statutes.ts'
import { citationsInCode, citationsInProse, makersOf, placesIn, unknownInProse, type Found } from './citations.ts'
import { filesUnder, sourcesOf } from './house-files.ts'
import { citedName, statuteTexts, type StatuteText } from './statute-texts.ts'

/** How many there were when the numbers were last raised. */
const AT_LEAST = { texts: 60, code: 300, prose: 60 }
/** Short names in prose for instruments with long ones. */
const ALSO_CALLED: Readonly<Record<string, string>> = { 市容条例: '城市市容和环境卫生管理条例' }

const texts = statuteTexts()
const names = [...new Set([...texts.map(({ name }) => name), ...Object.keys(ALSO_CALLED)])]
const isKey = (key: string): key is StatuteKey => key in STATUTES

/** The versions of an instrument whose days meet those of the statute as law declares it. */
function textsOf({ name, inForce }: Statute): StatuteText[] {
  return texts.filter(({ name: of, from, until }) => of === citedName(name) && (parseDay(from) ?? -Infinity) <= inForce.until && inForce.from <= (parseDay(until) ?? Infinity))
}

/** What is wrong with a citation, held against every version that may be meant. */
function fault({ where, instrument, article, paragraph, item }: Found, versions: readonly StatuteText[]): string[] {
  const exists = versions.some(({ articles }) => {
    const paragraphs = articles.get(article)
    if (paragraphs === undefined) return false
    const meant = paragraph === undefined ? paragraphs : paragraphs.filter((_, index) => numeral(index + 1) === paragraph)
    return (paragraph === undefined || meant.length > 0) && (item === undefined || meant.some((items) => items.includes(item)))
  })
  const place = [`第${article}条`, paragraph === undefined ? '' : `第${paragraph}款`, item === undefined ? '' : `第（${item}）项`].join('')
  return exists ? [] : [`${where}: ${instrument}${place}`]
}

describe('every article that is cited exists', () => {
  const makers = makersOf('law/src/article.ts')
  const inCode = sourcesOf(['law', 'bureau', 'web', 'cli', 'demo', 'journeys']).flatMap((path) => citationsInCode(path, makers, numeral))
  const documents = [...sourcesOf(), ...filesUnder('').filter((path) => /\.(md|ya?ml|json)$/.test(path) && path !== 'package-lock.json')]
  const inProse = documents.flatMap((path) => citationsInProse(path, names))

  test('texts and citations were really read', () => {
    expect(texts.length).toBeGreaterThanOrEqual(AT_LEAST.texts)
    expect(texts.filter(({ articles }) => articles.size === 0).map(({ name }) => name)).toEqual([])
    expect(inCode.length).toBeGreaterThanOrEqual(AT_LEAST.code)
    expect(inProse.length).toBeGreaterThanOrEqual(AT_LEAST.prose)
  })
  test('every statute called verified has a text', () => {
    expect(Object.entries<Statute>(STATUTES).filter(([, statute]) => statute.verified && textsOf(statute).length === 0).map(([key]) => key)).toEqual([])
  })
  test('in code', () => {
    const faults = inCode.flatMap((found) => {
      if (!isKey(found.instrument)) return [`${found.where}: no statute ${found.instrument}`]
      const versions = textsOf(STATUTES[found.instrument])
      return versions.length === 0 ? [] : fault(found, versions)
    })
    expect([...new Set(faults)]).toEqual([])
  })
  test('in comments, titles, grounds and documents', () => {
    expect(inProse.flatMap((found) => fault(found, texts.filter(({ name }) => name === (ALSO_CALLED[found.instrument] ?? found.instrument))))).toEqual([])
  })
  test('no instrument is cited by article that neither the texts nor law know', () => {
    const known = [...names, ...Object.values<Statute>(STATUTES).flatMap(({ name, short }) => [citedName(name), short])]
    expect(documents.flatMap((path) => unknownInProse(path, known))).toEqual([])
  })
})

describe('the check itself', () => {
  const apl = texts.filter(({ name }) => name === '行政处罚法')
  test.each([
    ['第五十一条', true],
    ['第七十二条第一款第（一）项', true],
    ['第七十二条第一款第（五）项', false],
    ['第七十二条第三款', false],
    ['第八十七条', false],
  ])('行政处罚法%s exists: %s', (place, exists) => {
    expect(placesIn(place).flatMap((found) => fault({ where: '', instrument: '行政处罚法', ...found }, apl)).length === 0).toBe(exists)
  })
})
