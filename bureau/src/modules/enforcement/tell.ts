import type { Queries } from '../../platform/database.ts'
import type { Heard, ReadCase } from './contract.ts'
import { readCase } from './read-case.ts'
import type { RecordParts } from './request.ts'

/** Tells other modules of an act (告知其他模块), one after another within the unit of work in which it is recorded. */
export async function tell({ heard = [], setting }: Pick<RecordParts, 'heard' | 'setting'>, tx: Queries, act: Omit<Heard, 'read'>): Promise<void> {
  let found: Promise<ReadCase | undefined> | undefined
  const read = () => (found ??= readCase(tx, setting, act.caseId))
  for (const listener of heard) await listener(tx, { ...act, read })
}
