import { called, TWO_COPIES, type PaperKind } from './paper-kind.ts'
import { plain } from './plain.ts'

const form = (act: string, name: string, title: string): PaperKind => ({ act, form: name, title: called(title), family: 'form', blocks: plain('form') })
const record = (act: string, name: string, title: string): PaperKind => ({ act, form: name, title: called(title), family: 'record', blocks: plain('record'), pageSigners: ['当事人', '执法人员'] })
const letter = (act: string, name: string, title: string, word: string): PaperKind => ({ act, form: name, title: called(title), family: 'outward', word, blocks: plain('letter'), foot: TWO_COPIES })

/** The papers of sealing and seizing (查封、扣押文书), 行政强制法第十八条、第二十四条、第二十五条、第二十八条. */
export const MEASURE_PAPERS: readonly PaperKind[] = [
  form('propose', 'measure-approval', '行政强制措施审批表'),
  letter('carryOut', 'measure-decision', '查封（扣押）决定书', '强措'),
  record('carryOut', 'measure-record', '查封（扣押）现场笔录'),
  form('handOver', 'custody', '涉案财物保管交接单'),
  letter('test', 'testing-notice', '检测（检验、检疫、鉴定）期间告知书', '检告'),
  letter('extend', 'measure-extension', '延长查封（扣押）期限通知书', '强延'),
  form('sell', 'sale', '易腐物品变卖登记表'),
  letter('settle', 'measure-settlement', '查封（扣押）处理决定书', '强处'),
  record('release', 'return-receipt', '退还财物清单'),
  record('dispose', 'disposal', '没收（销毁）财物记录'),
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
  letter('bill', 'performance-bill', '代履行费用缴纳通知书', '代费'),
]

/** The papers of forced removal (强制拆除文书), 行政强制法第三十五条、第三十七条、第四十四条. */
export const DEMOLITION_PAPERS: readonly PaperKind[] = [
  letter('announce', 'removal-announcement', '限期自行拆除公告', '拆公'),
  letter('demand', 'demand', '履行行政决定催告书', '催'),
  form('serveDemand', 'receipt-removal-demand', '送达回证（催告书）'),
  record('hear', 'removal-hearing', '陈述申辩笔录'),
  letter('decide', 'removal-decision', '强制执行决定书', '强执'),
  form('serveDecision', 'receipt-removal', '送达回证（强制执行决定书）'),
  record('demolish', 'removal-record', '强制拆除现场笔录'),
]
