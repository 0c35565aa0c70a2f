import { day, type Day } from '../day.ts'
import { covers, type Interval } from '../interval.ts'

/** A district or county (区、县), GB/T 2260. */
export interface Division {
  readonly code: string
  readonly name: string
  /** A code needs its days: 500110 was 万盛区 before it was 綦江区. */
  readonly valid: Interval
}

const named = (code: string, name: string, from?: string, until?: string): Division => ({
  code,
  name,
  valid: { from: from === undefined ? -Infinity : day(from), until: until === undefined ? Infinity : day(until) },
})

/**
 * The divisions of Chongqing (重庆市行政区划). Changes since 2011 carry the day of the State Council's approval, which was
 * not read in a text: unverified. Earlier changes are not recorded, so that a first day before 2011 is left open.
 */
export const CHONGQING_DIVISIONS: readonly Division[] = [
  named('500101', '万州区'),
  named('500102', '涪陵区'),
  named('500103', '渝中区'),
  named('500104', '大渡口区'),
  named('500105', '江北区'),
  named('500106', '沙坪坝区'),
  named('500107', '九龙坡区'),
  named('500108', '南岸区'),
  named('500109', '北碚区'),
  named('500110', '万盛区', undefined, '2011-10-21'),
  named('500110', '綦江区', '2011-10-22'),
  named('500111', '双桥区', undefined, '2011-10-21'),
  named('500111', '大足区', '2011-10-22'),
  named('500112', '渝北区'),
  named('500113', '巴南区'),
  named('500114', '黔江区'),
  named('500115', '长寿区'),
  named('500116', '江津区'),
  named('500117', '合川区'),
  named('500118', '永川区'),
  named('500119', '南川区'),
  named('500120', '璧山区', '2014-05-02'),
  named('500151', '铜梁区', '2014-05-02'),
  named('500152', '潼南区', '2015-04-28'),
  named('500153', '荣昌区', '2015-04-28'),
  named('500154', '开州区', '2016-06-08'),
  named('500155', '梁平区', '2016-11-24'),
  named('500156', '武隆区', '2016-11-24'),
  named('500222', '綦江县', undefined, '2011-10-21'),
  named('500223', '潼南县', undefined, '2015-04-27'),
  named('500224', '铜梁县', undefined, '2014-05-01'),
  named('500225', '大足县', undefined, '2011-10-21'),
  named('500226', '荣昌县', undefined, '2015-04-27'),
  named('500227', '璧山县', undefined, '2014-05-01'),
  named('500228', '梁平县', undefined, '2016-11-23'),
  named('500229', '城口县'),
  named('500230', '丰都县'),
  named('500231', '垫江县'),
  named('500232', '武隆县', undefined, '2016-11-23'),
  named('500233', '忠县'),
  named('500234', '开县', undefined, '2016-06-07'),
  named('500235', '云阳县'),
  named('500236', '奉节县'),
  named('500237', '巫山县'),
  named('500238', '巫溪县'),
  named('500240', '石柱土家族自治县'),
  named('500241', '秀山土家族苗族自治县'),
  named('500242', '酉阳土家族苗族自治县'),
  named('500243', '彭水苗族土家族自治县'),
]

/** What this code meant on a day (当日有效的行政区划代码). */
export const findDivision = (code: string, on: Day): Division | undefined => CHONGQING_DIVISIONS.find((division) => division.code === code && covers(division.valid, on))

/** What the three places after a district's code stand for, GB/T 10114. */
const TOWNS = [
  { from: 1, to: 99, kind: '街道' },
  { from: 100, to: 199, kind: '镇' },
  { from: 200, to: 399, kind: '乡' },
  { from: 400, to: 599, kind: '农场、企业等' },
] as const

export type Town = { readonly ok: true; readonly value: { readonly division: Division; readonly kind: (typeof TOWNS)[number]['kind'] } } | { readonly ok: false; readonly because: string }

/** Checks the code of a town or street office (乡镇街道代码), GB/T 10114: nine places, or twelve with the village or community. */
export function checkTown(code: string, on: Day): Town {
  if (!/^\d{9}(\d{3})?$/.test(code)) return { ok: false, because: '乡镇街道代码应为 9 位数字，村、社区代码应为 12 位数字' }
  const division = findDivision(code.slice(0, 6), on)
  if (division === undefined) return { ok: false, because: `${code.slice(0, 6)} 当日不是重庆市的区县代码` }
  const number = Number(code.slice(6, 9))
  const town = TOWNS.find(({ from, to }) => from <= number && number <= to)
  return town === undefined ? { ok: false, because: `${code.slice(6, 9)} 不是乡镇街道代码段` } : { ok: true, value: { division, kind: town.kind } }
}
