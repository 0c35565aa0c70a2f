import type { Act } from '@zhunsheng/law/dossier.ts'
import type { Paper } from '../../platform/paper/model.ts'
import { printPdf } from '../../platform/paper/press.ts'
import type { PublishedBenchmark } from '../discretion/contract.ts'
import type { Document } from '../ledger/contract.ts'
import type { OpenedCase } from './cases.ts'
import type { Bureau } from './contract.ts'
import { paperRefs } from './papers/catalogue.ts'
import { composePaper } from './papers/compose.ts'

/** Under which name papers are made, and the names of people who stand in answers only. */
export interface PaperMaker {
  readonly bureau: Bureau
  readonly names: ReadonlyMap<string, string>
  /** Benchmarks that acts of the case name. */
  readonly benchmarks: ReadonlyMap<string, PublishedBenchmark>
}
const DAY_MS = 86_400_000

/** One paper of a case, or nothing where the act makes no such paper. */
export const paperOf = ({ judge, acts, papers, signatures }: OpenedCase, act: Act, form: string, { bureau, names, benchmarks }: PaperMaker): Paper | undefined =>
  composePaper({ judge, acts, act, signatures, form, bureau, numbers: papers, names, benchmarks, ...(bureau.demo ? { mark: '演示数据' } : {}) })

/** A paper as an archival PDF: the same file each time, so that its digest holds. */
export const printed = (paper: Paper, { on }: Pick<Act, 'on'>): Promise<Uint8Array> => printPdf(paper, { createdAt: new Date(on * DAY_MS) })

/** Every paper of a case as it is handed over (文书), in the order of the acts. */
export function documentsOf(opened: OpenedCase, maker: PaperMaker): Promise<readonly Document[]> {
  const documents = paperRefs(opened.judge.procedure.code, opened.stored, opened.papers).flatMap(({ form, seq, title }) => {
    const act = opened.acts.find((one) => one.seq === seq)
    const paper = act === undefined ? undefined : paperOf(opened, act, form, maker)
    return act === undefined || paper === undefined ? [] : [printed(paper, act).then((bytes): Document => ({ name: `${String(seq).padStart(2, '0')}-${title}.pdf`, bytes }))]
  })
  return Promise.all(documents)
}

/** The files of a case's evidence, by digest, with the name that the act gives. */
export const evidenceOf = ({ acts }: OpenedCase): readonly { readonly sha256: string; readonly title: string; readonly seq: number }[] =>
  acts.flatMap(({ seq, data: { sha256, title } }) => (typeof sha256 === 'string' ? [{ seq, sha256, title: typeof title === 'string' ? title : '证据' }] : []))
