/**
 * A paper of a case (执法文书) before it is printed: one model for PDF, DOCX and HTML.
 *
 * All text is text: no renderer reads markup in it. Days are printed as they are given, for example 2026年3月9日.
 */
export interface Paper {
  readonly agency: string
  readonly title: string
  readonly number?: string
  /** Printed at the head of every page, for example 演示数据. */
  readonly mark?: string
  readonly family: PaperFamily
  readonly blocks: readonly Block[]
  /** Who signs at the foot of every page of a record (逐页签名), for example 被询问人, 执法人员, 记录人. */
  readonly pageSigners?: readonly string[]
  /** The note below everything else, for example 一式两份，一份交当事人，一份存档。 */
  readonly foot?: string
}

/** Papers for the party (对外文书), records (笔录) and inward forms (审批表) differ in size of type and page number. */
export type PaperFamily = 'outward' | 'record' | 'form'

/** A part of a paper, in the order of reading. */
export type Block =
  | { readonly kind: 'to'; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string; readonly label?: string }
  | { readonly kind: 'heading'; readonly level: 1 | 2; readonly text: string }
  | { readonly kind: 'facts'; readonly columns: 1 | 2 | 3; readonly rows: readonly Fact[] }
  | { readonly kind: 'list'; readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] }
  | { readonly kind: 'qa'; readonly turns: readonly Turn[] }
  | { readonly kind: 'ticks'; readonly label: string; readonly options: readonly Tick[] }
  | { readonly kind: 'opinion'; readonly title: string; readonly text: string; readonly who: string; readonly on: string }
  | { readonly kind: 'signature'; readonly lines: readonly SignatureLine[] }
  | { readonly kind: 'seal'; readonly agency: string; readonly on: string }
  | { readonly kind: 'code'; readonly square: Square; readonly text: string; readonly says: string }
  | { readonly kind: 'blank' }

/** A square code (二维码) as the dark parts of a field of so many modules: the data of an SVG path. */
export interface Square { readonly modules: number; readonly path: string }

/** One cell pair of a bordered table: 当事人 | 某某. */
export interface Fact { readonly label: string; readonly value: string }

/** One question of an interview and its answer (问、答). */
export interface Turn { readonly question: string; readonly answer: string }

/** One box of a choice (☑ or ☐). */
export interface Tick { readonly text: string; readonly ticked: boolean }

/** One line to sign; without a name the place stays empty for the pen. */
export interface SignatureLine {
  readonly label: string
  readonly name?: string
  readonly note?: string
  readonly on?: string
  /** What was signed on a screen (手写签名): the data of an SVG path on a field of 1000 by 400. */
  readonly hand?: string
}

/** The words that strike out the rest of a page (以下空白). */
export const BLANK_BELOW = '以下空白'

/** Where the seal goes; printed so that nobody takes an unsealed print for a sealed paper. */
export const SEAL_PLACE = '（印章）'
