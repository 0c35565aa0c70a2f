import { closing, demand } from './execution.ts'
import { called, TWO_COPIES, type PaperKind } from './paper-kind.ts'
import { plain } from './plain.ts'
import { receiptFor } from './service.ts'
import { spotDecision } from './spot-decision.ts'

/** Every paper of a spot penalty (简易程序文书). */
export const SIMPLE_PAPERS: readonly PaperKind[] = [
  { act: 'discover', form: 'spot-record', title: called('当场检查笔录'), family: 'record', blocks: plain('record'), pageSigners: ['当事人', '执法人员'] },
  { act: 'orderCorrection', form: 'correction', title: called('责令改正通知书'), family: 'outward', word: '责改', blocks: plain('letter'), foot: TWO_COPIES },
  { act: 'decide', form: 'spot-decision', title: called('当场行政处罚决定书'), family: 'outward', word: '当罚', blocks: spotDecision, foot: TWO_COPIES },
  { act: 'confirmAddress', form: 'address-confirmation', title: called('送达地址确认书'), family: 'record', blocks: plain('record'), pageSigners: ['当事人', '执法人员'] },
  { act: 'report', form: 'spot-report', title: called('当场处罚备案表'), family: 'form', blocks: plain('form') },
  { act: 'convert', form: 'conversion', title: called('转普通程序审批表'), family: 'form', blocks: plain('form') },
  { act: 'drop', form: 'spot-no-penalty', title: called('当场不予处罚教育记录'), family: 'record', blocks: plain('record'), pageSigners: ['当事人', '执法人员'] },
  { act: 'collectOnSpot', form: 'collection', title: called('当场收缴罚款登记表'), family: 'form', blocks: plain('form') },
  { act: 'demand', form: 'demand', title: called('催告书'), family: 'outward', word: '催', blocks: demand, foot: TWO_COPIES },
  { act: 'serveDemand', form: 'receipt-demand', title: called('送达回证（催告书）'), family: 'form', blocks: receiptFor('serveDemand') },
  { act: 'close', form: 'closing', title: called('结案报告'), family: 'form', word: '结', blocks: closing },
]
