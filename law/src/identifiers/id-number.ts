import { parseDay, type Day } from '../day.ts'
import type { Checked } from './checked.ts'

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const CHECKS = '10X98765432'

/**
 * Checks a citizen's identity number (居民身份证号), GB 11643-1999: eighteen places, a real birthday not after `today`, the check.
 * A small x is kept as X. The region is not checked against today's codes: people born in Chongqing before 1997 carry Sichuan's.
 */
export function checkIdNumber(written: string, today?: Day): Checked {
  const number = written.replace(/x$/, 'X')
  if (!/^\d{17}[\dX]$/.test(number)) return { ok: false, because: '居民身份证号应为 17 位数字加 1 位校验码（数字或 X）' }
  const wrong = wrongBirthday(birthdayIn(number), today)
  if (wrong !== undefined) return { ok: false, because: wrong }
  return CHECKS[sumOf(number) % 11] === number[17] ? { ok: true, value: number } : { ok: false, because: '居民身份证号校验位不符，请核对每一位' }
}

/** Checks a number from an old file (旧档案中的身份证号), where fifteen places without a check were usual: kept as written, and marked. */
export function checkImportedIdNumber(written: string, today?: Day): Checked {
  if (!/^\d{15}$/.test(written)) return checkIdNumber(written, today)
  const wrong = wrongBirthday(parseDay(`19${written.slice(6, 8)}-${written.slice(8, 10)}-${written.slice(10, 12)}`), today)
  return wrong === undefined ? { ok: true, value: written, warning: '15 位旧身份证号，没有校验位' } : { ok: false, because: wrong }
}

/** The birthday in an identity number, places 7 to 14. */
export const birthdayIn = (number: string): Day | undefined => parseDay(`${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`)

function wrongBirthday(birthday: Day | undefined, today: Day | undefined): string | undefined {
  if (birthday === undefined) return '居民身份证号中的出生日期不存在'
  return today !== undefined && birthday > today ? '居民身份证号中的出生日期晚于今天' : undefined
}

const sumOf = (number: string): number => WEIGHTS.reduce((total, weight, index) => total + weight * Number(number[index]), 0)
