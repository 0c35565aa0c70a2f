import { covers, type Coverage } from './font-coverage.ts'
import { BLANK_BELOW, SEAL_PLACE, type Block, type Paper } from './model.ts'

/**
 * A paper as every renderer prints it: fixed words filled in, and no character which a page or an XML file cannot carry.
 */
export type PrintedBlock =
  | Exclude<Block, { kind: 'blank' } | { kind: 'seal' }>
  | (Extract<Block, { kind: 'seal' }> & { readonly place: string })
  | { readonly kind: 'blank'; readonly text: string }

/** Fills in the fixed words of a block (the colon after the addressee, the place of the seal, 以下空白) and folds long labels. */
export function printed(block: Block): PrintedBlock {
  switch (block.kind) {
    case 'to': return { kind: 'to', text: /[：:]$/.test(block.text) ? block.text : `${block.text}：` }
    case 'facts': return { ...block, rows: block.rows.map((row) => ({ ...row, label: folded(row.label) })) }
    case 'opinion': return { ...block, title: folded(block.title) }
    case 'seal': return { ...block, place: SEAL_PLACE }
    case 'blank': return { kind: 'blank', text: `（${BLANK_BELOW}）` }
    default: return block
  }
}

/** A label too long for one line breaks where a reader would: before a bracket, before 意见, or in the middle. */
function folded(label: string): string {
  const letters = [...label]
  if (letters.length < SHORTEST_FOLDED || letters.length > LONGEST_FOLDED || label.includes('\n')) return label
  const bracket = letters.indexOf('（')
  const last = label.endsWith('意见') ? letters.length - 2 : Math.ceil(letters.length / 2)
  const cut = bracket > 0 ? bracket : last
  return `${letters.slice(0, cut).join('')}\n${letters.slice(cut).join('')}`
}

/** Five characters of 14 pt fill the label column; more than ten would need three lines and break by themselves. */
const SHORTEST_FOLDED = 6
const LONGEST_FOLDED = 10

/** Blocks drawn with borders; two which follow one another share an edge, as the boxes of an approval form do. */
export const isBordered = (block: { readonly kind: Block['kind'] } | undefined): boolean =>
  block !== undefined && (block.kind === 'facts' || block.kind === 'list' || block.kind === 'opinion')

/** Whether a value is an identity number or credit code (15 or 18 characters): it is set small enough to stay in one piece. */
export const isIdentityNumber = (text: string): boolean => /^(?=(?:.*\d){9})(?:[0-9A-Za-z]{15}|[0-9A-Za-z]{18})$/.test(text)

/** Makes text fit to print: one kind of line break, no control characters, no half characters. */
export function clean(text: string): string {
  return text.replace(/\r\n?|[\u2028\u2029\v\f]/g, '\n').replace(/\t/g, ' ').replace(UNPRINTABLE, '')
}

/** The lines of a text after cleaning; an empty text is one empty line. */
export function linesOf(text: string): readonly string[] {
  return clean(text).split('\n')
}

/** Line breaks and tabs apart, control characters and the reversing marks that could make a sum read backwards. */
// oxlint-disable-next-line no-control-regex
const UNPRINTABLE = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufffe\uffff\p{Surrogate}]/gu

/** The paper as data for the template: clean, with fixed words, and only characters that its faces can draw. */
export function printedPaper(paper: Paper, coverage: Coverage): string {
  return JSON.stringify({ ...paper, blocks: paper.blocks.map(printed) }, (_key, value: unknown) =>
    typeof value === 'string' ? breakable(drawable(clean(value), coverage)) : value)
}

/** Invisible signs go, spaces of odd widths become plain ones, and a missing character is named: 〔U+20BB7〕. */
function drawable(text: string, coverage: Coverage): string {
  return text.replace(INVISIBLE, '').replace(ODD_SPACE, ' ').replace(BEYOND_ASCII, (character) => {
    const code = character.codePointAt(0) ?? 0
    return covers(coverage, code) ? character : `〔U+${code.toString(16).toUpperCase().padStart(4, '0')}〕`
  })
}

const ODD_SPACE = /[^\S\n\u3000]/gu
const INVISIBLE = /\p{Default_Ignorable_Code_Point}/gu
const BEYOND_ASCII = /[^\n -~]/gu

/** Shorter words fit half a row of facts: an identity number is 18 characters and may break if its cell is narrow. */
const LONGEST_WORD = 15

function breakable(text: string): string {
  return text.replace(ENDLESS, (word) => word.replace(/.{6}(?=.)/g, '$&\u200b'))
}

const ENDLESS = new RegExp(`[\\u0021-\\u024f]{${LONGEST_WORD},}`, 'g')
