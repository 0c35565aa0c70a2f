import { DEMOLITION_COURSE } from './coercion/demolition/course.ts'
import { DEMOLITION } from './coercion/demolition/procedure.ts'
import { EXECUTION_RULES as COERCIVE_EXECUTION_RULES } from './coercion/execution/rules.ts'
import { MEASURE_COURSE } from './coercion/measure/course.ts'
import { COERCIVE_MEASURE } from './coercion/measure/procedure.ts'
import { PERFORMANCE_COURSE } from './coercion/performance/course.ts'
import { SUBSTITUTE_PERFORMANCE } from './coercion/performance/procedure.ts'
import { apl } from './article.ts'
import { ARBITRATION_COURSE } from './dispute/arbitration/course.ts'
import { ARBITRATION } from './dispute/arbitration/procedure.ts'
import { reviewRules } from './legal-review-rules.ts'
import { JOINT_COURSE } from './operation/joint/course.ts'
import { JOINT_OPERATION } from './operation/joint/procedure.ts'
import { EXECUTION_OBLIGATIONS } from './penalty/execution/obligations.ts'
import { EXECUTION_RULES } from './penalty/execution/rules.ts'
import { ORDINARY_COURSE } from './penalty/ordinary/course.ts'
import { ORDINARY_PENALTY } from './penalty/ordinary/procedure.ts'
import { SIMPLE_COURSE } from './penalty/simple/course.ts'
import { SIMPLE_PENALTY } from './penalty/simple/procedure.ts'
import { SOFT_COURSE } from './penalty/soft/course.ts'
import { SOFT_ENFORCEMENT } from './penalty/soft/procedure.ts'
import type { Procedure, Rule } from './procedure.ts'
import { REPAIR_COURSE } from './publicity/repair/course.ts'
import { CREDIT_REPAIR } from './publicity/repair/procedure.ts'
import { recordingRules } from './recording-act.ts'
import { LITIGATION_COURSE } from './remedy/litigation/course.ts'
import { LITIGATION } from './remedy/litigation/procedure.ts'
import { RECONSIDERATION_COURSE } from './remedy/reconsideration/course.ts'
import { RECONSIDERATION } from './remedy/reconsideration/procedure.ts'
import type { Course } from './scenario/course.ts'
import { AGENCY_COURSE } from './transfer/agency/course.ts'
import { AGENCY_TRANSFER } from './transfer/agency/procedure.ts'
import { ASSISTANCE_COURSE } from './transfer/assistance/course.ts'
import { ASSISTANCE } from './transfer/assistance/procedure.ts'
import { CRIME_COURSE } from './transfer/crime/course.ts'
import { CRIME_TRANSFER } from './transfer/crime/procedure.ts'

/** What every legal review and every recording must keep to is told by the scenarios of the ordinary procedure. */
const REVIEW_TOLD = [...reviewRules(apl(58, 1), apl(58, 2)), ...recordingRules([])]

/** A procedure with the course that its cases usually take, from which scenarios and demonstrations start. */
export interface KnownProcedure {
  readonly procedure: Procedure
  readonly course: Course
  /** Rules that it shares with another procedure, whose scenarios specify them. */
  readonly toldElsewhere?: readonly Rule[]
}

/**
 * Every procedure that the product knows (程序总目). The code says the folder: the scenarios of `penalty.ordinary` lie in
 * `penalty/ordinary/scenarios`; each is held to them, to the verifier and to random courses by the tests beside this file.
 */
export const PROCEDURES: readonly KnownProcedure[] = [
  { procedure: ORDINARY_PENALTY, course: ORDINARY_COURSE },
  { procedure: SIMPLE_PENALTY, course: SIMPLE_COURSE, toldElsewhere: [...EXECUTION_RULES, ...EXECUTION_OBLIGATIONS] },
  { procedure: SOFT_ENFORCEMENT, course: SOFT_COURSE },
  { procedure: COERCIVE_MEASURE, course: MEASURE_COURSE, toldElsewhere: REVIEW_TOLD },
  { procedure: SUBSTITUTE_PERFORMANCE, course: PERFORMANCE_COURSE, toldElsewhere: REVIEW_TOLD },
  { procedure: DEMOLITION, course: DEMOLITION_COURSE, toldElsewhere: [...COERCIVE_EXECUTION_RULES, ...REVIEW_TOLD] },
  { procedure: RECONSIDERATION, course: RECONSIDERATION_COURSE },
  { procedure: LITIGATION, course: LITIGATION_COURSE },
  { procedure: ARBITRATION, course: ARBITRATION_COURSE },
  { procedure: CRIME_TRANSFER, course: CRIME_COURSE },
  { procedure: AGENCY_TRANSFER, course: AGENCY_COURSE },
  { procedure: ASSISTANCE, course: ASSISTANCE_COURSE },
  { procedure: JOINT_OPERATION, course: JOINT_COURSE },
  { procedure: CREDIT_REPAIR, course: REPAIR_COURSE },
]

/** The procedure of that code, or nothing. */
export const findProcedure = (code: string): KnownProcedure | undefined => PROCEDURES.find(({ procedure }) => procedure.code === code)

/** Whether public power is used or answered for in it (行政程序); a dispute of private law, in which the bureau is a party like any other, is not published as such. */
export const isOfPublicLaw = ({ code }: Procedure): boolean => !code.startsWith('dispute.')
