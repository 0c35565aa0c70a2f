import { parseDay, type Day } from '../day.ts'
import type { Checked } from './credit-code.ts'

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const CHECKS = '10X98765432'

/**
 * Checks a citizen's identity number (居民身份证号), GB 11643-1999: eighteen places, a real birthday not after `today`, the check.
 * The region is not checked against today's codes: people born in Chongqing before 1997 carry Sichuan's.
 */
export function checkIdNumber(number: string, today?: Day): Checked {
  if (!/^\d{17}[\dX]$/.test(number)) return { ok: false, because: '居民身份证号应为 17 位数字加 1 位校验码（数字或 X）' }
  const birthday = birthdayIn(number)
  if (birthday === undefined) return { ok: false, because: '居民身份证号中的出生日期不存在' }
  if (today !== undefined && birthday > today) return { ok: false, because: '居民身份证号中的出生日期晚于今天' }
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(number[index]), 0)
  return CHECKS[sum % 11] === number[17] ? { ok: true } : { ok: false, because: '居民身份证号校验位不符，请核对每一位' }
}

/** The birthday in an identity number, places 7 to 14. */
export const birthdayIn = (number: string): Day | undefined => parseDay(`${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`)
