import { fileNamed, judgeBundle } from './judge-bundle.ts'

const element = (id: string): HTMLElement => {
  const found = document.getElementById(id)
  if (found === null) throw new Error(`the page has no ${id}`)
  return found
}
const inputOf = (id: string): HTMLInputElement | HTMLTextAreaElement => {
  const found = element(id)
  if (!(found instanceof HTMLInputElement) && !(found instanceof HTMLTextAreaElement)) throw new Error(`${id} is no input`)
  return found
}
const filesIn = (id: string): readonly File[] => {
  const input = inputOf(id)
  return input instanceof HTMLInputElement ? [...(input.files ?? [])] : []
}

type Cell = string | { readonly text: string; readonly state: 'good' | 'bad' | 'open' }

function cell(row: HTMLTableRowElement, content: Cell, tag: 'td' | 'th' = 'td'): void {
  const made = document.createElement(tag)
  made.textContent = typeof content === 'string' ? content : content.text
  if (typeof content !== 'string') made.className = content.state
  row.append(made)
}
function table(head: readonly string[], rows: readonly (readonly Cell[])[]): HTMLTableElement {
  const made = document.createElement('table')
  const first = made.insertRow()
  for (const name of head) cell(first, name, 'th')
  for (const row of rows) {
    const line = made.insertRow()
    for (const content of row) cell(line, content)
  }
  return made
}

let bundle: Uint8Array | undefined
/** Files mean nothing beside a bundle that failed. */
let isTrue = false

async function check(): Promise<void> {
  const [file] = filesIn('bundle')
  if (file === undefined) return
  bundle = new Uint8Array(await file.arrayBuffer())
  const { state, said, findings, acts } = judgeBundle(bundle, inputOf('key').value)
  isTrue = state !== 'bad'
  const verdict = element('verdict')
  verdict.className = `verdict ${state}`
  verdict.textContent = said
  element('findings').replaceChildren(...findings.map((finding) => Object.assign(document.createElement('li'), { textContent: finding })))
  element('acts').replaceChildren(acts.length === 0 ? '没有可以显示的行为' : table(['序号', '行为', '日期', '存证编号', '结论'], acts.map(({ seq, kind, on, place, ...act }) => [seq, kind, on, place, { text: act.said, state: act.state }])))
  await checkFiles()
}

async function checkFiles(): Promise<void> {
  const files = filesIn('files')
  if (bundle === undefined || files.length === 0) return
  const whole = bundle
  const rows = await Promise.all(files.map(async (file): Promise<readonly Cell[]> => [file.name, isTrue ? sayFile(fileNamed(whole, new Uint8Array(await file.arrayBuffer()))) : { text: '案卷包不可信，无从核对', state: 'open' }]))
  element('checked').replaceChildren(table(['文件', '核对'], rows))
}

const sayFile = (found: string | undefined): Cell => (found === undefined ? { text: '案卷包没有记载这个文件，或者文件已被改动', state: 'bad' } : { text: found, state: 'good' })

for (const id of ['bundle', 'key']) element(id).addEventListener('change', () => void check())
element('files').addEventListener('change', () => void checkFiles())
