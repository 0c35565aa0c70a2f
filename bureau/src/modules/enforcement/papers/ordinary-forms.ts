import type { PaperKind } from './paper-kind.ts'
import { form, letter, record } from './plain-papers.ts'

/** The papers of an ordinary case that their act's own questions make (由表单生成的文书); those with a wording of their own stand in `ordinary-papers.ts`. */
export const ORDINARY_FORMS: readonly PaperKind[] = [
  form('decline', 'declined', '不予立案审批表'),
  form('sample', 'sampling', '抽样取证凭证'),
  form('askPreservation', 'preservation-approval', '先行登记保存审批表'),
  letter('settlePreserved', 'preservation-settlement', '先行登记保存物品处理决定书', '保处'),
  record('reinspect', 'reinspection', '整改复查记录'),
  form('decideRecusal', 'recusal', '回避决定书'),
  form('extend', 'extension', '延长办案期限审批表'),
  form('suspend', 'suspension', '中止调查审批表'),
  form('resume', 'resumption', '恢复调查审批表'),
  form('conclude', 'conclusion', '案件调查终结报告'),
  record('hearStatement', 'statement', '陈述申辩笔录'),
  form('reviewStatement', 'statement-review', '陈述申辩复核意见书'),
  record('holdHearing', 'hearing-record', '听证笔录和听证报告'),
  form('answerReview', 'review-answer', '法制审核意见反馈表'),
  form('raiseDispute', 'dispute', '审核分歧提请集体讨论审批表'),
  form('attachRecording', 'recording', '音像记录补录登记表'),
  record('educate', 'education', '教育记录'),
  letter('transferCrime', 'crime-transfer', '涉嫌犯罪案件移送书', '移'),
  letter('transferElsewhere', 'transfer', '案件移送函', '移函'),
  form('terminate', 'termination', '终止调查审批表'),
  letter('changeDecision', 'changed-decision', '变更（撤销）行政处罚决定书', '变决'),
  form('withdrawPublication', 'publication-withdrawal', '撤回公示审批表'),
  letter('approveDeferral', 'deferral', '延期缴纳罚款批准书', '延缴'),
  letter('approveInstalments', 'instalments', '分期缴纳罚款批准书', '分缴'),
  form('collectOnSpot', 'collection', '当场收缴罚款登记表'),
  letter('applyCourt', 'court-application', '强制执行申请书', '申执'),
  form('courtRules', 'court-ruling', '法院裁定登记表'),
  form('endEnforcement', 'enforcement-end', '终结执行审批表'),
]
