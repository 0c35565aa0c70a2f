import { called, TWO_COPIES, type PaperKind } from './paper-kind.ts'
import { plain } from './plain.ts'

/** Every paper of soft enforcement (柔性执法文书). */
export const SOFT_PAPERS: readonly PaperKind[] = [
  { act: 'advise', form: 'advice', title: called('行政指导（劝导、提醒）记录'), family: 'record', blocks: plain('record') },
  { act: 'orderCorrection', form: 'correction', title: called('责令改正通知书'), family: 'outward', word: '责改', blocks: plain('letter'), foot: TWO_COPIES },
  { act: 'reinspect', form: 'reinspection', title: called('整改复查记录'), family: 'record', blocks: plain('record') },
  { act: 'exempt', form: 'exemption', title: called('不予行政处罚决定书'), family: 'outward', word: '不罚', blocks: plain('letter'), foot: TWO_COPIES },
  { act: 'educate', form: 'education', title: called('教育记录和承诺书'), family: 'record', blocks: plain('record') },
]
