import { EXECUTION_ACTS } from '../../execution/acts.ts'
import { recordingActs } from '../../../recording-act.ts'
import { PUBLICATION_ACTS } from '../../publication/acts.ts'
import { CLEARING_ACTS } from './clearing.ts'
import { COST_ACTS } from './cost.ts'
import { PERFORMING_ACTS } from './performing.ts'

/** The acts that may stand on the list of those that must have a recording (可列入音像记录事项清单的行为). */
export const FILMED = ['serveDecision', 'perform', 'clear'] as const

/** Every act of substitute performance and immediate clearing (代履行、立即代履行), 行政强制法第三十五条至第四十三条、第五十条至第五十二条. */
export const PERFORMANCE_ACTS = { ...PERFORMING_ACTS, ...CLEARING_ACTS, ...EXECUTION_ACTS, ...COST_ACTS, ...recordingActs(FILMED), ...PUBLICATION_ACTS } as const
