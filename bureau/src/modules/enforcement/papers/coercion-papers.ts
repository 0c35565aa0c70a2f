import type { PaperKind } from './paper-kind.ts'
import { form, letter, record } from './plain-papers.ts'

/** The papers of every own execution (强制执行通用文书), 行政强制法第三十九条至第四十二条. */
const EXECUTION_PAPERS: readonly PaperKind[] = [
  letter('suspend', 'execution-suspension', '中止执行通知书', '中执'),
  letter('resume', 'execution-resumption', '恢复执行通知书', '恢执'),
  record('agree', 'execution-agreement', '执行协议'),
  letter('end', 'execution-end', '终结执行决定书', '终执'),
  letter('reverse', 'execution-reversal', '执行回转决定书', '回转'),
]

/** The papers of the legal review and of recordings that came later (法制审核、音像记录). */
const REVIEW_PAPERS: readonly PaperKind[] = [form('review', 'legal-review', '法制审核意见书'), form('answerReview', 'review-answer', '法制审核意见反馈表'), form('attachRecording', 'recording', '音像记录补录登记表')]

/** The papers of sealing and seizing (查封、扣押文书), 行政强制法第十八条、第二十四条、第二十五条、第二十八条. */
export const MEASURE_PAPERS: readonly PaperKind[] = [
  form('propose', 'measure-approval', '行政强制措施审批表'),
  letter('carryOut', 'measure-decision', '查封（扣押）决定书', '强措'),
  record('carryOut', 'measure-record', '查封（扣押）现场笔录'),
  form('serve', 'receipt-measure', '送达回证（查封、扣押决定书和清单）'),
  form('supplement', 'measure-supplement', '紧急措施补办审批表'),
  form('handOver', 'custody', '涉案财物保管交接单'),
  form('registerLoss', 'loss', '涉案财物损毁（丢失）登记表'),
  letter('compensate', 'loss-compensation', '保管损失赔偿决定书', '保赔'),
  letter('test', 'testing-notice', '检测（检验、检疫、鉴定）期间告知书', '检告'),
  letter('renewTest', 'testing-notice', '检测（检验、检疫、鉴定）期间告知书', '检告'),
  letter('extend', 'measure-extension', '延长查封（扣押）期限通知书', '强延'),
  form('tellExtension', 'receipt-extension', '送达回证（延长期限决定书）'),
  form('sell', 'sale', '易腐物品变卖登记表'),
  letter('liftPart', 'measure-part', '部分解除查封（扣押）决定书', '强解'),
  record('returnPart', 'return-part', '退还财物清单（部分解除）'),
  letter('settle', 'measure-settlement', '查封（扣押）处理决定书', '强处'),
  letter('offer', 'return-offer', '领取财物通知书', '领'),
  record('release', 'return-receipt', '退还财物清单'),
  record('dispose', 'disposal', '没收（销毁）财物记录'),
  ...REVIEW_PAPERS,
]

/** The papers of substitute performance (代履行文书), 行政强制法第三十五条、第五十一条、第五十二条. */
export const PERFORMANCE_PAPERS: readonly PaperKind[] = [
  letter('demand', 'demand', '履行行政决定催告书', '催'),
  form('serveDemand', 'receipt-performance-demand', '送达回证（催告书）'),
  record('hear', 'performance-hearing', '陈述申辩笔录'),
  letter('decide', 'performance-decision', '代履行决定书', '代履'),
  form('serveDecision', 'receipt-performance', '送达回证（代履行决定书）'),
  form('remind', 'performance-reminder', '代履行前催告记录'),
  record('perform', 'performance-record', '代履行现场笔录'),
  record('clear', 'clearing-record', '立即代履行现场笔录'),
  letter('orderClear', 'clearing-order', '立即代履行决定书', '立代'),
  form('identify', 'identified', '查明当事人记录'),
  letter('notify', 'clearing-notice', '立即代履行告知书', '立告'),
  letter('bill', 'performance-bill', '代履行费用缴纳通知书', '代费'),
  form('serveBill', 'receipt-bill', '送达回证（费用缴纳通知书）'),
  ...REVIEW_PAPERS,
  ...EXECUTION_PAPERS,
]

/** The papers of forced removal (强制拆除文书), 行政强制法第三十五条、第三十七条、第四十四条. */
export const DEMOLITION_PAPERS: readonly PaperKind[] = [
  form('instruct', 'instruction', '政府责成登记表'),
  ...REVIEW_PAPERS,
  letter('announce', 'removal-announcement', '限期自行拆除公告', '拆公'),
  letter('demand', 'demand', '履行行政决定催告书', '催'),
  form('serveDemand', 'receipt-removal-demand', '送达回证（催告书）'),
  record('hear', 'removal-hearing', '陈述申辩笔录'),
  letter('decide', 'removal-decision', '强制执行决定书', '强执'),
  form('serveDecision', 'receipt-removal', '送达回证（强制执行决定书）'),
  record('demolish', 'removal-record', '强制拆除现场笔录'),
  record('returnGoods', 'goods-returned', '移交保管财物清单'),
  letter('applyCourt', 'court-application', '强制执行申请书', '申执'),
  form('courtRules', 'court-ruling', '法院裁定登记表'),
  ...EXECUTION_PAPERS,
]
