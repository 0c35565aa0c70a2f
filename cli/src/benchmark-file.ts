import { readFileSync, statSync } from 'node:fs'
import type { Benchmark } from '@zhunsheng/discretion/benchmark.ts'
import { readDmn } from '@zhunsheng/discretion/dmn/read.ts'
import { gridOf } from '@zhunsheng/discretion/sheet-grid.ts'
import { readSheet } from '@zhunsheng/discretion/sheet.ts'
import { readBenchmark } from '@zhunsheng/discretion/written.ts'
import ExcelJS from 'exceljs'
import { readXml } from './xml.ts'

const BYTES_MAX = 16 * 1024 * 1024

/** The benchmarks of a file, each with where it stands; or what keeps one from being read. */
export type ReadFile = { readonly ok: true; readonly benchmarks: readonly Named[] } | { readonly ok: false; readonly because: readonly string[] }
interface Named {
  /** The sheet, or the place in a list; nothing where the file holds one. */
  readonly name: string
  readonly benchmark: Benchmark
}
const no = (...because: readonly string[]): ReadFile => ({ ok: false, because })

/** Reads benchmarks from JSON (one or a list), DMN or a workbook with one benchmark a sheet, by what the file holds and not by its name. */
export async function readBenchmarkFile(path: string): Promise<ReadFile> {
  let bytes: Buffer
  try {
    if (statSync(path).size > BYTES_MAX) return no('文件超过 16 MB')
    bytes = readFileSync(path)
  } catch {
    return no(`读不到文件 ${path}：请核对路径和权限`)
  }
  if (bytes.subarray(0, 2).toString('latin1') === 'PK') return fromWorkbook(bytes)
  const text = bytes.toString('utf8').replace(/^\uFEFF/, '').trimStart()
  return text.startsWith('<') ? fromDmn(text) : fromJson(text)
}

function fromJson(text: string): ReadFile {
  let written: unknown
  try {
    written = JSON.parse(text)
  } catch {
    return no('不是有效的 JSON、DMN（XML）或者 XLSX 文件')
  }
  const all: readonly unknown[] = Array.isArray(written) ? written : [written]
  return joined(all.map((one, at) => {
    const read = readBenchmark(one)
    const name = Array.isArray(written) ? `第 ${at + 1} 项` : ''
    return read.ok ? { name, benchmark: read.benchmark } : read.faults.map(({ path, because }) => `${name}${path}：${because}`)
  }))
}

function fromDmn(text: string): ReadFile {
  const root = readXml(text)
  if (typeof root === 'string') return no(root)
  const read = readDmn(root)
  return read.ok ? { ok: true, benchmarks: [{ name: '', benchmark: read.benchmark }] } : no(...read.faults.map(({ path, because }) => `${path}：${because}`))
}

async function fromWorkbook(bytes: Buffer): Promise<ReadFile> {
  const book = new ExcelJS.Workbook()
  try {
    await book.xlsx.load(new Uint8Array(bytes).buffer)
  } catch {
    return no('不是有效的 XLSX 文件；旧式 .xls 请另存为 .xlsx')
  }
  return joined(book.worksheets.map((sheet) => {
    const read = readSheet(gridOf(sheet))
    return read.ok ? { name: sheet.name, benchmark: read.benchmark } : read.faults.map(({ cell, because }) => `工作表「${sheet.name}」${cell}：${because}`)
  }))
}

/** All of them, or every reason why one cannot be read. */
function joined(parts: readonly (Named | readonly string[])[]): ReadFile {
  const because = parts.flatMap((part) => ('benchmark' in part ? [] : part))
  if (because.length > 0) return no(...because)
  const benchmarks = parts.flatMap((part) => ('benchmark' in part ? [part] : []))
  return benchmarks.length === 0 ? no('文件中没有裁量基准') : { ok: true, benchmarks }
}
