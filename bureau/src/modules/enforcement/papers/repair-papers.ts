import { called, TWO_COPIES, type PaperKind } from './paper-kind.ts'
import { form, letter } from './plain-papers.ts'
import { plain } from './plain.ts'

/** The papers of a repair of credit (信用修复文书). */
export const REPAIR_PAPERS: readonly PaperKind[] = [
  form('register', 'repair-application', '信用修复申请登记表'),
  letter('askSupplement', 'repair-supplement', '信用修复申请补正通知书', '修补'),
  { act: 'accept', form: 'repair-acceptance', title: ({ outcome }) => (outcome === 'refuse' ? '信用修复申请不予受理通知书' : '信用修复申请受理通知书'), family: 'outward', word: '修受', blocks: plain('letter'), foot: TWO_COPIES },
  { act: 'verify', form: 'repair-verification', title: called('信用修复核实记录'), family: 'form', blocks: plain('form') },
  { act: 'decide', form: 'repair-decision', title: ({ outcome }) => (outcome === 'refuse' ? '不予信用修复决定书' : '准予信用修复决定书'), family: 'outward', word: '修决', blocks: plain('letter'), foot: TWO_COPIES },
  form('serve', 'receipt-repair', '送达回证（信用修复文书）'),
]
