import { maskName, maskPlate } from './mask.ts'
import { PROVINCE } from './plate.ts'

/** What is hidden in a text before the public sees it (隐去的内容), by the word under which a preview shows it. */
export const HIDDEN = { name: '姓名', idNumber: '证件号码', phone: '电话号码', plate: '号牌号码', address: '门牌号' } as const
export type Hidden = keyof typeof HIDDEN

/** A stretch of a text as the public sees it; where something stood that is hidden, what it was. */
export interface Piece {
  readonly text: string
  readonly hides?: Hidden
  readonly was?: string
}

const BLANK = '＊＊＊'
const GAP = '[-\\s]?'
/** Numbers that belong to somebody, wherever they stand; a number that goes on is none of these. */
const NUMBERS: Readonly<Record<Exclude<Hidden, 'name'>, string>> = {
  idNumber: `(?<![0-9A-Za-z])(?:[1-9]\\d{5}${GAP}(?:19|20)\\d{6}${GAP}\\d{3}[\\dXx]|\\d{15})(?!\\d)`,
  phone: `(?<!\\d)(?:1[3-9]\\d${GAP}\\d{4}${GAP}\\d{4}|0\\d{2,3}${GAP}\\d{7,8})(?!\\d)`,
  plate: `${PROVINCE}[A-HJ-NP-Z][·•.\\s]?[A-HJ-NP-Z0-9]{4,5}[A-HJ-NP-Z0-9挂学警港澳](?![0-9A-Za-z])`,
  // Behind 〕 and the like stands the number of a paper, which is public.
  address: '(?<![〕\\]审初终第\\d])\\d+\\s*(?:号|栋|幢|单元|室)(?:\\d+(?:-\\d+)*)?',
}

/**
 * Hides these people's names wherever they stand, and identity numbers, telephone numbers, plates and house numbers
 * (公示去标识化): 行政处罚法第四十八条、第五十条, 个人信息保护法第五十一条. The pieces in order are the text as the public sees it.
 */
export function redact(text: string, people: readonly string[]): readonly Piece[] {
  const names = [...new Set(people)].filter((name) => name !== '').sort((a, b) => b.length - a.length)
  const form = new RegExp([...(names.length === 0 ? [] : [`(?<name>${names.map(literal).join('|')})`]), ...Object.entries(NUMBERS).map(([kind, number]) => `(?<${kind}>${number})`)].join('|'), 'gu')
  const pieces: Piece[] = []
  let at = 0
  for (const found of halfWidth(text).matchAll(form)) {
    const was = text.slice(found.index, found.index + found[0].length)
    if (found.index > at) pieces.push({ text: text.slice(at, found.index) })
    at = found.index + found[0].length
    const hides = kindOf(found.groups ?? {})
    pieces.push({ text: hides === 'name' ? maskName(was) : hides === 'plate' ? maskPlate(found[0].replace(/[·•.\s]/g, '')) : BLANK, hides, was })
  }
  return at < text.length ? [...pieces, { text: text.slice(at) }] : pieces
}

/** The text as the public sees it (公示文本). */
export const redacted = (text: string, people: readonly string[]): string => redact(text, people).map((piece) => piece.text).join('')

function kindOf(groups: Readonly<Record<string, string | undefined>>): Hidden {
  const kinds: readonly Hidden[] = ['name', 'idNumber', 'phone', 'plate', 'address']
  return kinds.find((kind) => groups[kind] !== undefined) ?? 'name'
}

const literal = (text: string): string => halfWidth(text).replace(/[\\^$.*+?()[\]{}|/-]/g, String.raw`\$&`)

/** Digits and letters of full width (全角) as their narrow selves, place by place, so that nobody hides a number behind its width. */
export const halfWidth = (text: string): string => text.replace(/[０-９Ａ-Ｚａ-ｚ]/g, (wide) => String.fromCodePoint((wide.codePointAt(0) ?? 0) - 0xfee0))
