import { checkCreditCode } from './credit-code.ts'
import { checkIdNumber } from './id-number.ts'
import { checkPlate, PLATE_COLOURS, type PlateColour } from './plate.ts'

/** What a code that was scanned or typed is (识别结果). */
export type Scanned =
  | { readonly kind: 'credit'; readonly code: string; readonly name?: string }
  | { readonly kind: 'officer'; readonly number: string }
  | { readonly kind: 'id'; readonly number: string }
  | { readonly kind: 'unknown'; readonly text: string }

const CANDIDATE = /[0-9A-HJ-NPQRTUWXY]{18}/g
const NAME = /(?:企业名称|单位名称|名称|企业名)\s*[:：=]\s*([^\s;；,，|&]{2,100})/
const OFFICER = /\/public\/officers\/([^/?#\s]{1,64})/

/**
 * What the text of a QR code or barcode says (扫码内容识别): the credit code in a business licence (营业执照), an officer's card (执法证), or an
 * identity number. A licence's code may hold words or an address; only eighteen places that pass their check are taken for a credit code.
 */
export function scannedIn(text: string): Scanned {
  const [, officer] = OFFICER.exec(text) ?? []
  if (officer !== undefined) return { kind: 'officer', number: decoded(officer) }
  const places = text.toUpperCase().match(CANDIDATE) ?? []
  const isId = (one: string): boolean => checkIdNumber(one).ok && !one.startsWith('9')
  const code = places.find((one) => checkCreditCode(one).ok && !isId(one))
  const [, name] = NAME.exec(decoded(text)) ?? []
  if (code !== undefined) return { kind: 'credit', code, ...(name === undefined ? {} : { name }) }
  const id = places.find(isId)
  return id === undefined ? { kind: 'unknown', text } : { kind: 'id', number: id }
}

/** Percent signs that stand for nothing are left as they are. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** The colours in which a plate's number exists (可能的号牌颜色), or why it is none. */
export function plateColoursOf(written: string): { readonly ok: true; readonly number: string; readonly colours: readonly PlateColour[] } | { readonly ok: false; readonly because: string } {
  const all = COLOURS.map((colour) => ({ colour, checked: checkPlate(written, colour) }))
  const found = all.filter(({ checked }) => checked.ok)
  const [first] = all
  if (found.length > 0) return { ok: true, number: found.flatMap(({ checked }) => (checked.ok ? [checked.value.number] : []))[0] ?? written, colours: found.map(({ colour }) => colour) }
  return { ok: false, because: first?.checked.ok === false ? first.checked.because : '号牌号码格式不符' }
}
const isColour = (word: string): word is PlateColour => Object.hasOwn(PLATE_COLOURS, word)
const COLOURS: readonly PlateColour[] = Object.keys(PLATE_COLOURS).filter(isColour)
