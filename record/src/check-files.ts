import { type Bundle, filesOf } from './bundle.ts'
import { compareLists } from './compare-lists.ts'
import type { Digests } from './digest.ts'
import { fileDigest } from './file-record.ts'
import type { Finding } from './finding.ts'
import type { Inventory } from './inventory.ts'

/** Checks that the files are those of the inventory, all of them, in order, each once. */
export function checkFiles(digests: Digests, bundle: Bundle, inventory: Inventory): Finding[] {
  const files = filesOf(bundle)
  const there = files.map(({ file, seq }) => fileDigest(digests, file, seq))
  const difference = compareLists(inventory.files.map(({ digest }) => digest), there)
  const listedName = (place: number): string => `《${inventory.files[place]?.name ?? ''}》`
  const name = (place: number): string => `《${files[place]?.file.name ?? ''}》`
  return [
    ...difference.changed.map((place): Finding => ({ code: 'file-changed', place: listedName(place), because: '名称、大小或者摘要与卷内目录所列不符' })),
    ...difference.missing.map((place): Finding => ({ code: 'file-missing', place: listedName(place), because: '卷内目录列有，案卷包中缺失' })),
    ...difference.inserted.map((place): Finding => ({ code: 'file-inserted', place: name(place), because: '卷内目录未列，系插入' })),
    ...difference.repeated.map((place): Finding => ({ code: 'file-repeated', place: name(place), because: '重复出现' })),
    ...difference.moved.map((place): Finding => ({ code: 'files-reordered', place: name(place), because: '不在卷内目录所列的次序上' })),
  ]
}
