import { addYears, type Day } from '../day.ts'
import { birthdayIn } from '../identifiers/id-number.ts'

/** The birthday in an identity number (居民身份证号第七至十四位), GB 11643. */
export function birthdayOf(party: { readonly birthday?: Day; readonly idNumber?: string }): Day | undefined {
  if (party.birthday !== undefined) return party.birthday
  return party.idNumber === undefined ? undefined : birthdayIn(party.idNumber)
}

/** Full years of age on a day (周岁): one reaches an age on the day after the birthday (最高人民法院 reads 不满 so: inferred). */
export function fullYears(birthday: Day, on: Day): number {
  let age = 0
  while (addYears(birthday, age + 1) < on) age += 1
  return age
}
