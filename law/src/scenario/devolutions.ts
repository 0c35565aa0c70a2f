import { parseDay } from '../day.ts'
import type { Devolution } from '../jurisdiction.ts'
import type { Malformed } from '../ruling.ts'

type Plain = Readonly<Record<string, unknown>>
const words = (value: unknown): readonly string[] => (Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [])

/** The powers that a scenario supposes to have gone to towns (下放的事项): `devolutions: [{towns: [示例镇], matters: [pet.waste], from: 2021-09-01}]`; `manner: entrusted` for what was only entrusted (委托). */
export function supposedDevolutions(written: readonly Plain[], faults: Malformed[]): readonly Devolution[] {
  return written.flatMap(({ manner, towns, matters, from, until }, index) => {
    const first = typeof from === 'string' ? parseDay(from) : undefined
    const last = typeof until === 'string' ? parseDay(until) : undefined
    if (first === undefined || (until !== undefined && last === undefined)) {
      faults.push({ path: `devolutions.${index}`, because: '起止日期应写作 2021-03-01' })
      return []
    }
    return [{ manner: manner === 'entrusted' ? ('entrusted' as const) : ('devolved' as const), title: '示例决定', number: '示例〔2021〕1号', body: '示例市人民政府', publishedOn: first, publishedIn: '示例', towns: words(towns), matters: words(matters), from: first, evaluations: [], ...(last === undefined ? {} : { until: last }) }]
  })
}
