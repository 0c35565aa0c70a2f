import ts from 'typescript'
import { textOf } from './house-files.ts'

/** A place in an instrument, by its numerals. */
export interface Cited {
  readonly article: string
  readonly paragraph?: string
  readonly item?: string
}

/** A citation found in the house. */
export interface Found extends Cited {
  readonly where: string
  /** The key in law/src/statutes.ts, or the name as prose writes it. */
  readonly instrument: string
}

const NUMERAL = '[零一二三四五六七八九十百千]+'
const PLACE = `第${NUMERAL}条(?:第${NUMERAL}款)?(?:第（${NUMERAL}）项)?`
const ONE = new RegExp(`第(${NUMERAL})条(?:第(${NUMERAL})款)?(?:第（(${NUMERAL})）项)?`, 'g')

/** Citations in words: 行政处罚法第四十四条、第六十二条至第六十四条, in comments, titles, grounds and documents. */
export function citationsInProse(path: string, names: readonly string[]): Found[] {
  const longestFirst = [...names].sort((a, b) => b.length - a.length)
  const named = new RegExp(`(${longestFirst.join('|')})[》〉]?((?:${PLACE}[、，和至及]?)+)`, 'g')
  return textOf(path).split('\n').flatMap((line, index) =>
    [...line.matchAll(named)].flatMap(([, instrument = '', places = '']) =>
      placesIn(places).map((place) => ({ where: `${path}:${index + 1}`, instrument, ...place })),
    ),
  )
}

/** The places in a list such as 第四十四条、第六十二条至第六十四条; of a range, its ends. */
export const placesIn = (places: string): Cited[] => [...places.matchAll(ONE)].map(([, article = '', paragraph, item]) => cited(article, paragraph, item))

function cited(article: string, paragraph: string | undefined, item: string | undefined): Cited {
  return { article, ...(paragraph === undefined ? {} : { paragraph }), ...(item === undefined ? {} : { item }) }
}

/** Names in 《》 before an article that none of these names is. */
export function unknownInProse(path: string, names: readonly string[]): string[] {
  return textOf(path).split('\n').flatMap((line, index) =>
    [...line.matchAll(/《([^》]+)》(?=第[零一二三四五六七八九十百千]+条)/g)].filter(([, name = '']) => !names.includes(name.replace('中华人民共和国', ''))).map(([whole]) => `${path}:${index + 1}: ${whole}`),
  )
}

/** Citations as code writes them: `apl(51, 1, 1)`, where `apl = citing('apl')`, and `citing('crr')(42)`. */
export function citationsInCode(path: string, makers: ReadonlyMap<string, string>, numeral: (value: number) => string): Found[] {
  const source = ts.createSourceFile(path, textOf(path), ts.ScriptTarget.ES2023, true)
  const known = new Map([...makers, ...makersIn(source)])
  const found: Found[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node)) {
      const instrument = ts.isIdentifier(node.expression) ? known.get(node.expression.text) : keyCited(node.expression)
      const [article, paragraph, item] = node.arguments.map((argument) => (ts.isNumericLiteral(argument) ? numeral(Number(argument.text)) : undefined))
      const where = `${path}:${source.getLineAndCharacterOfPosition(node.getStart()).line + 1}`
      if (instrument !== undefined && article !== undefined) found.push({ where, instrument, ...cited(article, paragraph, item) })
    }
    ts.forEachChild(node, visit)
  }
  visit(source)
  return found
}

/** The functions of a file that make citations: name → key of the statute. */
export const makersOf = (path: string): Map<string, string> => new Map(makersIn(ts.createSourceFile(path, textOf(path), ts.ScriptTarget.ES2023, true)))

function makersIn(source: ts.SourceFile): [string, string][] {
  return source.statements.filter(ts.isVariableStatement).flatMap(({ declarationList }) =>
    declarationList.declarations.flatMap(({ name, initializer }): [string, string][] => {
      const key = initializer === undefined ? undefined : keyCited(initializer)
      return key === undefined || !ts.isIdentifier(name) ? [] : [[name.text, key]]
    }),
  )
}

/** The key in `citing('apl')`. */
function keyCited(node: ts.Expression): string | undefined {
  if (!ts.isCallExpression(node) || !ts.isIdentifier(node.expression) || node.expression.text !== 'citing') return undefined
  const [key] = node.arguments
  return key !== undefined && ts.isStringLiteral(key) ? key.text : undefined
}
