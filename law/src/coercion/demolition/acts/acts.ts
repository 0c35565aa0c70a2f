import { EXECUTION_ACTS } from '../../execution/acts.ts'
import { recordingActs } from '../../../recording-act.ts'
import { PUBLICATION_ACTS } from '../../publication/acts.ts'
import { REMOVING_ACTS } from './removing.ts'
import { WARNING_ACTS } from './warning.ts'

/** The acts that may stand on the list of those that must have a recording (可列入音像记录事项清单的行为). */
export const FILMED = ['serveDecision', 'demolish'] as const

/** Every act of the forced removal of an illegal structure (违法建筑强制拆除), 行政强制法第三十四条至第四十四条, 城乡规划法第六十八条. */
export const DEMOLITION_ACTS = { ...WARNING_ACTS, ...EXECUTION_ACTS, ...REMOVING_ACTS, ...recordingActs(FILMED), ...PUBLICATION_ACTS } as const
