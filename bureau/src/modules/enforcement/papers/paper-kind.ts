import type { Act } from '@zhunsheng/law/dossier.ts'
import type { Block, PaperFamily } from '../../../platform/paper/model.ts'
import type { PaperCase } from './paper-case.ts'

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

/** How many copies an outward paper has, as its foot says. */
export const TWO_COPIES = '一式两份，一份送达当事人，一份存档。'
/** A title that is always the same. */
export const called = (title: string) => () => title
