import { EXECUTION_ACTS } from '../../execution/acts.ts'
import { AWAY } from './away.ts'
import { CLOSING_ACTS } from './closing.ts'
import { CONSULTATION } from './consultation.ts'
import { DECISION } from './decision.ts'
import { FILING } from './filing.ts'
import { HEARING } from './hearing.ts'
import { INVESTIGATION } from './investigation.ts'

/** Every act that the ordinary procedure (普通程序) knows, in the order in which a case usually goes. */
export const ORDINARY_ACTS = { ...FILING, ...INVESTIGATION, ...HEARING, ...CONSULTATION, ...DECISION, ...AWAY, ...EXECUTION_ACTS, ...CLOSING_ACTS } as const
