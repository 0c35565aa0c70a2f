import type { BundledAct } from './bundle.ts'

/** What kind of thing is wrong with a bundle. */
export type FindingCode =
  | 'bundle-unreadable'
  | 'checkpoint-changed'
  | 'inventory-changed'
  | 'inventory-mismatch'
  | 'log-untrusted'
  | 'witnesses-missing'
  | 'act-changed'
  | 'act-misplaced'
  | 'entry-changed'
  | 'proof-changed'
  | 'act-missing'
  | 'act-inserted'
  | 'act-repeated'
  | 'acts-reordered'
  | 'file-changed'
  | 'file-missing'
  | 'file-inserted'
  | 'file-repeated'
  | 'files-reordered'

/** One thing that is wrong (问题): where, and why, in words for whoever opened the bundle. */
export interface Finding {
  readonly code: FindingCode
  readonly place: string
  readonly because: string
}

/** The same finding in several places. */
export function findings(code: FindingCode, places: readonly string[], because: string): Finding[] {
  return places.map((place) => ({ code, place, because }))
}

/** How an act is called in a finding: by its number in the bundle, and by its title if it still has one. */
export function actPlace({ contents, entry }: BundledAct): string {
  const title = contents.state === 'open' ? contents.act.title : '内容已删除'
  return `第${entry.seq}个程序行为（${title}）`
}
