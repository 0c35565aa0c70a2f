import { DECISION } from './decision.ts'
import { EXECUTION_ACTS } from './execution.ts'
import { FILING } from './filing.ts'
import { HEARING } from './hearing.ts'
import { INVESTIGATION } from './investigation.ts'

/** Every act that the ordinary procedure (普通程序) knows, in the order in which a case usually goes. */
export const ORDINARY_ACTS = { ...FILING, ...INVESTIGATION, ...HEARING, ...DECISION, ...EXECUTION_ACTS } as const
