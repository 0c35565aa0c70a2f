import { decision, decisionTitle } from './decision.ts'
import { closing, demand } from './execution.ts'
import { filing } from './filing.ts'
import { hearingNotice, hearingRight, notice } from './notices.ts'
import { correction, preservation } from './orders.ts'
import { called, TWO_COPIES, type PaperKind } from './paper-kind.ts'
import { discussion, inspection, interview } from './records.ts'
import { legalReview, panelReview } from './review.ts'
import { receiptFor } from './service.ts'

/** Every paper of an ordinary case, in the order in which a case usually goes. */
export const ORDINARY_PAPERS: readonly PaperKind[] = [
  { act: 'inspect', form: 'inspection', title: called('现场检查（勘验）笔录'), family: 'record', blocks: inspection, pageSigners: ['当事人', '执法人员'] },
  { act: 'orderCorrection', form: 'correction', title: called('责令改正通知书'), family: 'outward', word: '责改', blocks: correction, foot: TWO_COPIES },
  { act: 'file', form: 'filing', title: called('立案审批表'), family: 'form', word: '立', blocks: filing },
  { act: 'interview', form: 'interview', title: called('询问笔录'), family: 'record', blocks: interview, pageSigners: ['被询问人', '询问人'] },
  { act: 'preserve', form: 'preservation', title: called('先行登记保存通知书'), family: 'outward', word: '先保通', blocks: preservation, foot: TWO_COPIES },
  { act: 'notify', form: 'notice', title: called('行政处罚事先告知书'), family: 'outward', word: '罚告', blocks: notice, foot: TWO_COPIES },
  { act: 'notify', form: 'hearing-right', title: called('行政处罚听证告知书'), family: 'outward', word: '听告', made: ({ tellsHearing }) => tellsHearing === true, blocks: hearingRight, foot: TWO_COPIES },
  { act: 'serveNotice', form: 'receipt-notice', title: called('送达回证（告知书）'), family: 'form', blocks: receiptFor('serveNotice') },
  { act: 'noticeHearing', form: 'hearing-notice', title: called('听证通知书'), family: 'outward', word: '听通', blocks: hearingNotice, foot: TWO_COPIES },
  { act: 'review', form: 'legal-review', title: called('法制审核意见书'), family: 'form', word: '法审', blocks: legalReview },
  { act: 'panelReview', form: 'panel-review', title: called('集体法制审核记录'), family: 'record', word: '集审', blocks: panelReview, pageSigners: ['主持人', '记录人'] },
  { act: 'discuss', form: 'discussion', title: called('集体讨论笔录'), family: 'record', blocks: discussion, pageSigners: ['主持人', '记录人'] },
  { act: 'decide', form: 'decision', title: ({ outcome }) => decisionTitle(outcome), family: 'outward', word: '罚决', blocks: decision, foot: TWO_COPIES },
  { act: 'serveDecision', form: 'receipt-decision', title: called('送达回证（决定书）'), family: 'form', blocks: receiptFor('serveDecision') },
  { act: 'demand', form: 'demand', title: called('催告书'), family: 'outward', word: '催', blocks: demand, foot: TWO_COPIES },
  { act: 'serveDemand', form: 'receipt-demand', title: called('送达回证（催告书）'), family: 'form', blocks: receiptFor('serveDemand') },
  { act: 'close', form: 'closing', title: called('结案报告'), family: 'form', word: '结', blocks: closing },
]

