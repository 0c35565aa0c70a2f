import { addressActs } from '../../../address-confirmation.ts'
import { EXECUTION_ACTS } from '../../execution/acts.ts'
import { AWAY } from './away.ts'
import { CLOSING_ACTS } from './closing.ts'
import { CONSULTATION } from './consultation.ts'
import { DECISION } from './decision.ts'
import { FILING } from './filing.ts'
import { HEARING } from './hearing.ts'
import { INVESTIGATION } from './investigation.ts'
import { recordingActs } from '../../../recording-act.ts'
import { REVIEW_ACTS } from './review.ts'

/** The acts that may stand on the list of those that must have a recording (可列入音像记录事项清单的行为). */
export const FILMED = ['inspect', 'interview', 'preserve', 'serveNotice', 'holdHearing', 'serveDecision'] as const

/** Every act that the ordinary procedure (普通程序) knows, in the order in which a case usually goes. */
export const ORDINARY_ACTS = { ...FILING, ...INVESTIGATION, ...addressActs('调查取证'), ...HEARING, ...CONSULTATION, ...REVIEW_ACTS, ...DECISION, ...AWAY, ...EXECUTION_ACTS, ...CLOSING_ACTS, ...recordingActs(FILMED) } as const
