import type { Checked } from './checked.ts'

const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]
/** Of the organisation code inside (GB 11714), places 9 to 16. */
const INNER_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2]
const INNER_ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'

/** Checks a unified social credit code (统一社会信用代码), GB 32100-2015. The check of the organisation code inside only warns: temporary codes fail it. */
export function checkCreditCode(code: string): Checked {
  if (code.length !== 18) return { ok: false, because: '统一社会信用代码应为 18 位' }
  const values = [...code].map((letter) => ALPHABET.indexOf(letter))
  if (values.some((value) => value < 0)) return { ok: false, because: '统一社会信用代码只含数字和大写字母（不含 I、O、S、V、Z）' }
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * (values[index] ?? 0), 0)
  if (ALPHABET[(31 - (sum % 31)) % 31] !== code[17]) return { ok: false, because: '统一社会信用代码校验位不符，请核对每一位' }
  const inner = INNER_WEIGHTS.reduce((total, weight, index) => total + weight * INNER_ALPHABET.indexOf(code[8 + index] ?? '0'), 0)
  const check = (11 - (inner % 11)) % 11
  return (check === 10 ? 'X' : String(check)) === code[16] ? { ok: true, value: code } : { ok: true, value: code, warning: '主体标识码（第 9 至 17 位）校验位不符，可能是早期临时代码' }
}
