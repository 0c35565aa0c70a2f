import type { ReadBook } from '@zhunsheng/bureau/modules/discretion/wire.ts'
import type { Benchmark } from '@zhunsheng/discretion/benchmark.ts'
import type { Element as DmnElement } from '@zhunsheng/discretion/dmn/element.ts'
import { readDmn } from '@zhunsheng/discretion/dmn/read.ts'
import { readBenchmark } from '@zhunsheng/discretion/written.ts'
import { postFile } from '../api.ts'

/** The benchmark of a file: JSON and DMN are read here, a workbook by the server. Whatever is wrong is one error with every reason. */
export async function benchmarkOf(file: File): Promise<Benchmark> {
  const head = new Uint8Array(await file.slice(0, 2).arrayBuffer())
  if (head[0] === 0x50 && head[1] === 0x4b) return fromWorkbook(file)
  const text = (await file.text()).replace(/^\uFEFF/, '').trimStart()
  return text.startsWith('<') ? fromDmn(text) : fromJson(text)
}

async function fromWorkbook(file: File): Promise<Benchmark> {
  const { sheets } = await postFile<ReadBook>('/api/benchmarks/workbook', file)
  const [sheet] = sheets
  if (sheet === undefined) throw new Error('工作簿中没有工作表')
  if (sheet.faults.length > 0) throw new Error(sheet.faults.map(({ cell, because }) => `${cell}：${because}`).join('\n'))
  return written(sheet.content)
}

function fromDmn(text: string): Benchmark {
  const document = new DOMParser().parseFromString(text, 'application/xml')
  if (document.querySelector('parsererror') !== null) throw new Error('不是有效的 XML 文件')
  const read = readDmn(elementOf(document.documentElement))
  if (!read.ok) throw new Error(read.faults.map(({ path, because }) => `${path}：${because}`).join('\n'))
  return read.benchmark
}

const elementOf = (element: Element): DmnElement => ({
  name: element.nodeName,
  attributes: Object.fromEntries([...element.attributes].map(({ name, value }) => [name, value])),
  children: [...element.children].map(elementOf),
  text: element.children.length === 0 ? (element.textContent ?? '') : '',
})

function fromJson(text: string): Benchmark {
  let content: unknown
  try {
    content = JSON.parse(text)
  } catch {
    throw new Error('不是有效的 JSON、DMN（XML）或者 XLSX 文件')
  }
  return written(content)
}

function written(content: unknown): Benchmark {
  const read = readBenchmark(content)
  if (!read.ok) throw new Error(read.faults.map(({ path, because }) => `${path}：${because}`).join('\n'))
  return read.benchmark
}
