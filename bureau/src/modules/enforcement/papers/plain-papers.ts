import { called, TWO_COPIES, type PaperKind } from './paper-kind.ts'
import { plain } from './plain.ts'

/** An inward form made of an act's own questions (内部审批表、登记表). */
export const form = (act: string, name: string, title: string): PaperKind => ({ act, form: name, title: called(title), family: 'form', blocks: plain('form') })
/** A record taken together with the party (笔录). */
export const record = (act: string, name: string, title: string): PaperKind => ({ act, form: name, title: called(title), family: 'record', blocks: plain('record'), pageSigners: ['当事人', '执法人员'] })
/** A numbered letter to the party or another authority (对外文书). */
export const letter = (act: string, name: string, title: string, word: string): PaperKind => ({ act, form: name, title: called(title), family: 'outward', word, blocks: plain('letter'), foot: TWO_COPIES })
