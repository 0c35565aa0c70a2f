import type { Bound, Factor, Test } from './benchmark.ts'

/** What a cell of a table says (单元格): a test, that anything will do, or what is wrong with it. */
export type Read = { readonly ok: true; readonly test?: Test } | { readonly ok: false; readonly because: string }

const ANY = new Set(['', '-', '—', '不论', '不限', '/'])
const YES = new Set(['是', '有', 'true', '√', '✓'])
const NO = new Set(['否', '无', 'false', '×', '没有'])
const refused = (because: string): Read => ({ ok: false, because })

/**
 * Reads one cell as people and DMN tools write it (S-FEEL unary tests, and the words of statutes): `-`, `是`, `"road","lane"`,
 * `>= 3`, `[1..5)`, `3 以上不足 10`, `超过 10`, `第 2 次`. 以上、以下 include the number, 不足、超过 do not (民法典第一千二百五十九条).
 */
export function readCell(factor: Factor, text: string): Read {
  const said = text.normalize('NFKC').trim()
  if (ANY.has(said)) return { ok: true }
  switch (factor.kind) {
    case 'flag':
      return YES.has(said.toLowerCase()) ? { ok: true, test: { is: 'flag', value: true } } : NO.has(said.toLowerCase()) ? { ok: true, test: { is: 'flag', value: false } } : refused(`「${factor.name}」应写是或者否，现为「${text}」`)
    case 'choice':
      return readChoice(factor, said)
    case 'number':
      return readNumber(factor.name, said)
    default:
      return factor satisfies never
  }
}

function readChoice(factor: Factor & { readonly kind: 'choice' }, said: string): Read {
  const isKnown = (code: string): boolean => factor.values.some((value) => value.code === code)
  const codesBy = (divider: RegExp): readonly string[] =>
    said.split(divider).map((part) => {
      const word = part.trim().replace(/^["“](.*)["”]$/, '$1')
      return factor.values.find(({ code, name }) => code === word || name === word)?.code ?? word
    })
  // A choice may itself have 或者 in its name.
  const whole = codesBy(/[,，、;；]/)
  const codes = whole.every(isKnown) ? whole : codesBy(/[,，、;；]|或者?/)
  const unknown = codes.filter((code) => !isKnown(code))
  if (unknown.length > 0) return refused(`「${factor.name}」没有「${unknown.join('、')}」这个选项，应为${factor.values.map(({ name }) => name).join('、')}`)
  return { ok: true, test: { is: 'oneOf', values: [...new Set(codes)] } }
}

const NUMBER = String.raw`(-?\d+(?:\.\d+)?)`
const UNIT = String.raw`\s*(?:次|人|平方米|立方米|米|日|天|辆|处|个|件|只|吨|%|平米)?\s*`
const HIGH = '(以下|以内|及以下|\\(含\\)以下)'
/** Each way of writing a range, with how its parts become bounds. */
const FORMS: readonly (readonly [RegExp, (parts: readonly string[]) => { readonly from?: Bound; readonly to?: Bound }])[] = [
  [new RegExp(`^([\\[(\\]])\\s*${NUMBER}\\s*\\.\\.\\s*${NUMBER}\\s*([\\])\\[])$`), ([open, low, high, close]) => ({ from: { at: Number(low), included: open === '[' }, to: { at: Number(high), included: close === ']' } })],
  [new RegExp(`^(>=|>|<=|<|≥|≤|=)\\s*${NUMBER}${UNIT}$`), ([sign = '', written]) => compared(sign, Number(written))],
  [new RegExp(`^${NUMBER}${UNIT}(?:及以上|以上|起)$`), ([low]) => ({ from: { at: Number(low), included: true } })],
  [new RegExp(`^(?:超过|大于|多于)\\s*${NUMBER}${UNIT}$`), ([low]) => ({ from: { at: Number(low), included: false } })],
  [new RegExp(`^${NUMBER}${UNIT}${HIGH}$`), ([high]) => ({ to: { at: Number(high), included: true } })],
  [new RegExp(`^(?:不足|不满|少于|小于|低于)\\s*${NUMBER}${UNIT}$`), ([high]) => ({ to: { at: Number(high), included: false } })],
  [new RegExp(`^${NUMBER}${UNIT}(?:及以上|以上)[、,，]?\\s*(?:不足|不满|少于|低于)\\s*${NUMBER}${UNIT}$`), ([low, high]) => ({ from: { at: Number(low), included: true }, to: { at: Number(high), included: false } })],
  [new RegExp(`^${NUMBER}${UNIT}(?:及以上|以上)[、,，]?\\s*${NUMBER}${UNIT}${HIGH}$`), ([low, high]) => ({ from: { at: Number(low), included: true }, to: { at: Number(high), included: true } })],
  [new RegExp(`^(?:超过|大于)\\s*${NUMBER}${UNIT}[、,，]?\\s*${NUMBER}${UNIT}${HIGH}$`), ([low, high]) => ({ from: { at: Number(low), included: false }, to: { at: Number(high), included: true } })],
  [new RegExp(`^(?:超过|大于)\\s*${NUMBER}${UNIT}[、,，]?\\s*(?:不足|不满|少于|低于)\\s*${NUMBER}${UNIT}$`), ([low, high]) => ({ from: { at: Number(low), included: false }, to: { at: Number(high), included: false } })],
  [new RegExp(`^第?\\s*${NUMBER}${UNIT}$`), ([only]) => compared('=', Number(only))],
]

function compared(sign: string, at: number): { readonly from?: Bound; readonly to?: Bound } {
  if (sign === '>=' || sign === '≥') return { from: { at, included: true } }
  if (sign === '<=' || sign === '≤') return { to: { at, included: true } }
  if (sign === '>') return { from: { at, included: false } }
  if (sign === '<') return { to: { at, included: false } }
  return { from: { at, included: true }, to: { at, included: true } }
}

function readNumber(name: string, said: string): Read {
  for (const [form, bounds] of FORMS) {
    const found = form.exec(said)
    if (found !== null) return { ok: true, test: { is: 'range', ...bounds(found.slice(1)) } }
  }
  return refused(`「${name}」看不懂「${said}」，请写作 3、>=3、[1..5)、3以上不足10 这样的形式`)
}

/** Writes a test as people read it in a sheet: 是, 个人、单位, [1..5); it reads back as it was. */
export function cellWords(factor: Factor, test: Test | undefined): string {
  if (test?.is === 'flag') return test.value ? '是' : '否'
  if (test?.is === 'oneOf' && factor.kind === 'choice') return test.values.map((code) => factor.values.find((value) => value.code === code)?.name ?? code).join('、')
  return cellText(test)
}

/** Writes a test as a DMN tool reads it (S-FEEL). */
export function cellText(test: Test | undefined): string {
  if (test === undefined) return '-'
  switch (test.is) {
    case 'flag':
      return String(test.value)
    case 'oneOf':
      return test.values.map((value) => `"${value}"`).join(',')
    case 'range':
      return rangeText(test)
    default:
      return test satisfies never
  }
}

function rangeText({ from, to }: { readonly from?: Bound; readonly to?: Bound }): string {
  if (from !== undefined && to !== undefined) return from.at === to.at ? String(from.at) : `${from.included ? '[' : '('}${from.at}..${to.at}${to.included ? ']' : ')'}`
  if (from !== undefined) return `${from.included ? '>=' : '>'} ${from.at}`
  return to === undefined ? '-' : `${to.included ? '<=' : '<'} ${to.at}`
}
