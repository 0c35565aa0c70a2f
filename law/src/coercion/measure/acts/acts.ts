import { recordingActs } from '../../../recording-act.ts'
import { PUBLICATION_ACTS } from '../../publication/acts.ts'
import { DECISION_ACTS } from './decision.ts'
import { ENDING_ACTS } from './ending.ts'
import { KEEPING_ACTS } from './keeping.ts'

/** The acts that may stand on the list of those that must have a recording (可列入音像记录事项清单的行为). */
export const FILMED = ['carryOut', 'serve', 'dispose'] as const

/** Every act of sealing and seizing (查封、扣押), 行政强制法第十六条至第二十八条. */
export const MEASURE_ACTS = { ...DECISION_ACTS, ...KEEPING_ACTS, ...ENDING_ACTS, ...recordingActs(FILMED), ...PUBLICATION_ACTS } as const
