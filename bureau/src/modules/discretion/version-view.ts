import { findMatter } from '@zhunsheng/law/matters/matters.ts'
import type { BenchmarkRow } from './store.ts'
import type { Version } from './wire.ts'

/** A stored version as everybody sees it (版本信息), without its content. */
export function versionOf(row: BenchmarkRow): Version {
  const { matter, version, title, issuer, level, example, source } = row
  const rows = typeof row.content === 'object' && row.content !== null && 'rows' in row.content && Array.isArray(row.content.rows) ? row.content.rows.length : 0
  return { matter, matterName: findMatter(matter)?.name ?? matter, version, title, documentNumber: row.document_number, issuer, level, from: row.from_day, example, source, rows, publishedBy: row.published_by, publishedAt: row.published_at }
}
