import type { Queries } from '../../platform/database.ts'
import { malformed } from '../../platform/problem.ts'
import type { Step } from './access.ts'
import { againstRegister } from './register-check.ts'
import { referencesOf, titleOf, type AnyRecord } from './register-forms.ts'
import { addVersion } from './store.ts'
import { KINDS, type Kind } from './wire.ts'

export const stepFor = (kind: Kind): Step => (kind === 'permit' ? 'permit' : 'register')
export const taken = (kind: Kind): string => `同名的${KINDS[kind]}已经登记，或者别人刚刚变更了这一项，请刷新后再办理`

interface Writing {
  readonly id: string
  readonly version: number
  readonly who: string
  readonly at: Date
  readonly key: string | null
}
/** Writes a version of a record, unless other records hold something against it. */
export async function writeRecord(tx: Queries, record: AnyRecord, { id, version, who, at, key }: Writing): Promise<void> {
  const faults = await againstRegister(tx, record, id)
  if (faults.length > 0) throw malformed(faults)
  const belongs = [...new Set(referencesOf(record).map((one) => one.id))]
  await addVersion(tx, { kind: record.kind, id, version, title: titleOf(record), belongs, data: { ...record.data }, ended: null, who, at: at.toISOString(), key })
}
