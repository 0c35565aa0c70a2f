import type { PaperKind } from './paper-kind.ts'
import { form } from './plain-papers.ts'

/** The papers of a reconsideration, on the respondent's side (复议应对文书). */
export const RECONSIDERATION_PAPERS: readonly PaperKind[] = [
  form('register', 'reconsideration-register', '行政复议案件登记表'),
  form('forward', 'reconsideration-forward', '行政复议申请转送函'),
  form('reply', 'reconsideration-reply', '行政复议答复书'),
  form('carryOut', 'reconsideration-carried-out', '行政复议决定履行情况报告'),
  form('reportOpinion', 'opinion-report', '行政复议意见书落实情况报告'),
]

/** The papers of a suit, on the defendant's side (应诉文书). */
export const LITIGATION_PAPERS: readonly PaperKind[] = [
  form('register', 'suit-register', '行政诉讼案件登记表'),
  form('answer', 'suit-answer', '行政诉讼答辩状'),
  form('appoint', 'suit-agents', '授权委托书'),
  form('appear', 'suit-appearance', '负责人出庭应诉登记表'),
  form('carryOut', 'suit-carried-out', '履行裁判情况报告'),
  form('answerAdvice', 'advice-answer', '司法建议答复函'),
]

/** The papers of an arbitration, on the side of one of the parties (仲裁文书). */
export const ARBITRATION_PAPERS: readonly PaperKind[] = [
  form('register', 'arbitration-register', '仲裁案件登记表'),
  form('object', 'arbitration-objection', '仲裁协议效力异议书'),
  form('answer', 'arbitration-answer', '仲裁答辩书'),
  form('appoint', 'arbitration-agents', '授权委托书'),
  form('preserve', 'arbitration-preservation', '保全申请书'),
  form('perform', 'arbitration-performed', '履行裁决（协议）情况报告'),
  form('enforce', 'arbitration-enforcement', '强制执行申请书'),
]
