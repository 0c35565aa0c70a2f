import type { PaperRef } from '../wire.ts'

/** The papers that an act of each kind makes (执法文书), by the act. */
export const PAPERS: Readonly<Record<string, { readonly form: string; readonly title: string; readonly family: 'outward' | 'record' | 'form' }>> = {
  file: { form: 'filing', title: '立案审批表', family: 'form' },
  inspect: { form: 'inspection', title: '现场检查（勘验）笔录', family: 'record' },
  interview: { form: 'interview', title: '询问笔录', family: 'record' },
  preserve: { form: 'preservation', title: '先行登记保存通知书', family: 'outward' },
  orderCorrection: { form: 'correction', title: '责令改正通知书', family: 'outward' },
  notify: { form: 'notice', title: '行政处罚事先告知书', family: 'outward' },
  noticeHearing: { form: 'hearing-notice', title: '听证通知书', family: 'outward' },
  review: { form: 'legal-review', title: '法制审核意见书', family: 'form' },
  discuss: { form: 'discussion', title: '集体讨论笔录', family: 'record' },
  decide: { form: 'decision', title: '行政处罚决定书', family: 'outward' },
  serveDecision: { form: 'service', title: '送达回证', family: 'form' },
  demand: { form: 'demand', title: '催告书', family: 'outward' },
  close: { form: 'closing', title: '结案报告', family: 'form' },
}

/** The papers of a case in the order of its acts, with their numbers. */
export function paperRefs(stored: readonly { readonly seq: number; readonly kind: string; readonly on_day: string }[], numbered: readonly { readonly seq: number; readonly number: string }[]): readonly PaperRef[] {
  return stored.flatMap(({ seq, kind, on_day: on }) => {
    const paper = PAPERS[kind]
    if (paper === undefined) return []
    const number = numbered.find((row) => row.seq === seq)?.number
    return [{ form: paper.form, title: paper.title, seq, on, ...(number === undefined ? {} : { number }) }]
  })
}
