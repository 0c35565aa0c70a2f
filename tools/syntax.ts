import ts from 'typescript'
import { textOf } from './house-files.ts'

/** A place in a file that breaks a habit of the house. */
export interface Place { readonly line: number; readonly text: string }

/** Assertions of a type (`x as T`), which the compiler believes without looking. `as const` asserts nothing. */
export const casts = (path: string): Place[] =>
  nodes(path, (node) => (ts.isAsExpression(node) || ts.isTypeAssertionExpression(node)) && !ts.isConstTypeReference(node.type))

/** Names handed on from another file (`export … from`): the beginning of a barrel. */
export const reExports = (path: string): Place[] => nodes(path, (node) => ts.isExportDeclaration(node) && node.moduleSpecifier !== undefined)

function nodes(path: string, wanted: (node: ts.Node) => boolean): Place[] {
  const source = ts.createSourceFile(path, textOf(path), ts.ScriptTarget.ES2023, true)
  const found: Place[] = []
  const visit = (node: ts.Node): void => {
    if (wanted(node)) found.push({ line: source.getLineAndCharacterOfPosition(node.getStart()).line + 1, text: node.getText().split('\n')[0] ?? '' })
    ts.forEachChild(node, visit)
  }
  visit(source)
  return found
}
