import type { CaseFile } from '../../case-file.ts'
import type { Day } from '../../day.ts'
import { last } from './words.ts'

/** Who holds the things of a file, and where (财物保管情况). */
export interface Holding {
  readonly keeper: string
  readonly storage: string
  readonly since: Day
}

/** Who holds what was seized now, by the last hand-over; nothing before it was taken and after it was returned or disposed of. */
export function holdingOf(file: CaseFile): Holding | undefined {
  const taken = last(file, 'carryOut')
  if (taken === undefined || file.last('release') !== undefined || file.last('dispose') !== undefined) return undefined
  const handed = last(file, 'handOver')
  const { on, data } = handed ?? taken
  return { keeper: data.keeper, storage: data.storage, since: on }
}
