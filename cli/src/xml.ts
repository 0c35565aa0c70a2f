import type { Element } from '@zhunsheng/discretion/dmn/element.ts'
import { SaxesParser } from 'saxes'

/** Reads XML into elements; what is not well formed is said in one sentence. No entity but XML's own five is known, so that nothing can unfold. */
export function readXml(text: string): Element | string {
  const parser = new SaxesParser()
  const root: Open = { name: '', attributes: {}, children: [], text: '' }
  const open: Open[] = [root]
  let because: string | undefined
  parser.on('error', ({ message }) => void (because ??= message))
  parser.on('opentag', ({ name, attributes }) => {
    const child: Open = { name, attributes, children: [], text: '' }
    open.at(-1)?.children.push(child)
    open.push(child)
  })
  parser.on('closetag', () => void open.pop())
  const addText = (more: string) => {
    const parent = open.at(-1)
    if (parent !== undefined) parent.text += more
  }
  parser.on('text', addText)
  parser.on('cdata', addText)
  parser.write(text).close()
  const [element] = root.children
  return because === undefined && element !== undefined ? element : `不是有效的 XML：${because ?? '没有内容'}`
}

/** An element that is still being read. */
interface Open {
  name: string
  attributes: Record<string, string>
  children: Open[]
  text: string
}
