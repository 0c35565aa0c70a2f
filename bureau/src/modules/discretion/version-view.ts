import { CONCERN_KEYS, CONCERNS } from '@zhunsheng/discretion/benchmark.ts'
import { findMatter } from '@zhunsheng/law/matters/matters.ts'
import type { BenchmarkRow } from './store.ts'
import type { Version } from './wire.ts'

/** By what a matter is called: the power list's name, or, of what is no penalty, the kind and the benchmark's own. */
function nameOf({ matter, content }: BenchmarkRow): string {
  const listed = findMatter(matter)?.name
  if (listed !== undefined || typeof content !== 'object' || content === null || !('concerns' in content) || !('conduct' in content)) return listed ?? matter
  const concern = CONCERN_KEYS.find((one) => one === content.concerns)
  return `${concern === undefined ? '' : `${CONCERNS[concern]}：`}${String(content.conduct)}`
}

/** A stored version as everybody sees it (版本信息), without its content. */
export function versionOf(row: BenchmarkRow): Version {
  const { matter, version, title, issuer, level, example, source } = row
  const name = nameOf(row)
  const rows = typeof row.content === 'object' && row.content !== null && 'rows' in row.content && Array.isArray(row.content.rows) ? row.content.rows.length : 0
  return { matter, matterName: name, version, title, documentNumber: row.document_number, issuer, level, from: row.from_day, example, source, rows, publishedBy: row.published_by, publishedAt: row.published_at }
}
