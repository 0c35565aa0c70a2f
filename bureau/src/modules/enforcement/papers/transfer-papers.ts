import { called, type PaperKind } from './paper-kind.ts'
import { plain } from './plain.ts'
import { form, record } from './plain-papers.ts'

const COPIES = '一式两份，一份送接收机关，一份存档。'
/** A numbered letter to another authority (对外公函): it goes to whom the act names, not to the party. */
const official = (act: string, name: string, title: string, word: string, to: string): PaperKind => ({ act, form: name, title: called(title), family: 'outward', word, blocks: plain('official', { to }), foot: COPIES })

/** The papers of a transfer to the police (涉嫌犯罪案件移送文书), 移送规定第五条至第十二条. */
export const CRIME_PAPERS: readonly PaperKind[] = [
  form('suspect', 'crime-team', '涉嫌犯罪案件专案组指定表'),
  form('report', 'crime-report', '移送涉嫌犯罪案件报告'),
  form('approve', 'crime-approval', '移送涉嫌犯罪案件审批表'),
  official('transfer', 'crime-transfer', '涉嫌犯罪案件移送书', '移', 'receiver'),
  form('acknowledge', 'crime-receipt', '涉嫌犯罪案件移送书回执'),
  form('reroute', 'crime-rerouted', '涉嫌犯罪案件转送登记表'),
  form('answer', 'crime-answer', '公安机关立案审查结果登记表'),
  form('handOver', 'crime-hand-over', '涉案物品和材料移交清单'),
  form('askReview', 'crime-review-request', '提请公安机关复议书'),
  form('reviewed', 'crime-reviewed', '公安机关复议决定登记表'),
  official('askSupervision', 'crime-supervision-request', '建议立案监督函', '监督函', 'procuratorate'),
  form('supervised', 'crime-supervised', '立案监督结果登记表'),
  form('judged', 'crime-judged', '刑事处理结果登记表'),
  form('takeBack', 'crime-back', '退回案件接收登记表'),
  form('archive', 'crime-archive', '移送案卷归档登记表'),
]

/** The papers of a transfer between agencies (移送与管辖文书), 行政处罚法第二十五条. */
export const AGENCY_PAPERS: readonly PaperKind[] = [
  official('send', 'agency-transfer', '案件移送函', '移函', 'receiver'),
  form('receive', 'agency-received', '来案登记表'),
  form('dispute', 'agency-dispute', '管辖争议登记表'),
  form('receipt', 'agency-receipt', '移送回执登记表'),
  form('answer', 'agency-answer', '来案审查答复书'),
  form('opened', 'agency-opened', '来案去向登记表'),
  form('negotiate', 'agency-negotiation', '管辖协商记录'),
  official('refer', 'agency-referral', '报请指定管辖的函', '请管', 'superior'),
  form('designate', 'agency-designation', '指定管辖登记表'),
  form('archive', 'agency-archive', '移送案卷归档登记表'),
]

/** The papers of assistance (执法协助文书), 行政处罚法第二十六条. */
export const ASSISTANCE_PAPERS: readonly PaperKind[] = [
  official('ask', 'assistance-request', '协助函', '协函', 'body'),
  form('asked', 'assistance-asked', '协助请求登记表'),
  form('reply', 'assistance-reply', '协助答复登记表'),
  form('assist', 'assistance-answer', '协助请求答复书'),
  form('archive', 'assistance-archive', '协助案卷归档登记表'),
]

/** The papers of a joint operation (联合执法文书). */
export const JOINT_PAPERS: readonly PaperKind[] = [
  form('plan', 'operation-plan', '联合执法行动方案'),
  form('approve', 'operation-approval', '联合执法行动审批表'),
  form('rollCall', 'operation-roll', '联合执法现场点名册'),
  record('find', 'operation-finding', '联合执法发现问题登记表'),
  form('followUp', 'operation-follow-up', '问题去向登记表'),
  form('passOn', 'operation-passed-on', '问题移交单'),
  form('report', 'operation-report', '联合执法行动总结'),
  form('cancel', 'operation-cancelled', '取消行动登记表'),
  form('archive', 'operation-archive', '行动案卷归档登记表'),
]
