import { csvOf } from '../../platform/csv.ts'
import type { AgencyOf } from '../enforcement/contract.ts'
import type { ChangedRow } from './store.ts'
import { endOf, publicDecision } from './public-decision.ts'
import { PUBLIC_KINDS, type FeedEntry } from './wire.ts'

/** A place in the order of changes, as text that nobody need understand (游标). */
export const cursorOf = ({ changed_at, id }: Pick<ChangedRow, 'changed_at' | 'id'>): string => Buffer.from(`${changed_at} ${id}`).toString('base64url')
/** The place that a cursor names, or nothing if it is none of ours. */
export function readCursor(cursor: string): { readonly at: string; readonly id: string } | undefined {
  const [, at, id] = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{6}Z) (\S{1,64})$/.exec(Buffer.from(cursor, 'base64url').toString()) ?? []
  return at === undefined || id === undefined || Number.isNaN(Date.parse(at)) ? undefined : { at, id }
}

/** A change as open data (开放数据条目): what is public in full but masked, what is not as its number and the reason. */
export function entryOf(row: ChangedRow, agencyOf: AgencyOf, today: string): FeedEntry {
  const head = { id: row.id, changedAt: row.changed_at, proof: `/api/public/decisions/${row.id}/proof` }
  const end = endOf(row, today)
  if (end === undefined) return { ...head, state: 'published', decision: publicDecision(row, agencyOf) }
  return { ...head, ...end, number: row.number ?? '', kind: row.kind }
}

const COLUMNS = ['编号', '状态', '变动时间', '类别', '决定书文号', '当事人', '当事人类别', '统一社会信用代码', '案由', '违法事实', '依据', '种类', '罚款（元）', '结论', '决定日期', '公示日期', '公示截止日期', '机关', '停止或者撤回日期', '理由', '存证证明'] as const
const STATES = { published: '公示', withdrawn: '撤回', expired: '期满', repaired: '信用修复' } as const
const PARTIES: Readonly<Record<string, string>> = { citizen: '自然人', soleTrader: '个体工商户', organisation: '法人及非法人组织' }

/** The same entries as a table (CSV, UTF-8 with a byte order mark). */
export function feedCsv(entries: readonly FeedEntry[]): string {
  const rows = entries.map((entry): readonly string[] => {
    const { id, state, changedAt, proof } = entry
    if (entry.state !== 'published') return [id, STATES[state], changedAt, PUBLIC_KINDS[entry.kind], entry.number, '', '', '', '', '', '', '', '', '', '', '', '', '', entry.on, entry.reason, proof]
    const { kind, number, party, partyKind, creditCode = '', matter, facts, basis, kinds, fine = '', conclusion = '', decidedOn, publishedOn, until = '', agency } = entry.decision
    return [id, STATES[state], changedAt, PUBLIC_KINDS[kind], number, party, PARTIES[partyKind] ?? '', creditCode, matter, facts, basis, kinds.join('、'), fine, conclusion, decidedOn, publishedOn, until, agency, '', '', proof]
  })
  return csvOf([COLUMNS, ...rows])
}

/** The latest changes for a reader of news (Atom, RFC 4287); what is no longer public is a deleted entry (RFC 6721). */
export function feedAtom(entries: readonly FeedEntry[], { agency, base, updated }: { readonly agency: string; readonly base: string; readonly updated: string }): string {
  const items = entries.map((entry) => {
    const ref = `${base}/public/${entry.id}`
    if (entry.state !== 'published') return `<at:deleted-entry ref="${xml(ref)}" when="${entry.changedAt}"><at:comment>${xml(`${STATES[entry.state]}：${entry.reason}`)}</at:comment></at:deleted-entry>`
    const { party, matter, number, facts, conclusion, publishedOn, kinds, fine } = entry.decision
    const summary = [number, kinds.join('、'), fine === undefined ? '' : `${fine} 元`, facts, conclusion ?? ''].filter((part) => part !== '').join('；')
    return `<entry><id>${xml(ref)}</id><title>${xml(`${party}：${matter}`)}</title><updated>${entry.changedAt}</updated><published>${publishedOn}T00:00:00+08:00</published><link href="${xml(ref)}"/><link rel="related" type="text/plain" title="存证证明" href="${xml(base + entry.proof)}"/><summary>${xml(summary)}</summary></entry>`
  })
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xmlns:at="http://purl.org/atompub/tombstones/1.0" xml:lang="zh-CN"><id>${xml(`${base}/api/public/feed.atom`)}</id><title>${xml(`${agency}行政执法决定公示`)}</title><updated>${updated}</updated><author><name>${xml(agency)}</name></author><link rel="self" href="${xml(`${base}/api/public/feed.atom`)}"/>
${items.join('\n')}
</feed>
`
}
/** Letters that mean something to XML, and control characters that it does not allow at all. */
// oxlint-disable-next-line no-control-regex -- XML 1.0 forbids exactly these.
const xml = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;').replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F]/g, '')
