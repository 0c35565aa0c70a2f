import type { Answers } from './field.ts'
import type { PARTY } from './forms.ts'
import type { Finding } from './procedure.ts'

/** Who the party is (当事人信息), as every procedure asks for him. */
export type Party = Answers<typeof PARTY>

/**
 * Why a party is not identified (当事人身份不明), or nothing: a citizen by his identity number or birthday, an organisation by its credit
 * code or the person who represents it. 行政处罚法第五十九条第一款第（一）项.
 */
export function notIdentified(party: Party): Finding | undefined {
  if (party.kind === 'citizen' && party.creditCode !== undefined) return { because: '自然人没有统一社会信用代码', field: 'party.creditCode' }
  if (party.kind === 'citizen') return party.idNumber === undefined && party.birthday === undefined ? { because: '自然人的身份证号和出生日期都没有填写', field: 'party.idNumber' } : undefined
  return party.creditCode === undefined && party.representative === undefined ? { because: '单位的统一社会信用代码和负责人都没有填写', field: 'party.creditCode' } : undefined
}

/** What to do about it. */
export const IDENTIFY = '自然人填写身份证号或者出生日期；单位填写统一社会信用代码或者负责人'
