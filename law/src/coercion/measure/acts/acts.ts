import { DECISION_ACTS } from './decision.ts'
import { ENDING_ACTS } from './ending.ts'
import { KEEPING_ACTS } from './keeping.ts'

/** Every act of sealing and seizing (查封、扣押), 行政强制法第十六条至第二十八条. */
export const MEASURE_ACTS = { ...DECISION_ACTS, ...KEEPING_ACTS, ...ENDING_ACTS } as const
