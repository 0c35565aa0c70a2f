import { any, holds, implies } from '../../../condition.ts'
import type { CaseFile } from '../../../case-file.ts'
import type { Rule } from '../../../procedure.ts'
import { apl, gbf118, gbf27 } from '../../../article.ts'
import { deviates, deviationFault, tierExceeds } from '../../discretion.ts'
import { DEVIATES, PASSED, SETTLED_BY_HEADS } from '../facts.ts'
import { mayMitigate } from '../range.ts'
import { checks, done, last, requires } from '../words.ts'

/**
 * How the benchmark is applied (裁量权基准的适用): 行政处罚法第三十四条; 国办发〔2022〕27号 on leaving it.
 *
 * That a deviation is reviewed before the heads discuss it is our reading: the instrument of 2022 speaks of approval by the head or of
 * a discussion, and leaves to each bureau's list what is reviewed (国办发〔2018〕118号).
 */
export const DISCRETION_RULES: readonly Rule[] = [
  checks('notify', {
    code: 'notify.deviation',
    says: '罚款在裁量幅度之外的，说明理由',
    instead: '在裁量幅度内确定数额，或者写明偏离的情形和理由',
    basis: apl(34),
    test: ({ data }, file) => deviationFault(data, toldMayBeLighter(file)),
  }),
  checks('decide', {
    code: 'decide.deviation',
    outcome: 'penalise',
    says: '罚款在裁量幅度之外的，说明理由',
    instead: '在裁量幅度内确定数额，或者写明偏离的情形和理由',
    basis: apl(34),
    test: ({ data }, file) => deviationFault(data, mayMitigate(data, file)),
  }),
  checks('decide', {
    code: 'decide.discretion-dropped',
    outcome: 'penalise',
    says: '告知适用了裁量权基准的，决定也写明',
    instead: '写明裁量权基准的适用情况',
    basis: apl(34),
    test: ({ data }, file) => (last(file, 'notify')?.data.discretion !== undefined && data.discretion === undefined ? { because: '告知书写明了裁量权基准的适用情况，决定没有写明', field: 'discretion' } : undefined),
  }),
  checks('decide', {
    code: 'decide.tier-exceeded',
    outcome: 'penalise',
    says: '裁量阶次、幅度不重于告知',
    instead: '重新告知，听取意见后再决定',
    basis: [apl(44), apl(45, 2)],
    test: ({ data }, file) => {
      const told = last(file, 'notify')?.data.discretion
      return told !== undefined && data.discretion !== undefined && tierExceeds(data.discretion, told) ? { because: '决定认定的裁量阶次或者幅度比告知的更重', field: 'discretion.tier' } : undefined
    },
  }),
  requires('decide', { code: 'decide.deviation-not-reviewed', outcome: 'penalise', needs: implies(holds(DEVIATES), any(PASSED, SETTLED_BY_HEADS)), basis: [gbf27(), gbf118()], because: '拟作出的处罚偏离裁量权基准，没有通过法制审核', instead: '提交法制审核；审核不同意而有分歧的，提请集体讨论' }),
  requires('decide', { code: 'decide.deviation-not-discussed', outcome: 'penalise', needs: implies(holds(DEVIATES), done('discuss', 'conclusion', 'approve')), basis: [gbf27(), apl(57, 2)], because: '拟作出的处罚偏离裁量权基准，没有经机关负责人集体讨论同意', instead: '提交集体讨论，讨论记录归入案卷' }),
  // The decision itself may leave the band after the party was heard, although the notice did not.
  checks('decide', {
    code: 'decide.deviation-not-approved',
    outcome: 'penalise',
    says: '决定时才偏离裁量权基准的，也须审核和集体讨论',
    instead: '提交法制审核和集体讨论，讨论记录归入案卷',
    basis: [gbf27(), apl(57, 2)],
    test: ({ data }, file) => {
      const notice = last(file, 'notify')
      const isNew = deviates(data, mayMitigate(data, file)) && !(notice !== undefined && deviates(notice.data, toldMayBeLighter(file)))
      return isNew && !wasApproved(file) ? { because: '决定偏离裁量权基准，没有通过法制审核，或者没有经机关负责人集体讨论同意', field: 'fine' } : undefined
    },
  }),
]

const toldMayBeLighter = (file: CaseFile): boolean => mayMitigate(last(file, 'conclude')?.data ?? {}, file)

/** The reviewers passed the penalty, and the heads approved of it. */
function wasApproved(file: CaseFile): boolean {
  const passed = [last(file, 'review')?.data.conclusion, last(file, 'panelReview')?.data.conclusion].includes('agree')
  return (passed || last(file, 'raiseDispute') !== undefined) && last(file, 'discuss')?.data.conclusion === 'approve'
}
