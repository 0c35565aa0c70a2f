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
  record('confirmAddress', 'address-confirmation', '送达地址确认书'),
  record('educate', 'education', '教育记录'),
  form('consultCourt', 'court-consultation', '法院指导意见记录'),
  form('transferCrime', 'away-police', '案件移送公安机关登记表'),
  form('crimeFiled', 'police-filed', '公安机关立案登记表'),
  form('crimeSettled', 'back-from-police', '退回行政处理登记表'),
  form('transferElsewhere', 'away', '案件移送登记表'),
  form('takeUpAgain', 'taken-up-again', '恢复办理登记表'),
  form('terminate', 'termination', '终止调查审批表'),
  form('collectOnSpot', 'collection', '当场收缴罚款登记表'),
]
