import { civil, type Day } from '../day.ts'
import { findDivision } from './division.ts'
import { birthdayIn, checkIdNumber } from './id-number.ts'

/** The first two places of a code (省级行政区划), GB/T 2260. */
const PROVINCES: Readonly<Record<string, string>> = {
  11: '北京市', 12: '天津市', 13: '河北省', 14: '山西省', 15: '内蒙古自治区', 21: '辽宁省', 22: '吉林省', 23: '黑龙江省', 31: '上海市', 32: '江苏省', 33: '浙江省', 34: '安徽省',
  35: '福建省', 36: '江西省', 37: '山东省', 41: '河南省', 42: '湖北省', 43: '湖南省', 44: '广东省', 45: '广西壮族自治区', 46: '海南省', 50: '重庆市', 51: '四川省', 52: '贵州省',
  53: '云南省', 54: '西藏自治区', 61: '陕西省', 62: '甘肃省', 63: '青海省', 64: '宁夏回族自治区', 65: '新疆维吾尔自治区', 71: '台湾省', 81: '香港特别行政区', 82: '澳门特别行政区',
}

/** What an identity number tells of its bearer (身份证号所含信息). */
export interface IdFacts {
  readonly birthday: Day
  /** Whole years (周岁): the day of the birthday itself is the first of the new year of life. */
  readonly age: number
  readonly sex: '男' | '女'
  /** Where the number was first given; people move. A district is named only where today's list has its code. */
  readonly region: string
}

/** Reads an identity number (居民身份证号), GB 11643: nothing where the number does not pass its check. */
export function idFactsOf(written: string, today: Day): IdFacts | undefined {
  const checked = checkIdNumber(written, today)
  const birthday = checked.ok ? birthdayIn(checked.value) : undefined
  if (!checked.ok || birthday === undefined) return undefined
  const [born, now] = [civil(birthday), civil(today)]
  const hadBirthday = now.month > born.month || (now.month === born.month && now.date >= born.date)
  const code = checked.value.slice(0, 6)
  return {
    birthday,
    age: now.year - born.year - (hadBirthday ? 0 : 1),
    sex: Number(checked.value[16]) % 2 === 1 ? '男' : '女',
    region: `${PROVINCES[code.slice(0, 2)] ?? '（不认识的地区代码）'}${findDivision(code, today)?.name ?? ''}`,
  }
}
