import { evaluatorOf, type Evaluator } from '@zhunsheng/discretion/evaluate.ts'
import { readBenchmark } from '@zhunsheng/discretion/written.ts'
import { parseDay, type Day } from '@zhunsheng/law/day.ts'
import type { Queries } from '../../platform/database.ts'
import type { Benchmarks, PublishedBenchmark } from './contract.ts'
import { contentOf, versionsInOrder, type VersionRow } from './store-published.ts'

const ID = /^([\w.-]{1,64})\/([1-9]\d{0,5})$/

/**
 * Benchmarks as they were published, each read and made ready once (已发布基准的读取). A version never changes, so what was read is
 * remembered under its name and its moment; which versions there are is asked anew each time. Examples bind a demonstration only.
 */
export function publishedBenchmarks({ demo }: { readonly demo: boolean }): Benchmarks {
  const ready = new Map<string, Evaluator>()
  const made = async (queries: Queries, row: VersionRow): Promise<PublishedBenchmark> => {
    const key = `${nameOf(row)} ${row.published_at}`
    const known = ready.get(key) ?? evaluatorFrom(await contentOf(queries, row), key)
    ready.set(key, known)
    const { title, document_number: documentNumber, issuer, level, example } = row
    return { id: nameOf(row), title, documentNumber, issuer, from: dayOf(row), isSuperior: level !== 'district' && !example, evaluator: known }
  }
  const binding = async (queries: Queries, matter: string): Promise<readonly VersionRow[]> => (await versionsInOrder(queries, matter)).filter(({ example }) => demo || !example)
  return {
    find: async (queries, id) => {
      const [, matter, version] = ID.exec(id) ?? []
      const row = matter === undefined ? undefined : (await binding(queries, matter)).find((one) => one.version === Number(version))
      return row === undefined ? undefined : made(queries, row)
    },
    inForce: async (queries, matter, on) => {
      const row = (await binding(queries, matter)).findLast((one) => dayOf(one) <= on)
      return row === undefined ? undefined : made(queries, row)
    },
  }
}

/** How a version is named in acts (基准编号). */
const nameOf = ({ matter, version }: Pick<VersionRow, 'matter' | 'version'>): string => `${matter}/${version}`

function dayOf({ matter, from_day }: VersionRow): Day {
  const from = parseDay(from_day)
  if (from === undefined) throw new Error(`the benchmark of ${matter} begins on no day: ${from_day}`)
  return from
}

function evaluatorFrom(content: unknown, key: string): Evaluator {
  const read = readBenchmark(content)
  if (!read.ok) throw new Error(`the published benchmark ${key} cannot be read`)
  return evaluatorOf(read.benchmark)
}
