import type { PaperKind } from './paper-kind.ts'
import { form, letter } from './plain-papers.ts'

/** The papers of what follows a penalty, whatever its procedure (处罚决定执行中的文书), that their act's own questions make. */
export const EXECUTION_FORMS: readonly PaperKind[] = [
  letter('changeDecision', 'changed-decision', '变更（撤销）行政处罚决定书', '变决'),
  form('withdrawPublication', 'publication-withdrawal', '撤回公示审批表'),
  letter('approveDeferral', 'deferral', '延期缴纳罚款批准书', '延缴'),
  letter('approveInstalments', 'instalments', '分期缴纳罚款批准书', '分缴'),
  letter('applyCourt', 'court-application', '强制执行申请书', '申执'),
  form('courtRules', 'court-ruling', '法院裁定登记表'),
  form('endEnforcement', 'enforcement-end', '终结执行审批表'),
]
