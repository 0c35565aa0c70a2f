import type { Act } from '@zhunsheng/law/dossier.ts'
import type { Block, PaperFamily } from '../../../platform/paper/model.ts'
import type { PaperRef } from '../wire.ts'
import { decision, decisionTitle } from './decision.ts'
import { closing, demand } from './execution.ts'
import { filing } from './filing.ts'
import { hearingNotice, hearingRight, notice } from './notices.ts'
import { correction, preservation } from './orders.ts'
import type { PaperCase } from './paper-case.ts'
import { discussion, inspection, interview } from './records.ts'
import { legalReview } from './review.ts'
import { receiptFor } from './service.ts'

/** A kind of paper (文书种类): which act makes it, what stands in it, and the word in its number, if it has one. */
export interface PaperKind {
  readonly act: string
  readonly form: string
  readonly title: (data: Act['data']) => string
  readonly family: PaperFamily
  /** The word for the kind of paper in its number (文种字). */
  readonly word?: string
  /** Left out where the answers do not ask for it. */
  readonly made?: (data: Act['data']) => boolean
  readonly blocks: (of: PaperCase) => readonly Block[]
  readonly pageSigners?: readonly string[]
  readonly foot?: string
}

const TWO_COPIES = '一式两份，一份送达当事人，一份存档。'
const called = (title: string) => () => title

/** Every paper of an ordinary case, in the order in which a case usually goes. */
export const PAPERS: readonly PaperKind[] = [
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
  { act: 'discuss', form: 'discussion', title: called('集体讨论笔录'), family: 'record', blocks: discussion, pageSigners: ['主持人', '记录人'] },
  { act: 'decide', form: 'decision', title: ({ outcome }) => decisionTitle(outcome), family: 'outward', word: '罚决', blocks: decision, foot: TWO_COPIES },
  { act: 'serveDecision', form: 'receipt-decision', title: called('送达回证（决定书）'), family: 'form', blocks: receiptFor('serveDecision') },
  { act: 'demand', form: 'demand', title: called('催告书'), family: 'outward', word: '催', blocks: demand, foot: TWO_COPIES },
  { act: 'serveDemand', form: 'receipt-demand', title: called('送达回证（催告书）'), family: 'form', blocks: receiptFor('serveDemand') },
  { act: 'close', form: 'closing', title: called('结案报告'), family: 'form', word: '结', blocks: closing },
]

/** The papers that an act makes. */
export const papersMadeBy = (kind: string, data: Act['data']): readonly PaperKind[] => PAPERS.filter(({ act, made }) => act === kind && (made === undefined || made(data)))

/** The papers of a case in the order of its acts, with their numbers. */
export function paperRefs(stored: readonly { readonly seq: number; readonly kind: string; readonly on_day: string; readonly data: unknown }[], numbered: readonly { readonly seq: number; readonly form: string; readonly number: string }[]): readonly PaperRef[] {
  return stored.flatMap(({ seq, kind, on_day: on, data }) =>
    papersMadeBy(kind, asData(data)).map(({ form, title }) => {
      const number = numbered.find((row) => row.seq === seq && row.form === form)?.number
      return { form, title: title(asData(data)), seq, on, ...(number === undefined ? {} : { number }) }
    }),
  )
}
const asData = (data: unknown): Act['data'] => (typeof data === 'object' && data !== null ? Object.fromEntries(Object.entries(data)) : {})
