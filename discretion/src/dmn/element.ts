/** An XML element without its name space (元素): what a reader of XML hands over, and what becomes text again. */
export interface Element {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly Element[]
  readonly text: string
}

export const element = (name: string, attributes: Readonly<Record<string, string>> = {}, inside: readonly Element[] | string = []): Element =>
  typeof inside === 'string' ? { name, attributes, children: [], text: inside } : { name, attributes, children: inside, text: '' }

/** The element as text, indented. Whatever stands in a text or an attribute stays text. */
export function elementText({ name, attributes, children, text }: Element, depth = 0): string {
  const indent = '  '.repeat(depth)
  const open = `${indent}<${name}${Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(value)}"`).join('')}`
  if (children.length > 0) return `${open}>\n${children.map((child) => elementText(child, depth + 1)).join('\n')}\n${indent}</${name}>`
  return text === '' ? `${open}/>` : `${open}>${escaped(text)}</${name}>`
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => ESCAPES[sign] ?? sign).replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')

/** The children of a name, whatever their name space. */
export const childrenOf = (parent: Element | undefined, name: string): readonly Element[] => parent?.children.filter((child) => localName(child.name) === name) ?? []
export const childOf = (parent: Element | undefined, name: string): Element | undefined => childrenOf(parent, name)[0]
export const localName = (name: string): string => name.slice(name.indexOf(':') + 1)
/** What stands in the `text` below an element, as DMN writes expressions. */
export const expressionOf = (parent: Element | undefined): string => childOf(parent, 'text')?.text.trim() ?? ''
