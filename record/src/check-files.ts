import { type Bundle, filesOf } from './bundle.ts'
import { compareLists } from './compare-lists.ts'
import type { Digests } from './digest.ts'
import { fileDigest } from './file-record.ts'
import { type Finding, findings } from './finding.ts'
import type { Inventory } from './inventory.ts'

/** Checks that the files are those of the inventory, all of them, in order, each once. */
export function checkFiles(digests: Digests, bundle: Bundle, inventory: Inventory): Finding[] {
  const files = filesOf(bundle)
  const there = files.map(({ file, seq }) => fileDigest(digests, file, seq))
  const difference = compareLists(inventory.files.map(({ digest }) => digest), there)
  const listedName = (place: number): string => `《${inventory.files[place]?.name ?? ''}》`
  const name = (place: number): string => `《${files[place]?.file.name ?? ''}》`
  return [
    ...findings('file-changed', difference.changed.map(listedName), '名称、大小或者摘要与卷内目录所列不符'),
    ...findings('file-missing', difference.missing.map(listedName), '卷内目录列有，案卷包中缺失'),
    ...findings('file-inserted', difference.inserted.map(name), '卷内目录未列，系插入'),
    ...findings('file-repeated', difference.repeated.map(name), '重复出现'),
    ...findings('files-reordered', difference.moved.map(name), '不在卷内目录所列的次序上'),
  ]
}
